/// Asks the user for the code of a multi-factor device, named by its serial number or ARN; `nil` where nobody can be asked.
public typealias MFACode = @Sendable (_ device: String) async -> String?
