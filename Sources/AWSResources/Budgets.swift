public import StrataLanguage

/// Budgets: the resource types of `AWS::Budgets`.
@Service("AWS::Budgets")
public enum Budgets {}
