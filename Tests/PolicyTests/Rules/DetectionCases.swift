import StrataModel

extension RuleCase {
  private static let watched = #"""
    detector AWS::GuardDuty::Detector {"Enable": true, "Features": [{"Name": "S3_DATA_EVENTS", "Status": "ENABLED"}, {"Name": "EKS_AUDIT_LOGS", "Status": "ENABLED"}, {"Name": "EBS_MALWARE_PROTECTION", "Status": "ENABLED"}]}
    topic AWS::SNS::Topic {}
    findings AWS::Events::Rule {"EventPattern": {"source": ["aws.guardduty"]}, "Targets": [{"Arn": "@topic.TopicArn"}]}
    recorder AWS::Config::ConfigurationRecorder {"RecordingGroup": {"AllSupported": true}}
    channel AWS::Config::DeliveryChannel {}
    """#

  static let detection: [RuleCase] = [
    RuleCase(
      "R39", "an account that is watched", for: [.hipaa],
      watched + "\n"
        + #"pack AWS::Config::ConformancePack {"TemplateSSMDocumentDetails": {"DocumentName": "AWSConformancePacks-OperationalBestPracticesforHIPAASecurity"}}"#
    ),
    RuleCase(
      "R39", "an account that is watched, but not for HIPAA", for: [.hipaa], watched,
      finds: ["environment: AWS Config does not judge by HIPAA"]),
    RuleCase(
      "R39", "an account that is watched for PCI-DSS", for: [.pciDSS],
      watched + "\n"
        + #"""
        hub AWS::SecurityHub::Hub {}
        standard AWS::SecurityHub::Standard {"StandardsArn": "arn:aws:securityhub:us-east-1::standards/pci-dss/v/4.0.1"}
        pack AWS::Config::ConformancePack {"ConformancePackName": "pci-dss"}
        """#),
    RuleCase(
      "R39", "an account that nobody watches", for: [.pciDSS], "topic AWS::SNS::Topic {}",
      finds: [
        "account:111122223333: GuardDuty watches nothing in account 111122223333",
        "account:111122223333: AWS Config records nothing in account 111122223333",
        "account:111122223333: Security Hub judges nothing in account 111122223333",
        "environment: Security Hub does not judge by PCI-DSS",
      ]),
    RuleCase(
      "R39", "services that see half, and an organization that lets them be switched off", for: [.soc2],
      #"""
      detector AWS::GuardDuty::Detector {"Enable": true, "Features": [{"Name": "S3_DATA_EVENTS", "Status": "ENABLED"}]}
      recorder AWS::Config::ConfigurationRecorder {"RecordingGroup": {"AllSupported": false}}
      db AWS::RDS::DBInstance {"MonitoringInterval": 0}
      organization AWS::Organizations::Organization {}
      guard AWS::Organizations::Policy {"Content": {"Statement": [{"Effect": "Deny", "Action": ["cloudtrail:StopLogging", "config:*"], "Resource": "*"}]}}
      """#,
      finds: [
        "detector Features: the detector does not watch EKS_AUDIT_LOGS, EBS_MALWARE_PROTECTION",
        "environment: nobody hears of what GuardDuty finds", "recorder RecordingGroup: the recorder leaves out types of resources",
        "recorder: the recorder delivers to nobody, so it does not start",
        "db EnablePerformanceInsights: nobody sees what the database is asked",
        "db MonitoringInterval: nobody sees what the database's processes do",
        "environment: no service control policy keeps accounts from guardduty:DeleteDetector, securityhub:DisableSecurityHub",
      ]),
  ]
}
