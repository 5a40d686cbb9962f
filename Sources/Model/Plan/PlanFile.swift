/// A plan on disk: JSON with a checksum over all of it, so that what is applied later is byte for byte what was shown.
public enum PlanFile {
  /// The text of a plan's file; the same for equal plans.
  public static func text(of plan: Plan) -> String {
    let body = JSONWriter.text(of: .object(plan.json(showsSources: true)))
    let file: PropertyObject = ["checksum": .string(Digest.hexadecimal(body)), "digest": .string(plan.digest)]
    return head + JSONWriter.text(of: .object(file)).dropFirst().dropLast() + ",\"plan\":" + body + "}\n"
  }

  /// What each plan file begins with.
  private static let head = "{\"kind\":\"strata-plan\","

  /// The plan in a file.
  ///
  /// - Parameter engine: the version of the reading engine, `major.minor.patch`; a plan of another major version is refused.
  /// - Throws: ``PlanFileError`` that says what is wrong and what to do; no bytes make it crash.
  public static func plan(in bytes: some Collection<UInt8>, engine: String) throws(PlanFileError) -> Plan {
    let value: PropertyValue
    do throws(JSONReader.Failure) { value = try JSONReader.value(of: bytes) } catch {
      throw PlanFileError(.malformed, "it is not complete JSON: \(error)", remedy: "make the plan again")
    }
    guard value["kind"] == "strata-plan", let body = value["plan"]?.objectValue, let checksum = value["checksum"]?.stringValue else {
      throw PlanFileError(.malformed, "it is not a plan file", remedy: "give a file that `plan --out` wrote")
    }
    if let format = body["format"]?.integerValue, format != Plan.currentFormat {
      let writer = body["engine"]?.stringValue ?? "another version"
      throw PlanFileError(
        .otherFormat, "it has format \(format), written by \(writer), and this version reads format \(Plan.currentFormat)",
        remedy: "make the plan again with this version")
    }
    guard Digest.hexadecimal(JSONWriter.text(of: .object(body))) == checksum else {
      throw PlanFileError(.edited, "its content does not match its checksum: it was edited or damaged", remedy: "make the plan again")
    }
    let plan: Plan
    do throws(CodingFailure) { plan = try Plan(json: body) } catch {
      throw PlanFileError(.malformed, error.message, remedy: "make the plan again")
    }
    guard value["digest"]?.stringValue == plan.digest else {
      throw PlanFileError(.edited, "its digest is not that of its content", remedy: "make the plan again")
    }
    guard major(of: plan.engine) == major(of: engine) else {
      throw PlanFileError(
        .otherEngine, "version \(plan.engine) made it, and this is version \(engine)", remedy: "make the plan again with this version")
    }
    return plan
  }

  private static func major(of version: String) -> Substring { version.prefix { $0 != "." } }
}
