import StrataDeployment
import StrataModel

extension LiveReading {
  /// How many objects are asked about at once.
  private static let concurrency = 16

  /// Asks how objects do; what the cloud does not tell is left out.
  static func read(
    _ records: some Collection<ResourceRecord>, through source: (any LiveStateSource)?
  ) async -> [InstanceID: LiveReading] {
    guard let source else { return [:] }
    let targets = records.filter { !$0.isAction }.compactMap { record in ObjectTarget(record).map { (record.instance, $0) } }
    return await withTaskGroup(of: (InstanceID, LiveReading?).self) { group in
      var readings: [InstanceID: LiveReading] = [:]
      for (index, (instance, target)) in targets.enumerated() {
        if index >= concurrency, let (done, reading) = await group.next() { readings[done] = reading }
        group.addTask {
          let reading = await LiveReading.reading(of: target, from: source)
          return (instance, reading)
        }
      }
      for await (instance, reading) in group { readings[instance] = reading }
      return readings
    }
  }

  private static func reading(of target: ObjectTarget, from source: any LiveStateSource) async -> LiveReading? {
    do throws(ProviderError) {
      return try await source.liveState(of: target).map(LiveReading.state)
    } catch {
      return .failed(error.message)
    }
  }
}
