import StrataModel

extension ApplyRun {
  mutating func call(_ number: Int) {
    guard var work = works[number], let intent = work.intent else { return }
    if provider.callLifetime > 0, clock.seconds > intent.sendBy {
      inbox.append(.called(number, .again(after: 0, needsCommit: true)))
      return
    }
    work.calls += 1
    works[number] = work
    emit(.called(step: number, attempt: work.calls))
    let properties = revealed(work, intent.request)
    switch intent.operation {
    case .create:
      let request = CreateRequest(
        type: intent.type, placement: intent.placement, route: intent.route, properties: properties, token: intent.token,
        instance: intent.instance)
      launches.append(.create(step: number, request))
    case .update:
      guard let target = ObjectTarget(intent) else { return }
      let request = UpdateRequest(
        target: target, properties: properties, previous: intent.previous ?? [:], changedPaths: work.changedPaths, token: intent.token)
      launches.append(.update(step: number, request))
    case .delete:
      guard let target = ObjectTarget(intent) else { return }
      // A step that is marked so is only begun with the user's acknowledgement.
      let isAcknowledged = plan.steps[number].markers.contains(.protected)
      let request = DeleteRequest(target: target, properties: properties, token: intent.token, liftsProtection: isAcknowledged)
      launches.append(.delete(step: number, request))
    }
  }

  private func revealed(_ work: StepWork, _ request: PropertyObject) -> PropertyObject {
    work.texts.isEmpty ? request : request.mapValues { $0.holdsSecret ? $0.revealing(work.texts) : $0 }
  }

  mutating func poll(_ number: Int) {
    guard let intent = works[number]?.intent, let token = works[number]?.accepted?.waitToken else { return }
    works[number]?.polls += 1
    launches.append(
      .poll(
        step: number,
        PollRequest(
          operation: intent.operation, type: intent.type, placement: intent.placement, route: intent.route, waitToken: token)))
  }

  mutating func investigate(_ number: Int) {
    guard let work = works[number], let intent = work.intent,
      let open = fold.snapshot.intentsByID[OpenIntent.ID(run: options.run, step: number)]
    else { return }
    launches.append(
      .investigate(step: number, open, revealed: revealed(work, intent.request), wasPerhapsExecuted: work.hasUnknownCall))
  }
}
