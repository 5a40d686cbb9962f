extension HandlerRegistry {
  /// Amazon EC2 and VPC.
  static let computeCloud: [any ResourceHandler] = [
    CustomerGatewayHandler(), EIPHandler(), FlowLogHandler(), GatewayRouteTableAssociationHandler(), InstanceHandler(),
    InternetGatewayHandler(), LaunchTemplateHandler(), NatGatewayHandler(), NetworkAclEntryHandler(), NetworkAclHandler(), RouteHandler(),
    RouteTableHandler(), SecurityGroupEgressHandler(), SecurityGroupHandler(), SecurityGroupIngressHandler(), SubnetHandler(),
    SubnetNetworkAclAssociationHandler(), SubnetRouteTableAssociationHandler(), TransitGatewayHandler(), TransitGatewayRouteHandler(),
    TransitGatewayRouteTableAssociationHandler(), TransitGatewayRouteTableHandler(), TransitGatewayRouteTablePropagationHandler(),
    TransitGatewayVpcAttachmentHandler(), VPCEndpointHandler(), VPCEndpointServiceHandler(), VPCEndpointServicePermissionsHandler(),
    VPCGatewayAttachmentHandler(), VPCHandler(), VPNConnectionHandler(),
  ]
}
