/// How the items of each type that costs money are found.
enum ServiceCosts {
  typealias Estimate = @Sendable (inout ResourceCosts) -> Void

  static let byType: [String: Estimate] = [compute, database, storage, network, edge, security, detection, monitoring, delivery, messaging]
    .reduce(into: [:]) { $0.merge($1) { first, _ in first } }
}
