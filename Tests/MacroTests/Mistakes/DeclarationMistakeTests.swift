import Testing

@Suite("Declarations that a macro cannot complete")
struct DeclarationMistakeTests {
  @Test("A class that others may inherit from is made final")
  func openClass() {
    let expanded = Expanded("@Stack public class S {\n  lazy var topic = SNS.Topic(\"t\")\n}")
    #expect(
      expanded.report == [
        "1:15: error: @Stack belongs on a 'final class' or a 'struct'",
        "  fix-it: make the class final",
      ])
    #expect(expanded.fixed == "@Stack public final class S {\n  lazy var topic = SNS.Topic(\"t\")\n}")
  }

  @Test("A struct with lazy children becomes a class")
  func lazyInStruct() {
    let expanded = Expanded("@Component struct C {\n  lazy var topic = SNS.Topic(\"t\")\n}")
    #expect(
      expanded.report == [
        "2:12: error: 'topic' is a lazy var of a struct, so each copy would create its own; a Component with shared children is a 'final class'",
        "  fix-it: make 'C' a final class",
      ])
    #expect(expanded.fixed == "@Component final class C {\n  lazy var topic = SNS.Topic(\"t\")\n}")
  }

  @Test("An enum, an actor or a protocol is refused", arguments: ["enum", "actor", "protocol"])
  func otherDeclarations(keyword: String) {
    #expect(Expanded("@Stack \(keyword) S {}").report == ["1:1: error: @Stack belongs on a 'final class' or a 'struct'"])
  }

  @Test("An input that the initializer cannot take is named")
  func unreadableInput() {
    let expanded = Expanded("@Stack final class S {\n  let (a, b): (Int, Int)\n  lazy var topic = SNS.Topic(\"t\")\n}")
    #expect(
      expanded.report == [
        "2:7: error: no initializer can be written for '(a, b)': give each input its own name and type, or write 'init' yourself"
      ])
    #expect(!expanded.source.contains("init("))
  }

  @Test("A declaration of nothing is a warning")
  func empty() {
    #expect(
      Expanded("@Stack final class S {\n  let count: Int\n}").report == [
        "1:20: warning: 'S' declares nothing: give it a 'body' or 'lazy var' children"
      ])
  }

  @Test("The id of a stack has the form of every id")
  func identifier() {
    let expanded = Expanded("@Stack(\"my net\") final class S {\n  lazy var topic = SNS.Topic(\"t\")\n}")
    #expect(
      expanded.report == [
        "1:8: error: 'my net' is no logical id: use 1 to 64 letters, digits, '.', '_' and '-'",
        "  fix-it: replace with 'my-net'",
      ])
  }

  @Test("A type inside of the stack is checked with it, unless it is checked by its own macro")
  func nestedTypes() {
    let members = "var body: some Infrastructure { SNS.Topic(\"t\") }"
    let plain = "@Stack final class S {\n  struct Helper { let queue = SQS.Queue(\"q\", delaySeconds: 901) }\n  \(members)\n}"
    #expect(Expanded(plain).messages == ["DelaySeconds must be in 0...900, not 901"])
    let own = "@Stack final class S {\n  @Component struct Helper { let queue = SQS.Queue(\"q\", delaySeconds: 901) }\n  \(members)\n}"
    #expect(Expanded(own).messages == ["DelaySeconds must be in 0...900, not 901"])
  }
}
