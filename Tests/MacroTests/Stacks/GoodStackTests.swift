import Testing

@Suite("Sources without a mistake")
struct GoodStackTests {
  @Test("The stacks of a whole system give no message", arguments: SerenitySources.all)
  func serenity(source: SerenitySources.Source) {
    #expect(Expanded(source.text).report == [])
  }

  @Test("What looks like a mistake and is none gives no message", arguments: GoodSources.bodies)
  func body(text: String) {
    #expect(Expanded("@Stack final class S {\n  let settings: Settings\n  let key: KMS.Key\n  let count: Int\n\(text)\n}").report == [])
  }
}
