import StrataCost
import StrataModel

/// Writes an estimate of cost as Markdown, for the comment of a pull request.
struct CostMarkdownRenderer: Sendable {
  func text(
    of estimate: CostEstimate, by grouping: CostEstimate.Grouping, comparisons: [CostComparison] = [], budget: Money? = nil
  ) -> String {
    var text = "### Cost of `\(estimate.environment)`: \(estimate.total.text) a month\n\n"
    if let budget {
      text +=
        estimate.total > budget
        ? "**Over the budget of \(budget.text) by \((estimate.total - budget).text).**\n\n" : "Within the budget of \(budget.text).\n\n"
    }
    text +=
      MarkdownTable(
        [grouping.rawValue, "a month"], aligned: [.left, .right],
        estimate.totals(by: grouping).map { ["`\($0.name)`", $0.amount.text] } + [["**total**", "**\(estimate.total.text)**"]]
      ).text
    if !comparisons.isEmpty {
      text +=
        "\n"
        + MarkdownTable(
          ["documented", "says", "estimate", "difference", "why"], aligned: [.left, .right, .right, .right, .left],
          comparisons.map { comparison in
            [
              MarkdownText.escaped(comparison.figure.name), CostRenderer.text(of: comparison.figure.range), comparison.estimate.text,
              comparison.difference.text,
              comparison.verdict == .within ? "" : MarkdownText.escaped(comparison.figure.note ?? ""),
            ]
          }
        ).text
    }
    if !estimate.gaps.isEmpty {
      text +=
        "\n"
        + MarkdownSection(
          "\(estimate.gaps.count) not estimated",
          MarkdownTable(
            ["resource", "why"], aligned: [.left, .left], estimate.gaps.map { ["`\($0.address)`", MarkdownText.escaped($0.reason)] }
          ).text
        ).text
    }
    text +=
      "\n"
      + MarkdownSection(
        "\(DiagnosticRenderer.count(estimate.items.count, "item"))",
        MarkdownTable(
          ["resource", "item", "quantity", "price", "a month", "assumption"], aligned: [.left, .left, .right, .left, .right, .left],
          estimate.items.map { item in
            [
              "`\(item.address)`", MarkdownText.escaped(item.name), item.quantity.text, MarkdownText.escaped(item.price.text),
              item.amount.text,
              MarkdownText.escaped([item.assumption, item.usage?.rawValue].compactMap(\.self).joined(separator: "; ")),
            ]
          }
        ).text
      ).text
    text += "\nList prices of \(estimate.priceDate) without free tiers"
    if estimate.unverifiedCount > 0 { text += "; \(estimate.unverifiedCount) items have a price that was not compared with its page" }
    return text + ".\n"
  }
}
