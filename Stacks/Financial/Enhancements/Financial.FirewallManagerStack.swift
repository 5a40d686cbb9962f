import Strata

extension Financial {
  /// 4.37 "AWS Firewall Manager: For centralized management of security rules", from the security account.
  ///
  /// The account is made its administrator by an action of the organization's stack. It needs AWS Config in every account.
  @Stack final class FirewallManagerStack {
    let organization: OrganizationStack
    let baseline: AccountBaselineStack

    lazy var role = IAM.ServiceLinkedRole("role", awsServiceName: "fms.amazonaws.com", description: "Reads and repairs rules")

    var body: some Infrastructure {
      FMS.NotificationChannel(
        "notifications",
        snsRoleName: "arn:\(AWS.partition):iam::\(AWS.accountId):role/aws-service-role/fms.amazonaws.com/AWSServiceRoleForFMS",
        snsTopicArn: baseline.alarms.topic
      ).after(role)

      policy(
        "open-groups", "No rule of a security group is for every protocol", resources: ["AWS::EC2::SecurityGroup"],
        service: "SECURITY_GROUPS_CONTENT_AUDIT",
        data: [
          "type": "SECURITY_GROUPS_CONTENT_AUDIT",
          "preManagedOptions": [["denyProtocolAllValue": true], ["auditSgDirection": ["type": "ALL"]]],
          "securityGroupAction": ["type": "ALLOW"],
        ])
      policy(
        "web-firewalls", "Every load balancer has a firewall", resources: ["AWS::ElasticLoadBalancingV2::LoadBalancer"],
        service: "WAFV2",
        data: [
          "type": "WAFV2", "defaultAction": ["type": "ALLOW"], "overrideCustomerWebACLAssociation": false,
          "preProcessRuleGroups": [
            [
              "managedRuleGroupIdentifier": ["vendorName": "AWS", "managedRuleGroupName": "AWSManagedRulesCommonRuleSet"],
              "overrideAction": ["type": "NONE"], "ruleGroupType": "ManagedRuleGroup", "excludeRules": [], "sampledRequestsEnabled": true,
            ]
          ], "postProcessRuleGroups": [],
        ])
    }

    private func policy(
      _ id: String, _ description: String, resources: [String], service: String, data: Document
    ) -> FMS.Policy {
      FMS.Policy(
        id, excludeResourceTags: false, policyName: "financial-\(id)", remediationEnabled: false,
        securityServicePolicyData: .init(type: "\(service)", managedServiceData: data.jsonText),
        includeMap: .init(orgunit: [organization.workloads.id]), policyDescription: description,
        resourceType: resources[0])
    }
  }
}
