import ServiceModelData

/// The models of AWS services, read in place from the binary that is linked into the program.
///
/// The one instance is `ServiceModels.aws`. Its values are offsets into the embedded bytes: a look-up is a binary search, and nothing is
/// parsed at the start. The source is a pinned release of botocore; `Scripts/service-operations.txt` tells which operations are there.
public struct ServiceModels: Sendable {
  /// The embedded models.
  public static let aws = ServiceModels()

  private static let magic: UInt32 = 0x4C44_4D53
  private static let formatVersion: UInt32 = 1

  private init() {
    let size = 4 * (SERVICE_MODEL_HEADER_WORDS + Int(service_model_header(14))) + Int(service_model_header(15))
    precondition(service_model_header(0) == Self.magic, "the embedded service models do not start with their mark")
    precondition(service_model_header(1) == Self.formatVersion, "the embedded service models have another format; regenerate them")
    precondition(size == service_model_data_size(), "the embedded service models are truncated")
  }

  /// The release of botocore that the models come from.
  public var botocoreVersion: String { ModelText(offset: service_model_header(2)).string }

  /// The services in the order of their names.
  public var services: [ServiceModel] {
    (0..<service_model_header(3)).map { ServiceModel(row: service_model_header(4) + $0 * service_model_header(5)) }
  }

  /// The model of a service under botocore's name, for example `kms` or `elbv2`.
  public func service(_ name: String) -> ServiceModel? {
    let table = service_model_header(4)
    let stride = service_model_header(5)
    let index = name.withModelBytes { service_model_find(table, service_model_header(3), stride, $0.baseAddress, $0.count) }
    return index < 0 ? nil : ServiceModel(row: table + UInt32(index) * stride)
  }
}
