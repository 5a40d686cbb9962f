"""What the public reaches: CloudFront, Route 53 and WAF."""

from __future__ import annotations

from typing import Any, Iterable

from cloud import Cloud, Missing
from readers.registry import Declared, Found, lister, reader, tag_map


def behavior(found: dict[str, Any]) -> dict[str, Any]:
    """A cache behaviour in the schema's form: the cached methods stand beside the allowed ones."""
    allowed = found.get("AllowedMethods") or {}
    return {**found, "CachedMethods": (allowed.get("CachedMethods") or {}).get("Items")}


def origin(found: dict[str, Any]) -> dict[str, Any]:
    return {**found, "OriginCustomHeaders": (found.get("CustomHeaders") or {}).get("Items")}


@reader("CloudFront::Distribution")
def distribution(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    answer = cloud.call("cloudfront", "get_distribution", Id=identifier)["Distribution"]
    found = answer["DistributionConfig"]
    behaviors = (found.get("CacheBehaviors") or {}).get("Items") or []
    certificate = dict(found.get("ViewerCertificate") or {})
    certificate["SslSupportMethod"] = certificate.get("SSLSupportMethod")
    properties = {
        **found,
        "IPV6Enabled": found.get("IsIPV6Enabled"),
        "DefaultCacheBehavior": behavior(found.get("DefaultCacheBehavior") or {}),
        "CacheBehaviors": [behavior(b) for b in behaviors],
        "Origins": [origin(o) for o in (found.get("Origins") or {}).get("Items") or []],
        "ViewerCertificate": certificate,
    }
    tags = cloud.call("cloudfront", "list_tags_for_resource", Resource=answer["ARN"]).get("Tags") or {}
    return Found({"DistributionConfig": properties}, tag_map(tags.get("Items")))


@lister("CloudFront::Distribution", everywhere=True)
def distributions(cloud: Cloud) -> Iterable[str]:
    found = cloud.call("cloudfront", "list_distributions").get("DistributionList") or {}
    return [d["Id"] for d in found.get("Items") or []]


@reader("CloudFront::OriginAccessControl")
def access_control(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.call("cloudfront", "get_origin_access_control", Id=identifier)["OriginAccessControl"])


@lister("CloudFront::OriginAccessControl", everywhere=True)
def access_controls(cloud: Cloud) -> Iterable[str]:
    found = cloud.call("cloudfront", "list_origin_access_controls").get("OriginAccessControlList") or {}
    return [c["Id"] for c in found.get("Items") or []]


@reader("CloudFront::ResponseHeadersPolicy")
def headers_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.call("cloudfront", "get_response_headers_policy", Id=identifier)["ResponseHeadersPolicy"])


@reader("CloudFront::CachePolicy")
def cache_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.call("cloudfront", "get_cache_policy", Id=identifier)["CachePolicy"])


@reader("CloudFront::OriginRequestPolicy")
def request_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.call("cloudfront", "get_origin_request_policy", Id=identifier)["OriginRequestPolicy"])


def dotless(name: Any, declared: Any) -> Any:
    """A domain's name with the final dot that Route 53 adds only if it was declared."""
    return name if str(declared).endswith(".") or not isinstance(name, str) else name.removesuffix(".")


@reader("Route53::HostedZone")
def zone(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    answer = cloud.call("route53", "get_hosted_zone", Id=identifier)
    found = answer["HostedZone"]
    config = found.get("Config") or {}
    networks = [{"VPCId": v["VPCId"], "VPCRegion": v["VPCRegion"]} for v in answer.get("VPCs") or []]
    tags = cloud.call("route53", "list_tags_for_resource", ResourceType="hostedzone", ResourceId=identifier)["ResourceTagSet"].get("Tags")
    properties = {"Name": dotless(found["Name"], declared.get("Name")), "HostedZoneConfig": {"Comment": config.get("Comment")}, "VPCs": networks or None}
    return Found(properties, tag_map(tags))


@lister("Route53::HostedZone", everywhere=True)
def zones(cloud: Cloud) -> Iterable[str]:
    return [z["Id"].rpartition("/")[2] for z in cloud.each("route53", "list_hosted_zones", "HostedZones")]


@reader("Route53::RecordSet")
def record_set(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    """The identifier is `zone_name_type_set`, and only the zone surely holds no underscore: the declaration says the rest."""
    parts = identifier.split("_")
    zone_id = str(declared.get("HostedZoneId") or parts[0])
    name = str(declared.get("Name") or "_".join(parts[1:-2])).removesuffix(".").lower()
    kind = declared.get("Type") or parts[-2]
    wanted = declared.get("SetIdentifier") or (parts[-1] if len(parts) > 3 and parts[-1] else None)
    for found in cloud.each("route53", "list_resource_record_sets", "ResourceRecordSets", HostedZoneId=zone_id):
        shown = found["Name"].replace("\\052", "*").removesuffix(".").lower()
        if shown == name and found["Type"] == kind and found.get("SetIdentifier") == wanted:
            alias = dict(found.get("AliasTarget") or {})
            target = (declared.get("AliasTarget") or {}).get("DNSName")
            if alias and isinstance(target, str):
                alias["DNSName"] = dotless(alias["DNSName"], target)
            return Found({
                **found, "HostedZoneId": zone_id, "Name": declared.get("Name", shown), "AliasTarget": alias or None,
                "ResourceRecords": [r["Value"] for r in found.get("ResourceRecords") or []] or None,
            })
    raise Missing(identifier)


@lister("Route53::RecordSet", everywhere=True)
def record_sets(cloud: Cloud) -> Iterable[str]:
    for zone_id in zones(cloud):
        for found in cloud.each("route53", "list_resource_record_sets", "ResourceRecordSets", HostedZoneId=zone_id):
            if found["Type"] not in ("NS", "SOA"):
                yield f"{zone_id}_{found['Name'].removesuffix('.')}_{found['Type']}_{found.get('SetIdentifier') or ''}"


@reader("Route53::HealthCheck")
def health_check(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("route53", "get_health_check", HealthCheckId=identifier)["HealthCheck"]
    tags = cloud.call("route53", "list_tags_for_resource", ResourceType="healthcheck", ResourceId=identifier)["ResourceTagSet"].get("Tags")
    return Found(found, tag_map(tags))


@lister("Route53::HealthCheck", everywhere=True)
def health_checks(cloud: Cloud) -> Iterable[str]:
    return [h["Id"] for h in cloud.each("route53", "list_health_checks", "HealthChecks")]


def waf_part(kind: str, operation: str, listing: str, key: str) -> None:
    """Registers a kind of object of WAF that name, id and scope find."""

    @reader(f"WAFv2::{kind}")
    def read(cloud: Cloud, identifier: str, declared: Declared) -> Found:
        name, part, scope = identifier.split("|")
        found = cloud.call("wafv2", operation, Name=name, Id=part, Scope=scope)[kind]
        tags = cloud.call("wafv2", "list_tags_for_resource", ResourceARN=found["ARN"])["TagInfoForResource"].get("TagList")
        return Found({**found, "Scope": scope}, tag_map(tags))

    @lister(f"WAFv2::{kind}")
    def every(cloud: Cloud) -> Iterable[str]:
        for scope in ("REGIONAL", "CLOUDFRONT") if cloud.region == "us-east-1" else ("REGIONAL",):
            for element in cloud.call("wafv2", listing, Scope=scope).get(key) or []:
                yield f"{element['Name']}|{element['Id']}|{scope}"


waf_part("WebACL", "get_web_acl", "list_web_acls", "WebACLs")
waf_part("IPSet", "get_ip_set", "list_ip_sets", "IPSets")


@reader("WAFv2::WebACLAssociation")
def web_acl_association(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    resource, _, acl = identifier.partition("|")
    found = cloud.call("wafv2", "get_web_acl_for_resource", ResourceArn=resource).get("WebACL")
    if not found or found["ARN"] != acl:
        raise Missing(identifier)
    return Found({"ResourceArn": resource, "WebACLArn": found["ARN"]})


@lister("WAFv2::WebACLAssociation")
def web_acl_associations(cloud: Cloud) -> Iterable[str]:
    for acl in cloud.call("wafv2", "list_web_acls", Scope="REGIONAL").get("WebACLs") or []:
        for kind in ("APPLICATION_LOAD_BALANCER", "COGNITO_USER_POOL"):
            found = cloud.optional("wafv2", "list_resources_for_web_acl", WebACLArn=acl["ARN"], ResourceType=kind)
            yield from (f"{resource}|{acl['ARN']}" for resource in found.get("ResourceArns") or [])


@reader("WAFv2::LoggingConfiguration")
def waf_logging(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.call("wafv2", "get_logging_configuration", ResourceArn=identifier)["LoggingConfiguration"])


@lister("WAFv2::LoggingConfiguration")
def waf_loggings(cloud: Cloud) -> Iterable[str]:
    for scope in ("REGIONAL", "CLOUDFRONT") if cloud.region == "us-east-1" else ("REGIONAL",):
        for element in cloud.call("wafv2", "list_logging_configurations", Scope=scope).get("LoggingConfigurations") or []:
            yield element["ResourceArn"]
