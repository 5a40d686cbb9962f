public import StrataDeployment
import StrataModel
import Synchronization

extension EmbeddedCloud {
  /// Lets the waiting window of a deleted object pass, as time would: the object is gone afterwards.
  ///
  /// A simulated environment that was taken apart can end empty this way; AWS keeps a key for at least seven days.
  ///
  /// - Throws: ``ProviderError`` with the code `notFound` when there is no such object, and `conflict` for one that was not deleted.
  public func endPendingDeletion(of target: ObjectTarget) throws(ProviderError) {
    try change(target) { object, profile, store throws(ProviderError) in
      guard object.phase == .pendingDeletion else {
        throw ProviderError(.conflict, "\(target.type) \(target.identifier) is in use.")
      }
      store.remove(object, profile)
    }
  }
}
