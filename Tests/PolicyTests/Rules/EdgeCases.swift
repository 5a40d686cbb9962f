extension RuleCase {
  static let edge: [RuleCase] = [
    RuleCase(
      "R26", "a distribution and listeners with TLS 1.2",
      #"""
      cdn AWS::CloudFront::Distribution {"DistributionConfig": {"ViewerCertificate": {"MinimumProtocolVersion": "TLSv1.2_2021"}, "DefaultCacheBehavior": {"ViewerProtocolPolicy": "redirect-to-https"},
       "Origins": [{"CustomOriginConfig": {"OriginProtocolPolicy": "https-only", "OriginSSLProtocols": ["TLSv1.2"]}}]}}
      http AWS::ElasticLoadBalancingV2::Listener {"Protocol": "HTTP", "DefaultActions": [{"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS"}}]}
      https AWS::ElasticLoadBalancingV2::Listener {"Protocol": "HTTPS", "SslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06"}
      targets AWS::ElasticLoadBalancingV2::TargetGroup {"Protocol": "HTTPS"}
      """#),
    RuleCase(
      "R26", "plain HTTP and old TLS",
      #"""
      cdn AWS::CloudFront::Distribution {"DistributionConfig": {"DefaultCacheBehavior": {"ViewerProtocolPolicy": "allow-all"},
       "Origins": [{"CustomOriginConfig": {"OriginProtocolPolicy": "match-viewer"}}]}}
      http AWS::ElasticLoadBalancingV2::Listener {"Protocol": "HTTP", "DefaultActions": [{"Type": "forward"}]}
      https AWS::ElasticLoadBalancingV2::Listener {"Protocol": "HTTPS"}
      targets AWS::ElasticLoadBalancingV2::TargetGroup {"Protocol": "HTTP"}
      """#,
      finds: [
        "cdn DistributionConfig.ViewerCertificate: viewers may use TLSv1",
        "cdn DistributionConfig.DefaultCacheBehavior: viewers may use plain HTTP",
        "cdn DistributionConfig.Origins[0]: CloudFront may reach the origin without TLS 1.2",
        "http DefaultActions: the listener answers plain HTTP",
        "https SslPolicy: the policy ELBSecurityPolicy-2016-08 allows TLS before 1.2",
        "targets Protocol: the load balancer speaks plain HTTP with its targets",
      ]),

    RuleCase(
      "R28", "a firewall before a load balancer",
      #"""
      balancer AWS::ElasticLoadBalancingV2::LoadBalancer {"Scheme": "internet-facing"}
      inner AWS::ElasticLoadBalancingV2::LoadBalancer {"Scheme": "internal"}
      acl AWS::WAFv2::WebACL {"Scope": "REGIONAL", "Rules": [
       {"Statement": {"ManagedRuleGroupStatement": {"Name": "AWSManagedRulesCommonRuleSet"}}},
       {"Statement": {"ManagedRuleGroupStatement": {"Name": "AWSManagedRulesKnownBadInputsRuleSet"}}},
       {"Statement": {"ManagedRuleGroupStatement": {"Name": "AWSManagedRulesSQLiRuleSet"}}}, {"Statement": {"RateBasedStatement": {"Limit": 2000}}}]}
      use AWS::WAFv2::WebACLAssociation {"ResourceArn": "@balancer.LoadBalancerArn", "WebACLArn": "@acl.Arn"}
      logging AWS::WAFv2::LoggingConfiguration {"ResourceArn": "@acl.Arn"}
      """#),
    RuleCase(
      "R28", "a bare load balancer, a bare distribution and an idle firewall",
      #"""
      balancer AWS::ElasticLoadBalancingV2::LoadBalancer {"Scheme": "internet-facing"}
      cdn AWS::CloudFront::Distribution {"DistributionConfig": {}}
      acl#us-west-2 AWS::WAFv2::WebACL {"Scope": "CLOUDFRONT", "Rules": [{"Statement": {"ManagedRuleGroupStatement": {"Name": "AWSManagedRulesCommonRuleSet"}}}]}
      """#,
      finds: [
        "cdn DistributionConfig: the distribution has no web firewall", "balancer: the public load balancer has no web firewall",
        "acl Rules: the firewall lacks AWSManagedRulesKnownBadInputsRuleSet, AWSManagedRulesSQLiRuleSet",
        "acl Rules: the firewall limits no address to 2000 requests in five minutes",
        "acl: nobody can see what the firewall does, which logs nothing", "acl Scope: CloudFront takes firewalls of us-east-1 only",
      ]),

    RuleCase(
      "R29", "a site with headers and a closed bucket",
      #"""
      site AWS::S3::Bucket {}
      headers AWS::CloudFront::ResponseHeadersPolicy {"ResponseHeadersPolicyConfig": {"SecurityHeadersConfig": {"StrictTransportSecurity": {}, "FrameOptions": {"FrameOption": "DENY"}, "ContentTypeOptions": {}}}}
      cdn AWS::CloudFront::Distribution {"DistributionConfig": {"DefaultCacheBehavior": {"ResponseHeadersPolicyId": "@headers.Id"},
       "Origins": [{"DomainName": "@site.RegionalDomainName", "S3OriginConfig": {}, "OriginAccessControlId": "oac"}]}}
      policy AWS::S3::BucketPolicy {"Bucket": "@site.BucketName", "PolicyDocument": {"Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudfront.amazonaws.com"}, "Action": "s3:GetObject", "Resource": "*",
       "Condition": {"StringEquals": {"AWS:SourceArn": "@cdn.Arn"}}}]}}
      """#),
    RuleCase(
      "R29", "a site without",
      #"""
      site AWS::S3::Bucket {}
      cdn AWS::CloudFront::Distribution {"DistributionConfig": {"DefaultCacheBehavior": {}, "Origins": [{"DomainName": "@site.RegionalDomainName", "S3OriginConfig": {}}]}}
      """#,
      finds: [
        "cdn DistributionConfig.DefaultCacheBehavior: answers lack Strict-Transport-Security, X-Frame-Options: DENY, X-Content-Type-Options",
        "cdn DistributionConfig.Origins[0]: CloudFront reads the bucket without an origin access control",
        "site: the bucket does not limit CloudFront to its distribution",
      ]),
  ]
}
