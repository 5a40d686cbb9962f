import StrataModel
import Testing

@Suite("Text in Markdown")
struct MarkdownTextTests {
  @Test(
    "No character of a text is markup, and a text stays on its line",
    arguments: [
      ("a_b *c* `d` <e> [f] #7 | \\", ##"a\_b \*c\* \`d\` \<e\> \[f\] \#7 \| \\"##), ("R&D &amp; more", "R&amp;D &amp;amp; more"),
      ("one\ntwo\r\nthree\rfour", "one two three four"), ("größe 🗝", "größe 🗝"),
    ])
  func escaping(_ text: String, _ escaped: String) { #expect(MarkdownText.escaped(text) == escaped) }

  @Test(
    "Markdown cannot end its cell, and is otherwise what it was",
    arguments: [
      ("**a** | `b|c`", #"**a** \| `b\|c`"#), (#"a \| b \\| c"#, #"a \| b \\\| c"#), ("one\r\ntwo\nthree", "one two three"),
    ])
  func cells(_ markdown: String, _ cell: String) { #expect(MarkdownText.cell(markdown) == cell) }

  @Test("A text that is escaped fits a cell as it is", arguments: [#"a | b \| c"#, "\\\\|", "x\n|y"])
  func texts(_ text: String) {
    let escaped = MarkdownText.escaped(text)
    #expect(MarkdownText.cell(escaped) == escaped)
  }
}
