import Strata

extension JMS {
  /// A tenant: a court whose data is encrypted with a key of its own.
  struct Tenant: Sendable, Hashable {
    /// The id in names, tags and encryption contexts: 3 to 40 lowercase letters, digits and hyphens.
    ///
    /// It is for good: data is bound to it.
    let id: String

    /// Who pays: "resource tagging enables per-tenant cost allocation".
    let costCenter: String

    /// Whether the tenant's key and secret have replicas in the recovery region.
    ///
    /// 0.14 Decided when the tenant is added: a single-Region key cannot become a multi-Region key.
    let isReplicated: Bool

    /// The file and line that name the tenant.
    let file: String
    let line: Int

    /// Creates a tenant; its mistakes are reported at the line of the call.
    init(_ id: String, costCenter: String, isReplicated: Bool = false, file: String = #fileID, line: Int = #line) {
      self.id = id
      self.costCenter = costCenter
      self.isReplicated = isReplicated
      self.file = file
      self.line = line
    }

    /// What is wrong with the tenant's values.
    var mistake: (message: String, remedy: String)? {
      guard Self.isID(id) else {
        return (
          "'\(id)' cannot be the id of a tenant",
          "use 3 to 40 lowercase letters, digits and hyphens, beginning and ending with a letter or digit"
        )
      }
      guard !costCenter.isEmpty, costCenter.utf8.count <= 256 else {
        return ("the tenant '\(id)' has no cost center, or one of more than 256 characters", "name who pays for the tenant")
      }
      return nil
    }

    private static func isID(_ text: String) -> Bool {
      let bytes = Array(text.utf8)
      guard (3...40).contains(bytes.count), bytes.first != hyphen, bytes.last != hyphen else { return false }
      for byte in bytes where !(97...122).contains(byte) && !(48...57).contains(byte) && byte != hyphen { return false }
      return true
    }

    private static let hyphen = UInt8(ascii: "-")
  }
}
