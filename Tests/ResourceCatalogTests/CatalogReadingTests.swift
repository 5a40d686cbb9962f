import ResourceCatalog
import Testing

@Suite("Reading the embedded catalogue")
struct CatalogReadingTests {
  let catalog = ResourceCatalog.aws

  private func type(_ name: String) throws -> TypeSchema { try #require(catalog.type(name)) }

  @Test("It says where it comes from, and is at most 3 MB")
  func source() {
    let source = catalog.source
    #expect(source.cfnLintVersion == "1.51.0")
    #expect(source.region == "us-east-1")
    #expect(source.typeCount == 1584)
    #expect(source.actionCount > 20_000)
    #expect(source.byteCount <= 3 * 1024 * 1024)
  }

  @Test("Every type of the list is found by its name, and nothing else is")
  func everyTypeByName() {
    #expect(catalog.types.count == 1584)
    for type in catalog.types { #expect(catalog.type(String(type.name)) == type) }
    for name in ["", "AWS::KMS::Ke", "AWS::KMS::Keys", "aws::kms::key", "Module", "\u{fffd}"] { #expect(catalog.type(name) == nil) }
    #expect(catalog.nearestType(to: "AWS::KMS::Kye") == "AWS::KMS::Key")
  }

  @Test("Every property of every type is found by its name")
  func everyPropertyByName() {
    for type in catalog.types {
      for (position, property) in type.properties.enumerated() { #expect(type.properties.position(of: String(property.name)) == position) }
    }
  }

  @Test("What lookups return is a few bytes without references, so that no lookup allocates")
  func plainValues() {
    #expect(_isPOD(ResourceCatalog.self) && _isPOD(TypeSchema.self) && _isPOD(Schema.self) && _isPOD(PropertySchema.self))
    #expect(_isPOD(CatalogString.self) && _isPOD(CatalogStrings.self) && _isPOD(PropertyTable.self) && _isPOD(CatalogRule.self))
    #expect(MemoryLayout<TypeSchema>.size == 4 && MemoryLayout<Schema>.size == 8 && MemoryLayout<CatalogString>.size == 4)
  }

  @Test("The types of a service are those between its colons")
  func services() {
    #expect(catalog.types(ofService: "AWS::KMS").map { String($0.name) } == ["AWS::KMS::Alias", "AWS::KMS::Key", "AWS::KMS::ReplicaKey"])
    #expect(catalog.types(ofService: "AWS::KM").isEmpty)
    #expect(catalog.serviceNames.contains("AWS::EC2") && catalog.serviceNames.count > 250)
    #expect(catalog.serviceNames.reduce(0) { $0 + catalog.types(ofService: $1).count } == 1584)
  }

  @Test("Facts about well-known types")
  func facts() throws {
    let key = try type("AWS::KMS::Key")
    let rotation = try #require(key.property("RotationPeriodInDays")).schema
    #expect(rotation.kind == .integer && rotation.minimum == 90 && rotation.maximum == 2560)
    #expect(try #require(key.property("KeySpec")).schema.enumValues?.contains("RSA_2048") == true)
    #expect(key.isWriteOnly(["PendingWindowInDays"]) && !key.isWriteOnly(["KeyPolicy"]))
    #expect(key.holdsData && key.tagForm == .list(key: "Key", value: "Value") && key.tagProperty.map { $0 == "Tags" } == true)
    #expect(key.referenceURL.hasSuffix("/aws-resource-kms-key.html"))

    let network = try type("AWS::EC2::VPC")
    #expect(network.isCreateOnly(["CidrBlock"]) && !network.isCreateOnly(["EnableDnsSupport"]))
    #expect(network.isReadOnly(["VpcId"]))
    #expect(network.primaryIdentifier.strings == ["VpcId"])
    #expect(!network.holdsData)

    #expect(try type("AWS::ECS::Service").primaryIdentifier.strings == ["ServiceArn", "Cluster"])
    #expect(try type("AWS::EC2::Subnet").schema.requiredOr.contains("CidrBlock"))
    #expect(try type("AWS::S3::Bucket").property("BucketName")?.isCreateOnly == true)
    #expect(try type("AWS::SSM::Parameter").tagForm == .map)
    #expect(try type("AWS::IAM::RolePolicy").tagForm == .none)
    #expect(try type("AWS::EC2::Subnet").property("VpcId")?.schema.formats.contains { $0 == "AWS::EC2::VPC.Id" } == true)
    let kinds = try #require(type("AWS::S3::Bucket").definition(named: "ServerSideEncryptionByDefault")?.property("KMSMasterKeyID")).schema
      .formats
    #expect(kinds.contains { $0 == "AWS::KMS::Key.Arn" } && kinds.count > 1)
  }

  @Test("A table's lists without order are known as such, in depth too")
  func unordered() throws {
    let table = try type("AWS::DynamoDB::Table")
    #expect(table.isUnordered(["AttributeDefinitions"]) && table.isUnordered(["Tags"]) && !table.isUnordered(["TableName"]))
    #expect(!table.isUnordered(["KeySchema"]) && !table.isUnordered(["Nothing", "There"]))
    #expect(try type("AWS::EC2::SecurityGroup").isUnordered(["SecurityGroupIngress"]))
    let group = try type("AWS::AIOps::InvestigationGroup")
    #expect(group.isUnordered(["ChatbotNotificationChannels", "0", "ChatConfigurationArns"]))
    #expect(try type("AWS::EC2::Instance").isUnordered(["SecurityGroupIds"]))
  }

  @Test("Definitions may refer to themselves")
  func recursion() throws {
    let statement = try #require(type("AWS::WAFv2::WebACL").definition(named: "Statement"))
    let inner = try #require(statement.property("NotStatement")).schema.resolved.property("Statement")?.schema
    #expect(inner?.resolved == statement && inner?.definitionName.map { $0 == "Statement" } == true)
  }

  @Test("A listed path covers everything beneath it; elements may be given by index")
  func nestedPaths() throws {
    let peer = try type("AWS::EC2::TransitGatewayConnectPeer")
    #expect(peer.isCreateOnly(["ConnectPeerConfiguration", "BgpConfigurations", "*", "PeerAsn"]))
    let stack = try type("AWS::AppStream::Stack")
    #expect(stack.isReadOnly(["StorageConnectors", "0", "ResourceIdentifier"]) && !stack.isReadOnly(["StorageConnectors"]))
    let vault = try type("AWS::KMS::Key")
    #expect(vault.isWriteOnly(["BypassPolicyLockoutSafetyCheck", "Anything", "Beneath"]))
    #expect(!vault.isWriteOnly([String]()))
  }

  @Test("Alternatives of an object show their properties together")
  func merged() throws {
    var found = 0
    for type in catalog.types {
      for index in 0..<type.definitionCount {
        let schema = type.definition(at: index).schema
        if schema.properties.count > schema.ownProperties.count { found += 1 }
      }
    }
    #expect(found > 20)
  }

  @Test("Actions are found in any case, spelled as in the API, and counted by pattern")
  func actions() {
    let actions = catalog.actions
    #expect(actions.containsService("kms") && !actions.containsService("kmz"))
    #expect(actions.action("decrypt", ofService: "KMS").map { $0 == "Decrypt" } == true)
    #expect(actions.action("Decript", ofService: "kms") == nil)
    #expect(actions.countOfActions(matching: "Get*", ofService: "s3") ?? 0 > 20)
    #expect(actions.countOfActions(matching: "Foo*", ofService: "kms") == 0)
    #expect(actions.countOfActions(matching: "*", ofService: "nothing") == nil)
    for service in actions.services { #expect(actions.actions(ofService: String(service)) != nil) }
  }

  @Test("Data-bearing types, strategies, transforms and lifecycles are there")
  func marks() throws {
    #expect(catalog.types.filter(\.holdsData).count >= 25)
    #expect(catalog.types.filter(\.replacesByDeletingFirst).count >= 20)
    #expect(catalog.types.filter { !$0.propertyTransforms.isEmpty }.count >= 90)
    #expect(catalog.types.filter { $0.lifecycleStatus != nil }.count >= 100)
    #expect(catalog.types.filter { !$0.additionalIdentifiers.isEmpty }.count >= 100)
    #expect(catalog.types.filter { !$0.conditionalCreateOnlyPaths.isEmpty }.count >= 40)
    #expect(catalog.types.filter(\.isTaggable).count > 700)
  }
}
