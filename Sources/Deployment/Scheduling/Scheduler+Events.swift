import HeapModule
import StrataModel

extension Scheduler {
  mutating func onPrepared(_ step: Int, _ preparation: Preparation) {
    guard states[step] == .preparing else { return }
    slotsInUse -= 1
    switch preparation {
    case .nothingToDo:
      staged -= 1
      succeed(step)
    case .failed:
      staged -= 1
      fail(step)
    case _ where stopLevel != nil:
      staged -= 1
      giveUp(step, .nothing)
    case .ready:
      states[step] = .committing
      actions.append(.commit(step))
    case .again(let milliseconds):
      staged -= 1
      states[step] = .pausedBeforePreparing
      actions.append(.wait(.prepare(step), milliseconds))
    }
  }

  mutating func onCommitted(_ step: Int) {
    guard states[step] == .committing else { return }
    if stopLevel != nil {
      staged -= 1
      giveUp(step, .unsentIntent)
    } else {
      enqueueForCall(step)
    }
  }

  private mutating func enqueueForCall(_ step: Int) {
    states[step] = .callable
    callable.insert(graph.rank[step])
  }

  mutating func onCalled(_ step: Int, _ result: CallResult, at now: Int) {
    guard states[step] == .calling || states[step] == .polling else { return }
    if states[step] == .calling {
      slotsInUse -= 1
      staged -= 1
    }
    switch result {
    case .done: succeed(step)
    case .failed: fail(step)
    case .accepted(let readiness, let milliseconds):
      if let readiness { release(step, upTo: readiness) }
      pause(step, .pausedBeforePolling, .poll(step), milliseconds, leaving: .openIntent)
    case .throttled(let milliseconds, let needsCommit):
      let bucket = graph.bucket[step]
      buckets[bucket].tokens.throttle(at: now, retryAfter: milliseconds ?? 0)
      if needsCommit {
        let delay = max(milliseconds ?? 0, buckets[bucket].tokens.delay(at: now))
        pause(step, .pausedBeforeCommitting, .commit(step), delay, leaving: .unsentIntent)
      } else if stopLevel != nil {
        giveUp(step, .unsentIntent)
      } else {
        staged += 1
        states[step] = .callable
        park(step, in: bucket, at: now)
      }
    case .again(let milliseconds, needsCommit: true):
      pause(step, .pausedBeforeCommitting, .commit(step), milliseconds, leaving: .unsentIntent)
    case .again(let milliseconds, needsCommit: false):
      pause(step, .pausedBeforeCalling, .call(step), milliseconds, leaving: .unsentIntent)
    case .undecided:
      guard stopLevel == nil else { return giveUp(step, .openIntent) }
      states[step] = .calling
      slotsInUse += 1
      staged += 1
      actions.append(.investigate(step))
    }
  }

  private mutating func pause(_ step: Int, _ state: State, _ timer: Timer, _ milliseconds: Int, leaving remainder: Remainder) {
    guard stopLevel == nil else { return giveUp(step, remainder) }
    states[step] = state
    actions.append(.wait(timer, max(0, milliseconds)))
  }

  mutating func onDue(_ timer: Timer, at now: Int) {
    switch timer {
    case .bucket(let bucket): open(bucket, at: now)
    case .grace: onStop(.quit)
    case .prepare(let step):
      guard states[step] == .pausedBeforePreparing else { return }
      states[step] = .ready
      ready.insert(graph.rank[step])
    case .commit(let step):
      guard states[step] == .pausedBeforeCommitting else { return }
      staged += 1
      states[step] = .committing
      actions.append(.commit(step))
    case .call(let step):
      guard states[step] == .pausedBeforeCalling else { return }
      staged += 1
      enqueueForCall(step)
    case .poll(let step):
      guard states[step] == .pausedBeforePolling else { return }
      states[step] = .polling
      actions.append(.poll(step))
    }
  }

  // MARK: Ends of steps

  private mutating func succeed(_ step: Int) {
    release(step, upTo: .stable)
    close(step)
  }

  private mutating func fail(_ step: Int) {
    close(step)
    var front = [step]
    while let failed = front.popLast() {
      for dependent in graph.dependents(of: failed) {
        guard states[dependent] == .waiting || states[dependent] == .ready else { continue }
        close(dependent)
        actions.append(.skip(dependent, because: step))
        front.append(dependent)
      }
    }
  }

  /// Lets the dependents go on that wait for no more than a readiness.
  private mutating func release(_ step: Int, upTo readiness: Dependency.Readiness) {
    let dependents = graph.dependents(of: step)
    let levels = graph.dependentLevels(of: step)
    var position = Int(releasedDependents[step])
    while position < dependents.count, levels[levels.startIndex + position] <= readiness.level {
      let dependent = dependents[dependents.startIndex + position]
      missingNeeds[dependent] -= 1
      if missingNeeds[dependent] == 0, states[dependent] == .waiting {
        states[dependent] = .ready
        ready.insert(graph.rank[dependent])
      }
      position += 1
    }
    releasedDependents[step] = Int32(position)
  }

  private mutating func close(_ step: Int) {
    states[step] = .finished
    unfinished -= 1
    guard let group = graph.serialGroup(of: step), serialGroups[group].holder == step else { return }
    serialGroups[group].holder = nil
    while let rank = serialGroups[group].parked.popMin() {
      guard states[graph.order[rank]] == .ready else { continue }
      ready.insert(rank)
      return
    }
  }

  // MARK: Stopping

  mutating func onStop(_ level: StopLevel) {
    if let stopLevel, level <= stopLevel { return }
    let isFirst = stopLevel == nil
    stopLevel = level
    if isFirst {
      actions.append(.wait(.grace, Self.gracePeriod))
      ready = Heap()
      callable = Heap()
    }
    for step in states.indices { stop(step, at: level) }
  }

  /// Gives a step up unless an answer is on its way that is worth waiting for.
  private mutating func stop(_ step: Int, at level: StopLevel) {
    switch states[step] {
    case .finished: break
    case .waiting, .ready, .pausedBeforePreparing: giveUp(step, .nothing)
    case .callable, .pausedBeforeCalling, .pausedBeforeCommitting: giveUp(step, .unsentIntent)
    case .pausedBeforePolling: giveUp(step, .openIntent)
    case .preparing:
      if level == .quit { giveUp(step, .nothing) }
    case .committing:
      if level != .graceful { giveUp(step, .unsentIntent) }
    case .calling, .polling:
      if level == .quit { giveUp(step, .openIntent) }
    }
  }

  private mutating func giveUp(_ step: Int, _ remainder: Remainder) {
    close(step)
    actions.append(.giveUp(step, remainder))
  }
}
