import StrataModel

/// Questions about what lives outside of the program: a parameter, a zone, an existing object.
///
/// A lookup is a value that fits wherever a property takes one. It is read before planning, in the account and region of the resource that takes it
/// unless it names a region, and then pinned in the state: the next plan uses the same answer, so that a new machine image replaces nothing by
/// itself. It is read again when the question changes, with `--refresh-lookups`, and with `--refresh`; a plan then shows what became of the answer.
///
/// ```swift
/// EC2.Instance("web", imageId: Lookup.parameter("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"))
/// EC2.Subnet("a", vpcId: vpc, availabilityZone: Lookup.availabilityZones().select(0))
/// ECS.TaskDefinition("app", executionRoleArn: Lookup.resource(IAM.Role.self, "ecsTaskExecutionRole"))
/// ```
///
/// What a lookup asks must be known while the program runs: a reference to a resource in a question is an error. The answer can not be looked into
/// by the program; choose from a list with `select`.
public enum Lookup {
  /// The value of a parameter of AWS Systems Manager, one of AWS's public ones (`/aws/service/…`) or one that exists in the account.
  ///
  /// A `StringList` is its text; take it apart with `split(separator: ",")`. A `SecureString` is refused: see
  /// ``Secret/systemsManagerParameter(_:)``.
  public static func parameter(
    _ name: String, in region: Region? = nil, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Value<String> {
    value("parameter", ["Name": name.propertyValue], region, SourceLocation(fileID: fileID, line: line, column: column))
  }

  /// The id of the latest machine image of a kind, by the public parameter that AWS keeps for it.
  public static func latestImage(
    _ image: MachineImage = .amazonLinux2023, in region: Region? = nil, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Value<String> {
    parameter(image.parameter, in: region, fileID: fileID, line: line, column: column)
  }

  /// The names of the availability zones that a region offers to the account, ascending; local and wavelength zones are not among them.
  public static func availabilityZones(
    in region: Region? = nil, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Value<[String]> {
    value("availabilityZones", [:], region, SourceLocation(fileID: fileID, line: line, column: column))
  }

  /// An existing object by its CloudFormation primary identifier, parts joined by `|`.
  ///
  /// Pass it where a resource of the type is expected, or ask for an attribute. An object that does not exist is an error of the plan.
  public static func resource<T: Resource>(
    _ type: T.Type, _ identifier: String, in region: Region? = nil, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> FoundResource<T> {
    FoundResource(
      "resource", ["Identifier": identifier.propertyValue], region, SourceLocation(fileID: fileID, line: line, column: column))
  }

  /// The one existing object of a type that has all of the properties, which have CloudFormation's names.
  ///
  /// None, and more than one, are errors of the plan.
  public static func resource<T: Resource>(
    _ type: T.Type, where properties: Document, in region: Region? = nil, fileID: String = #fileID, line: Int = #line,
    column: Int = #column
  ) -> FoundResource<T> {
    FoundResource(
      "match", ["Properties": properties.propertyValue], region, SourceLocation(fileID: fileID, line: line, column: column))
  }

  /// The twelve digits of the account that the caller's credentials belong to.
  ///
  /// In most programs `AWS.accountId` is meant: the account that the resource lives in, which needs no question.
  public static func callerAccount(fileID: String = #fileID, line: Int = #line, column: Int = #column) -> Value<String> {
    value("account", [:], nil, SourceLocation(fileID: fileID, line: line, column: column))
  }

  /// A fact about the organization that the account belongs to.
  public static func organization(
    _ fact: OrganizationFact, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Value<String> {
    value(
      "organization", ["Attribute": .string(fact.rawValue)], nil, SourceLocation(fileID: fileID, line: line, column: column))
  }

  /// What can be asked about an organization.
  public enum OrganizationFact: String, Sendable, Hashable, CaseIterable {
    /// The organization's id, `o-` and 10 to 32 characters.
    case id = "Id"
    case arn = "Arn"
    /// The twelve digits of the account that pays and manages.
    case managementAccount = "ManagementAccountId"
  }

  private static func value<T>(_ kind: String, _ question: PropertyObject, _ region: Region?, _ source: SourceLocation) -> Value<T> {
    Value(propertyValue: LookupQuestion.value(kind, question, region, source))
  }
}
