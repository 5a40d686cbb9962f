extension RuleCase {
  static let network: [RuleCase] = [
    RuleCase(
      "R22", "a database in the restricted tier",
      #"""
      data AWS::EC2::Subnet {"Tags": [{"Key": "Tier", "Value": "restricted"}]}
      servers AWS::EC2::Subnet {"Tags": [{"Key": "Tier", "Value": "private"}]}
      group AWS::RDS::DBSubnetGroup {"SubnetIds": ["@data.SubnetId"]}
      fleet AWS::AutoScaling::AutoScalingGroup {"VPCZoneIdentifier": ["@servers.SubnetId"]}
      """#),
    RuleCase(
      "R22", "ways between the tiers and the internet",
      #"""
      internet AWS::EC2::InternetGateway {}
      nat AWS::EC2::NatGateway {}
      data AWS::EC2::Subnet {"Tags": [{"Key": "Tier", "Value": "database"}]}
      data-table AWS::EC2::RouteTable {}
      data-use AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "@data.SubnetId", "RouteTableId": "@data-table.RouteTableId"}
      data-route AWS::EC2::Route {"RouteTableId": "@data-table.RouteTableId", "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "@nat.NatGatewayId"}
      servers AWS::EC2::Subnet {"Tags": [{"Key": "Tier", "Value": "private"}]}
      table AWS::EC2::RouteTable {}
      use AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "@servers.SubnetId", "RouteTableId": "@table.RouteTableId"}
      route AWS::EC2::Route {"RouteTableId": "@table.RouteTableId", "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "@internet.InternetGatewayId"}
      lost AWS::EC2::Subnet {}
      group AWS::RDS::DBSubnetGroup {"SubnetIds": ["@servers.SubnetId"]}
      """#,
      finds: [
        "data-route DestinationCidrBlock: the restricted subnet 'data' has a way to the internet",
        "route GatewayId: the private subnet 'servers' is reached from the internet",
        "lost Tags: the subnet does not say which tier it belongs to",
        "group SubnetIds: the database is in the private subnet 'servers'",
      ]),

    RuleCase(
      "R23", "a subnet with a list of its own",
      #"""
      data AWS::EC2::Subnet {"Tags": [{"Key": "Tier", "Value": "restricted"}]}
      list AWS::EC2::NetworkAcl {}
      use AWS::EC2::SubnetNetworkAclAssociation {"SubnetId": "@data.SubnetId", "NetworkAclId": "@list.Id"}
      entry AWS::EC2::NetworkAclEntry {"NetworkAclId": "@list.Id", "Egress": false, "RuleAction": "allow", "Protocol": 6, "CidrBlock": "10.0.1.0/24"}
      """#),
    RuleCase(
      "R23", "a list that lets everything in, and no list",
      #"""
      data AWS::EC2::Subnet {"Tags": [{"Key": "Tier", "Value": "restricted"}]}
      list AWS::EC2::NetworkAcl {}
      use AWS::EC2::SubnetNetworkAclAssociation {"SubnetId": "@data.SubnetId", "NetworkAclId": "@list.Id"}
      entry AWS::EC2::NetworkAclEntry {"NetworkAclId": "@list.Id", "Egress": false, "RuleAction": "allow", "Protocol": -1, "CidrBlock": "0.0.0.0/0"}
      bare AWS::EC2::Subnet {}
      """#,
      finds: [
        "entry CidrBlock: the access list of the restricted subnet 'data' lets everything in",
        "bare: the subnet has the network's first access list, which lets everything in",
      ]),

    RuleCase(
      "R24", "web ports only",
      #"group AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"}]}"#
    ),
    RuleCase(
      "R24", "SSH, everything, and SSH beside Session Manager",
      #"""
      ssh AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "0.0.0.0/0"}]}
      data AWS::EC2::SecurityGroup {}
      wide AWS::EC2::SecurityGroupIngress {"GroupId": "@data.GroupId", "IpProtocol": "tcp", "FromPort": 3000, "ToPort": 6000, "CidrIpv6": "::/0"}
      inner AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "CidrIp": "10.0.0.0/8"}]}
      sessions AWS::SSM::Document {"DocumentType": "Session"}
      """#,
      finds: [
        "ssh SecurityGroupIngress[0]: port 22, SSH, is open to the internet",
        "inner SecurityGroupIngress[0]: port 22, SSH, is open although servers are reached by Session Manager",
        "wide: port 3389, remote desktops, is open to the internet", "wide: port 3306, MySQL, is open to the internet",
        "wide: port 5432, PostgreSQL, is open to the internet",
      ]),

    RuleCase(
      "R25", "a balancer's group and a server's",
      #"""
      edge AWS::EC2::SecurityGroup {"GroupDescription": "Web", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0", "Description": "HTTPS"}], "SecurityGroupEgress": []}
      balancer AWS::ElasticLoadBalancingV2::LoadBalancer {"Scheme": "internet-facing", "SecurityGroups": ["@edge.GroupId"]}
      """#),
    RuleCase(
      "R25", "groups that open too much and say nothing",
      #"""
      server AWS::EC2::SecurityGroup {"GroupDescription": "Server", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0", "Description": "HTTPS"}]}
      out AWS::EC2::SecurityGroup {"GroupDescription": "Out", "SecurityGroupEgress": [{"IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}]}
      """#,
      finds: [
        "server SecurityGroupEgress: the security group lets everything out, because it does not say what may go out",
        "server SecurityGroupIngress[0]: the internet is let in to what is no public load balancer",
        "out SecurityGroupEgress[0]: a rule of the security group has no description",
        "out SecurityGroupEgress[0]: everything may go out to everywhere",
      ]),

    RuleCase(
      "R27", "a database and a cache that want TLS",
      #"""
      parameters AWS::RDS::DBParameterGroup {"Parameters": {"rds.force_ssl": "1"}}
      db AWS::RDS::DBInstance {"DBParameterGroupName": "@parameters.DBParameterGroupName"}
      cache AWS::ElastiCache::ReplicationGroup {"TransitEncryptionEnabled": true, "TransitEncryptionMode": "required"}
      """#),
    RuleCase(
      "R27", "a database and a cache that do not",
      #"""
      parameters AWS::RDS::DBParameterGroup {"Parameters": {"require_secure_transport": "OFF"}}
      db AWS::RDS::DBInstance {"DBParameterGroupName": "@parameters.DBParameterGroupName"}
      cache AWS::ElastiCache::ReplicationGroup {"TransitEncryptionEnabled": true, "TransitEncryptionMode": "preferred"}
      """#,
      finds: [
        "db DBParameterGroupName: the database answers connections without TLS",
        "cache TransitEncryptionEnabled: the cache answers connections without TLS",
      ]),
  ]
}
