import Foundation

extension StateError {
  /// What a failed system call means for the user.
  init(_ failure: FileFailure, _ location: String) {
    let reason = String(cString: strerror(failure.code))
    let place = failure.path.isEmpty ? location : failure.path
    switch failure.code {
    case ENOSPC, EDQUOT:
      self.init(
        .noSpace,
        "The disk that holds \(location) is full: \(failure.operation) of \(place) failed (\(reason)). Free some space and run again.")
    case EACCES, EPERM, EROFS:
      self.init(
        .notWritable,
        "\(place) cannot be written: \(failure.operation) failed (\(reason)). Check the folder's permissions, or choose another state folder."
      )
    default:
      self.init(
        .unreachable,
        "The state in \(location) cannot be used: \(failure.operation) of \(place) failed (\(reason)). Check the disk and the path.")
    }
  }
}
