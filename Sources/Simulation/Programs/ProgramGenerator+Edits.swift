extension ProgramGenerator {
  /// The next program of the same user: a few edits after another one.
  mutating func edited(_ program: SimulatedProgram) -> SimulatedProgram {
    var next = program
    for index in next.resources.indices { next.resources[index].renamedFrom = nil }
    for _ in 0..<(1 + chance.below(4)) { edit(&next) }
    return next
  }

  private mutating func edit(_ program: inout SimulatedProgram) {
    guard !program.resources.isEmpty else { return grow(&program, to: 3) }
    let index = chance.below(program.resources.count)
    switch chance.below(16) {
    case 0, 1, 2: program.resources[index].content += 1 + chance.below(3)
    case 3, 4: program.resources[index].shape = (program.resources[index].shape + 1 + chance.below(2)) % 3
    case 5, 6: program = program.removing(program.resources[index].address)
    case 7, 8: grow(&program, to: program.resources.count + 1 + chance.below(3))
    case 9: rename(index, &program, toStack: false)
    case 10: rename(index, &program, toStack: true)
    case 11: reorder(&program)
    case 12:
      if program.resources[index].kind.canBeNamed { program.resources[index].isNamed.toggle() }
    case 13: redirect(index, &program)
    case 14:
      let resource = program.resources[index]
      let isUsed = program.resources.contains { $0.uses.values.contains(resource.address) }
      if resource.kind.canBeElsewhere, !isUsed { program.resources[index].isElsewhere.toggle() }
    default: changeLifecycle(index, &program)
    }
  }

  /// Gives a resource another id or stack; mostly with the word that says so.
  private mutating func rename(_ index: Int, _ program: inout SimulatedProgram, toStack: Bool) {
    let old = program.resources[index].address
    guard program.resources[index].renamedFrom == nil else { return }
    let parts = old.split(separator: "/").map(String.init)
    let new = toStack ? "s\(4 + chance.below(2))/\(parts.last ?? "r")" : "\(parts.first ?? "s1")/\(parts.last ?? "r")x"
    guard program[new] == nil else { return }
    program.resources[index].address = new
    // A network takes one internet gateway, which no table of keys can say: without the word the new attachment is refused.
    if program.resources[index].kind == .gatewayAttachment || chance.happens(perMille: 800) { program.resources[index].renamedFrom = old }
    for other in program.resources.indices {
      for (role, address) in program.resources[other].uses where address == old { program.resources[other].uses[role] = new }
    }
  }

  private mutating func reorder(_ program: inout SimulatedProgram) {
    for index in stride(from: program.resources.count - 1, to: 0, by: -1) {
      program.resources.swapAt(index, chance.below(index + 1))
    }
  }

  /// Lets a resource refer to another producer.
  private mutating func redirect(_ index: Int, _ program: inout SimulatedProgram) {
    let resource = program.resources[index]
    // Those that are bound to one network would drag others along.
    guard
      [.alias, .rolePolicy, .bucketPolicy, .subscription, .topicPolicy, .queuePolicy, .userPoolClient, .clientSecret].contains(
        resource.kind),
      let (role, kind) = chance.pick(resource.kind.roles)
    else { return }
    let others = program.resources.filter { other in
      other.kind == kind && other.address != resource.uses[role]
        && ProgramGenerator.canServe(other, role, of: resource.kind, resource.uses, in: program, except: resource.address)
    }
    if let other = chance.pick(others) { program.resources[index].uses[role] = other.address }
  }

  private mutating func changeLifecycle(_ index: Int, _ program: inout SimulatedProgram) {
    switch chance.below(4) {
    case 0:
      // What is retained keeps its name, so only a generated one can be made again.
      let kind = program.resources[index].kind
      if [.key, .queue, .topic, .table].contains(kind), !program.resources[index].isNamed { program.resources[index].isRetained.toggle() }
    case 1: program.resources[index].isProtected.toggle()
    default: program.resources[index].isDeletedFirst.toggle()
    }
  }
}
