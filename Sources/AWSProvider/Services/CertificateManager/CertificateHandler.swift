import AWSClient
import StrataModel

/// Public certificates: acm:RequestCertificate and its companions.
///
/// As in CloudFormation, a zone that the declaration names for a domain gets the record that proves the domain, and the certificate is waited
/// for until it is issued. Without a zone nobody here can prove it: the certificate is made, and stays in PENDING_VALIDATION until its records
/// stand. The records remain when the certificate goes, because all certificates of an account for one domain share them.
struct CertificateHandler: ResourceHandler {
  static let type = "AWS::CertificateManager::Certificate"
  static let waits: Set<Intent.Operation> = [.create, .update]

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    var input = call.input("acm", "RequestCertificate", omitting: ["DomainValidationOptions", "Tags"])
    input["IdempotencyToken"] = call.token.map { .string($0) }
    input["DomainValidationOptions"] = mailDomains(call)
    input["Options"] = options(call.properties)
    input["Tags"] = call.tagList()
    guard let arn = try await call.send("acm", "RequestCertificate", input)["CertificateArn"]?.string else {
      throw ProviderFailure.invalid("acm:RequestCertificate answered without a certificate.")
    }
    var attributes: PropertyObject = ["Id": .string(arn)]
    let alternatives = MemberChange.texts(call.properties["SubjectAlternativeNames"]).filter { $0 != call.text("DomainName") }
    if !alternatives.isEmpty { attributes["SubjectAlternativeNames"] = .array(alternatives.map { .string($0) }) }
    return CreatedObject(arn, attributes: attributes)
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    guard let certificate = try await describe(call) else { return nil }
    var document = call.document(certificate, renaming: ["Id": "CertificateArn"], omitting: ["DomainValidationOptions"])
    // ACM adds the name itself to the alternatives.
    let name = certificate["DomainName"]?.string
    document["SubjectAlternativeNames"] = .array(
      (certificate["SubjectAlternativeNames"]?.list ?? []).compactMap { $0.string }.filter { $0 != name }.map { .string($0) })
    document["ValidationMethod"] = certificate["DomainValidationOptions"]?.list?.first?["ValidationMethod"]?.string.map { .string($0) }
    if let preference = certificate["Options"]?["CertificateTransparencyLoggingPreference"]?.string {
      document["CertificateTransparencyLoggingPreference"] = .string(preference)
    }
    if let export = certificate["Options"]?["Export"]?.string { document["CertificateExport"] = .string(export) }
    let tags = try await call.send("acm", "ListTagsForCertificate", ["CertificateArn": .string(call.identifier)])
    document["Tags"] = call.document(tags)["Tags"]
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let arn = AWSValue.string(call.identifier)
    if call.changed.contains("CertificateTransparencyLoggingPreference") || call.changed.contains("CertificateExport") {
      try await call.send(
        "acm", "UpdateCertificateOptions",
        ["CertificateArn": arn, "Options": options(call.properties) ?? ["CertificateTransparencyLoggingPreference": "ENABLED"]])
    }
    try await call.updateTags { tags in
      try await call.send("acm", "AddTagsToCertificate", ["CertificateArn": arn, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send(
        "acm", "RemoveTagsFromCertificate", ["CertificateArn": arn, "Tags": .list(keys.map { ["Key": .string($0)] })])
    }
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("acm", "DeleteCertificate", ["CertificateArn": .string(call.identifier)])
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    let name = filter.text("DomainName")
    // Without this filter only RSA certificates of 2048 bits are listed.
    let kinds = AWSValue.strings(["RSA_1024", "RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1"])
    let all = try await call.pages("acm", "ListCertificates", ["Includes": ["keyTypes": kinds]])
    return all.filter { name == nil || $0["DomainName"]?.string == name }.compactMap { $0["CertificateArn"]?.string }
  }

  func readiness(_ call: ResourceCall, after operation: Intent.Operation) async throws -> Readiness {
    guard let zones = call.memo.map(ValidationZones.init(text:)) else { return .ready }
    guard let certificate = try await describe(call) else { return .pending(after: 1_000) }
    switch certificate["Status"]?.string {
    case "PENDING_VALIDATION":
      let isProven = try await zones.prove(certificate, call)
      return .pending(after: isProven ? 10_000 : 2_000)
    case "FAILED", "VALIDATION_TIMED_OUT", "REVOKED", "EXPIRED":
      return .failed(certificate["FailureReason"]?.string ?? "The certificate is in state \(certificate["Status"]?.string ?? "").")
    default: return .ready
    }
  }

  func memo(_ call: ResourceCall) -> String? { ValidationZones(declared: call.properties).text }

  private func describe(_ call: ResourceCall) async throws -> AWSValue? {
    let arn = AWSValue.string(call.identifier)
    return try await call.find("acm", "DescribeCertificate", ["CertificateArn": arn], absent: ["ResourceNotFoundException"])?["Certificate"]
  }

  /// The domains of the mail addresses that are asked, where declared; a zone is no matter of ACM.
  private func mailDomains(_ call: ResourceCall) -> AWSValue? {
    let entries = (call.properties["DomainValidationOptions"]?.arrayValue ?? []).compactMap { option -> AWSValue? in
      guard let name = option["DomainName"]?.stringValue, let domain = option["ValidationDomain"]?.stringValue else { return nil }
      return ["DomainName": .string(name), "ValidationDomain": .string(domain)]
    }
    return entries.isEmpty ? nil : .list(entries)
  }

  private func options(_ properties: PropertyObject) -> AWSValue? {
    var options: [String: AWSValue] = [:]
    options["CertificateTransparencyLoggingPreference"] = AWSValue(properties["CertificateTransparencyLoggingPreference"])
    options["Export"] = AWSValue(properties["CertificateExport"])
    return options.isEmpty ? nil : .structure(options)
  }
}
