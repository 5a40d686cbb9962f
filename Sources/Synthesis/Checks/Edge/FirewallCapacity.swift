import StrataModel

/// The least capacity units that statements of a web ACL need.
///
/// Source: AWS WAF developer guide, "AWS Managed Rules rule groups list" and the pages of the statements; read from memory, unverified.
enum FirewallCapacity {
  private static let managedGroups: [String: Int] = [
    "AWSManagedRulesCommonRuleSet": 700, "AWSManagedRulesAdminProtectionRuleSet": 100, "AWSManagedRulesKnownBadInputsRuleSet": 200,
    "AWSManagedRulesSQLiRuleSet": 200, "AWSManagedRulesLinuxRuleSet": 200, "AWSManagedRulesUnixRuleSet": 100,
    "AWSManagedRulesWindowsRuleSet": 200, "AWSManagedRulesPHPRuleSet": 100, "AWSManagedRulesWordPressRuleSet": 100,
    "AWSManagedRulesAmazonIpReputationList": 25, "AWSManagedRulesAnonymousIpList": 50, "AWSManagedRulesBotControlRuleSet": 50,
    "AWSManagedRulesATPRuleSet": 50, "AWSManagedRulesACFPRuleSet": 50,
  ]

  /// The units of a statement and of what it holds; 1 for what is not listed.
  static func least(of statement: PropertyValue?) -> Int {
    guard let fields = statement?.objectValue?.fields, let field = fields.first else { return 0 }
    switch field.key {
    case "ManagedRuleGroupStatement":
      let isAmazon = field.value["VendorName"]?.stringValue == "AWS"
      return isAmazon ? field.value["Name"]?.stringValue.flatMap { managedGroups[$0] } ?? 1 : 1
    case "RateBasedStatement": return 2 + least(of: field.value["ScopeDownStatement"])
    case "XssMatchStatement": return 40
    case "SqliMatchStatement": return 20
    case "AndStatement", "OrStatement": return field.value["Statements"]?.elements.reduce(0) { $0 + least(of: $1) } ?? 1
    case "NotStatement": return least(of: field.value["Statement"])
    default: return 1
    }
  }
}
