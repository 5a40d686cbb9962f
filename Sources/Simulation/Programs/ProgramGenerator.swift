/// Makes random programs that every service accepts.
struct ProgramGenerator {
  var chance: Chance
  private var nextSlot = 1

  init(chance: Chance) { self.chance = chance }

  /// A first program.
  mutating func program(size: Int) -> SimulatedProgram {
    var program = SimulatedProgram([])
    grow(&program, to: size)
    return program
  }

  /// Adds resources, with what they need, until there are so many.
  mutating func grow(_ program: inout SimulatedProgram, to size: Int) {
    var tries = 0
    while program.resources.count < size, tries < size * 4 {
      tries += 1
      guard let kind = chance.pick(ResourceKind.allCases) else { return }
      _ = add(kind, to: &program, depth: 0)
    }
  }

  /// Adds a resource of a kind, and producers where there are none that it could use; answers with its address.
  private mutating func add(_ kind: ResourceKind, to program: inout SimulatedProgram, depth: Int) -> String? {
    guard depth < 5, !(kind.isSingleton && program.resources.contains { $0.kind == kind }) else { return nil }
    var uses: [String: String] = [:]
    for (role, producerKind) in kind.roles {
      var candidates = program.resources.filter { $0.kind == producerKind && Self.canServe($0, role, of: kind, uses, in: program) }
      if candidates.isEmpty || chance.happens(perMille: 150) {
        let count = program.resources.count
        if let made = addProducer(producerKind, role, for: kind, uses, to: &program, depth: depth + 1), let new = program[made],
          Self.canServe(new, role, of: kind, uses, in: program)
        {
          candidates = [new]
        } else if candidates.isEmpty {
          program.resources.removeLast(program.resources.count - count)
          return nil
        }
      }
      guard let chosen = chance.pick(candidates) else { return nil }
      uses[role] = chosen.address
    }
    if let (role, producerKind) = kind.optionalRole, chance.happens(perMille: 500),
      let producer = chance.pick(program.resources.filter { $0.kind == producerKind && !$0.isElsewhere })
    {
      uses[role] = producer.address
    }
    let slot = nextSlot
    nextSlot += 1
    var resource = SimulatedResource("s\(1 + chance.below(3))/r\(slot)", kind, slot: slot, uses: uses)
    resource.content = chance.below(6)
    resource.shape = chance.below(3)
    resource.isNamed = kind.canBeNamed && chance.happens(perMille: 400)
    resource.isElsewhere = kind.canBeElsewhere && chance.happens(perMille: 150)
    program.resources.append(resource)
    return resource.address
  }

  /// A producer of its own, in the network that the consumer is bound to already.
  private mutating func addProducer(
    _ kind: ResourceKind, _ role: String, for consumer: ResourceKind, _ uses: [String: String], to program: inout SimulatedProgram,
    depth: Int
  ) -> String? {
    guard let bound = Self.network(of: uses, in: program), kind.roles.contains(where: { $0.kind == .vpc }) else {
      return add(kind, to: &program, depth: depth)
    }
    guard kind != .gatewayAttachment || !program.resources.contains(where: { $0.kind == .gatewayAttachment && $0.uses["vpc"] == bound })
    else { return nil }
    var own = ["vpc": bound]
    if kind == .gatewayAttachment {
      guard let gateway = add(.internetGateway, to: &program, depth: depth) else { return nil }
      own["gateway"] = gateway
    }
    let slot = nextSlot
    nextSlot += 1
    program.resources.append(
      SimulatedResource("s\(1 + chance.below(3))/r\(slot)", kind, slot: slot, content: chance.below(6), shape: chance.below(3), uses: own))
    return program.resources.last?.address
  }

  /// The network of the producers that were chosen so far.
  private static func network(of uses: [String: String], in program: SimulatedProgram) -> String? {
    uses.keys.sorted().lazy.compactMap { uses[$0] }.compactMap { program[$0]?.uses["vpc"] }.first
  }

  /// Whether a resource can be what a consumer refers to in a role: free where one user is allowed, and in the consumer's network.
  static func canServe(
    _ producer: SimulatedResource, _ role: String, of kind: ResourceKind, _ uses: [String: String], in program: SimulatedProgram,
    except consumer: String? = nil
  ) -> Bool {
    if producer.isElsewhere { return false }
    if kind.exclusiveRoles.contains(role),
      program.resources.contains(where: { $0.kind == kind && $0.uses[role] == producer.address && $0.address != consumer })
    {
      return false
    }
    // One queue can subscribe to one topic once.
    if kind == .subscription {
      var pair = uses
      pair[role] = producer.address
      if program.resources.contains(where: { $0.kind == kind && $0.uses == pair && $0.address != consumer }) { return false }
    }
    // The table of a default route may lead to one gateway only, and that of its own network.
    if let own = producer.uses["vpc"], let bound = network(of: uses, in: program), own != bound { return false }
    return true
  }
}
