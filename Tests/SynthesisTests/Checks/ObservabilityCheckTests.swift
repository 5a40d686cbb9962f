import StrataModel
import Testing

@Suite("Checks of trails, metrics, dashboards and rules")
struct ObservabilityCheckTests {
  @Test("A trail's bucket lets CloudTrail write")
  func trail() {
    func found(_ service: String?) -> [String] {
      messages("trail-cannot-write") { program in
        program.add("m/bucket", "S3::Bucket", ["BucketName": "trail-bucket"])
        if let service {
          program.add(
            "m/policy", "S3::BucketPolicy",
            [
              "Bucket": ref("m/bucket", "BucketName"),
              "PolicyDocument": policy([
                "Effect": "Allow", "Principal": ["Service": .string(service)], "Action": "s3:PutObject", "Resource": "*",
              ]),
            ])
        }
        program.add("m/trail", "CloudTrail::Trail", ["S3BucketName": ref("m/bucket", "BucketName"), "IsLogging": true])
      }
    }
    #expect(found("cloudtrail.amazonaws.com") == [])
    #expect(
      found("config.amazonaws.com") == ["30 error: S3BucketName names 'm/bucket', whose policy does not let cloudtrail.amazonaws.com write"]
    )
    #expect(found(nil).count == 1)
  }

  @Test("A trail's log group and role come together")
  func trailLogs() {
    let found = messages("trail-cannot-write") { program in
      program.add(
        "m/trail", "CloudTrail::Trail",
        ["S3BucketName": "b", "IsLogging": true, "CloudWatchLogsLogGroupArn": "arn:aws:logs:us-east-1:123456789012:log-group:/t:*"])
    }
    #expect(found == ["10 error: CloudWatchLogsLogGroupArn needs CloudWatchLogsRoleArn"])
  }

  @Test("A metric with dimensions has no default value")
  func metricFilter() {
    let found = messages("default-value-with-dimensions") { program in
      program.add(
        "m/filter", "Logs::MetricFilter",
        [
          "LogGroupName": "/a", "FilterPattern": "",
          "MetricTransformations": [
            [
              "MetricName": "m", "MetricNamespace": "n", "MetricValue": "1", "DefaultValue": 0,
              "Dimensions": [["Key": "k", "Value": "$.v"]],
            ]
          ],
        ])
    }
    #expect(found == ["10 error: MetricTransformations[0] has both DefaultValue and Dimensions, of which AWS takes one"])
  }

  @Test("An alarm is where its metric and its topic are")
  func alarmRegions() {
    let found = messages("alarm-in-wrong-region") { program in
      program.add("m/topic", "SNS::Topic", ["TopicName": "t"])
      program.add("m/table", "DynamoDB::Table", ["TableName": "t"])
      program.add("m/edge", "CloudWatch::Alarm", ["Namespace": "AWS/CloudFront"], in: "eu-west-1")
      program.add("m/far", "CloudWatch::Alarm", ["AlarmActions": [ref("m/topic", "TopicArn")]], in: "eu-west-1")
      program.add(
        "m/blind", "CloudWatch::Alarm", ["Dimensions": [["Name": "TableName", "Value": ref("m/table", "TableName")]]], in: "eu-west-1")
      program.add("m/good", "CloudWatch::Alarm", ["Namespace": "AWS/CloudFront", "AlarmActions": [ref("m/topic", "TopicArn")]])
    }
    #expect(
      found == [
        "30 error: the metrics of AWS/CloudFront are in us-east-1 only, and the alarm is in eu-west-1",
        "40 error: AlarmActions names a topic in us-east-1, and the alarm is in eu-west-1",
        "50 warning: the alarm is in eu-west-1 and watches 'm/table' in us-east-1: it will see no data",
      ])
  }

  @Test("A dashboard's body is JSON with widgets")
  func dashboards() {
    func found(_ body: PropertyValue) -> [String] {
      messages("invalid-dashboard") { $0.add("m/board", "CloudWatch::Dashboard", ["DashboardBody": body]) }
    }
    #expect(found("{\"widgets\": []}") == [])
    #expect(found("{\"widget\": []}") == ["10 error: DashboardBody has no widgets"])
    #expect(found("[]") == ["10 error: DashboardBody must be a JSON object, not another value"])
    #expect(found("{\"widgets\": ").first?.hasPrefix("10 error: DashboardBody is no JSON: ") == true)
    #expect(found(.expression(Expression(.json, [["widgets": [["type": "text"]]]]))) == [])
    let many = PropertyValue.expression(Expression(.json, [["widgets": .array(Array(repeating: ["type": "text"], count: 501))]]))
    #expect(found(many) == ["10 error: DashboardBody has 501 widgets; a dashboard takes 500"])
  }

  @Test("Automatic remediation has its attempts, its interval and its role")
  func remediation() {
    func found(_ properties: PropertyObject) -> [String] {
      messages("remediation-incomplete") { $0.add("m/fix", "Config::RemediationConfiguration", properties) }
    }
    #expect(
      found(["Automatic": true, "MaximumAutomaticAttempts": 3]) == [
        "10 error: Automatic needs Parameters.AutomationAssumeRole", "10 error: Automatic needs RetryAttemptSeconds",
      ])
    #expect(
      found([
        "Automatic": true, "MaximumAutomaticAttempts": 3, "RetryAttemptSeconds": 60, "Parameters": ["AutomationAssumeRole": ["a": 1]],
      ]) == [])
    #expect(found(["Automatic": false]) == [])
  }

  @Test("An organization's conformance pack delivers to a bucket named for it")
  func conformanceBucket() {
    let found = messages("conformance-bucket-name") { program in
      program.add("m/bad", "Config::OrganizationConformancePack", ["DeliveryS3Bucket": "my-bucket"])
      program.add("m/good", "Config::OrganizationConformancePack", ["DeliveryS3Bucket": "awsconfigconforms-x"])
    }
    #expect(found == ["10 error: DeliveryS3Bucket 'my-bucket' does not begin with awsconfigconforms"])
  }
}
