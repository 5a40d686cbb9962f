import StrataModel

/// Writes the difference of two values: what both share is folded, what differs stands on lines with `-` and `+`.
struct DifferenceRenderer: Sendable {
  var style: TextStyle

  private var values: ValueRenderer { ValueRenderer(style: style) }

  /// The lines of a change, without the leading margin.
  func lines(of change: PropertyChange, depth: Int) -> [String] {
    let label = change.path.description
    if change.isSensitive { return [marked(" ", "\(label): (sensitive value changes)", depth)] }
    switch change.kind {
    case .release: return [marked(" ", "\(label): no longer managed; AWS keeps \(change.before.map { values.inline($0) } ?? "it")", depth)]
    case .unknown:
      let after = change.after.map { values.inline($0) } ?? "a value"
      return removed(change.before, label, depth) + [marked("+", "\(label): \(after) (known after apply)", depth)]
    case .repair:
      return lines(from: change.before, to: change.after, label: label, depth: depth) + [marked(" ", "(changed outside)", depth)]
    case .set, .remove: return lines(from: change.before, to: change.after, label: label, depth: depth)
    }
  }

  /// The lines of the difference between two values under one label.
  func lines(from before: PropertyValue?, to after: PropertyValue?, label: String?, depth: Int) -> [String] {
    switch (before, after) {
    case (.object(let old)?, .object(let new)?): objectLines(old, new, label, depth)
    case (.array(let old)?, .array(let new)?) where !old.isEmpty && !new.isEmpty: arrayLines(old, new, label, depth)
    default: removed(before, label, depth) + added(after, label, depth)
    }
  }

  private func objectLines(_ old: PropertyObject, _ new: PropertyObject, _ label: String?, _ depth: Int) -> [String] {
    let keys = Set(old.keys + new.keys).sorted()
    let differing = keys.filter { old[$0] != new[$0] }
    var lines = [marked(" ", head(label) + "{", depth)]
    for key in differing { lines += self.lines(from: old[key], to: new[key], label: key, depth: depth + 1) }
    lines += unchanged(keys.count - differing.count, depth + 1)
    return lines + [marked(" ", "}", depth)]
  }

  /// Elements are paired from both ends, so that an insertion shows as one, and the rest in place.
  private func arrayLines(_ old: [PropertyValue], _ new: [PropertyValue], _ label: String?, _ depth: Int) -> [String] {
    let leading = zip(old, new).prefix { $0 == $1 }.count
    let trailing = zip(old.dropFirst(leading).reversed(), new.dropFirst(leading).reversed()).prefix { $0 == $1 }.count
    let oldMiddle = Array(old[leading..<(old.count - trailing)])
    let newMiddle = Array(new[leading..<(new.count - trailing)])
    var lines = [marked(" ", head(label) + "[", depth)]
    lines += unchanged(leading, depth + 1)
    for index in 0..<max(oldMiddle.count, newMiddle.count) {
      let before: PropertyValue? = index < oldMiddle.count ? .some(oldMiddle[index]) : .none
      let after: PropertyValue? = index < newMiddle.count ? .some(newMiddle[index]) : .none
      if before != nil, before == after {
        lines += unchanged(1, depth + 1)
      } else {
        lines += self.lines(from: before, to: after, label: nil, depth: depth + 1)
      }
    }
    lines += unchanged(trailing, depth + 1)
    return lines + [marked(" ", "]", depth)]
  }

  private func unchanged(_ count: Int, _ depth: Int) -> [String] {
    count == 0 ? [] : [style("  " + indent(depth) + "… (\(count) unchanged)", .faint)]
  }

  private func removed(_ value: PropertyValue?, _ label: String?, _ depth: Int) -> [String] {
    guard let value else { return [] }
    return values.lines(value, label: label, depth: depth).map { style("- " + $0, .delete) }
  }

  private func added(_ value: PropertyValue?, _ label: String?, _ depth: Int) -> [String] {
    guard let value else { return [] }
    return values.lines(value, label: label, depth: depth).map { style("+ " + $0, .create) }
  }

  private func marked(_ mark: String, _ text: String, _ depth: Int) -> String {
    let line = mark + " " + indent(depth) + text
    return mark == "+" ? style(line, .create) : mark == "-" ? style(line, .delete) : line
  }

  private func head(_ label: String?) -> String { label.map { "\($0): " } ?? "" }
  private func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }
}
