/// How services refuse to delete an object that their own switch protects.
enum Protection {
  static func serviceCode(_ type: String) -> String {
    switch type {
    case "AWS::RDS::DBInstance", "AWS::RDS::DBCluster": "InvalidParameterCombination"
    case "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable": "ValidationException"
    case "AWS::Cognito::UserPool": "InvalidParameterException"
    case "AWS::ElasticLoadBalancingV2::LoadBalancer", "AWS::EC2::Instance": "OperationNotPermitted"
    default: "InvalidOperationException"
    }
  }
}
