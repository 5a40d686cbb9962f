import Crypto
import Foundation

/// The file in which the AWS CLI keeps the token of a sign-in: named for the SHA-1 of the session's name, or of its address.
struct SSOTokenCache: Sendable {
  let path: String
  private let files: UserFiles

  init(session: String, environment: [String: String], files: UserFiles) {
    let digest = Insecure.SHA1.hash(data: Data(session.utf8)).map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
    path = SharedConfiguration.expanded("~/.aws/sso/cache/\(digest).json", environment)
    self.files = files
  }

  func read() -> SSOToken? { files.read(path).flatMap { try? JSONDecoder().decode(SSOToken.self, from: Data($0.utf8)) } }

  /// Writes a token; where that fails, the next renewal asks for a new sign-in.
  func write(_ token: SSOToken) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    if let data = try? encoder.encode(token) { _ = files.write(path, String(decoding: data, as: UTF8.self)) }
  }
}
