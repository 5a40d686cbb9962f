import StrataDeployment
import StrataModel

/// Standards need Security Hub to be enabled.
///
/// Source: Security Hub API reference, BatchEnableStandards (`InvalidAccessException`: the account is not subscribed).
struct StandardRule: CloudRule {
  let types = ["AWS::SecurityHub::Standard", "AWS::SecurityHub::FindingAggregator"]
  let summary = "Standards and aggregators are refused while Security Hub is off in the region."
  let source = "Security Hub BatchEnableStandards"

  func check(_ change: CloudChange, _ cloud: borrowing CloudStore) throws(ProviderError) {
    guard change.kind == .create, cloud.count(of: "AWS::SecurityHub::Hub", in: change.scope) == 0 else { return }
    throw CloudErrors.invalid("InvalidAccessException", "Account \(change.scope.account) is not subscribed to AWS Security Hub")
  }
}
