import Strata

/// A stack that is small and has something of every kind that matters for crashes: a name, a token, tags, an upsert.
@Stack final class PartsForCrashes {
  lazy var jobs = SQS.Queue("jobs", visibilityTimeout: 60)
  lazy var alarms = SNS.Topic("alarms", displayName: "Alarms")
  lazy var network = EC2.VPC("main", cidrBlock: "10.0.0.0/16")
  lazy var table = EC2.RouteTable("table", vpcId: network)
  lazy var settings = SSM.Parameter("settings", type: "String", value: "on")
}
