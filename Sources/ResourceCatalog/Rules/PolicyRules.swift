/// Rules of policy documents that stand by themselves, as a macro sees them.
public enum PolicyRules {
  /// Everything that is wrong with a policy document; a document that is text is not looked into.
  public static func violations<Value: ValidatableValue>(in document: Value, kind: PolicyKind) -> [RuleViolation] {
    var check = DocumentCheck(typeName: "policy document", options: ValidationOptions())
    check.checkPolicy(LiteralValue(document), kind)
    return check.violations
  }
}
