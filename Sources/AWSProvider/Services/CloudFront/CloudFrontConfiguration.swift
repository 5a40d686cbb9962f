import AWSClient
import StrataModel

/// A kind of CloudFront resource that is nothing but a configuration: its operations are all of one form.
///
/// Updates and deletes state the version that they mean, the ETag of the last read.
struct CloudFrontConfiguration: Sendable {
  /// The noun of the operations, for example `CachePolicy`.
  let noun: String
  let listOperation: String
  /// The filter for what the account made itself, where AWS's own ones are listed too.
  var listInput: [String: AWSValue?] = [:]

  private var property: String { noun + "Config" }
  private var absent: Set<String> { ["NoSuch" + noun] }

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    let object = try await call.send("cloudfront", "Create" + noun, input(call))[noun]
    guard let identifier = object?["Id"]?.string else { throw ProviderFailure.invalid("cloudfront:Create\(noun) answered without an id") }
    return CreatedObject(identifier, attributes: call.document(object, omitting: [property]))
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    try await found(call)?[noun].map { call.document($0) }
  }

  func update(_ call: ResourceCall) async throws {
    var input = input(call)
    input["Id"] = .string(call.identifier)
    input["IfMatch"] = try await found(call)?["ETag"]
    try await call.send("cloudfront", "Update" + noun, input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    guard let found = try await found(call) else { return .gone }
    try await call.send("cloudfront", "Delete" + noun, ["Id": .string(call.identifier), "IfMatch": found["ETag"]])
    return .gone
  }

  func list(_ call: ResourceCall) async throws -> [String] {
    let items = try await CloudFrontForm.items(call, listOperation, in: noun + "List", listInput)
    return items.compactMap { ($0[noun] ?? $0)["Id"]?.string }
  }

  private func found(_ call: ResourceCall) async throws -> AWSValue? {
    try await call.find("cloudfront", "Get" + noun, ["Id": .string(call.identifier)], absent: absent)
  }

  private func input(_ call: ResourceCall) -> [String: AWSValue?] {
    call.input("cloudfront", "Create" + noun).mapValues { $0.map(CloudFrontForm.counted) }
  }
}
