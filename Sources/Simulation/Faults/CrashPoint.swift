package import StrataModel

/// A moment at which a process can die: right before or right after something that it does to the world.
package struct CrashPoint: Sendable, Hashable, CustomStringConvertible {
  /// On which side of the act.
  package enum Side: String, Sendable, Hashable {
    case before, after
    /// The answer has come, and nothing was made of it yet.
    case answered
  }

  /// What is done.
  package enum Act: Sendable, Hashable {
    /// An operation on a file.
    case file(String)
    /// A call to the cloud.
    case call(String)
  }

  /// Counted from the beginning of the process.
  package var number: Int
  package var side: Side
  package var act: Act
  /// The file's path, or the type and the object of a call.
  package var subject: String
  /// The resource that a call was about, as far as that can be told.
  package var address: ResourceAddress?

  package var description: String {
    let place = side == .answered ? "after the answer to" : side.rawValue
    switch act {
    case .file(let operation): return "\(place) '\(operation)\(subject.isEmpty ? "" : " " + subject)' (point \(number))"
    case .call(let kind): return "\(place) the call '\(kind) \(subject)' (point \(number))"
    }
  }
}
