/// How the names of CloudFormation properties become labels of Swift parameters, and back.
///
/// The rule: a label is the words of the name, the first in small letters, each other with one capital. Acronyms are words like any other, so
/// `KMSMasterKeyID` and `KmsMasterKeyId` both are `kmsMasterKeyId`, `IPv6CidrBlock` is `ipv6CidrBlock`, `SubnetARNs` is `subnetArns` and
/// `DBSubnetGroupName` is `dbSubnetGroupName`. See ``NameWords`` for where a word ends.
///
/// Of two properties of one object whose labels are equal, the one whose name comes first in byte order keeps the label; the others get `2`, `3`, …
/// A label that the generated initializers need for themselves (`fileID`, `line`, `column`) gets the suffix `Value`.
public enum PropertyLabel {
  /// Labels that every generated resource initializer has at its end.
  public static let sourceLocationLabels: Set<String> = ["fileID", "line", "column"]

  /// Names that a generated type uses itself.
  private static let reserved: Set<String> = ["fileID", "line", "column", "declaration", "self", "propertyValue"]

  /// The label of one property, disregarding its neighbours.
  public static func label(for name: String) -> String {
    let label = NameWords.lowerCamel(NameWords.split(name))
    if label.isEmpty { return "value" }
    if let first = label.utf8.first, NameWords.isDigit(first) { return "_" + label }
    return reserved.contains(label) ? label + "Value" : label
  }

  /// The labels of all properties of one object, in the order of the names given.
  public static func labels(for names: [String]) -> [String] {
    var result = names.map { label(for: $0) }
    guard Set(result).count < result.count else { return result }
    var taken: Set<String> = []
    for index in names.indices.sorted(by: { Array(names[$0].utf8).lexicographicallyPrecedes(Array(names[$1].utf8)) }) {
      var candidate = result[index]
      var number = 2
      while !taken.insert(candidate).inserted {
        candidate = result[index] + String(number)
        number += 1
      }
      result[index] = candidate
    }
    return result
  }

  /// The names of properties by their labels.
  public static func namesByLabel(_ names: [String]) -> [String: String] {
    Dictionary(zip(labels(for: names), names)) { first, _ in first }
  }
}
