import StrataDeployment
import StrataModel
import Testing

@testable import Strata

@Suite("Each check of doctor passes where all is well, and fails or warns where it is not")
struct DoctorTests {
  @Test("Swift toolchain")
  func toolchain() {
    #expect(Doctor.toolchain("Swift version 6.3.1 (swift-6.3.1-RELEASE)\nTarget: x86_64").outcome == .passed)
    #expect(Doctor.toolchain("Apple Swift version 6.2 (swiftlang-6.2)").outcome == .passed)
    #expect(Doctor.toolchain("Swift version 5.10.1 (swift-5.10.1-RELEASE)").outcome == .failed)
    #expect(Doctor.toolchain("clang version 17").outcome == .warning)
    #expect(Doctor.toolchain(nil).outcome == .warning)
  }

  @Test("Folder of state")
  func folder() {
    #expect(Doctor.stateFolder(".strata", refusal: nil).outcome == .passed)
    let failed = Doctor.stateFolder("/root", refusal: "no permission")
    #expect(failed.outcome == .failed)
    #expect(failed.evidence.contains("no permission"))
    #expect(failed.remedy?.contains("--state-directory") == true)
  }

  @Test("Program")
  func program() {
    #expect(Doctor.program("pilot", [Diagnostic(.warning, code: "w", "mind")], resourceCount: 3).outcome == .passed)
    let failed = Doctor.program("pilot", [Diagnostic(.error, code: "e", "a key has no policy")], resourceCount: 0)
    #expect(failed.outcome == .failed)
    #expect(failed.evidence == "1 error: a key has no policy")
  }

  @Test("Region")
  func region() {
    #expect(Doctor.region("us-west-2", asked: nil).outcome == .passed)
    #expect(Doctor.region("us-west-2", asked: "us-west-2").outcome == .passed)
    #expect(Doctor.region("us-west-2", asked: "eu-central-1").outcome == .warning)
  }

  @Test("Endpoint")
  func endpoint() {
    #expect(Doctor.endpoint("https://sts.us-east-1.amazonaws.com", .answered(clockOffset: nil)).outcome == .passed)
    let failed = Doctor.endpoint("https://sts.us-east-1.amazonaws.com", .failed("unknown host"))
    #expect(failed.outcome == .failed)
    #expect(failed.remedy?.contains("HTTPS_PROXY") == true)
  }

  @Test("Clock: half a minute is told, five minutes are too much")
  func clock() {
    #expect(Doctor.clock(.answered(clockOffset: 1)).outcome == .passed)
    #expect(Doctor.clock(.answered(clockOffset: -40)).outcome == .warning)
    let failed = Doctor.clock(.answered(clockOffset: 301))
    #expect(failed.outcome == .failed)
    #expect(failed.evidence == "301 s behind the endpoint's")
    #expect(Doctor.clock(.answered(clockOffset: nil)).outcome == .skipped)
    #expect(Doctor.clock(.failed("down")).outcome == .skipped)
  }

  @Test("Credentials: of the environment's account, of another, and none")
  func credentials() {
    let place = Placement(account: "123456789012", region: "us-east-1")
    #expect(Doctor.credentials(place, .success("arn:aws:iam::123456789012:user/anna")).outcome == .passed)
    let other = Doctor.credentials(place, .success("arn:aws:sts::210987654321:assumed-role/deploy/s"))
    #expect(other.outcome == .failed)
    #expect(other.evidence.contains("is of account 210987654321"))
    #expect(Doctor.credentials(place, .success("")).outcome == .skipped)
    let none = Doctor.credentials(place, .failure(Doctor.CallerFailure(message: "no credentials were found")))
    #expect(none.outcome == .failed)
    #expect(none.remedy?.contains("AWS_PROFILE") == true)
  }

  @Test("State: whole, not there yet, damaged, encrypted with a key that is not given")
  func state() {
    let snapshot = StateSnapshot(lineage: "l", environment: "pilot", engine: "1")
    #expect(Doctor.stateIntegrity("here", .success(snapshot), environment: "pilot").outcome == .passed)
    #expect(Doctor.stateIntegrity("here", .success(nil), environment: "pilot").outcome == .passed)
    let damaged = Doctor.stateIntegrity("here", .failure(StateError(.corrupted, "the checksum differs")), environment: "pilot")
    #expect(damaged.outcome == .failed)
    #expect(damaged.remedy?.contains("state repair pilot") == true)
    for code in StateError.Code.allCases {
      #expect(Doctor.stateIntegrity("here", .failure(StateError(code, "no")), environment: "pilot").outcome == .failed)
    }
  }

  @Test("Lock: free, held, left, and not readable")
  func lock() {
    let owner = LockOwner(principal: "anna", host: "laptop", process: 7, command: "deploy pilot", since: 1_757_512_980)
    #expect(Doctor.lock(.success(nil), environment: "pilot").outcome == .passed)
    let held = Doctor.lock(.success(LockStatus(owner: owner, remaining: nil)), environment: "pilot")
    #expect(held.outcome == .warning)
    #expect(held.evidence.contains("anna on laptop, process 7: deploy pilot"))
    #expect(Doctor.lock(.success(LockStatus(owner: owner, remaining: 0)), environment: "pilot").evidence.contains("it has run out"))
    #expect(Doctor.lock(.failure(StateError(.unreachable, "no way")), environment: "pilot").outcome == .failed)
  }

  @Test("Operations of an interrupted run")
  func intents() {
    #expect(Doctor.openIntents([], environment: "pilot").outcome == .passed)
    let open = Doctor.openIntents(["a/1", "a/2", "a/3", "a/4"], environment: "pilot")
    #expect(open.outcome == .warning)
    #expect(open.evidence == "4 operations without an outcome: a/1, a/2, a/3 and 1 more")
    #expect(open.remedy?.contains("recover pilot") == true)
  }

  @Test("Records that wait for the state")
  func rescued() {
    #expect(Doctor.rescuedFiles([], environment: "pilot").outcome == .passed)
    #expect(Doctor.rescuedFiles(["a.journal"], environment: "pilot").outcome == .warning)
  }

  @Test("State bucket: as init leaves it, without versioning, and somebody else's")
  func bucket() {
    #expect(Doctor.statePlace("s3://b/e", problems: [], missing: [], environment: "pilot").outcome == .passed)
    let lacking = Doctor.statePlace("s3://b/e", problems: [], missing: ["keep earlier versions of objects in b"], environment: "pilot")
    #expect(lacking.outcome == .failed)
    #expect(lacking.remedy?.contains("init pilot") == true)
    #expect(
      Doctor.statePlace("s3://b/e", problems: ["the bucket is another account's"], missing: [], environment: "pilot").outcome == .failed)
  }

  @Test("What a key's policy says of an action")
  func policy() {
    let role = "arn:aws:iam::123456789012:role/app"
    func access(_ statements: PropertyValue...) -> KeyPolicyAccess {
      KeyPolicyAccess(policy: ["Statement": .array(statements)], action: "kms:Decrypt", principal: role)
    }
    let own: PropertyValue = [
      "Effect": "Allow", "Principal": ["AWS": .string(role)], "Action": ["kms:Encrypt", "kms:Decrypt"], "Resource": "*",
    ]
    let root: PropertyValue = [
      "Effect": "Allow", "Principal": ["AWS": "arn:aws:iam::123456789012:root"], "Action": "kms:*", "Resource": "*",
    ]
    let conditional: PropertyValue = [
      "Effect": "Allow", "Principal": ["AWS": [.string(role)]], "Action": "kms:D*", "Resource": "*",
      "Condition": ["StringEquals": ["kms:ViaService": "s3.us-east-1.amazonaws.com"]],
    ]
    let refusal: PropertyValue = ["Effect": "Deny", "Principal": "*", "Action": "kms:Decrypt", "Resource": "*"]
    #expect(access(own, root) == .allowed)
    #expect(access(root) == .delegated)
    #expect(access(root, conditional) == .conditional)
    #expect(access(own, refusal) == .denied)
    #expect(access() == .notMentioned)
    #expect(access(["Effect": "Allow", "Principal": ["AWS": .string(role)], "Action": "kms:Encrypt", "Resource": "*"]) == .notMentioned)
  }
}
