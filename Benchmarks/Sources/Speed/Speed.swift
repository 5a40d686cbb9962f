import Strata

/// The set of resources that `emulator/boto3_deploy.py` makes too, call by call.
@Stack final class SpeedStack {
  let range: CIDR = "10.40.0.0/16"

  lazy var vpc = EC2.VPC("vpc", cidrBlock: range, enableDnsHostnames: true, enableDnsSupport: true)
  lazy var gateway = EC2.InternetGateway("gateway")
  lazy var publicTable = EC2.RouteTable("public", vpcId: vpc)
  lazy var privateTable = EC2.RouteTable("private", vpcId: vpc)
  lazy var key = KMS.Key(
    "key", enableKeyRotation: true,
    keyPolicy: .policy {
      Allow("kms:*", on: "*").to(.account(AWS.accountId))
    }, pendingWindowInDays: 7)

  var body: some Infrastructure {
    let attachment = EC2.VPCGatewayAttachment("attachment", vpcId: vpc, internetGatewayId: gateway.internetGatewayId)
    attachment
    EC2.Route(
      "default", routeTableId: publicTable, destinationCidrBlock: "0.0.0.0/0", gatewayId: gateway.internetGatewayId
    ).after(attachment)
    for number in 0..<4 {
      let subnet = EC2.Subnet(
        "subnet-\(number)", vpcId: vpc, availabilityZone: number % 2 == 0 ? "us-east-1a" : "us-east-1b",
        cidrBlock: range.block(number, prefix: 24))
      subnet
      EC2.SubnetRouteTableAssociation(
        "association-\(number)", routeTableId: number < 2 ? publicTable : privateTable, subnetId: subnet)
    }
    EC2.SecurityGroup("web", groupDescription: "Web", groupName: "speed-web", vpcId: vpc)
    EC2.SecurityGroup("data", groupDescription: "Data", groupName: "speed-data", vpcId: vpc)
    KMS.Alias("alias", aliasName: "alias/speed", targetKeyId: key)
    S3.Bucket(
      "bucket",
      bucketEncryption: .init(serverSideEncryptionConfiguration: [
        .init(serverSideEncryptionByDefault: .init(sseAlgorithm: .awsKms, kmsMasterKeyId: key))
      ]),
      bucketName: "speed-bucket-123456789012",
      publicAccessBlockConfiguration: .init(
        blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true),
      versioningConfiguration: .init(status: .enabled))
    DynamoDB.Table(
      "table", keySchema: [.init(attributeName: "id", keyType: "HASH")],
      attributeDefinitions: [.init(attributeName: "id", attributeType: "S")], billingMode: "PAY_PER_REQUEST", tableName: "speed-table")
    IAM.Role("role", assumeRolePolicyDocument: .trust("ec2"), roleName: "speed-role")
  }
}

@main struct Speed: App {
  var environments: some Environments {
    Environment("speed", region: .usEast1, target: .aws(account: "123456789012")) { SpeedStack() }
  }
}
