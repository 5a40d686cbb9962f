import ResourceCatalog

/// What `Ref` and `Fn::GetAtt` answer for a type.
///
/// `Ref` answers the primary identifier, as CloudFormation's contract with resource types says, and `Fn::GetAtt` every read-only property.
/// Older types keep answers of their own: those are in the tables here, from the "Return values" of each type's page in the CloudFormation
/// Template Reference.
enum ReturnValues {
  /// The property whose value `Ref` answers, where that is not the one primary identifier.
  private static let references: [String: String] = [
    "AWS::ApplicationAutoScaling::ScalableTarget": "Id",
    "AWS::CodeBuild::Project": "Name",
    "AWS::Cognito::UserPoolClient": "ClientId",
    "AWS::Cognito::UserPoolGroup": "GroupName",
    "AWS::Cognito::UserPoolUser": "Username",
    "AWS::EC2::EIP": "PublicIp",
    "AWS::EC2::SecurityGroup": "GroupId",
    "AWS::ECS::Service": "ServiceArn",
    // Of a rule on a bus of its own it is `bus|rule`, so it stands for nothing.
    "AWS::Events::Rule": "",
  ]

  /// Inputs that `Fn::GetAtt` answers too.
  private static let readableInputs: [String: Set<String>] = [
    "AWS::SNS::Topic": ["TopicName"],
    "AWS::SQS::Queue": ["QueueName"],
  ]

  /// The property whose value `Ref` answers; `nil` where that is no single property, or not known.
  static func reference(of schema: TypeSchema) -> String? {
    if let name = references[String(schema.name)] { return name.isEmpty ? nil : name }
    let identifier = schema.primaryIdentifier
    guard identifier.count == 1, let only = identifier.first else { return nil }
    return String(only).replacing("/", with: ".")
  }

  /// Whether `Fn::GetAtt` answers an attribute, nested ones with `.` between their names.
  static func isReadable(_ attribute: String, of schema: TypeSchema) -> Bool {
    if readableInputs[String(schema.name)]?.contains(attribute) == true { return true }
    return schema.isReadOnly(attribute.split(separator: ".").map(String.init))
  }

  /// What kind of value an attribute is.
  static func kind(of attribute: String, of schema: TypeSchema) -> SchemaKind {
    schema.schema(at: attribute.split(separator: ".").map(String.init))?.resolved.kind ?? .string
  }
}
