/// Makes a `final class` a ``Stack``: writes its initializer, places its `lazy var`s, and checks every resource in it against AWS's schemas.
@attached(extension, conformances: Stack)
@attached(memberAttribute)
@attached(member, names: named(init), named(declare), named(modifiers))
public macro Stack(_ id: String? = nil) = #externalMacro(module: "StrataMacros", type: "StackMacro")

/// Makes a `final class` or `struct` a ``Component``: writes its initializer, places its `lazy var`s, and checks every resource in it.
@attached(extension, conformances: Component)
@attached(memberAttribute)
@attached(member, names: named(init), named(declare), named(modifiers))
public macro Component() = #externalMacro(module: "StrataMacros", type: "ComponentMacro")

/// Makes a type the typed resource of a CloudFormation type: `@Resource("AWS::AppMesh::Mesh") struct Mesh {}`.
///
/// The members are those that `@Service` gives to the resources that ship: initializer, nested shapes, enumerations, attributes. Stored properties
/// that you write yourself are checked against the schema, assigned by the initializer and written into the resource; a default value becomes
/// the parameter's default, a type without `?` makes an optional property required, and a `let` with a value fixes the property.
@attached(member, names: arbitrary)
@attached(extension, conformances: Resource)
public macro Resource(_ typeName: String) = #externalMacro(module: "StrataMacros", type: "ResourceMacro")

/// Gives an enumeration one typed resource for each CloudFormation type of a service: `@Service("AWS::KMS") public enum KMS {}`.
///
/// With `from:` and `upTo:`, only the types from one name up to, and without, another, so that a large service can be spread over several files
/// that compile side by side: `@Service("AWS::EC2", from: "N") extension EC2 {}`.
@attached(member, names: arbitrary)
public macro Service(_ name: String, from: String = "", upTo: String = "") =
  #externalMacro(module: "StrataMacros", type: "ServiceMacro")
