import AWSClient

/// When the recorder of a region records.
///
/// A recorder starts only once there is a delivery channel, and a channel is taken only once there is a recorder; so whichever of the two comes
/// last starts the recorder. A channel goes away only while the recorder is stopped.
enum ConfigRecording {
  /// Starts a recorder if there is a delivery channel yet.
  static func start(_ call: ResourceCall, _ recorder: String) async throws {
    _ = try await call.unless({ $0.code == "NoAvailableDeliveryChannelException" }) { () async throws(AWSError) in
      try await call.send("config", "StartConfigurationRecorder", ["ConfigurationRecorderName": .string(recorder)])
    }
  }

  /// Starts the recorders that are still.
  static func startAll(_ call: ResourceCall) async throws {
    for recorder in try await recorders(call, recording: false) { try await start(call, recorder) }
  }

  static func stopAll(_ call: ResourceCall) async throws {
    for recorder in try await recorders(call, recording: true) {
      try await call.send("config", "StopConfigurationRecorder", ["ConfigurationRecorderName": .string(recorder)])
    }
  }

  private static func recorders(_ call: ResourceCall, recording: Bool) async throws -> [String] {
    let answer = try await call.send("config", "DescribeConfigurationRecorderStatus")
    return answer["ConfigurationRecordersStatus"]?.list?.filter { $0["recording"]?.bool == recording && $0["servicePrincipal"] == nil }
      .compactMap { $0["name"]?.string } ?? []
  }

  static func updateTags(_ call: ResourceCall, of arn: AWSValue?) async throws {
    try await call.updateTags { tags in
      try await call.send("config", "TagResource", ["ResourceArn": arn, "Tags": .tagList(tags)])
    } remove: { keys in
      try await call.send("config", "UntagResource", ["ResourceArn": arn, "TagKeys": .strings(keys)])
    }
  }
}
