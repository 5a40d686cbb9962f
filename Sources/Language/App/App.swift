/// The program: its environments.
///
/// Mark the conforming type with `@main`.
///
/// ```swift
/// @main struct Deploy: App {
///   var environments: some Environments {
///     Environment("pilot", region: .usEast1, target: .embedded) { serenity(.pilot) }
///     Environment("production", region: .usEast1, target: .aws(account: "123456789012")) { serenity(.production) }
///   }
/// }
/// ```
public protocol App {
  /// The type of ``environments``.
  associatedtype Body: Environments

  /// The environments that the program can deploy.
  @EnvironmentsBuilder var environments: Body { get }

  /// Creates the program.
  init()
}
