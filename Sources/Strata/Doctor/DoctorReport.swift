import StrataModel

/// What was looked at on this machine and in a deployment, check by check.
struct DoctorReport: Sendable, Hashable {
  enum Outcome: String, Sendable, Hashable, CaseIterable {
    case passed = "pass"
    /// Works, and will not always.
    case warning = "warn"
    case failed = "fail"
    /// Could not be looked at; the evidence says why.
    case skipped = "skip"
  }

  /// One thing that was looked at.
  struct Check: Sendable, Hashable {
    /// What, in a few words.
    var name: String
    var outcome: Outcome
    /// What was seen.
    var evidence: String
    /// What to do; `nil` where nothing is to be done.
    var remedy: String?

    static func passed(_ name: String, _ evidence: String) -> Check { Check(name: name, outcome: .passed, evidence: evidence) }

    static func skipped(_ name: String, _ evidence: String) -> Check { Check(name: name, outcome: .skipped, evidence: evidence) }

    static func warning(_ name: String, _ evidence: String, remedy: String) -> Check {
      Check(name: name, outcome: .warning, evidence: evidence, remedy: remedy)
    }

    static func failed(_ name: String, _ evidence: String, remedy: String) -> Check {
      Check(name: name, outcome: .failed, evidence: evidence, remedy: remedy)
    }
  }

  /// A symptom with what was found of its possible causes.
  struct Symptom: Sendable, Hashable {
    var name: String
    var document: String
    var checks: [Check]
  }

  /// `nil` for the machine alone.
  var environment: String?
  var checks: [Check]
  var symptoms: [Symptom] = []

  var all: [Check] { checks + symptoms.flatMap(\.checks) }
  var hasFailed: Bool { all.contains { $0.outcome == .failed } }

  /// The report for programs.
  var json: PropertyValue {
    func json(_ check: Check) -> PropertyValue {
      var object: PropertyObject = [
        "evidence": .string(check.evidence), "name": .string(check.name), "outcome": .string(check.outcome.rawValue),
      ]
      if let remedy = check.remedy { object["remedy"] = .string(remedy) }
      return .object(object)
    }
    var object: PropertyObject = [
      "checks": .array(checks.map(json)), "healthy": .bool(!hasFailed),
      "symptoms": .array(
        symptoms.map {
          ["checks": .array($0.checks.map(json)), "document": .string($0.document), "name": .string($0.name)]
        }),
    ]
    if let environment { object["environment"] = .string(environment) }
    return .object(object)
  }
}
