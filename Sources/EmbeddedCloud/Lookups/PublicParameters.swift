/// Made-up values of the parameters that AWS publishes: of the right form, another for each name and region.
///
/// Source: AWS Systems Manager User Guide, "Discovering public parameters in Parameter Store".
enum PublicParameters {
  static func value(of name: String, in region: String) -> String? {
    guard name.hasPrefix("/aws/service/") else { return nil }
    let parts = name.split(separator: "/")
    guard parts.count > 3, let last = parts.last else { return nil }
    let isImage =
      ["ami-amazon-linux-latest", "ami-windows-latest", "ami-macos-latest", "ami-windows-isolated-latest"].contains(parts[2])
      ? parts.count == 4 : imageNames.contains(last) || parts[2] == "freebsd" || parts[2] == "suse"
    return isImage ? "ami-0" + digits(name, region, 16) : nil
  }

  /// What parameters that hold the id of an image are called, by vendor.
  private static let imageNames: Set<Substring> = ["image_id", "image-id", "ami-id", "ami_id"]

  private static func digits(_ name: String, _ region: String, _ count: Int) -> String {
    // FNV-1a, 64 bits (Fowler, Noll, Vo).
    var hash: UInt64 = 14_695_981_039_346_656_037
    for byte in (name + "\u{0}" + region).utf8 { hash = (hash ^ UInt64(byte)) &* 1_099_511_628_211 }
    var random = CloudRandom(seed: 0x5EED, salt: hash)
    var bytes: [UInt8] = []
    random.append(count, of: "0123456789abcdef", to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
