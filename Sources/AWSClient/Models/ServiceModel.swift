import ServiceModelData

/// A service: how its operations are called, and where.
public struct ServiceModel: Sendable, Hashable {
  let row: UInt32

  private func text(_ field: UInt32) -> String? { ModelText(word: service_model_word(row + field))?.string }
  private var bits: UInt32 { service_model_word(row + 4) }

  /// The name that botocore has for it, for example `elbv2`.
  public var name: String { text(0) ?? "" }

  /// The first part of its hosts, for example `elasticloadbalancing`.
  public var endpointPrefix: String { text(1) ?? "" }

  /// The service in the scope of a signature.
  public var signingName: String { text(2) ?? "" }

  /// The service's identifier, for example `Elastic Load Balancing v2`.
  public var serviceID: String { text(3) ?? "" }

  /// The protocol that is used; of several the one that most endpoints understand.
  public var serviceProtocol: ServiceProtocol { ServiceProtocol(rawValue: bits & 0xff) ?? .json }

  /// The version of the API, a date.
  public var apiVersion: String { text(5) ?? "" }

  /// What stands before the operation in `X-Amz-Target`; only for ``ServiceProtocol/json``.
  public var targetPrefix: String? { text(6) }

  /// `1.0` or `1.1`; only for ``ServiceProtocol/json``.
  public var jsonVersion: String? { text(7) }

  /// Whether errors bear the codes that they had in the service's older query protocol, if the request asks for it.
  ///
  /// Smithy's trait `aws.protocols#awsQueryCompatible`.
  public var isQueryCompatible: Bool { bits & 0x100 != 0 }

  /// Whether S3's variations of signing and addressing apply.
  public var usesS3Rules: Bool { bits & 0x200 != 0 }

  /// The operations in the order of their names.
  public var operations: [OperationModel] {
    let stride = service_model_word(row + 10)
    return (0..<service_model_word(row + 8)).map { OperationModel(row: service_model_word(row + 9) + $0 * stride) }
  }

  /// The model of an operation, if it is among those that are embedded.
  public func operation(_ name: String) -> OperationModel? {
    let table = service_model_word(row + 9)
    let stride = service_model_word(row + 10)
    let index = name.withModelBytes { service_model_find(table, service_model_word(row + 8), stride, $0.baseAddress, $0.count) }
    return index < 0 ? nil : OperationModel(row: table + UInt32(index) * stride)
  }
}
