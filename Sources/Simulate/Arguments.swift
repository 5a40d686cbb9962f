import Foundation

/// What the user asks for.
struct Arguments {
  var scenarios = 0
  var crashPoints = 0
  /// The path of a recorded graph.
  var graph: String?
  var seed: UInt64 = 1
  var workers = ProcessInfo.processInfo.activeProcessorCount
  /// How many failures are shrunk and printed as tests.
  var reproductions = 3
  /// A seed whose whole history is printed, as small as it can be made.
  var history: UInt64?

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  init(_ words: some Sequence<String>) throws(Failure) {
    var rest = Array(words)[...]
    while let word = rest.popFirst() {
      guard let value = rest.popFirst() else { throw Failure(description: "\(word) needs a value") }
      switch word {
      case "--scenarios": scenarios = try Self.number(word, value)
      case "--crash-points": crashPoints = try Self.number(word, value)
      case "--graph": graph = value
      case "--seed": seed = UInt64(try Self.number(word, value))
      case "--workers": workers = max(1, try Self.number(word, value))
      case "--history": history = UInt64(try Self.number(word, value))
      case "--reproductions": reproductions = try Self.number(word, value)
      default: throw Failure(description: "there is no option \(word)")
      }
    }
    if crashPoints > 0, graph == nil { throw Failure(description: "--crash-points needs --graph FILE, the output of 'deploy synth'") }
  }

  private static func number(_ word: String, _ text: String) throws(Failure) -> Int {
    guard let number = Int(text), number >= 0 else { throw Failure(description: "\(word) needs a number, not '\(text)'") }
    return number
  }
}
