public import StrataDeployment
public import StrataModel

extension EmbeddedCloud {
  /// A made-up text of a secret or parameter that exists; the same for as long as the object lives.
  ///
  /// Values that were written are not kept, so this is not what was written: it stands for what Secrets Manager generates.
  public func secretText(of source: SecretSource, in placement: Placement) async throws(ProviderError) -> String {
    let (name, field) = source.nameAndField
    let (type, property) = source.kind == .secretsManager ? ("AWS::SecretsManager::Secret", "Name") : ("AWS::SSM::Parameter", "Name")
    let object = objects.first { object in
      object.type == type && object.scope.account == placement.account && object.pendingDeletionUntil == nil
        && (object.identifier == name
          || object.scope.region == placement.region && object.properties[property]?.stringValue == name)
    }
    guard let object else {
      throw ProviderError(
        .notFound, "there is no \(type) '\(name)' in \(placement)", serviceCode: "ResourceNotFoundException")
    }
    let seed: PropertyObject = ["Field": .string(field ?? ""), "Identifier": .string(object.identifier)]
    let digest = String(RequestDigest.digest(seed, without: []), radix: 16)
    return "embedded-" + String(repeating: "0", count: 16 - digest.utf8.count) + digest
  }
}
