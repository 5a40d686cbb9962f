public import StrataModel

extension CostEstimate {
  /// The estimate for programs: amounts and quantities are texts in decimal notation, so that nothing of them is lost.
  public func report(by grouping: Grouping, comparisons: [CostComparison] = [], budget: Money? = nil) -> PropertyValue {
    var object: PropertyObject = [
      "assumptions": .array(assumptions.map(\.report)), "currency": "USD", "environment": .string(environment),
      "freeResources": .integer(freeCount), "groupedBy": .string(grouping.rawValue),
      "groups": .array(totals(by: grouping).map { ["monthly": .string($0.amount.decimalText), "name": .string($0.name)] }),
      "items": .array(items.map(\.report)), "monthly": .string(total.decimalText), "notEstimated": .array(gaps.map(\.report)),
      "priceDate": .string(priceDate), "resources": .integer(resourceCount), "unverifiedItems": .integer(unverifiedCount),
    ]
    if !comparisons.isEmpty { object["documented"] = .array(comparisons.map(\.report)) }
    if let budget {
      object["budget"] = ["exceeded": .bool(total > budget), "monthly": .string(budget.decimalText)]
    }
    return .object(object)
  }
}

extension CostEstimate.Item {
  fileprivate var report: PropertyValue {
    var object: PropertyObject = [
      "account": .string(account), "address": .string(address.path), "item": .string(name), "monthly": .string(amount.decimalText),
      "price": [
        "amount": .string(price.amount.decimalText), "effective": .string(price.effective), "id": .string(price.id),
        "per": .integer(price.count), "source": .string(price.source),
      ],
      "quantity": .string(quantity.decimalText), "region": .string(region), "type": .string(type), "unit": .string(price.unit),
    ]
    if case .verified(let day) = price.verification { object["verified"] = .string(day) }
    if let tenant { object["tenant"] = .string(tenant) }
    if let usage { object["usage"] = .string(usage.rawValue) }
    if let assumption { object["assumption"] = .string(assumption) }
    return .object(object)
  }
}

extension CostEstimate.Gap {
  fileprivate var report: PropertyValue {
    ["address": .string(address.path), "reason": .string(reason), "source": .string(source.description), "type": .string(type)]
  }
}

extension CostEstimate.Assumption {
  fileprivate var report: PropertyValue {
    [
      "declared": .bool(isDeclared), "kind": .string(kind.rawValue), "meaning": .string(kind.meaning),
      "quantity": .string(quantity.decimalText), "resources": .integer(resourceCount), "unit": .string(kind.unit),
    ]
  }
}

extension CostComparison {
  fileprivate var report: PropertyValue {
    var object: PropertyObject = [
      "difference": .string(difference.decimalText), "estimate": .string(estimate.decimalText),
      "from": .string(figure.range.lowerBound.decimalText), "name": .string(figure.name),
      "parts": .array(parts.map { ["monthly": .string($0.amount.decimalText), "name": .string($0.name)] }),
      "source": .string(figure.source), "to": .string(figure.range.upperBound.decimalText), "verdict": .string(verdict.rawValue),
    ]
    if let note = figure.note { object["note"] = .string(note) }
    return .object(object)
  }
}
