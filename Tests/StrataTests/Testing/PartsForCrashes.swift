import Strata

/// A stack that is small and has something of every kind that matters for crashes: a name, a token, tags, an upsert.
@Stack final class PartsForCrashes {
  lazy var jobs = SQS.Queue("jobs", visibilityTimeout: 60)
  lazy var alarms = SNS.Topic("alarms", displayName: "Alarms")
  lazy var network = EC2.VPC("main", cidrBlock: "10.0.0.0/16")
  lazy var table = EC2.RouteTable("table", vpcId: network)
  lazy var settings = SSM.Parameter("settings", type: "String", value: "on")
}

/// Actions with and without a way back, one of them after a resource.
@Stack("account") final class ActionsForCrashes {
  let length: Int

  lazy var people = Cognito.UserPool("people", userPoolName: "people")

  var body: some Infrastructure {
    Action(
      "passwords", "passwords are long",
      run: .call("iam", "UpdateAccountPasswordPolicy", ["MinimumPasswordLength": Document(length)]),
      proof: .call("iam", "GetAccountPasswordPolicy").shows("PasswordPolicy.MinimumPasswordLength", Document(length)),
      undo: .call("iam", "DeleteAccountPasswordPolicy"))
    Action(
      "first", "the first administrator exists",
      run: .call("cognito-idp", "AdminCreateUser", ["UserPoolId": Document(people.userPoolId), "Username": "admin"]),
      proof: .call("cognito-idp", "AdminGetUser", ["UserPoolId": Document(people.userPoolId), "Username": "admin"]).shows("Enabled", true),
      settledBy: ["UsernameExistsException"])
    if length > 14 {
      Action(
        "volumes", "new volumes are encrypted", run: .call("ec2", "EnableEbsEncryptionByDefault"),
        proof: .call("ec2", "GetEbsEncryptionByDefault").shows("EbsEncryptionByDefault", true),
        undo: .call("ec2", "DisableEbsEncryptionByDefault"))
    }
  }
}
