import AWSClient
import StrataModel

/// Anomaly detectors: cloudwatch:PutAnomalyDetector and its companions.
///
/// A detector has no name: its metric is what it is known by, so the identifier is the JSON of the properties that say which metric that is.
struct AnomalyDetectorHandler: ResourceHandler {
  static let type = "AWS::CloudWatch::AnomalyDetector"

  func create(_ call: ResourceCall) async throws -> CreatedObject {
    try await call.send("cloudwatch", "PutAnomalyDetector", call.input("cloudwatch", "PutAnomalyDetector"))
    let identifier = JSONWriter.plainText(of: .object(Self.key(of: call.properties)))
    return CreatedObject(identifier, attributes: ["Id": .string(identifier)])
  }

  func read(_ call: ResourceCall) async throws -> PropertyObject? {
    let wanted = try key(call)
    guard
      let detector = try await detectors(call, like: wanted).first(where: { Self.metric(of: call.document($0)) == Self.metric(of: wanted) })
    else { return nil }
    // The API shows the metric in both of the forms that a declaration may use; only the declared one is the identity.
    var document = wanted
    let found = call.document(detector)
    document["Configuration"] = found["Configuration"]
    document["MetricCharacteristics"] = found["MetricCharacteristics"]
    document["Id"] = .string(call.identifier)
    return document
  }

  func update(_ call: ResourceCall) async throws {
    let input = call.input("cloudwatch", "PutAnomalyDetector", from: call.properties.merging(try key(call)))
    try await call.send("cloudwatch", "PutAnomalyDetector", input)
  }

  func delete(_ call: ResourceCall) async throws -> Deletion {
    try await call.send("cloudwatch", "DeleteAnomalyDetector", call.input("cloudwatch", "DeleteAnomalyDetector", from: try key(call)))
    return .gone
  }

  func list(_ call: ResourceCall, matching filter: ListFilter) async throws -> [String] {
    var wanted = PropertyObject()
    if case .properties(let properties) = filter { wanted = Self.key(of: properties) }
    return try await detectors(call, like: wanted).map { detector in
      var found = Self.key(of: call.document(detector))
      if found["SingleMetricAnomalyDetector"] != nil {
        // One form for one metric: the one that is searched for, and the newer one without a search.
        let isFlat = wanted["Namespace"] != nil
        for name in ["Dimensions", "MetricName", "Namespace", "Stat"] where !isFlat { found[name] = nil }
        if isFlat { found["SingleMetricAnomalyDetector"] = nil }
      }
      return JSONWriter.plainText(of: .object(found))
    }
  }

  // MARK: Identity

  private static func key(of properties: PropertyObject) -> PropertyObject {
    var key = PropertyObject()
    for name in ["Dimensions", "MetricMathAnomalyDetector", "MetricName", "Namespace", "SingleMetricAnomalyDetector", "Stat"] {
      key[name] = properties[name]
    }
    return key
  }

  private func key(_ call: ResourceCall) throws -> PropertyObject {
    guard let key = try? JSONReader.plainValue(of: Array(call.identifier.utf8)).objectValue else {
      throw ProviderFailure.invalid("'\(call.identifier)' does not identify an anomaly detector.")
    }
    return key
  }

  /// What two detectors of one metric have in common, whatever form it is in.
  private static func metric(of properties: PropertyObject) -> PropertyObject {
    if let queries = properties["MetricMathAnomalyDetector"]?["MetricDataQueries"]?.arrayValue {
      let expressions = queries.map { query -> PropertyValue in
        [
          "Expression": query["Expression"] ?? .null, "Id": query["Id"] ?? .null, "Stat": query["MetricStat"]?["Stat"] ?? .null,
          "Metric": query["MetricStat"]?["Metric"]?["MetricName"] ?? .null,
        ]
      }
      return ["Queries": .array(expressions)]
    }
    let single = properties["SingleMetricAnomalyDetector"]?.objectValue ?? properties
    let dimensions = (single["Dimensions"]?.arrayValue ?? []).map { JSONWriter.plainText(of: $0) }.sorted()
    return [
      "Dimensions": .texts(dimensions), "MetricName": single["MetricName"] ?? .null, "Namespace": single["Namespace"] ?? .null,
      "Stat": single["Stat"] ?? .null,
    ]
  }

  private func detectors(_ call: ResourceCall, like key: PropertyObject) async throws -> [AWSValue] {
    let single = key["SingleMetricAnomalyDetector"]?.objectValue ?? key
    var input = call.input("cloudwatch", "DescribeAnomalyDetectors", from: single, omitting: ["Dimensions"])
    if key["MetricMathAnomalyDetector"] != nil { input["AnomalyDetectorTypes"] = ["METRIC_MATH"] }
    return try await call.pages("cloudwatch", "DescribeAnomalyDetectors", input, of: "AnomalyDetectors")
  }
}
