/// The engine that plans and applies.
enum Engine {
  /// The version that plans, state and journals are marked with; another major version refuses them.
  static let version = "0.1.0"
}
