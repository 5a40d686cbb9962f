import StrataModel

extension PolicyRule {
  static let alarmActions = PolicyRule(
    "R20", "alarm-has-action", title: "Every alarm reaches somebody",
    why: "an alarm that notifies nobody, or a topic that refuses it, is silent",
    remedy: "set AlarmActions to a topic whose policy and key let cloudwatch.amazonaws.com in, as AlarmTopic does",
    controls: [.soc2("CC7.3"), .hipaa("164.308(a)(6)(ii)")]
  ) { context, assessment in
    let composite = Set(context.all("AWS::CloudWatch::CompositeAlarm").compactMap { $0.properties["AlarmRule"]?.shownText })
    for alarm in context.all("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm") {
      // Part of another alarm, or what scales a group: those act themselves.
      let name = alarm.properties["AlarmName"]?.shownText ?? ""
      let acts = !(alarm.properties["AlarmActions"]?.elements.isEmpty ?? true) && alarm.properties["ActionsEnabled"]?.isFalse != true
      assessment.require(
        acts || !name.isEmpty && composite.contains { $0.contains(name) }, of: alarm, at: "AlarmActions", "the alarm notifies nobody")
      for action in AlarmPaths.topics(of: alarm, context) {
        guard let topic = context.target(of: action) else { continue }
        check(alarm, topic, context, &assessment)
      }
    }
  }

  private static func check(
    _ alarm: ResourceNode, _ topic: ResourceNode, _ context: PolicyContext, _ assessment: inout PolicyAssessment
  ) {
    let service = "cloudwatch.amazonaws.com"
    if let policy = context.consumers(of: topic, type: "AWS::SNS::TopicPolicy", by: "Topics").first,
      let statements = PolicyStatement.statements(of: policy.properties["PolicyDocument"])
    {
      assessment.require(
        statements.contains { statement in
          statement.covers("sns:Publish") && (statement.admits(service: service) || statement.isAllow && statement.isForAnyone)
        }, of: alarm, at: "AlarmActions", "the policy of '\(topic.address)' does not let alarms publish",
        notes: [Diagnostic.Note("the topic's policy is declared here", at: policy.source)])
    }
    let key = topic.properties["KmsMasterKeyId"]
    if key?.stringValue == "alias/aws/sns" {
      assessment.report(
        alarm, at: "AlarmActions", "the topic '\(topic.address)' is encrypted with alias/aws/sns, which alarms cannot use")
    } else if let key = context.key(of: key) {
      assessment.require(
        context.admits(key, service), of: alarm, at: "AlarmActions", "the key '\(key.address)' of the topic does not let alarms in",
        notes: [Diagnostic.Note("the key is declared here", at: key.source)])
    }
  }
}
