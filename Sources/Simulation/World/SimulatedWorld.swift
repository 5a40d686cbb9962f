import StrataDeployment
package import StrataEmbeddedCloud
import StrataModel
import Synchronization

/// A cloud, a disk, a clock and chance: all that an engine can see of the outside, and nothing real.
package final class SimulatedWorld: Sendable {
  struct State {
    var chance: Chance
    var trace = TraceDigest()
    var violations: [Violation] = []
    var processes = 0

    // What happens to the process that runs now.
    var process: SimulatedProcess?
    var disruption: Disruption?
    var weather = Weather.calm
    var points = 0
    var isLeased = false
    var crash: CrashPoint?
    var rivals: [Task<Void, Never>] = []

    /// Requests that have left their senders and have not arrived.
    var sent: [Int: (call: NetworkCall, at: Int)] = [:]
    var calls = 0
    /// The points of the present process at which an image is taken, and the images.
    var imagePoints: Set<Int> = []
    var images: [SimulatedWorld] = []
    /// Requests that their senders do not wait for any more.
    var late: [Task<Void, Never>] = []
    /// The last answer that showed an operation under way, by its wait token.
    var underWay: [String: OperationProgress] = [:]
    /// What may be sent now; `nil` while nobody has said so.
    var permission: Permission?
    /// Whether a plan without errors was made since somebody last asked.
    var hasPlanned = false
    /// The state when it was last read while nobody ran.
    var lastSnapshot: StateSnapshot?
    /// The write-only values that objects were given, by object.
    var written: [ObjectName: PropertyObject] = [:]
    /// Objects that are nobody's any more: retained ones.
    var releasedObjects: Set<ObjectName> = []
    /// Objects whose deletion was begun.
    var endingObjects: Set<ObjectName> = []
    /// Objects that somebody else deleted.
    var takenObjects: Set<ObjectName> = []
    var secrets: [String] = []
    var history: [String] = []
  }

  package let options: WorldOptions
  let executor: SimulatedExecutor
  let disk: SimulatedDisk
  private let readings: StateReadMemory
  /// Where many worlds deploy one graph, its first plans.
  let firstPlans: PlanMemory?
  package let cloud: EmbeddedCloud
  let state: Mutex<State>

  /// 2027-01-15T08:00:00Z.
  private static let beginning = 1_800_000_000_000

  package convenience init(_ options: WorldOptions) { self.init(options, firstPlans: nil) }

  init(_ options: WorldOptions, firstPlans: PlanMemory?) {
    self.options = options
    self.firstPlans = firstPlans
    // Where first plans are kept, images are taken: their journals begin alike.
    readings = StateReadMemory(keepsEntries: firstPlans != nil)
    executor = SimulatedExecutor(seed: options.seed, now: Self.beginning)
    disk = SimulatedDisk()
    cloud = EmbeddedCloud(
      EmbeddedCloudOptions(
        seed: options.seed, realism: options.realism, delayPerMille: options.delayPerMille, clock: Self.clock(of: executor)))
    cloud.recordOperations(false)
    state = Mutex(State(chance: Chance(seed: options.seed)))
  }

  /// Creates the world as another one is now, in which the present process dies at once; the other one goes on.
  ///
  /// Nothing of a dead process has any effect, so the crash is the same as one in the other world itself.
  private init(of world: SimulatedWorld, in process: SimulatedProcess, dyingAt crash: CrashPoint) {
    options = world.options
    firstPlans = world.firstPlans
    readings = world.readings
    let seed = options.seed &+ UInt64(crash.number)
    executor = SimulatedExecutor(seed: seed, now: world.executor.now)
    disk = SimulatedDisk(as: world.disk)
    cloud = EmbeddedCloud(as: world.cloud, clock: Self.clock(of: executor))
    var state = world.state.withLock { $0 }
    state.chance = Chance(seed: seed, salt: 7)
    state.process = nil
    state.imagePoints = []
    state.images = []
    state.isLeased = false
    state.crash = crash
    disk.crash(process: process.number, &state.chance)
    self.state = Mutex(state)
  }

  private static func clock(of executor: SimulatedExecutor) -> CloudClock {
    CloudClock(now: { executor.now }, sleep: { await executor.sleep(milliseconds: $0, owner: 0) })
  }

  /// What was found to be wrong.
  package var violations: [Violation] { state.withLock { $0.violations } }

  /// What happened, if it was to be written down.
  package var history: [String] { state.withLock { $0.history } }

  func note(_ text: @autoclosure () -> String) {
    guard options.keepsHistory else { return }
    let line = "\(executor.now - Self.beginning) \(text())"
    state.withLock { $0.history.append(line) }
  }

  /// What the whole history comes down to.
  package var digest: UInt64 { state.withLock { $0.trace.value } }

  func report(_ kind: Violation.Kind, _ message: String, at address: ResourceAddress? = nil) {
    state.withLock { $0.violations.append(Violation(kind: kind, message: message, address: address)) }
  }

  // MARK: Processes

  /// Begins a process; the one before has ended.
  func begin(_ disruption: Disruption?, _ weather: Weather) -> SimulatedProcess {
    state.withLock { state in
      state.processes += 1
      let process = SimulatedProcess(number: state.processes)
      state.process = process
      state.disruption = disruption
      state.weather = weather
      state.points = 0
      state.crash = nil
      state.isLeased = false
      state.permission = nil
      return process
    }
  }

  /// The number of points that the present process has passed.
  var points: Int { state.withLock { $0.points } }

  /// Where the present process died.
  var crash: CrashPoint? { state.withLock { $0.crash } }

  func setLeased(_ isLeased: Bool) { state.withLock { $0.isLeased = isLeased } }

  /// Whether a plan without errors was made since the last time that this was asked.
  func takeHasPlanned() -> Bool {
    state.withLock { state in
      defer { state.hasPlanned = false }
      return state.hasPlanned
    }
  }

  func permit(_ permission: Permission?) { state.withLock { $0.permission = permission } }

  /// Waits for the end of those who came in between.
  func endRivals() async {
    let rivals = state.withLock { state in
      defer { state.rivals = [] }
      return state.rivals
    }
    for rival in rivals { await rival.value }
  }

  /// Passes a point at which something can happen to the process; answers whether the disk is full now.
  func point(
    _ side: CrashPoint.Side, _ act: CrashPoint.Act, _ type: String, _ subject: String, tag: String? = nil, _ process: SimulatedProcess
  ) -> Bool {
    let now = executor.now
    var image: CrashPoint?
    let (disruption, isFull) = state.withLock { state -> (Disruption?, Bool) in
      guard process === state.process, !process.isDead else { return (nil, false) }
      state.points += 1
      func here() -> CrashPoint {
        var point = CrashPoint(number: state.points, side: side, act: act, subject: subject.isEmpty ? type : "\(type) \(subject)")
        if case .call = act { point.address = state.permission?.address(type, identifier: subject, tag: tag) }
        return point
      }
      if state.imagePoints.contains(state.points) { image = here() }
      switch state.disruption {
      case .crash(let at)? where at == state.points:
        state.crash = here()
        state.trace.add(now)
        return (state.disruption, false)
      case .stop(let at, _)? where at == state.points: return (state.disruption, false)
      case .rival(let at)? where at == state.points: return (state.disruption, false)
      case .diskFull(let at, let points)? where at <= state.points && state.points < at + points: return (nil, true)
      default: return (nil, false)
      }
    }
    if let image {
      let world = SimulatedWorld(of: self, in: process, dyingAt: image)
      state.withLock { $0.images.append(world) }
    }
    switch disruption {
    case .crash: kill(process)
    case .stop(_, let twice):
      process.requestStop()
      if twice { process.requestStop() }
    case .rival: startRival()
    case .diskFull, .stalePlan, .foreign, nil: break
    }
    return isFull
  }

  /// Takes an image of the world at points of the next process: what it were if the process died there.
  func takeImages(at points: some Sequence<Int>) { state.withLock { $0.imagePoints = Set(points) } }

  /// The images in the order of their points.
  var images: [SimulatedWorld] { state.withLock { $0.images } }

  /// Ends a process as `kill -9` or a loss of power does.
  private func kill(_ process: SimulatedProcess) {
    process.die(at: executor.now)
    state.withLock { state in
      state.isLeased = false
      disk.crash(process: process.number, &state.chance)
    }
    executor.wakeAll(of: process.number)
  }

  /// Lets somebody else try to take the lock.
  private func startRival() {
    let rival = state.withLock { state -> SimulatedProcess in
      state.processes += 1
      return SimulatedProcess(number: state.processes)
    }
    let task = Task(executorPreference: executor) {
      let owner = LockOwner(principal: "rival", host: "elsewhere", process: rival.number, command: "deploy", since: 0)
      do throws(StateError) {
        let lease = try await self.backend(for: rival).lock(as: owner)
        if self.state.withLock({ $0.isLeased }) {
          self.report(.secondDeployer, "a second deployer got the lock while the first one held it")
        }
        await lease.release()
      } catch {
        if error.code != .locked { self.report(.secondDeployer, "a second deployer is refused as \(error.code): \(error.message)") }
      }
    }
    state.withLock { $0.rivals.append(task) }
  }

  static let directory = "/state"

  func backend(for process: SimulatedProcess) -> LocalStateBackend {
    LocalStateBackend(
      directory: Self.directory, environment: options.environment,
      fileSystem: ProcessFileSystem(disk: disk, process: process, world: self), queue: SimulatedQueue(executor), memory: readings)
  }

  /// The state as anybody can read it now.
  func readState() async throws(StateError) -> StateSnapshot? { try await backend(for: SimulatedProcess(number: 0)).load() }
}

extension SimulatedWorld {
  /// Runs a body and everything that it starts in the world's time; answers whether it came to an end.
  package func run(_ body: @escaping @Sendable () async -> Void) -> Bool { executor.run(body) }

  /// Writes a secret to a file in clear, to see whether that is noticed.
  package func leak() async {
    let process = SimulatedProcess(number: 0)
    let files = ProcessFileSystem(disk: disk, process: process, world: self)
    guard let descriptor = try? files.open(Self.directory + "/leak", truncating: true, mode: 0o600) else { return }
    try? files.write(Array("password=\(secrets.text(for: SecretSource(.file, "any")))".utf8), to: descriptor, at: 0)
    files.close(descriptor)
  }
}
