import AWSClient
import StrataModel

/// Web ACLs: wafv2:CreateWebACL and its companions.
struct WebACLHandler: ResourceHandler {
  static let type = "AWS::WAFv2::WebACL"

  private static let entity = WAFEntity(noun: "WebACL", listMember: "WebACLs")

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var created = try await Self.entity.create(call, withSearchText(call.properties))
    created.attributes?["LabelNamespace"] = .string("awswaf:\(call.placement.account):webacl:\(try call.required("Name")):")
    return created
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? { try await Self.entity.read(call) }

  func update(_ call: ResourceCall) async throws { try await Self.entity.update(call, withSearchText(call.properties)) }

  func delete(_ call: ResourceCall) async throws -> Deletion { try await Self.entity.delete(call) }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] { try await Self.entity.list(call, filter) }

  private func withSearchText(_ properties: PropertyObject) throws -> PropertyObject {
    guard let rules = properties["Rules"] else { return properties }
    var properties = properties
    properties["Rules"] = try plain(rules)
    return properties
  }

  /// A search string that is declared in base64 is plain in the API; the client encodes it again.
  private func plain(_ value: PropertyValue) throws -> PropertyValue {
    switch value {
    case .array(let elements): return .array(try elements.map(plain))
    case .object(let object):
      var result = PropertyObject()
      for field in object.fields {
        guard field.key == "SearchStringBase64", let text = field.value.stringValue else {
          result[field.key] = try plain(field.value)
          continue
        }
        guard let bytes = Base64Text.decode(text), let decoded = String(validating: bytes, as: UTF8.self) else {
          throw ProviderFailure.invalid("'\(text)' is no text in base64.")
        }
        result["SearchString"] = .string(decoded)
      }
      return .object(result)
    default: return value
    }
  }
}
