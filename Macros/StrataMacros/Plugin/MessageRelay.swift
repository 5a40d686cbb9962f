import Dispatch

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Stands between the compiler and swift-syntax, and answers what needs no parsing: see ``AttributeQuestion``.
///
/// The compiler writes messages to standard input, each behind its length in eight bytes, and waits for an answer on standard output before it
/// sends the next, so that the answers of the relay and those of swift-syntax never meet. Everything else passes through unchanged.
enum MessageRelay {
  /// Puts a pipe in the place of standard input, and passes on from there.
  ///
  /// Where there is no pipe to be had, swift-syntax answers everything.
  static func start() {
    #if !os(Windows)
    var ends: (read: CInt, write: CInt) = (-1, -1)
    let made = withUnsafeMutableBytes(of: &ends) { pipe($0.assumingMemoryBound(to: CInt.self).baseAddress) }
    let relay = Relay(input: dup(STDIN_FILENO), pipe: ends.write, output: dup(STDOUT_FILENO))
    guard made == 0, relay.input >= 0, relay.output >= 0, dup2(ends.read, STDIN_FILENO) >= 0 else { return }
    _ = close(ends.read)
    DispatchQueue(label: "message relay").async { relay.run() }
    #endif
  }
}

#if !os(Windows)
private struct Relay {
  /// Where the compiler's messages come from.
  var input: CInt
  /// Where swift-syntax reads them.
  var pipe: CInt
  /// Where the compiler reads answers.
  var output: CInt

  /// Passes messages on until the compiler has no more, or nobody reads them.
  func run() {
    defer { _ = close(pipe) }
    let header = MemoryLayout<UInt64>.size
    while let length = receive(header),
      let message = receive(Int(UInt64(littleEndian: length.withUnsafeBytes { $0.load(as: UInt64.self) })))
    {
      let isAnswered = message.withUnsafeBytes { AttributeQuestion.isAnsweredWithNone($0) }
      let answer = isAnswered ? Array(AttributeQuestion.none.utf8) : message
      let count = UInt64(answer.count).littleEndian
      let target = isAnswered ? output : pipe
      guard send(withUnsafeBytes(of: count) { Array($0) } + answer, to: target) else { return }
    }
  }

  /// The next bytes of the input, or `nil` at its end.
  private func receive(_ count: Int) -> [UInt8]? {
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let got = read(input, base + filled, count - filled)
        if got < 0, errno == EINTR { continue }
        if got <= 0 {
          isWhole = false
          return
        }
        filled += got
      }
    }
    return isWhole ? bytes : nil
  }

  private func send(_ bytes: [UInt8], to target: CInt) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let base = buffer.baseAddress {
        let put = write(target, base + written, buffer.count - written)
        if put < 0, errno == EINTR { continue }
        if put <= 0 { return false }
        written += put
      }
      return true
    }
  }
}
#endif
