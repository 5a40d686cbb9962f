import StrataModel

/// The form of an identifier, an ARN or another generated value, such as `arn:{partition}:kms:{region}:{account}:key/{KeyId}`.
///
/// Placeholders: `{partition}`, `{region}`, `{account}`, `{suffix}` (the partition's domain), `{hex17}`, `{lower9}`, `{upper13}`, `{mixed6}`,
/// `{digits4}`, `{uuid}`, `{date}`, `{zone}`, `{ip}` and `{publicIp}`; any other is a property or an attribute that is already known, by its path.
/// `{tail:Path}` takes what follows the last `/` or `:` of a value, `{fold:Path}` its lowercase form,
/// `{default:Path|text}` a text where there is no value, `{after7:Path}` what follows its first 7 characters.
struct IdentityTemplate: Sendable {
  enum Form: Sendable { case plain, tail, fold, after(Int) }

  enum Segment: Sendable {
    case literal([UInt8])
    case partition, region, account, suffix, date, uuid, zone, ip, publicIP
    case hexadecimal(Int), lowercase(Int), uppercase(Int), mixed(Int), digits(Int)
    case value(path: [String], form: Form, fallback: String)
  }

  let segments: [Segment]

  init(_ text: String) {
    var segments: [Segment] = []
    var literal: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.first {
      rest = rest.dropFirst()
      guard byte == UInt8(ascii: "{"), let close = rest.firstIndex(of: UInt8(ascii: "}")) else {
        literal.append(byte)
        continue
      }
      if !literal.isEmpty { segments.append(.literal(literal)) }
      literal = []
      segments.append(Self.segment(String(rest[..<close]) ?? ""))
      rest = rest[rest.index(after: close)...]
    }
    if !literal.isEmpty { segments.append(.literal(literal)) }
    self.segments = segments
  }

  private static func segment(_ name: String) -> Segment {
    switch name {
    case "partition": return .partition
    case "region": return .region
    case "account": return .account
    case "suffix": return .suffix
    case "date": return .date
    case "uuid": return .uuid
    case "zone": return .zone
    case "ip": return .ip
    case "publicIp": return .publicIP
    default: break
    }
    for (prefix, make) in counted {
      if name.hasPrefix(prefix), let count = Int(name.dropFirst(prefix.count)) { return make(count) }
    }
    if name.hasPrefix("tail:") { return .value(path: path(name.dropFirst(5)), form: .tail, fallback: "") }
    if name.hasPrefix("fold:") { return .value(path: path(name.dropFirst(5)), form: .fold, fallback: "") }
    if name.hasPrefix("default:"), let bar = name.firstIndex(of: "|") {
      return .value(
        path: path(name[name.index(name.startIndex, offsetBy: 8)..<bar]), form: .plain, fallback: String(name[name.index(after: bar)...]))
    }
    if name.hasPrefix("after"), let colon = name.firstIndex(of: ":"),
      let count = Int(name[name.index(name.startIndex, offsetBy: 5)..<colon])
    {
      return .value(path: path(name[name.index(after: colon)...]), form: .after(count), fallback: "")
    }
    return .value(path: path(name[...]), form: .plain, fallback: "")
  }

  private static let counted: [(String, @Sendable (Int) -> Segment)] = [
    ("hex", { .hexadecimal($0) }), ("lower", { .lowercase($0) }), ("upper", { .uppercase($0) }), ("mixed", { .mixed($0) }),
    ("digits", { .digits($0) }),
  ]

  private static func path(_ text: Substring) -> [String] { text.split(whereSeparator: { $0 == "." || $0 == "/" }).map(String.init) }
}
