import StrataCost
import StrataModel

/// Writes an estimate of cost for people: sums first, then what they rest on and what is not known.
struct CostRenderer: Sendable {
  var style: TextStyle
  var sources: SourceFiles
  /// Whether every item is shown, and every resource that is not estimated.
  var showsDetails = false

  /// The most parts that explain a difference.
  private static let partCount = 6
  /// The most resources of a type that are named without details.
  private static let namedCount = 3

  func text(
    of estimate: CostEstimate, by grouping: CostEstimate.Grouping, comparisons: [CostComparison] = [], budget: Money? = nil
  ) -> String {
    var text =
      style("Cost of \(estimate.environment)", .strong) + " a month, at list prices of \(estimate.priceDate) without free tiers\n\n"
    text += groups(of: estimate, by: grouping)
    text += documented(comparisons) + gaps(of: estimate) + assumptions(of: estimate)
    return text + "\n" + summary(of: estimate, budget)
  }

  // MARK: Sums

  private func groups(of estimate: CostEstimate, by grouping: CostEstimate.Grouping) -> String {
    let totals = estimate.totals(by: grouping)
    let width = max(totals.map(\.name.count).max() ?? 0, 5)
    let amountWidth = max(estimate.total.text.count, totals.map(\.amount.text.count).max() ?? 0)
    var text = ""
    for total in totals {
      text += "  " + padded(total.name, width) + "  " + leading(total.amount.text, amountWidth) + "\n"
      guard showsDetails else { continue }
      for item in estimate.items where estimate.belongs(item, to: total.name, by: grouping) {
        text += "      " + line(of: item, naming: grouping != .resource) + "\n"
      }
    }
    return text + "  " + style(padded("total", width) + "  " + leading(estimate.total.text, amountWidth), .strong) + "\n"
  }

  private func line(of item: CostEstimate.Item, naming: Bool) -> String {
    var text = naming ? "\(item.address)  " : ""
    text += "\(item.name): \(item.quantity) × \(item.price.text) = " + item.amount.text
    var notes: [String] = []
    if let assumption = item.assumption { notes.append(assumption) }
    if let usage = item.usage { notes.append("assumed \(usage.rawValue)") }
    return notes.isEmpty ? text : text + style("  (\(notes.joined(separator: "; ")))", .faint)
  }

  // MARK: What a document says

  private func documented(_ comparisons: [CostComparison]) -> String {
    guard !comparisons.isEmpty else { return "" }
    var text = "\n" + style("Beside the documents", .strong) + "\n"
    for comparison in comparisons {
      let figure = comparison.figure
      text += "  \(figure.name): documented \(Self.text(of: figure.range)), estimated \(comparison.estimate.text)"
      switch comparison.verdict {
      case .within: text += ", within it\n"
      case .above: text += ", " + style("\(comparison.difference.text) more", .warning) + "\n"
      case .below: text += ", \(comparison.difference.magnitude.text) less\n"
      }
      text += "      " + style(figure.source, .faint) + "\n"
      guard comparison.verdict != .within || showsDetails else { continue }
      if let note = figure.note { text += "      \(note)\n" }
      let parts = comparison.parts.prefix(showsDetails ? .max : Self.partCount)
      let rest = comparison.parts.dropFirst(parts.count).reduce(Money.zero) { $0 + $1.amount }
      let named = parts.map { "\($0.name) \($0.amount.text)" } + (rest > .zero ? ["everything else \(rest.text)"] : [])
      text += "      the estimate: \(named.isEmpty ? "nothing of this" : named.joined(separator: ", "))\n"
    }
    return text
  }

  static func text(of range: ClosedRange<Money>) -> String {
    range.lowerBound == range.upperBound ? range.lowerBound.text : "\(range.lowerBound.text) to \(range.upperBound.text)"
  }

  // MARK: What is not known, and what is assumed

  private func gaps(of estimate: CostEstimate) -> String {
    guard !estimate.gaps.isEmpty else { return "" }
    var text = "\n" + style("Not estimated", .warning) + ", and not part of any sum\n"
    for (reason, gaps) in Dictionary(grouping: estimate.gaps, by: \.reason).sorted(by: { $0.key < $1.key }) {
      let named = gaps.prefix(showsDetails ? .max : Self.namedCount).map(\.address.path)
      let more = gaps.count > named.count ? " and \(gaps.count - named.count) more" : ""
      text += "  \(reason): \(named.joined(separator: ", "))\(more)\n"
    }
    return text
  }

  private func assumptions(of estimate: CostEstimate) -> String {
    guard !estimate.assumptions.isEmpty else { return "" }
    var text = "\n" + style("Assumed", .strong) + " for each resource and month; '.usage([…])' at the environment says otherwise\n"
    let values = estimate.assumptions.map { "\($0.quantity) \($0.kind.unit)" }
    let width = values.map(\.count).max() ?? 0
    for (assumption, value) in zip(estimate.assumptions, values) {
      let origin = assumption.isDeclared ? "declared" : "default"
      text += "  " + padded(value, width) + "  \(assumption.kind.meaning)"
      text +=
        style("  \(assumption.kind.rawValue), \(origin), \(DiagnosticRenderer.count(assumption.resourceCount, "resource"))", .faint) + "\n"
    }
    return text
  }

  private func summary(of estimate: CostEstimate, _ budget: Money?) -> String {
    let unpriced = Set(estimate.gaps.map(\.address)).count
    var text = "\(DiagnosticRenderer.count(estimate.resourceCount, "resource")): \(estimate.freeCount) free of charge"
    if unpriced > 0 { text += ", \(unpriced) not estimated or not wholly" }
    text += ".\n"
    if estimate.unverifiedCount > 0 {
      text +=
        "\(estimate.unverifiedCount) of \(DiagnosticRenderer.count(estimate.items.count, "item")) have a price that was not compared with its page; "
        + "compare before you rely on it (--format json names the pages).\n"
    }
    if let budget, estimate.total <= budget {
      text += "Within the budget of \(budget.text): \((budget - estimate.total).text) are left.\n"
    }
    return text
  }

  private func padded(_ text: String, _ width: Int) -> String { text + String(repeating: " ", count: max(0, width - text.count)) }
  private func leading(_ text: String, _ width: Int) -> String { String(repeating: " ", count: max(0, width - text.count)) + text }
}
