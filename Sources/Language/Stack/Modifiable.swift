public import StrataModel

/// What the modifiers of resources, stacks and components work on.
///
/// Each modifier returns `Self`, so it can stand behind an expression, a `let` or a `lazy var`. On a stack or component it holds for every resource
/// inside; what is said inside wins where only one can hold.
public protocol Modifiable: Infrastructure {
  /// Where modifiers are kept; an implementation detail of the language.
  var modifierStorage: ModifierStorage { get }
}

/// Where the modifiers of a resource, stack or component are kept; an implementation detail of the language.
public struct ModifierStorage {
  enum Owner {
    case resource(ResourceDeclaration)
    case component(Modifiers)
  }

  let owner: Owner

  func change(_ body: (inout LifecycleModifiers) -> Void) {
    switch owner {
    case .resource(let declaration): body(&declaration.modifiers.orNone)
    case .component(let modifiers): body(&modifiers.values.orNone)
    }
  }
}

extension Modifiable {
  /// A delete or replacement needs an acknowledgement that names the resource.
  @discardableResult
  public func protected() -> Self { changed { $0.isProtected = true } }

  /// Leaving the program forgets the resource and leaves the object in AWS as it is.
  @discardableResult
  public func retained() -> Self { changed { $0.isRetained = true } }

  /// On replacement the old object is deleted before the new one is made.
  @discardableResult
  public func deletedFirst() -> Self { changed { $0.isDeletedFirst = true } }

  /// How long operations may go on before a deployment stops waiting, for example `timeout(create: .minutes(30))`.
  ///
  /// An operation that takes longer is not undone, and the next run goes on waiting for it. Without a word here the type's usual limit holds,
  /// two hours for most.
  @discardableResult
  public func timeout(create: Timeout? = nil, update: Timeout? = nil, delete: Timeout? = nil) -> Self {
    changed { modifiers in
      if let create { modifiers.timeouts.create = create.seconds }
      if let update { modifiers.timeouts.update = update.seconds }
      if let delete { modifiers.timeouts.delete = delete.seconds }
    }
  }

  /// Differences at these paths are not acted on, for example `ignoringChanges(to: "DesiredCount")`.
  ///
  /// A path is written with CloudFormation's names: `Rules[0].Days`.
  @discardableResult
  public func ignoringChanges(to paths: PropertyPath...) -> Self { changed { $0.ignoredPaths += paths } }

  /// An id that this had in an earlier program, so that the object in AWS is kept and not made again.
  ///
  /// A text without `/` is an id in the same place; one with `/` is a whole address. Several calls are several earlier ids.
  @discardableResult
  public func renamed(from earlier: String) -> Self { changed { $0.earlierIDs.append(earlier) } }

  /// Lives in another region than the environment.
  @discardableResult
  public func placed(in region: Region) -> Self { changed { $0.region = region } }

  /// Lives in another account than the environment.
  @discardableResult
  public func placed(in account: Account) -> Self { changed { $0.account = account } }

  /// Lives in another account than the environment, by the account's twelve digits; no role is assumed.
  @discardableResult
  public func placed(inAccount account: String) -> Self { placed(in: Account(account)) }

  /// Lives in another region and account than the environment.
  @discardableResult
  public func placed(in region: Region, of account: Account) -> Self { placed(in: region).placed(in: account) }

  /// Lives in another region and account than the environment, by the account's twelve digits; no role is assumed.
  @discardableResult
  public func placed(in region: Region, account: String) -> Self { placed(in: region, of: Account(account)) }

  /// Waits until other resources, or everything in other components or stacks, are stable.
  ///
  /// References make their own order; `after` is for what AWS needs without a reference to show it.
  @discardableResult
  public func after(_ predecessors: any Infrastructure...) -> Self { changed { $0.predecessors += predecessors } }

  /// Waits until other resources are stable.
  @discardableResult
  public func after(_ predecessors: [any Infrastructure]) -> Self { changed { $0.predecessors += predecessors } }

  /// Adds tags to every resource inside that can bear tags; on equal keys the innermost wins.
  @discardableResult
  public func tagged(_ tags: Tags) -> Self { changed { $0.tags = $0.tags.merging(tags) } }

  /// Accepts what a rule of a policy finds here until a day, for example `.waived("R16", reason: "…", until: "2027-06-30")`.
  ///
  /// `rule` is the rule's id or name. The finding stays in every report, with the reason; from the day after `until` it stops a plan again. On a
  /// stack or component it holds for every resource inside.
  @discardableResult
  public func waived(
    _ rule: String, reason: String, until: CalendarDate, fileID: String = #fileID, line: Int = #line, column: Int = #column
  ) -> Self {
    changed { $0.waivers.append((rule, reason, until, SourceLocation(fileID: fileID, line: line, column: column))) }
  }

  private func changed(_ body: (inout LifecycleModifiers) -> Void) -> Self {
    modifierStorage.change(body)
    return self
  }
}

extension Stack {
  public var modifierStorage: ModifierStorage { ModifierStorage(owner: .component(modifiers)) }
}

extension Component {
  public var modifierStorage: ModifierStorage { ModifierStorage(owner: .component(modifiers)) }
}

extension LifecycleModifiers? {
  /// The modifiers, or ones that say nothing yet.
  fileprivate var orNone: LifecycleModifiers {
    get { self ?? LifecycleModifiers() }
    set { self = newValue }
  }
}
