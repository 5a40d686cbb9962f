import StrataModel

/// The members of a call, read one by one; everything that breaks a constraint is gathered, and refused at once.
struct OperationInput: Sendable {
  private let members: PropertyObject
  private var violations: [String] = []

  /// Reads the body of a call.
  ///
  /// - Throws: ``ServiceError`` for a body that is no JSON object.
  init(_ body: [UInt8]) throws(ServiceError) {
    let value: PropertyValue
    do throws(JSONReader.Failure) {
      value = body.isEmpty ? .object(PropertyObject()) : try JSONReader.plainValue(of: body)
    } catch {
      throw .serialization("The request body is no JSON: \(error)")
    }
    guard let object = value.objectValue else { throw .serialization("The request body must be a JSON object") }
    members = object
  }

  /// A text that must be there; empty, with a violation noted, where it is not.
  mutating func required(_ name: String, _ constraint: TextConstraint) -> String {
    guard let member = members[name], member != .null else {
      note("Value null", name, "Member must not be null")
      return ""
    }
    return text(member, name, constraint) ?? ""
  }

  mutating func optional(_ name: String, _ constraint: TextConstraint) -> String? {
    guard let member = members[name], member != .null else { return nil }
    return text(member, name, constraint)
  }

  /// A number within a range, as both bounds of the API are written.
  mutating func optional(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let member = members[name], member != .null else { return nil }
    guard let number = member.integerValue else {
      note("Value", name, "Member must be a whole number")
      return nil
    }
    if number < range.lowerBound { note("Value '\(number)'", name, "Member must have value greater than or equal to \(range.lowerBound)") }
    if number > range.upperBound { note("Value '\(number)'", name, "Member must have value less than or equal to \(range.upperBound)") }
    return number
  }

  /// The members of a list of an enumeration inside of a structure; empty where nothing is asked for.
  mutating func choices<Choice: RawRepresentable & CaseIterable>(
    _ structure: String, _ name: String, _ type: Choice.Type
  ) -> [Choice] where Choice.RawValue == String {
    guard let elements = members[structure]?[name]?.arrayValue else { return [] }
    return elements.compactMap { element in
      if let text = element.stringValue, let choice = Choice(rawValue: text) { return choice }
      let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      let path = Self.memberName(structure) + "." + Self.memberName(name)
      note("Value '\(element.stringValue ?? "")'", path, "Member must satisfy enum value set: [\(all)]")
      return nil
    }
  }

  /// Refuses the call if a member broke a constraint.
  func check() throws(ServiceError) {
    if !violations.isEmpty { throw .constraints(violations) }
  }

  private mutating func text(_ member: PropertyValue, _ name: String, _ constraint: TextConstraint) -> String? {
    guard let text = member.stringValue else {
      note("Value", name, "Member must be a string")
      return nil
    }
    let shown = constraint.isSensitive ? "Value" : "Value '\(text.prefix(200))'"
    let length = text.unicodeScalars.count
    if length < constraint.lengths.lowerBound {
      note(shown, name, "Member must have length greater than or equal to \(constraint.lengths.lowerBound)")
    }
    if length > constraint.lengths.upperBound {
      note(shown, name, "Member must have length less than or equal to \(constraint.lengths.upperBound)")
    }
    if let pattern = constraint.pattern, !constraint.matches(text) {
      note(shown, name, "Member must satisfy regular expression pattern: \(pattern)")
    }
    return text
  }

  private mutating func note(_ value: String, _ name: String, _ rule: String) {
    violations.append("\(value) at '\(Self.memberName(name))' failed to satisfy constraint: \(rule)")
  }

  /// The name of a member in messages: its first letter small.
  private static func memberName(_ name: String) -> String { name.prefix(1).lowercased() + name.dropFirst() }
}
