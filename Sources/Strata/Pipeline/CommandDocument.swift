import StrataModel
import Synchronization

/// What a command that plans and applies tells programs: one document, however many plans it makes.
///
/// A plan that was not applied is the document. Otherwise it is the result, with the plan under `plan`; what a rollback in the same command
/// planned and did stands under `rollbacks`.
final class CommandDocument: Sendable {
  private struct Part {
    var plan: PropertyValue
    var result: PropertyValue?

    var value: PropertyValue {
      guard case .object(var object)? = result else { return plan }
      object["plan"] = plan
      return .object(object)
    }
  }

  private let parts = Mutex<[Part]>([])

  /// Adds a plan that was made.
  func add(plan: PropertyValue) { parts.withLock { $0.append(Part(plan: plan)) } }

  /// Adds what became of the last plan.
  func add(result: PropertyValue) {
    parts.withLock { parts in
      guard let last = parts.indices.last else { return }
      parts[last].result = result
    }
  }

  /// Whether the command talks to a program.
  var isEmpty: Bool { parts.withLock { $0.isEmpty } }

  /// The document, once: nothing is left for the next to take.
  func take() -> PropertyValue? {
    let parts = parts.withLock { parts in
      defer { parts = [] }
      return parts
    }
    guard let first = parts.first else { return nil }
    guard parts.count > 1, case .object(var object) = first.value else { return first.value }
    object["rollbacks"] = .array(parts.dropFirst().map(\.value))
    return .object(object)
  }
}
