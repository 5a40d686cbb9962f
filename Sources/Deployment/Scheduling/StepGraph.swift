public import StrataModel

/// The steps of a plan as the scheduler sees them: numbers, needs, and the order of urgency.
public struct StepGraph: Sendable {
  /// One step.
  public struct Step: Sendable {
    public var needs: [PlanStep.Need]
    /// The expected duration in milliseconds.
    public var estimate: Int
    /// Decides between steps of equal urgency.
    public var address: ResourceAddress
    /// The limit that the step's calls count against.
    public var bucket: BucketKey
    /// The documented rate of that limit; 0 for none.
    public var rate: Int
    /// Names a group of which one step runs at a time.
    public var serialGroup: String?

    /// Creates a step.
    public init(
      needs: [PlanStep.Need], estimate: Int, address: ResourceAddress, bucket: BucketKey, rate: Int = 0, serialGroup: String? = nil
    ) {
      self.needs = needs
      self.estimate = estimate
      self.address = address
      self.bucket = bucket
      self.rate = rate
      self.serialGroup = serialGroup
    }
  }

  /// What a rate limit is counted by.
  public struct BucketKey: Sendable, Hashable {
    public var account: String
    public var region: String
    /// Service and resource, for example `AWS::KMS::Key`.
    public var type: String
    public var operation: PlanStep.Operation

    /// Creates a key.
    public init(account: String, region: String, type: String, operation: PlanStep.Operation) {
      self.account = account
      self.region = region
      self.type = type
      self.operation = operation
    }
  }

  /// Why steps are no graph.
  public enum Failure: Error, Sendable, Hashable {
    /// A step needs one that does not exist.
    case unknownNeed(step: Int, need: Int)
    /// These steps wait for each other.
    case cycle([Int])
  }

  /// The number of steps.
  public var count: Int { needCounts.count }
  /// The expected time from a step's beginning to the end of the longest chain that waits for it, in milliseconds.
  public let remainingPath: [Int]
  let needCounts: [Int32]
  /// The position of each step in the order of urgency, and the steps in that order.
  let rank: [Int]
  let order: [Int]
  let bucket: [Int]
  let bucketRates: [Int]
  let serialGroupCount: Int
  private let serialGroupByStep: [Int32]
  /// The dependents of step `i` are those at `offsets[i]..<offsets[i + 1]`, ascending by the readiness that they wait for.
  private let offsets: [Int]
  private let allDependents: [Int]
  private let allLevels: [UInt8]

  func dependents(of step: Int) -> ArraySlice<Int> { allDependents[offsets[step]..<offsets[step + 1]] }
  func dependentLevels(of step: Int) -> ArraySlice<UInt8> { allLevels[offsets[step]..<offsets[step + 1]] }
  func serialGroup(of step: Int) -> Int? { serialGroupByStep[step] < 0 ? nil : Int(serialGroupByStep[step]) }

  /// Creates a graph, in time linear in steps and needs but for sorting by urgency.
  ///
  /// - Throws: ``Failure`` for a need that does not exist, and for steps that wait for each other.
  public init(_ steps: [Step]) throws(Failure) {
    let count = steps.count
    var needCounts = [Int32](repeating: 0, count: count)
    var offsets = [Int](repeating: 0, count: count + 1)
    // A step is large: only what is asked of it is taken out.
    for index in steps.indices {
      let needs = steps[index].needs
      for need in needs {
        guard steps.indices.contains(need.step) else { throw .unknownNeed(step: index, need: need.step) }
        offsets[need.step + 1] += 1
      }
      needCounts[index] = Int32(needs.count)
    }
    for index in 0..<count { offsets[index + 1] += offsets[index] }
    var dependents = [Int](repeating: 0, count: offsets[count])
    var levels = [UInt8](repeating: 0, count: offsets[count])
    var cursor = offsets
    for level in Dependency.Readiness.allCases.map(\.level).sorted() {
      for index in steps.indices {
        for need in steps[index].needs where need.readiness.level == level {
          dependents[cursor[need.step]] = index
          levels[cursor[need.step]] = level
          cursor[need.step] += 1
        }
      }
    }

    let paths = try Self.remainingPaths(steps, needCounts, offsets, dependents)
    // Sorting is stable.
    let order = AddressOrder(0..<count) { steps[$0].address }.positions.sorted { paths[$0] > paths[$1] }
    var rank = [Int](repeating: 0, count: count)
    for (position, step) in order.enumerated() { rank[step] = position }

    var bucketByKey: [BucketKey: Int] = [:]
    var groupByName: [String: Int32] = [:]
    var bucketRates: [Int] = []
    var bucket: [Int] = []
    var groups: [Int32] = []
    bucket.reserveCapacity(count)
    groups.reserveCapacity(count)
    for index in steps.indices {
      let key = steps[index].bucket
      if let known = bucketByKey[key] {
        bucket.append(known)
      } else {
        bucketByKey[key] = bucketRates.count
        bucket.append(bucketRates.count)
        bucketRates.append(steps[index].rate)
      }
      if let name = steps[index].serialGroup {
        let next = Int32(groupByName.count)
        groups.append(groupByName[name] ?? next)
        groupByName[name] = groups[groups.count - 1]
      } else {
        groups.append(-1)
      }
    }

    self.needCounts = needCounts
    self.offsets = offsets
    allDependents = dependents
    allLevels = levels
    remainingPath = paths
    self.order = order
    self.rank = rank
    self.bucket = bucket
    self.bucketRates = bucketRates
    serialGroupByStep = groups
    serialGroupCount = groupByName.count
  }

  /// Walks the steps from the last to the first, and adds up the longest chain behind each.
  private static func remainingPaths(
    _ steps: [Step], _ needCounts: [Int32], _ offsets: [Int], _ dependents: [Int]
  ) throws(Failure) -> [Int] {
    var missing = needCounts
    var order = steps.indices.filter { missing[$0] == 0 }
    var position = 0
    while position < order.count {
      for dependent in dependents[offsets[order[position]]..<offsets[order[position] + 1]] {
        missing[dependent] -= 1
        if missing[dependent] == 0 { order.append(dependent) }
      }
      position += 1
    }
    guard order.count == steps.count else { throw .cycle(steps.indices.filter { missing[$0] > 0 }) }
    var paths = [Int](repeating: 0, count: steps.count)
    for step in order.reversed() {
      var longest = 0
      for dependent in dependents[offsets[step]..<offsets[step + 1]] { longest = max(longest, paths[dependent]) }
      paths[step] = longest + max(0, steps[step].estimate)
    }
    return paths
  }
}

extension Dependency.Readiness {
  /// The order of readiness: what is stable is readable, and what is readable has an identifier.
  var level: UInt8 {
    switch self {
    case .identifier: 0
    case .readable: 1
    case .stable: 2
    }
  }
}
