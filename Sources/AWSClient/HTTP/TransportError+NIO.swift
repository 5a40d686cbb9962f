import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

extension TransportError {
  /// What an error of the connection library means; only what happens before a request is written is certain not to reach the service.
  init(_ error: any Error, largestBody: Int) {
    switch error {
    case let error as HTTPClientError: self.init(error)
    case let error as NIOConnectionError: self.init(error)
    case let error as NIOSSLError: self.init(error)
    case let error as NIOSSLExtraError:
      let isOtherHost = error == .failedToValidateHostname
      self.init(.tls, isOtherHost ? "the certificate is for another host" : "\(error)", mayHaveReachedService: !isOtherHost)
    case let error as IOError where error.errnoCode == ECONNREFUSED:
      self.init(.connectionRefused, "connection refused", mayHaveReachedService: false)
    case let error as IOError: self.init(.connectionClosed, error.localizedDescription, mayHaveReachedService: true)
    case HTTPParserError.invalidEOFState:
      self.init(.connectionClosed, "the connection was closed in the middle of an answer", mayHaveReachedService: true)
    case let error as HTTPParserError: self.init(.other, "the answer is no HTTP: \(error)", mayHaveReachedService: true)
    case is CancellationError: self.init(.cancelled, "cancelled", mayHaveReachedService: true)
    case is NIOTooManyBytesError:
      self.init(.other, "the answer has more than \(largestBody >> 20) MiB", mayHaveReachedService: true)
    case ChannelError.connectTimeout: self.init(.connectionTimeout, "no connection in time", mayHaveReachedService: false)
    default: self.init(.other, "\(error)", mayHaveReachedService: true)
    }
  }

  private init(_ error: HTTPClientError) {
    switch error {
    case .connectTimeout, .getConnectionFromPoolTimeout:
      self.init(.connectionTimeout, "no connection in time", mayHaveReachedService: false)
    case .tlsHandshakeTimeout: self.init(.tls, "the handshake took too long", mayHaveReachedService: false)
    case .httpProxyHandshakeTimeout, .invalidProxyResponse, .proxyAuthenticationRequired:
      self.init(.other, "the proxy refused: \(error.shortDescription)", mayHaveReachedService: false)
    case .invalidURL, .emptyHost, .emptyScheme, .alreadyShutdown:
      self.init(.other, error.shortDescription, mayHaveReachedService: false)
    case .remoteConnectionClosed, .uncleanShutdown:
      self.init(.connectionClosed, "the connection was closed", mayHaveReachedService: true)
    case .readTimeout, .writeTimeout, .deadlineExceeded: self.init(.timeout, "no complete answer in time", mayHaveReachedService: true)
    case .cancelled, .requestStreamCancelled: self.init(.cancelled, "cancelled", mayHaveReachedService: true)
    default: self.init(.other, error.shortDescription, mayHaveReachedService: true)
    }
  }

  private init(_ error: NIOConnectionError) {
    if error.connectionErrors.isEmpty, error.dnsAError != nil || error.dnsAAAAError != nil {
      self.init(.unknownHost, "the name \(error.host) cannot be resolved", mayHaveReachedService: false)
    } else if error.connectionErrors.contains(where: { ($0.error as? IOError)?.errnoCode == ECONNREFUSED }) {
      // Where a proxy is used, this is its address.
      self.init(.connectionRefused, "the connection to \(error.host):\(error.port) was refused", mayHaveReachedService: false)
    } else if error.connectionErrors.contains(where: { if case ChannelError.connectTimeout = $0.error { true } else { false } }) {
      self.init(.connectionTimeout, "no connection in time", mayHaveReachedService: false)
    } else {
      let reasons = error.connectionErrors.map { "\($0.error)" }.joined(separator: ", ")
      self.init(.other, "no connection: \(reasons)", mayHaveReachedService: false)
    }
  }

  private init(_ error: NIOSSLError) {
    switch error {
    case .handshakeFailed(let reason):
      // The library's text names places in its source, which helps nobody.
      let isUntrusted = "\(reason)".contains("CERTIFICATE_VERIFY_FAILED")
      let message = isUntrusted ? "the certificate is not trusted" : "the handshake failed: \(Self.reason(reason))"
      self.init(.tls, message, mayHaveReachedService: false)
    case .noCertificateToValidate, .unableToValidateCertificate: self.init(.tls, "\(error)", mayHaveReachedService: false)
    case .uncleanShutdown: self.init(.connectionClosed, "the connection was cut off", mayHaveReachedService: true)
    default: self.init(.tls, "\(error)", mayHaveReachedService: true)
    }
  }

  /// The reason in the words of the TLS library, for example `WRONG_VERSION_NUMBER`.
  private static func reason(_ error: BoringSSLError) -> String {
    let words = "\(error)".split { !($0.isUppercase || $0 == "_" || $0.isNumber) }
    let reasons = words.filter { $0.contains("_") && !$0.hasSuffix("_") }
    return reasons.isEmpty ? "the other side closed the connection" : reasons.joined(separator: ", ")
  }
}
