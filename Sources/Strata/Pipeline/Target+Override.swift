import StrataLanguage
import StrataModel

extension Environment.Target {
  /// The target that `--target` names, with this one's account.
  ///
  /// - Throws: ``CommandFailure`` for text that names none.
  func overridden(by text: String?) throws(CommandFailure) -> Environment.Target {
    switch text {
    case nil: return self
    case "embedded"?: return .embedded(account: account)
    case "aws"?: return .aws(account: account)
    case let url? where url.hasPrefix("http://") || url.hasPrefix("https://"): return .endpoint(url, account: account)
    case let other?:
      throw CommandFailure(
        Diagnostic(
          .error, code: "unknown-target", "'\(other)' is no target", remedy: "use 'embedded', 'aws', or the URL of an emulator"))
    }
  }

  /// What tells the state of this target from that of the environment's own, in the name of a folder.
  ///
  /// What an emulator holds is another set of objects than what AWS holds, so it has a state of its own.
  var stateSuffix: String {
    switch self {
    case .embedded: "embedded"
    case .aws: "aws"
    case .endpoint(let url, _):
      String(url.drop { $0 != "/" }.drop { $0 == "/" }.map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" })
    }
  }

  /// The target in a few words.
  var summary: String {
    switch self {
    case .embedded: "embedded cloud"
    case .aws: "AWS"
    case .endpoint(let url, _): url
    }
  }

  /// Whether a deployment changes nothing outside of this machine's folder of state.
  var isEmbedded: Bool {
    if case .embedded = self { true } else { false }
  }
}

extension StateStore {
  /// Where the state is, in one word for scripts.
  var summary: String {
    switch place {
    case .local: "local"
    case .s3(let place): "s3://\(place.bucket)/\(place.prefix)"
    }
  }
}
