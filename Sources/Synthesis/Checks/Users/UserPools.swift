import StrataLanguage
import StrataModel

/// What a user pool's plan, factors and settings need of each other.
struct UserPools: GraphCheck {
  let types = ["AWS::Cognito::UserPool", "AWS::Cognito::UserPoolRiskConfigurationAttachment", "AWS::Cognito::LogDeliveryConfiguration"]
  let source = """
    Cognito developer guide, "User pool feature plans" (threat protection and its logs need PLUS) and "Adding MFA" (SMS needs SmsConfiguration)
    """

  func run(_ program: ProgramIndex, _ report: inout DiagnosticReport) {
    for index in program.indices(of: "AWS::Cognito::UserPool") { check(program.resources[index], &report) }
    for index in program.indices(of: "AWS::Cognito::UserPoolRiskConfigurationAttachment") {
      demandPlus(of: program.resources[index].properties["UserPoolId"], "a risk configuration", by: index, program, &report)
    }
    for index in program.indices(of: "AWS::Cognito::LogDeliveryConfiguration") {
      let logs = program.resources[index].properties["LogConfigurations"]?.elements ?? []
      if logs.contains(where: { $0["EventSource"]?.stringValue == "userAuthEvents" }) {
        demandPlus(of: program.resources[index].properties["UserPoolId"], "a log of userAuthEvents", by: index, program, &report)
      }
    }
  }

  private func check(_ pool: DeclaredResource, _ report: inout DiagnosticReport) {
    if let mode = pool.properties.value(at: "UserPoolAddOns", "AdvancedSecurityMode")?.stringValue, mode != "OFF", !isPlus(pool) {
      report.error(
        "user-pool-plan", "AdvancedSecurityMode \(mode) needs UserPoolTier PLUS, not \(plan(of: pool))",
        remedy: "set UserPoolTier to PLUS (priced per active user)", at: pool, path: "UserPoolAddOns.AdvancedSecurityMode")
    }
    let factors = pool.properties["EnabledMfas"]?.arrayValue
    let mode = pool.properties["MfaConfiguration"]?.stringValue
    if factors?.contains("SMS_MFA") == true, pool.properties["SmsConfiguration"] == nil {
      report.error(
        "sms-without-configuration", "EnabledMfas has SMS_MFA, which needs SmsConfiguration",
        remedy: "give SmsConfiguration with the ARN of a role that trusts cognito-idp.amazonaws.com", at: pool, path: "EnabledMfas")
    }
    if mode == "ON" || mode == "OPTIONAL", pool.properties["EnabledMfas"] == nil || factors?.isEmpty == true {
      report.error(
        "mfa-without-factor", "MfaConfiguration is \(mode ?? ""), but EnabledMfas names no factor",
        remedy: "add SOFTWARE_TOKEN_MFA to EnabledMfas", at: pool, path: "MfaConfiguration")
    }
  }

  private func demandPlus(
    of value: PropertyValue?, _ what: String, by index: Int, _ program: ProgramIndex, _ report: inout DiagnosticReport
  ) {
    guard let pool = program.target(of: value, type: "AWS::Cognito::UserPool"), !isPlus(program.resources[pool]) else { return }
    report.error(
      "user-pool-plan",
      "\(what) needs UserPoolTier PLUS, and '\(program.resources[pool].address)' has \(plan(of: program.resources[pool]))",
      remedy: "set UserPoolTier of the pool to PLUS", at: program.resources[index], path: "UserPoolId",
      notes: [Diagnostic.Note("the pool is declared here", at: program.resources[pool].source)])
  }

  private func isPlus(_ pool: DeclaredResource) -> Bool {
    guard let tier = pool.properties["UserPoolTier"] else { return false }
    return tier.stringValue == nil || tier.stringValue == "PLUS"
  }

  private func plan(of pool: DeclaredResource) -> String { pool.properties["UserPoolTier"]?.stringValue ?? "ESSENTIALS, the default" }
}
