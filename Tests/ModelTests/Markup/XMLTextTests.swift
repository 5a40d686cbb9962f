import StrataModel
import Testing

@Suite("Text in XML")
struct XMLTextTests {
  @Test(
    "Markup is escaped, and characters that XML does not have are replaced",
    arguments: [
      (#"a < b && "c" > 'd'"#, "a &lt; b &amp;&amp; &quot;c&quot; &gt; 'd'"), ("one\ntwo\tthree\r", "one&#10;two&#9;three&#13;"),
      ("a\u{0}b\u{1B}c\u{FFFE}", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"), ("größe 🗝", "größe 🗝"),
    ])
  func escaping(_ text: String, _ escaped: String) { #expect(XMLText.escaped(text) == escaped) }
}
