import CatalogData

/// AWS's resource types and IAM actions, read in place from the binary that is linked into the program.
///
/// The one instance is `ResourceCatalog.aws`. Its values are offsets into the embedded bytes: looking something up neither
/// parses nor allocates. The source is the us-east-1 schema set of a pinned cfn-lint release; see `source`.
public struct ResourceCatalog: Sendable {
  /// The embedded catalogue.
  public static let aws = ResourceCatalog()

  /// Where the catalogue comes from.
  public struct Source: Sendable, Hashable {
    /// The release of cfn-lint whose schemas were read.
    public let cfnLintVersion: String
    /// The release of botocore whose operation names gave IAM actions their spelling.
    public let botocoreVersion: String
    /// The region whose resource types were read.
    public let region: String
    /// The number of resource types.
    public let typeCount: Int
    /// The number of IAM service prefixes.
    public let serviceCount: Int
    /// The number of IAM actions.
    public let actionCount: Int
    /// The size of the embedded catalogue in bytes.
    public let byteCount: Int
  }

  private static let magic: UInt32 = 0x5443_4152
  private static let formatVersion: UInt32 = 1
  private let rows: UInt32
  private let stride: UInt32
  private let count: UInt32

  private init() {
    let size = 4 * (CATALOG_HEADER_WORDS + Int(catalog_header(14))) + Int(catalog_header(15))
    precondition(catalog_header(0) == Self.magic, "the embedded resource catalogue does not start with its mark")
    precondition(catalog_header(1) == Self.formatVersion, "the embedded resource catalogue has another format; regenerate it")
    precondition(size == catalog_data_size(), "the embedded resource catalogue is truncated")
    count = catalog_header(4)
    rows = catalog_header(5)
    stride = catalog_header(6)
  }

  /// Where the catalogue comes from, and how much it holds.
  public var source: Source {
    Source(
      cfnLintVersion: String(CatalogString(offset: catalog_header(2))),
      botocoreVersion: String(CatalogString(offset: catalog_header(11))),
      region: String(CatalogString(offset: catalog_header(3))),
      typeCount: Int(count),
      serviceCount: Int(catalog_header(7)),
      actionCount: Int(catalog_header(9)),
      byteCount: catalog_data_size())
  }

  /// The IAM services and their actions.
  public var actions: ActionCatalog { ActionCatalog() }

  // MARK: Types

  /// All resource types, in the order of their names' bytes.
  public var types: TypeList { TypeList(first: rows, stride: stride, count: count) }

  /// A resource type by its CloudFormation name, such as `AWS::KMS::Key`.
  public func type(_ name: String) -> TypeSchema? {
    let found = name.withCatalogBytes { catalog_find(rows, count, stride, $0.baseAddress, $0.count) }
    return found < 0 ? nil : TypeSchema(row: rows + UInt32(found) * stride)
  }

  /// The resource types of a service such as `AWS::KMS`; empty for an unknown one.
  public func types(ofService service: String) -> TypeList {
    let prefix = service + "::"
    var low: UInt32 = 0
    var high = count
    prefix.withCatalogBytes { bytes in
      while low < high {
        let middle = low + (high - low) / 2
        if catalog_string_compare(catalog_word(rows + middle * stride), bytes.baseAddress, bytes.count) < 0 {
          low = middle + 1
        } else {
          high = middle
        }
      }
    }
    var end = low
    while end < count, CatalogString(offset: catalog_word(rows + end * stride)).hasPrefix(prefix) { end += 1 }
    return TypeList(first: rows + low * stride, stride: stride, count: end - low)
  }

  /// The names of all services, such as `AWS::KMS`, sorted; computed, not stored.
  public var serviceNames: [String] {
    var names: [String] = []
    for type in types {
      let service = type.serviceName
      if names.last != service { names.append(service) }
    }
    return names
  }

  // MARK: Kinds of identifiers

  /// The pattern of a kind of identifier, such as `AWS::EC2::Subnet.Id`, as cfn-lint checks it.
  public func pattern(ofFormat format: CatalogString) -> CatalogString? {
    let table = catalog_header(10)
    for index in 0..<catalog_word(table) where catalog_word(table + 1 + 2 * index) == format.offset {
      return CatalogString(offset: catalog_word(table + 2 + 2 * index))
    }
    return nil
  }
}
