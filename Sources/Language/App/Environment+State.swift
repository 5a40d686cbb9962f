extension Environment {
  /// Says where the state is kept when an environment that is tried out elsewhere is deployed to AWS, with `--target aws`.
  ///
  /// ```swift
  /// Environment("production", region: .usEast1, target: .embedded) { serenity(.production) }
  ///   .state(onAWS: .s3(bucket: "acme-state", key: "alias/acme-state"))
  /// ```
  ///
  /// What an environment has in AWS and what it has in the embedded cloud are two sets of objects with a state each. An environment whose own
  /// target is AWS names its place in `state`.
  public func state(onAWS store: StateStore) -> Environment {
    var environment = self
    environment.stateOnAWS = store
    return environment
  }

  /// Where the state is kept of what a target holds.
  ///
  /// What another target than the environment's own holds is another set of objects, so its state is one of this machine, unless the
  /// environment says otherwise of AWS.
  public func store(for target: Target) -> StateStore {
    if target == self.target { return state }
    if case .aws = target { return stateOnAWS }
    return .local
  }
}
