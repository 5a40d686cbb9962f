/// Notices that this machine's clock is off, from a refused signature and the time of the answer.
enum ClockSkew {
  /// Codes that say so.
  private static let definiteCodes: Set = ["RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"]
  /// Codes that services also use when the signature itself is wrong.
  private static let possibleCodes: Set = [
    "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure", "InvalidSignature",
  ]
  /// Services accept five minutes, S3 fifteen; less than four cannot be the reason.
  private static let tolerance = 240.0

  /// How many seconds AWS is ahead of the time that was signed; `nil` where the clock is not the reason.
  static func difference(_ error: AWSError, date: String?, signedAt: Double) -> Double? {
    guard definiteCodes.contains(error.code) || possibleCodes.contains(error.code),
      let time = date.flatMap(CalendarTime.seconds(httpDate:))
    else { return nil }
    let difference = time - signedAt
    return abs(difference) > tolerance ? difference : nil
  }

  /// Whether an error says that the clock is off, with or without a time to correct it by.
  static func isDefinite(_ error: AWSError) -> Bool { definiteCodes.contains(error.code) }

  /// A difference in words, for example `1 hour`.
  static func words(_ seconds: Double) -> String {
    let minutes = Int((abs(seconds) / 60).rounded())
    if minutes < 60 { return minutes == 1 ? "1 minute" : "\(minutes) minutes" }
    let hours = (minutes + 30) / 60
    if hours < 48 { return hours == 1 ? "1 hour" : "\(hours) hours" }
    return "\(hours / 24) days"
  }
}
