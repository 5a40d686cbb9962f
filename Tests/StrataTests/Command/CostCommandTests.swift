import Strata
import StrataModel
import Testing

@Suite("cost, and plan --cost")
struct CostCommandTests {
  private func command(_ count: Int, budget: Money? = nil) -> TestCommand {
    var environment = Environment("pilot", region: .usEast1) { KeyStack(count: count) }
      .usage([.kmsRequests: 0])
      .documentedCosts(DocumentedCost("Keys", 1, of: .services("KMS"), source: "the guide, page 3", note: "it has one key"))
    if let budget { environment = environment.budget(budget) }
    return TestCommand([environment])
  }

  @Test("People read sums, what the document says, what is assumed, and that prices were not verified")
  func text() async {
    let output = await command(3).run("cost", "pilot", "--details")
    #expect(output.status == 0, "\(output.output)")
    #expect(output.output.contains("  key    $3.00\n"))
    #expect(output.output.contains("Keys: documented $1.00, estimated $3.00, $2.00 more"))
    #expect(output.output.contains("it has one key"))
    #expect(output.output.contains("kms.requests, declared, 3 resources"))
    #expect(output.output.contains("kms.rotations, default, 3 resources"))
    #expect(output.output.contains("have a price that was not compared with its page"))
  }

  @Test("Programs read exact amounts")
  func json() async throws {
    let output = await command(3).run("cost", "pilot", "--format", "json", "--by", "service")
    let report = try JSONReader.plainValue(of: output.output.utf8)
    #expect(report["monthly"] == "3.00")
    #expect(report["groups"] == [["monthly": "3.00", "name": "KMS"]])
    #expect(report["items"]?.arrayValue?.count == 3)
    #expect(report["documented"]?.arrayValue?.first?["verdict"] == "above")
  }

  @Test("Markdown has the sums first and the items folded")
  func markdown() async {
    let output = await command(3, budget: 2).run("cost", "pilot", "--format", "markdown").output
    #expect(output.hasPrefix("### Cost of `pilot`: $3.00 a month\n"))
    #expect(output.contains("**Over the budget of $2.00 by $1.00.**"))
    #expect(output.contains("| `key` | $3.00 |"))
    #expect(output.contains("<details><summary>3 items</summary>"))
  }

  @Test("An estimate above the budget ends with 1 and says by how much; the command's budget goes before the program's")
  func budget() async {
    let over = await command(3, budget: 2).run("cost", "pilot")
    #expect(over.status == 1)
    #expect(over.output.contains("'pilot' is estimated at $3.00 a month, $1.00 above its budget of $2.00"))
    #expect(await command(3, budget: 3).run("cost", "pilot").status == 0)
    #expect(await command(3, budget: 2).run("cost", "pilot", "--budget", "3.50").status == 0)
    #expect(await command(3).run("cost", "pilot", "--budget", "2.99").status == 1)
    #expect(await command(3).run("cost", "pilot", "--budget", "cheap").status == 64)
  }

  @Test("A plan tells what it changes of the monthly cost, from what is deployed to what is declared")
  func plan() async throws {
    let harness = try CommandHarness()
    let first = await harness.run("plan", "pilot", "--cost") { KeyStack(count: 2) }
    #expect(first.text.contains("Cost: +$2.12 a month, from $0.00 to $2.12."))
    #expect(await harness.run("deploy", "pilot", "--yes", program: { KeyStack(count: 2) }).status == 0)
    let same = await harness.run("plan", "pilot", "--cost") { KeyStack(count: 2) }
    #expect(same.text.contains("Cost: unchanged a month, from $2.12 to $2.12."))
    let less = await harness.run("plan", "pilot", "--cost", "--json") { KeyStack(count: 1) }
    #expect(less.json?["cost"]?["change"] == "-1.06")
  }
}

/// As many keys as a test asks for.
@Stack private final class KeyStack {
  let count: Int

  var body: some Infrastructure {
    for index in 0..<count { KMS.Key("key-\(index)", keyPolicy: .policy { Allow("kms:*", on: "*").to(.account(AWS.accountId)) }) }
  }
}
