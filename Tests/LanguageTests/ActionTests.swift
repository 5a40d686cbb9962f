import StrataAWS
import StrataLanguage
import StrataModel
import StrataSynthesis
import Testing

@Suite("Actions in a program")
struct ActionTests {
  private static let proof = Action.Proof.call("ec2", "GetEbsEncryptionByDefault").shows("EbsEncryptionByDefault", true)

  @Test("An action has an address, a place, references and an order like a resource, and no tags")
  func node() throws {
    let set = declaring(tags: ["Environment": "test"]) {
      let pool = Cognito.UserPool("people")
      let topic = SNS.Topic("topic")
      pool
      topic
      Action(
        "first", "the first administrator exists",
        run: .call("cognito-idp", "AdminCreateUser", ["UserPoolId": Document(pool.userPoolId), "Username": "admin"]),
        proof: .call("cognito-idp", "AdminGetUser", ["UserPoolId": "\(pool.userPoolId)", "Username": "admin"]).shows("Enabled", true),
        settledBy: ["UsernameExistsException"]
      ).after(topic).placed(in: .euWest1)
    }
    let graph = try #require(synthesize(set).graph)
    let action = try #require(graph["app/first"])
    #expect(action.isAction)
    #expect(action.placement.region == "eu-west-1")
    #expect(action.dependencies.map(\.address) == ["app/people", "app/topic"])
    #expect(action.properties["Tags"] == nil)
    let specification = try #require(ActionSpecification(document: action.properties))
    #expect(specification.effect == "the first administrator exists")
    #expect(specification.run.name == "cognito-idp:AdminCreateUser")
    #expect(specification.run.input["UserPoolId"] == .reference(Reference("app/people", "UserPoolId")))
    #expect(specification.proof.expectations == [.init("Enabled", .equals, true)])
    #expect(specification.settledBy == ["UsernameExistsException"])
    #expect(specification.undo == nil)
    #expect(specification.document == action.properties)
  }

  @Test(
    "A mistake in an action is an error before anything runs",
    arguments: [
      "unproven-action", "invalid-service", "invalid-operation", "unnamed-effect", "invalid-path", "secret-in-proof", "secret-in-proof",
    ])
  func mistakes(code: String) {
    let set = declaring {
      switch code {
      case "unproven-action":
        Action("a", "x", run: .call("ec2", "EnableEbsEncryptionByDefault"), proof: .call("ec2", "GetEbsEncryptionByDefault"))
      case "invalid-service": Action("a", "x", run: .call("EC2", "EnableEbsEncryptionByDefault"), proof: Self.proof)
      case "invalid-operation": Action("a", "x", run: .call("ec2", "enable-ebs-encryption"), proof: Self.proof)
      case "unnamed-effect": Action("a", "", run: .call("ec2", "EnableEbsEncryptionByDefault"), proof: Self.proof)
      case "invalid-path":
        Action(
          "a", "x", run: .call("ec2", "EnableEbsEncryptionByDefault"),
          proof: .call("ec2", "GetEbsEncryptionByDefault").shows("a[", true))
      default:
        Action(
          "a", "x", run: .call("ec2", "EnableEbsEncryptionByDefault"), proof: Self.proof,
          undo: .call("ec2", "Undo", ["Key": Document(Secret.environmentVariable("KEY"))]))
      }
    }
    #expect(synthesize(set).diagnostics.map(\.code) == [code])
  }

  @Test("A secret may stand in the call")
  func secret() {
    let set = declaring {
      Action(
        "a", "x",
        run: .call(
          "cognito-idp", "AdminSetUserPassword", ["Password": Document(Secret.environmentVariable("PASSWORD")), "Permanent": true]),
        proof: .call("cognito-idp", "AdminGetUser").shows("UserStatus", "CONFIRMED"))
    }
    #expect(synthesize(set).diagnostics == [])
  }
}
