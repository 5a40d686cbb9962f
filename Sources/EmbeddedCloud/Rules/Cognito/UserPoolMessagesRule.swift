import StrataDeployment
import StrataModel

/// One-time passwords by text message need a configuration to send them.
///
/// Source: Cognito API reference, SetUserPoolMfaConfig (`InvalidParameterException`: SMS configuration missing).
struct UserPoolMessagesRule: CloudRule {
  let types = ["AWS::Cognito::UserPool"]
  let summary = "MFA by text message needs SmsConfiguration, and MFA that is on needs a factor."
  let source = "Cognito SetUserPoolMfaConfig"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard !change.isDelete else { return }
    let factors = (change.properties["EnabledMfas"]?.arrayValue ?? []).compactMap(\.stringValue)
    if factors.contains("SMS_MFA"), change.properties["SmsConfiguration"] == nil {
      throw CloudErrors.invalid("InvalidParameterException", "SMS_MFA needs SmsConfiguration", "SmsConfiguration")
    }
    if change.properties.text("MfaConfiguration") == "ON", factors.isEmpty, change.properties["SmsConfiguration"] == nil {
      throw CloudErrors.invalid("InvalidParameterException", "MfaConfiguration ON needs at least one of EnabledMfas", "EnabledMfas")
    }
  }
}
