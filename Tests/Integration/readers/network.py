"""Networks: VPC and everything in it, transit gateways, VPN, instances, Network Firewall."""

from __future__ import annotations

from typing import Any, Callable, Iterable

from cloud import Cloud, Missing
from readers.registry import Declared, Found, lister, reader, tag_map, without


def simple(
    type_name: str,
    operation: str,
    key: str,
    argument: str,
    identity: str,
    shape: Callable[[Cloud, dict[str, Any]], dict[str, Any]] | None = None,
    keep: Callable[[dict[str, Any]], bool] = lambda element: True,
    tag_key: str = "Tags",
) -> None:
    """Registers a type of EC2 that one describe call both finds and lists."""

    @reader(type_name)
    def read(cloud: Cloud, identifier: str, declared: Declared) -> Found:
        element = cloud.first("ec2", operation, key, **{argument: [identifier]})
        if not alive(element):
            raise Missing(f"{identifier} is {element.get('State')}")
        properties = {**element, **(shape(cloud, element) if shape else {})}
        return Found(properties, tag_map(element.get(tag_key)))

    @lister(type_name)
    def every(cloud: Cloud) -> Iterable[str]:
        return [element[identity] for element in cloud.each("ec2", operation, key) if keep(element) and alive(element)]


def alive(element: dict[str, Any]) -> bool:
    """Whether an element is more than the tombstone that EC2 shows for a while."""
    state = element.get("State", element.get("Status", ""))
    name = state.get("Name", state.get("Code", "")) if isinstance(state, dict) else state
    return str(name).lower() not in ("deleted", "deleting", "terminated", "shutting-down")


def vpc(cloud: Cloud, element: dict[str, Any]) -> dict[str, Any]:
    shown = {}
    for name in ("enableDnsSupport", "enableDnsHostnames"):
        answer = cloud.call("ec2", "describe_vpc_attribute", VpcId=element["VpcId"], Attribute=name)
        shown[name] = answer[name[0].upper() + name[1:]]["Value"]
    return shown


def nat_gateway(cloud: Cloud, element: dict[str, Any]) -> dict[str, Any]:
    address = (element.get("NatGatewayAddresses") or [{}])[0]
    return {"AllocationId": address.get("AllocationId"), "PrivateIpAddress": address.get("PrivateIp")}


def flow_log(cloud: Cloud, element: dict[str, Any]) -> dict[str, Any]:
    prefixes = {"vpc": "VPC", "subnet": "Subnet", "eni": "NetworkInterface", "tgw": "TransitGateway"}
    return {"ResourceType": prefixes.get(str(element.get("ResourceId")).split("-")[0])}


def endpoint(cloud: Cloud, element: dict[str, Any]) -> dict[str, Any]:
    return {"SecurityGroupIds": [group["GroupId"] for group in element.get("Groups") or []]}


def rule_properties(rule: dict[str, Any], descriptions: dict[tuple[Any, ...], str]) -> dict[str, Any]:
    """A rule in the schema's form. What describes a rule about another group, EC2's emulators show at the group alone."""
    side = "Destination" if rule.get("IsEgress") else "Source"
    peer = (rule.get("ReferencedGroupInfo") or {}).get("GroupId")
    place = (bool(rule.get("IsEgress")), rule.get("IpProtocol"), rule.get("FromPort"), rule.get("ToPort"), peer)
    return {
        **without(rule, "Tags"), "CidrIp": rule.get("CidrIpv4"), "CidrIpv6": rule.get("CidrIpv6"), f"{side}SecurityGroupId": peer,
        f"{side}PrefixListId": rule.get("PrefixListId"), "Description": rule.get("Description") or descriptions.get(place),
    }


def rule_descriptions(group: dict[str, Any]) -> dict[tuple[Any, ...], str]:
    result = {}
    for egress, key in ((False, "IpPermissions"), (True, "IpPermissionsEgress")):
        for permission in group.get(key) or []:
            for pair in permission.get("UserIdGroupPairs") or []:
                place = (egress, permission.get("IpProtocol"), permission.get("FromPort"), permission.get("ToPort"), pair.get("GroupId"))
                result[place] = pair.get("Description")
    return result


def instance(cloud: Cloud, element: dict[str, Any]) -> dict[str, Any]:
    profile = (element.get("IamInstanceProfile") or {}).get("Arn", "")
    attributes: dict[str, Any] = {}
    for name in ("DisableApiTermination", "InstanceInitiatedShutdownBehavior"):
        answer = cloud.optional("ec2", "describe_instance_attribute", InstanceId=element["InstanceId"], Attribute=name[0].lower() + name[1:])
        attributes[name] = (answer.get(name) or {}).get("Value")
    return {
        "SecurityGroupIds": [group["GroupId"] for group in element.get("SecurityGroups") or []],
        "AvailabilityZone": (element.get("Placement") or {}).get("AvailabilityZone"),
        "Tenancy": (element.get("Placement") or {}).get("Tenancy"),
        "IamInstanceProfile": profile.rpartition("/")[2] or None,
        "Monitoring": (element.get("Monitoring") or {}).get("State") in ("enabled", "pending"),
        **attributes,
    }


simple("EC2::VPC", "describe_vpcs", "Vpcs", "VpcIds", "VpcId", vpc, lambda e: not e.get("IsDefault"))
simple("EC2::Subnet", "describe_subnets", "Subnets", "SubnetIds", "SubnetId", keep=lambda e: not e.get("DefaultForAz"))
simple("EC2::InternetGateway", "describe_internet_gateways", "InternetGateways", "InternetGatewayIds", "InternetGatewayId")
simple("EC2::NatGateway", "describe_nat_gateways", "NatGateways", "NatGatewayIds", "NatGatewayId", nat_gateway)
simple(
    "EC2::RouteTable", "describe_route_tables", "RouteTables", "RouteTableIds", "RouteTableId",
    keep=lambda e: not any(association.get("Main") for association in e.get("Associations") or []),
)
simple("EC2::NetworkAcl", "describe_network_acls", "NetworkAcls", "NetworkAclIds", "NetworkAclId", keep=lambda e: not e.get("IsDefault"))
simple("EC2::FlowLog", "describe_flow_logs", "FlowLogs", "FlowLogIds", "FlowLogId", flow_log)
simple("EC2::VPCEndpoint", "describe_vpc_endpoints", "VpcEndpoints", "VpcEndpointIds", "VpcEndpointId", endpoint)
simple("EC2::TransitGateway", "describe_transit_gateways", "TransitGateways", "TransitGatewayIds", "TransitGatewayId",
       lambda cloud, e: e.get("Options") or {})
simple("EC2::TransitGatewayVpcAttachment", "describe_transit_gateway_vpc_attachments", "TransitGatewayVpcAttachments",
       "TransitGatewayAttachmentIds", "TransitGatewayAttachmentId", keep=lambda e: bool(e.get("VpcId")))
simple("EC2::TransitGatewayRouteTable", "describe_transit_gateway_route_tables", "TransitGatewayRouteTables", "TransitGatewayRouteTableIds",
       "TransitGatewayRouteTableId", keep=lambda e: not e.get("DefaultAssociationRouteTable"))
simple("EC2::CustomerGateway", "describe_customer_gateways", "CustomerGateways", "CustomerGatewayIds", "CustomerGatewayId")
simple("EC2::VPNConnection", "describe_vpn_connections", "VpnConnections", "VpnConnectionIds", "VpnConnectionId",
       lambda cloud, e: {"StaticRoutesOnly": (e.get("Options") or {}).get("StaticRoutesOnly")})
simple("EC2::VPCEndpointService", "describe_vpc_endpoint_service_configurations", "ServiceConfigurations", "ServiceIds", "ServiceId")


@reader("EC2::SecurityGroup")
def security_group(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    """The group's own rules are those that no record of a rule claims."""
    group = cloud.first("ec2", "describe_security_groups", "SecurityGroups", GroupIds=[identifier])
    descriptions = rule_descriptions(group)
    rules: dict[bool, list[dict[str, Any]]] = {False: [], True: []}
    filters = [{"Name": "group-id", "Values": [identifier]}]
    for rule in cloud.each("ec2", "describe_security_group_rules", "SecurityGroupRules", Filters=filters):
        egress = bool(rule.get("IsEgress"))
        if (f"AWS::EC2::SecurityGroup{'Egress' if egress else 'Ingress'}", rule["SecurityGroupRuleId"]) not in cloud.claimed:
            rules[egress].append(rule_properties(rule, descriptions))
    properties = {
        "GroupDescription": group.get("Description"), "GroupName": group.get("GroupName"), "VpcId": group.get("VpcId"),
        "SecurityGroupIngress": rules[False], "SecurityGroupEgress": rules[True],
    }
    return Found(properties, tag_map(group.get("Tags")))


@lister("EC2::SecurityGroup")
def security_groups(cloud: Cloud) -> Iterable[str]:
    return [group["GroupId"] for group in cloud.each("ec2", "describe_security_groups", "SecurityGroups") if group["GroupName"] != "default"]


def rule_reader(egress: bool) -> Callable[[Cloud, str, Declared], Found]:
    def read(cloud: Cloud, identifier: str, declared: Declared) -> Found:
        rules = cloud.each("ec2", "describe_security_group_rules", "SecurityGroupRules")
        rule = next((r for r in rules if r["SecurityGroupRuleId"] == identifier and bool(r.get("IsEgress")) == egress), None)
        if rule is None:
            raise Missing(identifier)
        group = cloud.first("ec2", "describe_security_groups", "SecurityGroups", GroupIds=[rule["GroupId"]])
        return Found(rule_properties(rule, rule_descriptions(group)))

    return read


reader("EC2::SecurityGroupIngress")(rule_reader(False))
reader("EC2::SecurityGroupEgress")(rule_reader(True))


def rule_lister(egress: bool) -> Callable[[Cloud], Iterable[str]]:
    def every(cloud: Cloud) -> Iterable[str]:
        own = set(security_groups(cloud))
        rules = cloud.each("ec2", "describe_security_group_rules", "SecurityGroupRules")
        return [rule["SecurityGroupRuleId"] for rule in rules if bool(rule.get("IsEgress")) == egress and rule["GroupId"] in own]

    return every


lister("EC2::SecurityGroupIngress")(rule_lister(False))
lister("EC2::SecurityGroupEgress")(rule_lister(True))


@reader("EC2::VPCGatewayAttachment")
def gateway_attachment(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    kind, _, network = identifier.partition("|")
    if kind == "VGW":
        for gateway in cloud.each("ec2", "describe_vpn_gateways", "VpnGateways"):
            if any(a.get("VpcId") == network and a.get("State") == "attached" for a in gateway.get("VpcAttachments") or []):
                return Found({"VpcId": network, "VpnGatewayId": gateway["VpnGatewayId"]})
        raise Missing(identifier)
    gateway = cloud.first("ec2", "describe_internet_gateways", "InternetGateways", Filters=[{"Name": "attachment.vpc-id", "Values": [network]}])
    return Found({"VpcId": network, "InternetGatewayId": gateway["InternetGatewayId"]})


@lister("EC2::VPCGatewayAttachment")
def gateway_attachments(cloud: Cloud) -> Iterable[str]:
    gateways = cloud.each("ec2", "describe_internet_gateways", "InternetGateways")
    return [f"IGW|{a['VpcId']}" for gateway in gateways for a in gateway.get("Attachments") or [] if a.get("VpcId")]


@reader("EC2::EIP")
def address(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    public, _, allocation = identifier.partition("|")
    found = cloud.first("ec2", "describe_addresses", "Addresses", AllocationIds=[allocation])
    if found.get("PublicIp") != public:
        raise Missing(f"{allocation} has the address {found.get('PublicIp')}")
    return Found(found, tag_map(found.get("Tags")))


@lister("EC2::EIP")
def addresses(cloud: Cloud) -> Iterable[str]:
    return [f"{a['PublicIp']}|{a['AllocationId']}" for a in cloud.each("ec2", "describe_addresses", "Addresses") if a.get("AllocationId")]


@reader("EC2::Route")
def route(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    table, _, destination = identifier.partition("|")
    found = cloud.first("ec2", "describe_route_tables", "RouteTables", RouteTableIds=[table])
    for element in found.get("Routes") or []:
        if destination in (element.get("DestinationCidrBlock"), element.get("DestinationIpv6CidrBlock"), element.get("DestinationPrefixListId")):
            return Found({**element, "RouteTableId": table, "VpcEndpointId": element.get("GatewayId")})
    raise Missing(identifier)


@lister("EC2::Route")
def routes(cloud: Cloud) -> Iterable[str]:
    for table in cloud.each("ec2", "describe_route_tables", "RouteTables"):
        for element in table.get("Routes") or []:
            target = element.get("GatewayId") or ""
            destination = element.get("DestinationCidrBlock") or element.get("DestinationIpv6CidrBlock") or element.get("DestinationPrefixListId")
            if target != "local" and destination and not target.startswith("vpce-"):
                yield f"{table['RouteTableId']}|{destination}"


def table_association(cloud: Cloud, accepts: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    for table in cloud.each("ec2", "describe_route_tables", "RouteTables"):
        for association in table.get("Associations") or []:
            if accepts(association):
                return {**association, "RouteTableId": table["RouteTableId"]}
    raise Missing("no such association of a route table")


@reader("EC2::SubnetRouteTableAssociation")
def subnet_route_table(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(table_association(cloud, lambda a: a.get("RouteTableAssociationId") == identifier))


@lister("EC2::SubnetRouteTableAssociation")
def subnet_route_tables(cloud: Cloud) -> Iterable[str]:
    tables = cloud.each("ec2", "describe_route_tables", "RouteTables")
    return [a["RouteTableAssociationId"] for table in tables for a in table.get("Associations") or [] if a.get("SubnetId")]


@reader("EC2::GatewayRouteTableAssociation")
def gateway_route_table(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(table_association(cloud, lambda a: a.get("GatewayId") == identifier))


@lister("EC2::GatewayRouteTableAssociation")
def gateway_route_tables(cloud: Cloud) -> Iterable[str]:
    tables = cloud.each("ec2", "describe_route_tables", "RouteTables")
    return [a["GatewayId"] for table in tables for a in table.get("Associations") or [] if a.get("GatewayId")]


@reader("EC2::NetworkAclEntry")
def acl_entry(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    """The identifier is the list, the direction and the number."""
    owner, direction, digits = identifier.split("|")
    number, egress = int(digits), direction == "egress"
    acl = cloud.first("ec2", "describe_network_acls", "NetworkAcls", NetworkAclIds=[owner])
    for entry in acl.get("Entries") or []:
        if entry["RuleNumber"] == number and bool(entry["Egress"]) == egress:
            return Found({**entry, "NetworkAclId": owner, "Icmp": entry.get("IcmpTypeCode")})
    raise Missing(identifier)


@lister("EC2::NetworkAclEntry")
def acl_entries(cloud: Cloud) -> Iterable[str]:
    for acl in cloud.each("ec2", "describe_network_acls", "NetworkAcls"):
        for entry in acl.get("Entries") or []:
            if not acl.get("IsDefault") and entry["RuleNumber"] < 32767:
                yield f"{acl['NetworkAclId']}|{'egress' if entry['Egress'] else 'ingress'}|{entry['RuleNumber']}"


@reader("EC2::SubnetNetworkAclAssociation")
def acl_association(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    for acl in cloud.each("ec2", "describe_network_acls", "NetworkAcls"):
        for association in acl.get("Associations") or []:
            if association.get("NetworkAclAssociationId") == identifier:
                return Found(association)
    raise Missing(identifier)


@lister("EC2::SubnetNetworkAclAssociation")
def acl_associations(cloud: Cloud) -> Iterable[str]:
    acls = cloud.each("ec2", "describe_network_acls", "NetworkAcls")
    return [a["NetworkAclAssociationId"] for acl in acls if not acl.get("IsDefault") for a in acl.get("Associations") or []]


@reader("EC2::VPCEndpointServicePermissions")
def endpoint_permissions(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    allowed = cloud.each("ec2", "describe_vpc_endpoint_service_permissions", "AllowedPrincipals", ServiceId=identifier)
    return Found({"ServiceId": identifier, "AllowedPrincipals": [entry["Principal"] for entry in allowed]})


@reader("EC2::LaunchTemplate")
def launch_template(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    template = cloud.first("ec2", "describe_launch_templates", "LaunchTemplates", LaunchTemplateIds=[identifier])
    version = cloud.first("ec2", "describe_launch_template_versions", "LaunchTemplateVersions", LaunchTemplateId=identifier, Versions=["$Latest"])
    properties = {**template, "LaunchTemplateData": version.get("LaunchTemplateData"), "VersionDescription": version.get("VersionDescription")}
    tags = template.get("Tags")
    properties["TagSpecifications"] = [{"ResourceType": "launch-template", "Tags": tags}] if tags else None
    return Found(properties, tag_map(tags))


@lister("EC2::LaunchTemplate")
def launch_templates(cloud: Cloud) -> Iterable[str]:
    return [template["LaunchTemplateId"] for template in cloud.each("ec2", "describe_launch_templates", "LaunchTemplates")]


@reader("EC2::Instance")
def read_instance(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    reservation = cloud.first("ec2", "describe_instances", "Reservations", InstanceIds=[identifier])
    element = reservation["Instances"][0]
    if not alive(element):
        raise Missing(f"{identifier} is terminated")
    return Found({**element, **instance(cloud, element)}, tag_map(element.get("Tags")))


@lister("EC2::Instance")
def instances(cloud: Cloud) -> Iterable[str]:
    reservations = cloud.each("ec2", "describe_instances", "Reservations")
    return [element["InstanceId"] for reservation in reservations for element in reservation["Instances"] if alive(element)]


@reader("EC2::TransitGatewayRoute")
def transit_route(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    table, _, destination = identifier.partition("|")
    routes_found = cloud.call(
        "ec2", "search_transit_gateway_routes", TransitGatewayRouteTableId=table, Filters=[{"Name": "type", "Values": ["static"]}]
    ).get("Routes") or []
    for element in routes_found:
        if element["DestinationCidrBlock"] == destination:
            attachment = (element.get("TransitGatewayAttachments") or [{}])[0].get("TransitGatewayAttachmentId")
            return Found({
                "TransitGatewayRouteTableId": table, "DestinationCidrBlock": destination, "TransitGatewayAttachmentId": attachment,
                "Blackhole": element.get("State") == "blackhole",
            })
    raise Missing(identifier)


def transit_link(operation: str, key: str) -> Callable[[Cloud, str, Declared], Found]:
    def read(cloud: Cloud, identifier: str, declared: Declared) -> Found:
        table, _, attachment = identifier.partition("|")
        for element in cloud.each("ec2", operation, key, TransitGatewayRouteTableId=table):
            if element["TransitGatewayAttachmentId"] == attachment and alive(element):
                return Found({"TransitGatewayRouteTableId": table, "TransitGatewayAttachmentId": attachment})
        raise Missing(identifier)

    return read


reader("EC2::TransitGatewayRouteTableAssociation")(transit_link("get_transit_gateway_route_table_associations", "Associations"))
reader("EC2::TransitGatewayRouteTablePropagation")(transit_link("get_transit_gateway_route_table_propagations", "TransitGatewayRouteTablePropagations"))


@reader("NetworkFirewall::Firewall")
def firewall(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("network-firewall", "describe_firewall", FirewallArn=identifier)["Firewall"]
    return Found(found, tag_map(found.get("Tags")))


@lister("NetworkFirewall::Firewall")
def firewalls(cloud: Cloud) -> Iterable[str]:
    return [element["FirewallArn"] for element in cloud.each("network-firewall", "list_firewalls", "Firewalls")]


@reader("NetworkFirewall::LoggingConfiguration")
def firewall_logging(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("network-firewall", "describe_logging_configuration", FirewallArn=identifier)
    return Found({**found, "FirewallName": identifier.rpartition("/")[2]})


@reader("RAM::ResourceShare")
def resource_share(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    share = cloud.find("ram", "get_resource_shares", "resourceShares", lambda s: s["resourceShareArn"] == identifier, resourceOwner="SELF")
    if str(share.get("status", "")).startswith("DELET"):
        raise Missing(identifier)
    return Found(share, tag_map(share.get("tags")))


@lister("RAM::ResourceShare")
def resource_shares(cloud: Cloud) -> Iterable[str]:
    shares = cloud.each("ram", "get_resource_shares", "resourceShares", resourceOwner="SELF")
    return [share["resourceShareArn"] for share in shares if not str(share.get("status", "")).startswith("DELET")]
