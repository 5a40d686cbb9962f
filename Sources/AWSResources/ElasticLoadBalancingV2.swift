public import StrataLanguage

/// Application, Network and Gateway Load Balancers: the resource types of `AWS::ElasticLoadBalancingV2`.
@Service("AWS::ElasticLoadBalancingV2")
public enum ElasticLoadBalancingV2 {}
