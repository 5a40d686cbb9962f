import ResourceCatalog
import StrataDeployment
import StrataEmbeddedCloud
import StrataModel

extension CloudControlServer {
  /// Lists objects in the order of their creation, 100 at a time unless asked otherwise, and shows of each what identifies it.
  ///
  /// List handlers need to tell no more than that, and most of AWS's do not. Types that live in a parent are listed within the parent that the
  /// resource model names; what else it says is not looked at, as on AWS.
  func listResources(_ input: inout OperationInput, _ place: Placement) async throws(ServiceError) -> PropertyObject {
    let type = input.required("TypeName", .typeName)
    let limit = input.optional("MaxResults", in: 1...100) ?? 100
    let nextToken = input.optional("NextToken", .handlerNextToken)
    let modelText = input.optional("ResourceModel", .document)
    let call = try Self.call(type, "LIST", &input)
    let parent = try Self.parent(of: type, modelText)
    await advance()
    let query = ObjectQuery(
      type: type, placement: place, route: .embedded, filter: parent.isEmpty ? .all : .properties(parent), allowsIndex: true)
    let found: [ObjectDescription]
    do throws(ProviderError) {
      found = try await cloud.find(query).filter { $0.pendingDeletionUntil == nil }
    } catch {
      throw ServiceError(error, type: type, identifier: "", action: "LIST")
    }
    let subject = type + " " + JSONWriter.plainText(of: .object(parent))
    let page = try Page(of: found, key: \.identifier, subject: subject, limit: limit, after: nextToken)
    let names = Self.identifyingProperties(call)
    let descriptions = page.elements.map { object -> PropertyValue in
      let shown = PropertyObject(object.properties.fields.filter { names.contains($0.key) }.map { ($0.key, $0.value) })
      return ["Identifier": .string(object.identifier), "Properties": .string(JSONWriter.plainText(of: .object(shown)))]
    }
    var answer: PropertyObject = ["TypeName": .string(type), "ResourceDescriptions": .array(descriptions)]
    answer["NextToken"] = page.nextToken.map { .string($0) }
    return answer
  }

  /// The parent's properties in the model of a list.
  private static func parent(of type: String, _ modelText: String?) throws(ServiceError) -> PropertyObject {
    var model = PropertyObject()
    if let modelText {
      guard let value = try? JSONReader.plainValue(of: Array(modelText.utf8)), let object = value.objectValue else {
        throw .invalidRequest("Invalid ResourceModel: it must be a JSON object")
      }
      model = object
    }
    guard let names = ParentProperties.names(of: type) else { return [:] }
    let missing = names.filter { model[$0] == nil || model[$0] == .null }
    guard missing.isEmpty else {
      let keys = missing.map { "#: required key [\($0)] not found" }.joined(separator: "\n")
      throw .invalidRequest(
        "Missing or invalid ResourceModel property in \(type) list handler request input. Required property: (\(keys))")
    }
    return PropertyObject(names.compactMap { name in model[name].map { (name, $0) } })
  }

  private static func identifyingProperties(_ call: ResourceCall) -> Set<String> {
    let paths = Array(call.schema.primaryIdentifier) + call.schema.additionalIdentifiers.flatMap { Array($0) }
    return Set(paths.compactMap { SchemaPath($0).names.first })
  }
}
