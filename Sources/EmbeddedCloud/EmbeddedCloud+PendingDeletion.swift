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
    let now = options.clock.now()
    let failure = state.withLock { state -> ProviderError? in
      do throws(ProviderError) {
        try state.beginWriting()
        defer { state.endWriting() }
        let profile = try state.store.profile(target.type)
        let object = try state.store.current(target, profile, now)
        guard object.phase == .pendingDeletion else {
          throw ProviderError(.conflict, "\(target.type) \(target.identifier) is in use.")
        }
        state.store.remove(object, profile)
        try state.commit()
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }
}
