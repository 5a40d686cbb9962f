import StrataDeployment

extension OperationProgress {
  /// Until when a delete that only schedules keeps the object, in seconds since 1970.
  var pendingDeletion: Int? {
    if case .done(let description) = self { description.pendingDeletionUntil } else { nil }
  }

  var pending: Pending? {
    if case .inProgress(let pending) = self { pending } else { nil }
  }
}
