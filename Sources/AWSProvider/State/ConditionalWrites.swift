public import StrataDeployment

/// Proves that a store keeps the conditions of writes, on which everything in remote state rests.
public enum ConditionalWrites {
  /// What a store does wrong; `nil` when it keeps both conditions.
  ///
  /// It writes and removes one object beside the state.
  ///
  /// - Parameter name: text that no other proof uses at the same time.
  public static func violation(of objects: any ObjectStore, name: String) async throws(ObjectStoreError) -> String? {
    let key = "probe/\(name)"
    let tag = try await objects.write([1], to: key, if: .absent)
    var violation: String?
    if try await !isRefused(objects, key, .absent) {
      violation = "it writes over an object that must not exist (If-None-Match)"
    } else if try await !isRefused(objects, key, .tag("\"00000000000000000000000000000000\"")) {
      violation = "it writes over another object than the one that was named (If-Match)"
    } else if try await objects.write([2], to: key, if: .tag(tag)) == tag {
      violation = "an object's tag does not change when it is written"
    }
    try await objects.remove([key])
    return violation
  }

  private static func isRefused(
    _ objects: any ObjectStore, _ key: String, _ condition: WriteCondition
  ) async throws(ObjectStoreError) -> Bool {
    do throws(ObjectStoreError) {
      _ = try await objects.write([3], to: key, if: condition)
      return false
    } catch {
      guard error.code == .conditionFailed else { throw error }
      return true
    }
  }
}
