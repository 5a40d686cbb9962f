extension HandlerRegistry {
  /// Amazon EC2 and VPC.
  static let computeCloud: [any ResourceHandler] = [
    EIPHandler(), FlowLogHandler(), InternetGatewayHandler(), NatGatewayHandler(), NetworkAclEntryHandler(), NetworkAclHandler(),
    RouteHandler(), RouteTableHandler(), SecurityGroupEgressHandler(), SecurityGroupHandler(), SecurityGroupIngressHandler(),
    SubnetHandler(), SubnetNetworkAclAssociationHandler(), SubnetRouteTableAssociationHandler(), VPCEndpointHandler(),
    VPCGatewayAttachmentHandler(), VPCHandler(),
  ]
}
