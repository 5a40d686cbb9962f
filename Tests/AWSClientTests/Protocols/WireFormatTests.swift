import Testing

@testable import AWSClient

@Suite struct WireFormatTests {
  @Test(
    "A timestamp is the same in every format, and read from each",
    arguments: [
      -62_167_219_200.0, -1, 0, 951_782_400, 1_422_172_800.25, 4_102_444_799, 253_402_300_799,
    ])
  func timestamps(_ seconds: Double) {
    #expect(WireTimestamp.seconds(WireTimestamp.text(seconds, .iso8601)) == seconds)
    #expect(WireTimestamp.seconds(WireTimestamp.text(seconds, .httpDate)) == seconds.rounded(.down))
  }

  @Test("Timestamps are written as their formats say")
  func timestampTexts() {
    #expect(WireTimestamp.text(1_422_172_800, .iso8601) == "2015-01-25T08:00:00Z")
    #expect(WireTimestamp.text(1_422_172_800.5, .iso8601) == "2015-01-25T08:00:00.500Z")
    #expect(WireTimestamp.text(1_422_172_800, .httpDate) == "Sun, 25 Jan 2015 08:00:00 GMT")
    #expect(WireTimestamp.text(1_422_172_800.5, .unixTimestamp) == "1422172800.5")
    #expect(WireTimestamp.seconds("2015-01-25T10:30:00+02:30") == 1_422_172_800)
    #expect(WireTimestamp.seconds("Sun, 25 Jan 2015 08:00:00.5 GMT") == 1_422_172_800.5)
    #expect(WireTimestamp.seconds("2015-02-30T00:00:00Z") == nil)
    #expect(WireTimestamp.seconds("yesterday") == nil)
  }

  @Test("Base64 is RFC 4648's")
  func base64() {
    for (plain, text) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")] {
      #expect(Base64.encode(plain.utf8) == text)
      #expect(Base64.decode(text.utf8) == Array(plain.utf8))
    }
    #expect(Base64.decode("Zg=x".utf8) == nil)
    #expect(Base64.decode("Z".utf8) == nil)
  }

  @Test(
    "JSON that RFC 8259 does not allow is refused",
    arguments: [
      "", "{", "[1,]", "{\"a\" 1}", "01", "1.", "-", "tru", "\"\\x\"", "\"\\ud800\"", "\"a", "1 2", "{\"a\":1,}", "nul",
    ])
  func json(_ text: String) {
    #expect(throws: WireFailure.self) { try JSONCursor.document(Array(text.utf8)) }
  }

  @Test(
    "XML that is not well-formed, or has a document type, is refused",
    arguments: [
      "", "<a>", "<a></b>", "<a", "<a b></a>", "<a>&x;</a>", "<a/><b/>", "<!DOCTYPE a><a/>", "text", "<a><![CDATA[x</a>",
      "<a>&#x110000;</a>",
    ])
  func xml(_ text: String) {
    #expect(throws: WireFailure.self) {
      var cursor = try XMLCursor(Array(text.utf8))
      _ = try cursor.readText()
      try cursor.finish()
    }
  }

  @Test("References and character data of XML become text")
  func xmlText() throws {
    var cursor = try XMLCursor(Array("<!-- c --><n:a x='1'>a&lt;&#65;<![CDATA[<&>]]><!-- c --><?p?><b>no</b>z</n:a>".utf8))
    #expect(cursor.name == "a")
    #expect(try cursor.readText() == "a<A<&>z")
    try cursor.finish()
  }

  @Test("Numbers that are none have names")
  func notANumber() throws {
    #expect(String(decoding: JSONOutput.document([.double(.nan), .double(-.infinity)]), as: UTF8.self) == #"["NaN","-Infinity"]"#)
    #expect(ScalarText.number("Infinity") == .infinity)
  }
}
