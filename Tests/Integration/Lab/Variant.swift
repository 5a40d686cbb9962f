import Foundation
import Strata

/// Which of its three forms the lab has: one after the other, they update and then replace what the one before has made.
struct Variant: Sendable {
  /// Whether every type that can be updated has other properties than at first.
  let isChanged: Bool

  /// Whether a dozen types have other properties that cannot be updated, and three resources other names.
  let isReplaced: Bool

  /// The form that the process's environment names: `a` (or nothing), `b` or `c`.
  static var fromEnvironment: Variant {
    let name = ProcessInfo.processInfo.environment["LAB_VARIANT"] ?? "a"
    return Variant(isChanged: name != "a", isReplaced: name == "c")
  }

  /// A property that is updated.
  func changed<T>(_ first: T, _ then: T) -> T { isChanged ? then : first }

  /// A property, or a logical id, that replaces or renames its resource.
  func replaced<T>(_ first: T, _ then: T) -> T { isReplaced ? then : first }

  /// A resource that had another logical id until the third form.
  func renamed<R: Modifiable>(_ resource: R, from earlier: String) -> R { isReplaced ? resource.renamed(from: earlier) : resource }

  /// One tag stays, one changes, one goes and one comes.
  var tags: Tags {
    changed(
      ["Lab": "moto", "Stage": "first", "Going": "still here"],
      ["Lab": "moto", "Stage": "second", "Coming": "here now"])
  }
}
