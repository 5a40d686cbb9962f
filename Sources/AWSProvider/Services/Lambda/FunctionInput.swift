import AWSClient
import StrataModel

/// The properties of a function in the API's form.
enum FunctionInput {
  static func check(_ call: ResourceCall) throws {
    let refused = ["FunctionScalingConfig", "PublishToLatestPublished"].first { call.properties[$0] != nil }
    if let refused { throw ProviderFailure.unsupported("\(refused) of a function has no operation here.") }
  }

  /// The code as members: inline source becomes an archive, what is an archive in base64 stays one.
  static func code(_ call: ResourceCall) throws -> [String: AWSValue] {
    guard var code = call.properties["Code"]?.objectValue else { throw ProviderFailure.invalid("A function needs Code.") }
    let source = code["ZipFile"]?.stringValue
    code["ZipFile"] = nil
    var members: [String: AWSValue] = [:]
    for field in code.fields { members[field.key] = AWSValue(field.value) }
    if let source {
      if source.hasPrefix("UEsDB"), let archive = Base64Text.decode(source) {
        members["ZipFile"] = .blob(archive)
      } else {
        let file = (call.text("Runtime") ?? "").hasPrefix("python") ? "index.py" : "index.js"
        members["ZipFile"] = .blob(ZipArchive.bytes(of: Array(source.utf8), named: file))
      }
    }
    return members
  }

  /// What is configured unless it is declared.
  private static let defaults: [String: AWSValue] = [
    "DeadLetterConfig": ["TargetArn": ""], "Description": "", "Environment": ["Variables": [:]], "EphemeralStorage": ["Size": 512],
    "FileSystemConfigs": [], "ImageConfig": [:], "KmsKeyArn": "", "Layers": [], "LoggingConfig": ["LogFormat": "Text"], "MemorySize": 128,
    "SnapStart": ["ApplyOn": "None"], "Timeout": 3, "TracingConfig": ["Mode": "PassThrough"],
    "VpcConfig": ["SecurityGroupIds": [], "SubnetIds": []],
  ]

  /// The input of UpdateFunctionConfiguration, which leaves what it is not told as it is; `nil` when nothing of it changed.
  static func configuration(_ call: ResourceCall) -> [String: AWSValue?]? {
    let properties = call.properties.fields.filter { call.changed.contains($0.key) }.map { ($0.key, $0.value) }
    var input = call.input("lambda", "UpdateFunctionConfiguration", from: PropertyObject(properties))
    for (property, value) in defaults where call.changed.contains(property) && call.properties[property] == nil {
      input[property == "KmsKeyArn" ? "KMSKeyArn" : property] = value
    }
    return input.isEmpty ? nil : input
  }
}
