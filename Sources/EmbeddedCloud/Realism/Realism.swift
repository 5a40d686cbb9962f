/// How much the cloud behaves like AWS where AWS is unhelpful.
///
/// Sources: engine decisions 56 and 57, which come from the services' consistency notes (EC2 "Eventual consistency", IAM "Changes that I make
/// are not always immediately visible", Resource Groups Tagging API).
public struct Realism: Sendable, Hashable {
  /// Whether reads answer `notFound` for a moment after a create, and old values after an update.
  public var lagsReads: Bool
  /// Whether searches by name or tag miss what was made within the type's settle time.
  public var lagsSearches: Bool
  /// How far lags reach, as a share of the type's settle time in thousandths.
  public var lagPerMille: Int
  /// Whether reads shuffle lists whose order means nothing.
  public var shufflesLists: Bool
  /// Whether reads return policy documents in another, equal form.
  public var reformatsDocuments: Bool
  /// Whether reads add what AWS fills in by itself.
  public var addsDefaults: Bool
  /// Whether values are stored in the form that AWS gives them: folded case, protocol names, and the like.
  public var transformsValues: Bool
  /// Whether a principal made a moment ago is still unknown to other services.
  public var delaysPrincipals: Bool
  /// Whether the documented rates of calls are enforced.
  public var enforcesRates: Bool
  /// Whether operations that AWS performs in the background answer before they have ended even if they take no time here.
  public var answersEarly: Bool

  /// Everything; what engine tests run on, with a virtual clock.
  public static let full = Realism(
    lagsReads: true, lagsSearches: true, lagPerMille: 1000, shufflesLists: true, reformatsDocuments: true, addsDefaults: true,
    transformsValues: true, delaysPrincipals: true, enforcesRates: true, answersEarly: true)

  /// What costs no waiting time.
  public static let standard = Realism(
    lagsReads: false, lagsSearches: false, lagPerMille: 0, shufflesLists: true, reformatsDocuments: true, addsDefaults: true,
    transformsValues: true, delaysPrincipals: false, enforcesRates: false, answersEarly: false)

  /// Nothing: reads answer with what was written.
  public static let off = Realism(
    lagsReads: false, lagsSearches: false, lagPerMille: 0, shufflesLists: false, reformatsDocuments: false, addsDefaults: false,
    transformsValues: false, delaysPrincipals: false, enforcesRates: false, answersEarly: false)

  /// Creates a choice of behaviors.
  public init(
    lagsReads: Bool, lagsSearches: Bool, lagPerMille: Int, shufflesLists: Bool, reformatsDocuments: Bool, addsDefaults: Bool,
    transformsValues: Bool, delaysPrincipals: Bool, enforcesRates: Bool, answersEarly: Bool
  ) {
    self.lagsReads = lagsReads
    self.lagsSearches = lagsSearches
    self.lagPerMille = lagPerMille
    self.shufflesLists = shufflesLists
    self.reformatsDocuments = reformatsDocuments
    self.addsDefaults = addsDefaults
    self.transformsValues = transformsValues
    self.delaysPrincipals = delaysPrincipals
    self.enforcesRates = enforcesRates
    self.answersEarly = answersEarly
  }
}
