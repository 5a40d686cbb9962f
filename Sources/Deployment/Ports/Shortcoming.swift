/// What a cloud does not do for a type though its API promises it; AWS itself has none.
///
/// Only emulators have some. Recovery then looks for an interrupted create in another way than the type's class of API says.
public enum Shortcoming: String, Sendable, Hashable, CaseIterable {
  /// A create that is repeated with its token makes a second object; no token is sent, and no create repeated.
  case ignoresTokens
  /// Tags given to the create are lost or not shown, so that they prove nothing: absence under the object's name or key is proven before.
  case forgetsTags
}
