import Foundation
import Strata
import StrataDeployment
import StrataModel
import Testing

/// A program with settings that have no resource type.
@Stack("account") final class ActionStack {
  let length: Int
  let hasPolicy: Bool

  init(length: Int, hasPolicy: Bool = true) {
    self.length = length
    self.hasPolicy = hasPolicy
  }

  lazy var people = Cognito.UserPool("people", userPoolName: "people")

  var body: some Infrastructure {
    if hasPolicy {
      Action(
        "passwords", "passwords are long",
        run: .call("iam", "UpdateAccountPasswordPolicy", ["MinimumPasswordLength": Document(length)]),
        proof: .call("iam", "GetAccountPasswordPolicy").shows("PasswordPolicy.MinimumPasswordLength", Document(length)),
        undo: .call("iam", "DeleteAccountPasswordPolicy"))
    }
    Action(
      "first", "the first administrator exists",
      run: .call("cognito-idp", "AdminCreateUser", ["UserPoolId": Document(people.userPoolId), "Username": "admin"]),
      proof: .call("cognito-idp", "AdminGetUser", ["UserPoolId": Document(people.userPoolId), "Username": "admin"]).shows("Enabled", true),
      settledBy: ["UsernameExistsException"])
  }
}

@Suite("Actions, from the program to the cloud and back")
struct ActionCommandTests {
  @Test("Actions are steps of the one plan, are recorded, and are not run again")
  func life() async throws {
    let harness = try CommandHarness()
    let plan = await harness.run("plan", "pilot") { ActionStack(length: 14) }
    #expect(plan.text.contains("! passwords  act iam:UpdateAccountPasswordPolicy"), "\(plan.text)")
    #expect(plan.text.contains("      passwords are long\n"))
    #expect(plan.text.contains("1 to create, 2 actions to run"))
    let deploy = await harness.run("deploy", "pilot", "--yes") { ActionStack(length: 14) }
    #expect(deploy.status == 0, "\(deploy.reports)")
    #expect(deploy.text.contains("1 created, 2 actions run"))
    #expect(try await harness.state()?.actions.map(\.address.path) == ["account/first", "account/passwords"])
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { ActionStack(length: 14) }).status == 0)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", "--refresh", program: { ActionStack(length: 14) }).status == 0)

    let changed = await harness.run("deploy", "pilot", "--yes") { ActionStack(length: 16) }
    #expect(changed.status == 0, "\(changed.reports)")
    #expect(try await harness.setting("iam", "GetAccountPasswordPolicy")["PasswordPolicy"]?["MinimumPasswordLength"] == 16)
    #expect(await harness.run("plan", "pilot", "--detailed-exitcode", program: { ActionStack(length: 16) }).status == 0)
  }

  @Test("A refresh finds that the effect is gone, and a deployment brings it back")
  func drift() async throws {
    let harness = try CommandHarness()
    #expect(await harness.run("deploy", "pilot", "--yes", program: { ActionStack(length: 14) }).status == 0)
    _ = try await harness.setting("iam", "DeleteAccountPasswordPolicy")
    let drift = await harness.run("drift", "pilot") { ActionStack(length: 14) }
    #expect(drift.status == 2)
    #expect(drift.text.contains("account/passwords"))
    let plan = await harness.run("plan", "pilot", "--refresh", "--detailed-exitcode") { ActionStack(length: 14) }
    #expect(plan.status == 2)
    #expect(plan.text.contains("its proof does not hold any more"), "\(plan.text)")
    let deploy = await harness.run("deploy", "pilot", "--refresh", "--yes") { ActionStack(length: 14) }
    #expect(deploy.status == 0, "\(deploy.reports)")
    #expect(try await harness.setting("iam", "GetAccountPasswordPolicy")["PasswordPolicy"]?["MinimumPasswordLength"] == 14)
  }

  @Test("An action that leaves the program is undone, and a destroy says what stays")
  func ends() async throws {
    let harness = try CommandHarness()
    #expect(await harness.run("deploy", "pilot", "--yes", program: { ActionStack(length: 14) }).status == 0)
    let removed = await harness.run("deploy", "pilot", "--yes") { ActionStack(length: 14, hasPolicy: false) }
    #expect(removed.status == 0, "\(removed.reports)")
    #expect(removed.text.contains("- passwords  undo"), "\(removed.text)")
    await #expect(throws: ProviderError.self) { try await harness.setting("iam", "GetAccountPasswordPolicy") }
    let destroy = await harness.run("destroy", "pilot", "--yes", "--acknowledge-data-loss") { ActionStack(length: 14, hasPolicy: false) }
    #expect(destroy.status == 0, "\(destroy.reports)")
    #expect(destroy.text.contains("nothing undoes it, and its effect stays: the first administrator exists"), "\(destroy.text)")
    #expect(try await harness.state()?.records.isEmpty == true)
  }

  @Test("A saved plan runs its actions, and permissions name what they call")
  func saved() async throws {
    let harness = try CommandHarness()
    let permissions = await harness.run("permissions", "pilot") { ActionStack(length: 14) }
    for action in ["iam:GetAccountPasswordPolicy", "iam:UpdateAccountPasswordPolicy", "cognito-idp:AdminCreateUser"] {
      #expect(permissions.text.contains(action))
    }
    let file = harness.directory.appendingPathComponent("plan").path
    #expect(await harness.run("plan", "pilot", "--out", file, program: { ActionStack(length: 14) }).status == 0)
    let apply = await harness.run("apply", file, "--yes") { ActionStack(length: 14) }
    #expect(apply.status == 0, "\(apply.reports)")
    let list = await harness.run("permissions", "pilot", "--for", "destroy") { ActionStack(length: 14) }
    #expect(list.text.contains("iam:DeleteAccountPasswordPolicy"))
  }

  @Test("A call that a service refuses fails its step with the line, and nothing is recorded of it")
  func refused() async throws {
    let harness = try CommandHarness()
    let deploy = await harness.run("deploy", "pilot", "--yes") { ActionStack(length: 3) }
    #expect(deploy.status == 1)
    #expect(deploy.reports.contains("MinimumPasswordLength"))
    #expect(deploy.reports.contains("ActionCommandTests.swift:"))
    #expect(try await harness.state()?.actions.map(\.address.path) == ["account/first"])
  }
}
