import AWSClient
import AWSProvider
import Foundation
import StrataDeployment
import StrataModel
import StrataSynthesis

extension Session {
  /// Looks at everything that a deployment of the environment needs, asks the questions of its symptoms, and changes nothing.
  func diagnose() async -> DoctorReport {
    let variables = ProcessInfo.processInfo.environment
    let name = environment.name
    let declared = context.program.declare(environment, account: target.account)
    let result = context.program.synthesize(environment, account: target.account)
    let askedRegion = target.isEmbedded ? nil : variables["AWS_REGION"] ?? variables["AWS_DEFAULT_REGION"]
    var checks = [
      Doctor.program(name, result.diagnostics, resourceCount: result.graph?.resources.count ?? declared.resources.count),
      Doctor.region(environment.region.name, asked: askedRegion),
    ]
    let (state, stateChecks) = await diagnoseState()
    checks += stateChecks
    let (provider, cloudChecks) = await diagnoseCloud(
      result.graph?.placements ?? [environment.placement(account: target.account)], variables)
    checks += cloudChecks
    let examiner: SymptomExaminer
    let placement = environment.placement(account: target.account)
    switch state {
    case .success(let snapshot):
      examiner = SymptomExaminer(
        snapshot: snapshot, stateFailure: nil, provider: provider, askedRegion: askedRegion, placement: placement)
    case .failure(let error):
      examiner = SymptomExaminer(
        snapshot: nil, stateFailure: error.message, provider: provider, askedRegion: askedRegion, placement: placement)
    }
    var symptoms: [DoctorReport.Symptom] = []
    for symptom in declared.symptoms { symptoms.append(await examiner.examine(symptom)) }
    return DoctorReport(environment: name, checks: checks, symptoms: symptoms)
  }

  // MARK: State

  private func diagnoseState() async -> (Result<StateSnapshot?, StateError>, [DoctorReport.Check]) {
    let name = environment.name
    let backend: any StateBackend
    do throws(CommandFailure) { backend = try await self.backend() } catch {
      let failure = StateError(.unreachable, error.diagnostics.first?.message ?? "the state cannot be reached")
      return (.failure(failure), [Doctor.stateIntegrity("", .failure(failure), environment: name)])
    }
    var checks: [DoctorReport.Check] = []
    if case .s3(let place) = store.place { checks.append(await diagnosePlace(place)) }
    let state: Result<StateSnapshot?, StateError>
    do throws(StateError) { state = .success(try await backend.load()) } catch { state = .failure(error) }
    let lock: Result<LockStatus?, StateError>
    do throws(StateError) { lock = .success(try await backend.lockStatus()) } catch { lock = .failure(error) }
    checks.append(Doctor.stateIntegrity(backend.location, state, environment: name))
    checks.append(Doctor.lock(lock, environment: name))
    if case .success(let snapshot?) = state {
      checks.append(Doctor.openIntents(snapshot.openIntents.map(\.intent.address), environment: name))
    }
    if let paths = try? rescueFolder().pending() { checks.append(Doctor.rescuedFiles(paths, environment: name)) }
    return (state, checks)
  }

  private func diagnosePlace(_ place: StateStore.S3) async -> DoctorReport.Check {
    let location = location(of: place)
    let region = (place.region ?? environment.region).name
    do {
      let caller = try await stateCaller(place)
      let facts = try await StateBootstrapper(location, region: region, caller: caller).observe()
      let plan = StateBootstrap(location, region: region, facts: facts, usesTLS: caller.usesTLS, adopts: false)
      return Doctor.statePlace(
        "s3://\(location.bucket)/\(location.folder)", problems: plan.problems, missing: plan.steps.map { $0.text(location) },
        environment: environment.name)
    } catch {
      let reason = (error as? CommandFailure)?.diagnostics.first?.message ?? (error as? AWSError)?.message ?? "\(error)"
      return .skipped("state bucket", "s3://\(location.bucket) cannot be looked at: \(reason)")
    }
  }

  // MARK: Cloud

  private func diagnoseCloud(
    _ placements: [Placement], _ variables: [String: String]
  ) async -> ((any Provider)?, [DoctorReport.Check]) {
    var checks: [DoctorReport.Check] = []
    var address: String?
    switch target {
    case .embedded: break
    case .aws: address = nil
    case .endpoint(let url, _): address = url
    }
    if !target.isEmbedded {
      do throws(CommandFailure) {
        let connection = try await AWSConnection.open(endpoint: address, region: environment.region.name, variables: variables)
        let reach = await connection.client.reach("sts")
        let outcome: Doctor.Reach =
          switch reach.outcome {
          case .answered(let offset): .answered(clockOffset: offset.map { Int($0.rounded()) })
          case .failed(let reason): .failed(reason)
          }
        checks += [Doctor.endpoint(reach.endpoint, outcome), Doctor.clock(outcome)]
        if case .failed = outcome {
          return (
            nil, checks + placements.map { .skipped("credentials for \($0.account) in \($0.region)", "the endpoint does not answer") }
          )
        }
      } catch {
        let reason = error.diagnostics.first?.message ?? "the settings of AWS cannot be used"
        return (nil, checks + [.failed("settings of AWS", reason, remedy: "correct the file or variable that it names")])
      }
    }
    do throws(CommandFailure) {
      let provider = try await makeProvider()
      // One for each way there: regions of one account share their credentials.
      var seen = Set<[String]>()
      for placement in placements where seen.insert([placement.account] + placement.roleChain).inserted {
        let caller: Result<String, Doctor.CallerFailure>
        do throws(ProviderError) { caller = .success(try await provider.authenticate(in: placement)) } catch {
          caller = .failure(Doctor.CallerFailure(message: error.message))
        }
        checks.append(Doctor.credentials(placement, caller))
      }
      return (provider, checks)
    } catch {
      return (nil, checks + [.failed("cloud", error.diagnostics.first?.message ?? "it cannot be reached", remedy: "see the message")])
    }
  }
}
