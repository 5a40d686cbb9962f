// The short names of `ServiceNames.aliases` in the type provider, which the checks of `@Stack` read.

/// The resource types of `AWS::CertificateManager`.
public typealias ACM = CertificateManager

/// The resource types of `AWS::ElasticLoadBalancingV2`.
public typealias ELB = ElasticLoadBalancingV2

/// The resource types of `AWS::Events`.
public typealias EventBridge = Events

/// The resource types of `AWS::KinesisFirehose`.
public typealias Firehose = KinesisFirehose

/// The resource types of `AWS::SSO`.
public typealias IdentityCenter = SSO

/// The resource types of `AWS::InspectorV2`.
public typealias Inspector = InspectorV2

/// The resource types of `AWS::WAFv2`.
public typealias WAF = WAFv2
