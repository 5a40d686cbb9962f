import StrataModel

/// What modifiers said about a resource, or about everything inside of a stack or component.
struct LifecycleModifiers {
  var isProtected = false
  var isRetained = false
  var isDeletedFirst = false
  var ignoredPaths: [PropertyPath] = []
  var timeouts = OperationTimeouts()
  var earlierIDs: [String] = []
  var region: Region?
  var account: Account?
  var predecessors: [any Infrastructure] = []
  var tags: Tags = [:]

  /// Waivers of findings, with the resource still open.
  var waivers: [(rule: String, reason: String, until: CalendarDate, source: SourceLocation)] = []

  /// What is said inside together with what a surrounding scope says; `nil` where neither says anything.
  static func combined(_ inner: LifecycleModifiers?, _ outer: LifecycleModifiers?) -> LifecycleModifiers? {
    guard var result = inner else { return outer }
    if let outer { result.inherit(from: outer) }
    return result
  }

  /// Adds what a surrounding scope says; what is said inside wins where only one can hold.
  private mutating func inherit(from outer: LifecycleModifiers) {
    isProtected = isProtected || outer.isProtected
    isRetained = isRetained || outer.isRetained
    isDeletedFirst = isDeletedFirst || outer.isDeletedFirst
    if !outer.ignoredPaths.isEmpty { ignoredPaths += outer.ignoredPaths }
    timeouts.create = timeouts.create ?? outer.timeouts.create
    timeouts.update = timeouts.update ?? outer.timeouts.update
    timeouts.delete = timeouts.delete ?? outer.timeouts.delete
    region = region ?? outer.region
    account = account ?? outer.account
    if !outer.predecessors.isEmpty { predecessors += outer.predecessors }
    if !outer.waivers.isEmpty { waivers += outer.waivers }
  }

  /// The part that state records.
  var lifecycle: Lifecycle {
    var lifecycle = Lifecycle()
    lifecycle.isProtected = isProtected
    lifecycle.isRetained = isRetained
    lifecycle.isDeletedFirst = isDeletedFirst
    lifecycle.ignoredPaths = ignoredPaths
    lifecycle.timeouts = timeouts
    return lifecycle
  }
}
