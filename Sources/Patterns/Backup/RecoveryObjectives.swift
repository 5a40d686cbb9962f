import StrataAWS
public import StrataModel

/// How much data may be lost with a region or by a mistake, and how soon a system has to be back: a recovery point and a recovery time objective.
///
/// ```swift
/// Environment("production", region: .usEast1) { serenity(.production) }
///   .checking(RecoveryObjectives(pointMinutes: 60, timeMinutes: 240).rule)
/// ```
public struct RecoveryObjectives: Sendable, Hashable {
  /// How old what is brought back may be.
  public var pointMinutes: Int

  /// How long the system may be away.
  public var timeMinutes: Int

  /// Creates objectives, in minutes.
  public init(pointMinutes: Int, timeMinutes: Int) {
    self.pointMinutes = pointMinutes
    self.timeMinutes = timeMinutes
  }

  /// What a graph has to show for the objectives to be met.
  ///
  /// The point: tables and databases can be brought back to any moment but the last five minutes, and buckets of evidence replicate in time. The
  /// time: for each of these tables and databases, a restore is tried out regularly; how long the tries take, AWS Backup reports.
  ///
  /// Sources: Amazon DynamoDB Developer Guide, "Point-in-time backups"; Amazon RDS User Guide, "Restoring a DB instance to a specified time";
  /// Amazon S3 User Guide, "Replicating objects within 15 minutes".
  public var rule: PolicyRule {
    PolicyRule(
      "O1", "recovery-objectives",
      title: "At most \(pointMinutes) minutes of data can be lost, and the rest is back within \(timeMinutes) minutes",
      why: "an objective that nothing is built for is missed on the day on which it counts",
      remedy: "use EncryptedTable, BucketReplication and RestoreTest, or change the objectives"
    ) { context, assessment in
      let replicas = Set(
        context.all("AWS::S3::Bucket").flatMap { context.targets(in: $0.properties["ReplicationConfiguration"]) }.map(\.address))
      for bucket in context.all("AWS::S3::Bucket") where context.tag("Purpose", of: bucket) == "audit" {
        // What is a copy itself needs none.
        if !replicas.contains(bucket.address) { check(copiesOf: bucket, &assessment) }
      }
      for table in context.all("AWS::DynamoDB::Table") {
        check(
          table, isContinuous: table.properties.value(at: "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled")?.isTrue == true,
          context, &assessment)
      }
      for database in context.all("AWS::RDS::DBInstance") where database.properties["SourceDBInstanceIdentifier"] == nil {
        check(database, isContinuous: database.properties["BackupRetentionPeriod"]?.wholeNumber ?? 0 > 0, context, &assessment)
      }
    }
  }

  /// What point-in-time recovery loses: the last five minutes.
  private static let continuousMinutes = 5

  private func check(_ store: ResourceNode, isContinuous: Bool, _ context: PolicyContext, _ assessment: inout PolicyAssessment) {
    assessment.require(
      isContinuous && pointMinutes >= Self.continuousMinutes, of: store,
      isContinuous
        ? "what was written in the last \(Self.continuousMinutes) minutes cannot be brought back, and the objective is \(pointMinutes)"
        : "the data cannot be brought back to \(pointMinutes) minutes before a loss")
    let isTried = context.uses(of: store).contains { $0.consumer.type == "AWS::Backup::RestoreTestingSelection" }
    assessment.require(
      isTried, of: store, "nobody knows whether the data is back within \(timeMinutes) minutes: its restore is never tried out")
  }

  private func check(copiesOf bucket: ResourceNode, _ assessment: inout PolicyAssessment) {
    let rules = bucket.properties.value(at: "ReplicationConfiguration", "Rules")?.elements ?? []
    let minutes = rules.compactMap { rule -> Int? in
      guard rule["Status"]?.stringValue == "Enabled" else { return nil }
      return rule["Destination"]?.value(at: "ReplicationTime", "Time", "Minutes")?.wholeNumber
    }
    assessment.require(
      minutes.contains { $0 <= pointMinutes }, of: bucket, at: "ReplicationConfiguration",
      "nothing promises that the objects are in another region within \(pointMinutes) minutes")
  }
}
