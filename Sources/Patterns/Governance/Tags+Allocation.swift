public import StrataLanguage

extension Tags {
  /// What every resource of a system bears, for cost allocation and for audits: application, environment, owner, cost center, the tool, and
  /// the classification of its data.
  public static func allocation(application: String, environment: String, classification: String) -> Tags {
    [
      "Application": "\(application)", "Environment": "\(environment)", "Owner": "\(application)-platform", "CostCenter": "\(application)",
      "ManagedBy": "strata", "DataClassification": "\(classification)",
    ]
  }
}
