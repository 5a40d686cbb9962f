public import StrataModel

/// A kind of resource that IAM policies name by ARN, for example `kms key`.
public struct ResourceKind: Sendable, Hashable {
  /// The kind's name in the Service Authorization Reference, with `_` for spaces.
  public let name: String
  /// The four parts of the ARN after the partition; `{…}` stands for what differs between resources.
  let service: String
  let region: String
  let account: String
  let resource: String

  init?(_ name: Substring, template: Substring) {
    let parts = template.split(separator: ":", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4 else { return nil }
    self.name = String(name)
    (service, region, account, resource) = (parts[0], parts[1], parts[2], parts[3])
  }

  /// What alternatives of one kind have in common: `loadbalancer/app/` and `loadbalancer/net/` are load balancers.
  public var family: Substring { name.prefix { $0 != "/" } }

  /// Whether an ARN, or a pattern of ARNs, is of this kind.
  public func matches(_ arn: String) -> Bool {
    let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
    guard parts.count == 6, parts[2] == service else { return false }
    return Self.fits(region, parts[3]) && Self.fits(account, parts[4]) && fits(parts[5])
  }

  /// What lies below a resource: the objects of a bucket, the streams of a log group; `nil` if this kind does not lie below the other.
  public func pattern(below arn: String, of parent: ResourceKind) -> String? {
    guard parent != self, parent.service == service, parent.region == region, parent.account == account,
      resource.hasPrefix(parent.resource), parent.matches(arn)
    else { return nil }
    let rest = resource.dropFirst(parent.resource.count)
    return rest.isEmpty ? nil : arn + Self.filled(rest) { _, _ in "*" }
  }

  /// The ARN in a placement with what is known filled in, and `*` for the rest.
  ///
  /// - Parameter value: the value for a place by its name in the reference, for example `BucketName`; `nil` where it is not known.
  public func pattern(in placement: Placement, value: (Substring) -> String? = { _ in nil }) -> String {
    let place = { (part: String, own: String) in part.hasPrefix("{") ? own : part }
    let name = Self.filled(resource[...]) { place, before in
      guard let text = value(place) else { return "*" }
      // `alias/…` and `/…` are parts of some names, and of the ARN's own text.
      if before.hasSuffix("/"), text.hasPrefix("/") { return String(text.dropFirst()) }
      let own = before.end { $0 != ":" && $0 != "}" }
      if !own.isEmpty, text.hasPrefix(own) { return String(text.dropFirst(own.count)) }
      let last = own.end { $0 != "/" }
      return !last.isEmpty && text.hasPrefix(last) ? String(text.dropFirst(last.count)) : text
    }
    return "arn:\(placement.partition):\(service):\(place(region, placement.region)):\(place(account, placement.account)):\(name)"
  }

  /// The names of the places in the part that tells resources apart.
  public var places: [Substring] {
    var places: [Substring] = []
    _ = Self.filled(resource[...]) { place, _ in
      places.append(place)
      return ""
    }
    return places
  }

  private static func fits(_ part: String, _ text: Substring) -> Bool { part.hasPrefix("{") ? !text.isEmpty : part == text }

  private func fits(_ text: Substring) -> Bool {
    var rest = text
    var template = resource[...]
    var isOpen = false
    while !template.isEmpty {
      if template.first == "{" {
        guard let close = template.firstIndex(of: "}") else { return false }
        template = template[template.index(after: close)...]
        guard !rest.isEmpty else { return false }
        rest = rest.dropFirst()
        isOpen = true
        continue
      }
      let literal = template.prefix { $0 != "{" }
      template = template.dropFirst(literal.count)
      if !isOpen {
        guard rest.hasPrefix(literal) else { return false }
        rest = rest.dropFirst(literal.count)
      } else if template.isEmpty {
        guard rest.hasSuffix(literal) else { return false }
        rest = ""
      } else {
        guard let found = rest.firstRange(of: literal) else { return false }
        rest = rest[found.upperBound...]
      }
      isOpen = false
    }
    return isOpen || rest.isEmpty
  }

  /// A text with its places filled; each is told what stands before it.
  private static func filled(_ text: Substring, _ value: (_ place: Substring, _ before: Substring) -> String) -> String {
    var result = ""
    var rest = text
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      result += value(rest[rest.index(after: open)..<close], rest[..<open])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}

extension Substring {
  /// The longest end whose characters all satisfy a condition.
  fileprivate func end(while condition: (Character) -> Bool) -> Substring {
    var start = endIndex
    while start > startIndex, condition(self[index(before: start)]) { start = index(before: start) }
    return self[start...]
  }
}
