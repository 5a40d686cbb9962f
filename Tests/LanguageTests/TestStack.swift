import StrataLanguage
import StrataModel

/// A stack whose contents a test writes in place; also the example of what `@Stack` generates.
final class TestStack: Stack {
  let id: String
  let modifiers = Modifiers()
  private let contents: () -> Group

  init(_ id: String = "app", @InfrastructureBuilder _ contents: @escaping () -> Group) {
    self.id = id
    self.contents = contents
  }

  var body: some Infrastructure { contents() }

  func declare(in context: DeclarationContext) {
    context.declare(stack: self, id: id) { context.place(body) }
  }
}

/// What a program with one stack named `app` declares.
func declaring(
  tags: Tags = [:], region: Region = .usEast1, @InfrastructureBuilder _ contents: @escaping @Sendable () -> Group
) -> DeclarationSet {
  declare(Environment("test", region: region, tags: tags) { TestStack("app", contents) }, account: "123456789012")
}

/// What a program without a stack around it declares.
func declaringBare(@InfrastructureBuilder _ contents: @escaping @Sendable () -> Group) -> DeclarationSet {
  declare(Environment("test", region: .usEast1, contents), account: "123456789012")
}

extension DeclarationSet {
  /// The addresses in order.
  var addresses: [String] { resources.map(\.address.path) }

  /// The codes of the diagnostics in order.
  var codes: [String] { diagnostics.map(\.code) }

  /// The resource at an address.
  subscript(_ address: String) -> DeclaredResource? { resources.first { $0.address.path == address } }

  /// The JSON of one property.
  func json(_ address: String, _ property: String) -> String? {
    self[address]?.properties[property].map { JSONWriter.text(of: $0) }
  }
}
