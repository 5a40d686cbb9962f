import StrataModel

extension PolicyRule {
  static let userPools = PolicyRule(
    "R30", "cognito-auth", title: "People sign in with a strong password and a second factor",
    why: "passwords leak; the second factor is what an intruder does not have",
    remedy: "set MfaConfiguration to ON with SMS and TOTP, and a password policy of 12 characters and four kinds",
    controls: [.hipaa("164.312(d)"), .pciDSS("8.3"), .pciDSS("8.4")]
  ) { context, assessment in
    for pool in context.all("AWS::Cognito::UserPool") {
      let properties = pool.properties
      let factors = properties["EnabledMfas"]?.elements.compactMap(\.stringValue) ?? []
      assessment.require(
        properties["MfaConfiguration"] == "ON", of: pool, at: "MfaConfiguration", "people sign in without a second factor")
      assessment.require(
        factors.contains("SOFTWARE_TOKEN_MFA"), of: pool, at: "EnabledMfas", "people cannot use an authenticator as second factor",
        remedy: "add SOFTWARE_TOKEN_MFA to EnabledMfas")
      let password = properties.value(at: "Policies", "PasswordPolicy")
      let length = password?["MinimumLength"]?.wholeNumber ?? 8
      let kinds = ["RequireLowercase", "RequireNumbers", "RequireSymbols", "RequireUppercase"].filter { password?[$0]?.isTrue != true }
      assessment.require(
        length >= 12 && kinds.isEmpty, of: pool, at: "Policies",
        "a password may have \(length) characters\(kinds.isEmpty ? "" : ", without \(kinds.joined(separator: ", "))")",
        remedy: "set MinimumLength to 12 and require all four kinds")
      assessment.require(
        properties.value(at: "UserPoolAddOns", "AdvancedSecurityMode") == "ENFORCED" && properties["UserPoolTier"] == "PLUS", of: pool,
        at: "UserPoolAddOns", "sign-ins with leaked passwords, and from strange places, are let in",
        remedy: "set AdvancedSecurityMode to ENFORCED with UserPoolTier PLUS")
      assessment.require(
        properties.value(at: "AdminCreateUserConfig", "AllowAdminCreateUserOnly")?.isTrue == true, of: pool, at: "AdminCreateUserConfig",
        "anybody can sign up", remedy: "set AllowAdminCreateUserOnly to true")
      assessment.require(
        properties["DeletionProtection"] == "ACTIVE", of: pool, at: "DeletionProtection", "the pool with all users can be deleted",
        remedy: "set DeletionProtection to ACTIVE")
    }
  }
}
