import Strata
import StrataModel
import StrataTesting

@testable import FinancialStacks

/// The graphs of the financial system, each synthesized once for all tests.
enum FinancialGraphs {
  private static let strategyResults = Financial.DisasterRecovery.allCases.map { strategy in
    Result { () throws(SynthesisFailure) in try graph(Financial.Settings(accounts: .examples, recovery: strategy)) }
  }

  /// What the document describes.
  static var core: ResourceGraph { get throws { try EnvironmentGraphs.graph(of: "financial") } }

  /// With every enhancement, and both regions active.
  static var future: ResourceGraph { get throws { try EnvironmentGraphs.graph(of: "financial-future") } }

  /// With a disaster-recovery strategy.
  static func recovering(by strategy: Financial.DisasterRecovery) throws -> ResourceGraph {
    try strategyResults[strategy.rawValue].get()
  }

  /// With other settings.
  static func graph(_ settings: Financial.Settings) throws(SynthesisFailure) -> ResourceGraph {
    try synthesize(Environment("financial", region: .usEast1, tags: ["Application": "financial"]) { financial(settings) })
  }
}

extension ResourceGraph {
  /// The resources that live in an account.
  func all(in account: Account) -> [GraphResource] {
    resources.filter { $0.placement.account == account.id }.compactMap { try? resource($0.address) }
  }

  /// The resources of a type whose stack's name begins with a text.
  func all<Target: Resource>(_ type: Target.Type, inStacks prefix: String) -> [GraphResource] {
    all(type).filter { $0.address.stack.hasPrefix(prefix) }
  }
}
