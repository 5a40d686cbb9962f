/// What `@Stack` and `@Component` generate, and the only calls they need.
///
/// For
///
/// ```swift
/// @Stack final class NetworkStack {
///   let settings: Settings
///   let range: CIDR = "10.0.0.0/16"
///   lazy var vpc = EC2.VPC("main", cidrBlock: range)
///   lazy var subnets = makeSubnets()
///   var body: some Infrastructure { ... }
/// }
/// ```
///
/// the macro emits these members (each with the access of the type, so that the type's conformance can be as public as the type):
///
/// ```swift
/// init(settings: Settings) { self.settings = settings }          // one parameter per `let` without a value, in order; see below
/// let modifiers = StrataLanguage.Modifiers()
/// func declare(in context: StrataLanguage.DeclarationContext) {
///   context.declare(stack: self, id: nil) {
///     context.place(self.vpc)                                    // each lazy var, in order, whatever its type
///     context.place(self.subnets)
///     context.place(self.body)                                   // always, also where the type has no body of its own
///   }
/// }
/// ```
///
/// and the conformance `extension NetworkStack: StrataLanguage.Stack {}`, and `@StrataLanguage.InfrastructureBuilder` on `body`.
///
/// - `id:` is `self.id` for a type with `let id: String`, else the literal of `@Stack("network")`, else `nil`.
/// - A component calls `context.declare(component: self, id: ...)`; `id:` is `self.id` or `nil`.
/// - Parameter order of the initializer: `_ id: String` first and without a label if there is `let id: String`; then the other `let`s in
///   order of declaration. `let x: T = value` is no parameter; `var x: T = value` (stored, not lazy) is one with that default; an optional
///   `let x: T?` gets `= nil`. A type with its own `init` gets none.
/// - A `struct` component gets the same members; it has no lazy vars.
extension DeclarationContext {
  /// Declares a stack: opens its scope and runs `contents` inside of it.
  public func declare<S: Stack>(stack: S, id: String?, contents: () -> Void) {
    let name = "\(S.self)"
    open(stack.modifiers, id: id ?? StackIdentifier.make(fromTypeName: name), named: name, contents: contents)
  }

  /// Declares a component: opens its scope, with one more segment if it has an id, and runs `contents` inside of it.
  public func declare<C: Component>(component: C, id: String?, contents: () -> Void) {
    open(component.modifiers, id: id, named: "\(C.self)", contents: contents)
  }

  /// Places infrastructure at this point.
  public func place(_ child: any Infrastructure) { child.declare(in: self) }

  /// Places several pieces of infrastructure at this point.
  public func place(_ children: [any Infrastructure]) {
    for child in children { child.declare(in: self) }
  }

  /// Places whatever infrastructure a `lazy var` holds: lists, dictionaries, optionals and tuples of it are looked through, all else is ignored.
  ///
  /// Dictionaries are taken in ascending order of their keys' text.
  @_disfavoredOverload
  public func place(_ value: Any) {
    if let child = value as? any Infrastructure {
      child.declare(in: self)
      return
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional, .collection, .tuple, .set:
      for child in mirror.children { place(child.value) }
    case .dictionary:
      let pairs = mirror.children.compactMap { child -> (key: String, value: Any)? in
        let pair = Array(Mirror(reflecting: child.value).children)
        return pair.count == 2 ? ("\(pair[0].value)", pair[1].value) : nil
      }
      for pair in pairs.sorted(by: { $0.key < $1.key }) { place(pair.value) }
    default: break
    }
  }
}
