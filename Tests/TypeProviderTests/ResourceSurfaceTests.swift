import ResourceCatalog
import Testing
import TypeProvider

@Suite("The typed surface of resources")
struct ResourceSurfaceTests {
  private func parameter(_ type: String, _ label: String) throws -> Parameter {
    let surface = try #require(ResourceSurface(typeName: type))
    return try #require(surface.parameters.first { $0.label == label }, "\(type) \(label)")
  }

  @Test("Every type of the catalogue yields text with unique parameters and attributes")
  func everyType() {
    var count = 0
    for type in ResourceCatalog.aws.types {
      let surface = ResourceSurface(type)
      #expect(Set(surface.parameters.map(\.label)).count == surface.parameters.count, "\(surface.typeName)")
      #expect(Set(surface.attributes.map(\.label)).count == surface.attributes.count, "\(surface.typeName)")
      let text = ResourceRenderer.declaration(of: surface)
      #expect(text.hasPrefix("/// The resource type `\(surface.typeName)`."))
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "\(surface.typeName)")
      count += 1
    }
    #expect(count == ResourceCatalog.aws.types.count && count > 1_500)
  }

  @Test("Scalars take anything of their kind, choices and shapes are types, lists and maps hold them")
  func types() throws {
    #expect(try parameter("AWS::KMS::Key", "rotationPeriodInDays").declaredType == "(any StrataLanguage.Input<Swift.Int>)?")
    #expect(try parameter("AWS::KMS::Key", "keySpec").declaredType == "KeySpec?")
    #expect(try parameter("AWS::KMS::Key", "keyPolicy").declaredType == "StrataLanguage.Document?")
    #expect(try parameter("AWS::KMS::Key", "tags").type == .tags)
    #expect(try parameter("AWS::S3::Bucket", "versioningConfiguration").type == .shape("VersioningConfiguration"))
    #expect(try parameter("AWS::Cognito::UserPool", "userPoolTags").type == .tags)
    #expect(try parameter("AWS::EC2::SecurityGroup", "securityGroupIngress").type == .list(.shape("Ingress")))
  }

  @Test("Alternatives that are lists or objects are typed: a table's key schema is a list of shapes")
  func alternatives() throws {
    #expect(try parameter("AWS::DynamoDB::Table", "keySchema").type == .list(.shape("KeySchema")))
  }

  @Test("Write-only strings take secrets")
  func secrets() throws {
    #expect(try parameter("AWS::RDS::DBInstance", "masterUserPassword").type == .secret)
    #expect(try parameter("AWS::SecretsManager::Secret", "secretString").type == .secret)
  }

  @Test("Attributes: identifiers are typed, nested names are joined, secrets are not shown")
  func attributes() throws {
    let vpc = try #require(ResourceSurface(typeName: "AWS::EC2::VPC"))
    #expect(vpc.attributes.first { $0.label == "vpcId" }?.kind == .identifier)
    let bucket = try #require(ResourceSurface(typeName: "AWS::S3::Bucket"))
    #expect(bucket.attributes.first { $0.label == "bucketName" }.map { $0.kind == .identifier && $0.isSettable } == true)
    let database = try #require(ResourceSurface(typeName: "AWS::RDS::DBInstance"))
    #expect(database.attributes.first { $0.label == "endpointAddress" }?.name == "Endpoint.Address")
    let client = try #require(ResourceSurface(typeName: "AWS::Cognito::UserPoolClient"))
    #expect(client.attributes.first { $0.label == "clientSecret" }?.kind == .secret)
  }

  @Test("Generated members say type, bounds, default, replacement and page")
  func documentation() throws {
    let key = try #require(ResourceSurface(typeName: "AWS::KMS::Key"))
    let text = ResourceRenderer.declaration(of: key)
    #expect(text.contains("///   - rotationPeriodInDays: `RotationPeriodInDays`. In 90...2560. Default: `365`."))
    #expect(text.contains("[AWS's page](https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html)"))
    let alias = try #require(ResourceSurface(typeName: "AWS::KMS::Alias"))
    #expect(ResourceRenderer.declaration(of: alias).contains("Replaces the resource when changed."))
  }

  @Test("A range of a service's types can be generated on its own, and the ranges together are the service")
  func ranges() throws {
    let all = try #require(ResourceRenderer.members(ofService: "AWS::KMS"))
    let first = try #require(ResourceRenderer.members(ofService: "AWS::KMS", upTo: "K"))
    let rest = try #require(ResourceRenderer.members(ofService: "AWS::KMS", from: "K"))
    #expect(first + rest == all && !first.isEmpty && !rest.isEmpty)
    #expect(ResourceRenderer.members(ofService: "AWS::Nowhere") == nil)
  }
}
