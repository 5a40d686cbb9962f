import SwiftSyntax

/// What a name stands for inside of a declaration.
enum NameMeaning {
  /// A parameter, a loop variable or anything else whose value is not written here.
  case opaque
  /// A variable, whose value may be another one at each mention.
  case variable
  /// A constant with the expression that it was given.
  case constant(ExprSyntax)
}

/// A name that a code block, closure, loop or parameter list introduces.
struct LocalName {
  var meaning: NameMeaning
  /// Where the name is introduced, and the declaration around it, when it holds a newly created resource.
  var creation: (pattern: IdentifierPatternSyntax, declaration: VariableDeclSyntax, type: String)?
  var isUsed = false
}

/// The names of one code block, closure, loop or parameter list.
struct LocalScope {
  var names: [String: LocalName] = [:]
  /// The names in the order in which they were introduced, so that messages come in source order.
  var order: [String] = []

  mutating func declare(_ name: String, _ meaning: NameMeaning) {
    if names.updateValue(LocalName(meaning: meaning), forKey: name) == nil { order.append(name) }
  }
}
