import ResourceCatalog
import StrataModel
import TypeProvider

/// Writes declarations of resources in the project's language.
struct SwiftDeclarationWriter: Sendable {
  /// One resource to declare.
  struct Declaration: Sendable, Hashable {
    var address: ResourceAddress
    var type: String
    var properties: PropertyObject
    var isProtected: Bool
    /// The region's code where it is not the environment's.
    var region: String?
  }

  /// The Swift expressions by which resources that the program declares already can be named.
  var names: [ResourceAddress: String]

  /// The properties of a stack, one for each resource: `lazy var table = DynamoDB.Table(…)`.
  ///
  /// - Parameters:
  ///   - declarations: the resources, in any order; they may refer to each other.
  ///   - indentation: the number of columns that every line is moved by.
  func members(_ declarations: [Declaration], indentation: Int = 2) -> String {
    let sorted = declarations.sorted { $0.address < $1.address }
    let own = Self.memberNames(sorted.map(\.address), avoiding: Set(names.values))
    let writer = SwiftValueWriter(names: names.merging(own) { $1 })
    return sorted.map { member($0, name: own[$0.address] ?? "resource", writer, indentation) }.joined(separator: "\n")
  }

  /// A whole stack with resources as its members.
  ///
  /// - Parameter inputs: names and types of the other stacks that the members refer to.
  func stack(_ id: String, inputs: [(name: String, type: String)], _ declarations: [Declaration]) -> String {
    let words = id.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let type = (words.first?.isNumber == true ? "_" : "") + words + "Stack"
    // The id follows from the type's name only where that is written as people do.
    let argument = Self.kebab(words) == id ? "" : "(\(SwiftIdentifier.literal(id)))"
    var text = "@Stack\(argument) final class \(type) {\n"
    for input in inputs { text += "  let \(input.name): \(input.type)\n" }
    if !inputs.isEmpty { text += "\n" }
    return text + members(declarations) + "}\n"
  }

  private func member(_ declaration: Declaration, name: String, _ writer: SwiftValueWriter, _ indentation: Int) -> String {
    let margin = String(repeating: " ", count: indentation)
    guard let surface = ResourceSurface(typeName: declaration.type) else { return "\(margin)// \(declaration.type) is unknown\n" }
    let parts = declaration.type.split(separator: ":", omittingEmptySubsequences: true)
    let service = parts.count == 3 ? String(parts[1]) : ""
    let arguments = writer.arguments(declaration.properties, of: surface.object)
    var text = ""
    if !ServiceNames.isShipped(service) {
      text += "\(margin)// needs: @Resource(\"\(declaration.type)\") struct \(surface.swiftName) {}\n"
    }
    for property in arguments.missing { text += "\(margin)// \(property) is required, and AWS did not return it\n" }
    let call = SwiftNode.call(
      ServiceNames.isShipped(service) ? "\(service).\(surface.swiftName)" : surface.swiftName,
      [SwiftNode.Element(nil, .text(SwiftIdentifier.literal(declaration.address.id)))] + arguments.elements)
    var suffix = declaration.region.map { ".placed(in: \(SwiftIdentifier.literal($0)))" } ?? ""
    if declaration.isProtected { suffix += ".protected()" }
    let head = "\(margin)lazy var \(SwiftIdentifier.escaped(name)) = "
    let node = suffix.isEmpty ? call : SwiftNode.suffixed(call, suffix)
    return text + head + node.text(column: head.count, indentation: indentation) + "\n"
  }

  /// A name for each address: its last id in camel case, with a number where two would be equal.
  static func memberNames(_ addresses: [ResourceAddress], avoiding taken: Set<String>) -> [ResourceAddress: String] {
    var taken = taken.union(["body", "modifiers", "id"])
    var names: [ResourceAddress: String] = [:]
    for address in addresses {
      var base = PropertyLabel.label(for: address.id)
      if base.isEmpty { base = "resource" }
      var name = base
      var number = 2
      while !taken.insert(name).inserted {
        name = base + String(number)
        number += 1
      }
      names[address] = name
    }
    return names
  }

  private static func kebab(_ words: String) -> String {
    var text = ""
    for character in words {
      if character.isUppercase, !text.isEmpty { text += "-" }
      text += character.lowercased()
    }
    return text
  }
}
