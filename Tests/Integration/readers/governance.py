"""Rules and structure: Config, Systems Manager, Organizations, resource groups, stack sets."""

from __future__ import annotations

from typing import Any, Iterable

from cloud import Cloud, Missing
from readers.registry import Declared, Found, lister, reader, tag_map


def config_part(kind: str, operation: str, key: str, argument: str, name: str) -> None:
    """Registers a kind of object of Config that its name finds."""

    @reader(f"Config::{kind}")
    def read(cloud: Cloud, identifier: str, declared: Declared) -> Found:
        found = cloud.first("config", operation, key, **{argument: [identifier]})
        return Found({**found, "S3KmsKeyArn": found.get("s3KmsKeyArn")}, config_tags(cloud, found, kind))

    @lister(f"Config::{kind}")
    def every(cloud: Cloud) -> Iterable[str]:
        return [element[name] for element in cloud.each("config", operation, key)]


def config_tags(cloud: Cloud, found: dict[str, Any], kind: str) -> dict[str, str] | None:
    arn = found.get(f"{kind}Arn") or found.get(f"{kind[0].lower()}{kind[1:]}Arn") or found.get("arn")
    answer = cloud.optional("config", "list_tags_for_resource", ResourceArn=arn) if arn else {}
    return tag_map(answer["Tags"]) if "Tags" in answer else None


config_part("ConfigRule", "describe_config_rules", "ConfigRules", "ConfigRuleNames", "ConfigRuleName")
config_part("ConfigurationRecorder", "describe_configuration_recorders", "ConfigurationRecorders", "ConfigurationRecorderNames", "name")
config_part("DeliveryChannel", "describe_delivery_channels", "DeliveryChannels", "DeliveryChannelNames", "name")
config_part("ConfigurationAggregator", "describe_configuration_aggregators", "ConfigurationAggregators", "ConfigurationAggregatorNames",
            "ConfigurationAggregatorName")
config_part("ConformancePack", "describe_conformance_packs", "ConformancePackDetails", "ConformancePackNames", "ConformancePackName")
config_part("OrganizationConformancePack", "describe_organization_conformance_packs", "OrganizationConformancePacks",
            "OrganizationConformancePackNames", "OrganizationConformancePackName")


@reader("Config::RemediationConfiguration")
def remediation(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    rule = declared.get("ConfigRuleName", identifier)
    return Found(cloud.first("config", "describe_remediation_configurations", "RemediationConfigurations", ConfigRuleNames=[rule]))


@reader("Config::AggregationAuthorization")
def authorization(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    account, _, region = identifier.partition("|")
    found = cloud.find(
        "config", "describe_aggregation_authorizations", "AggregationAuthorizations",
        lambda a: a["AuthorizedAccountId"] == account and a["AuthorizedAwsRegion"] == region,
    )
    return Found(found, config_tags(cloud, found, "AggregationAuthorization"))


@lister("Config::AggregationAuthorization")
def authorizations(cloud: Cloud) -> Iterable[str]:
    found = cloud.each("config", "describe_aggregation_authorizations", "AggregationAuthorizations")
    return [f"{a['AuthorizedAccountId']}|{a['AuthorizedAwsRegion']}" for a in found]


def ssm_tags(cloud: Cloud, kind: str, identifier: str) -> dict[str, str] | None:
    answer = cloud.optional("ssm", "list_tags_for_resource", ResourceType=kind, ResourceId=identifier)
    return tag_map(answer["TagList"]) if "TagList" in answer else None


@reader("SSM::Parameter")
def parameter(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    value = cloud.call("ssm", "get_parameter", Name=identifier, WithDecryption=True)["Parameter"]
    detail = cloud.optional("ssm", "describe_parameters", ParameterFilters=[{"Key": "Name", "Option": "Equals", "Values": [identifier]}])
    shown = next(iter(detail.get("Parameters") or []), {})
    return Found({**shown, **value, "Policies": None}, ssm_tags(cloud, "Parameter", identifier))


@lister("SSM::Parameter")
def parameters(cloud: Cloud) -> Iterable[str]:
    return [p["Name"] for p in cloud.each("ssm", "describe_parameters", "Parameters") if not p["Name"].startswith("/aws/")]


@reader("SSM::Document")
def document(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("ssm", "describe_document", Name=identifier)["Document"]
    body = cloud.call("ssm", "get_document", Name=identifier, DocumentFormat=found.get("DocumentFormat", "JSON"))
    return Found({**found, "Content": body.get("Content")}, tag_map(found["Tags"]) if found.get("Tags") else ssm_tags(cloud, "Document", identifier))


@lister("SSM::Document")
def documents(cloud: Cloud) -> Iterable[str]:
    filters = [{"Key": "Owner", "Values": ["Self"]}]
    return [d["Name"] for d in cloud.each("ssm", "list_documents", "DocumentIdentifiers", Filters=filters) if d.get("Owner") != "Amazon"]


@reader("SSM::MaintenanceWindow")
def window(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.call("ssm", "get_maintenance_window", WindowId=identifier), ssm_tags(cloud, "MaintenanceWindow", identifier))


@lister("SSM::MaintenanceWindow")
def windows(cloud: Cloud) -> Iterable[str]:
    return [w["WindowId"] for w in cloud.each("ssm", "describe_maintenance_windows", "WindowIdentities")]


@reader("SSM::MaintenanceWindowTarget")
def window_target(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    owner, _, part = identifier.partition("|")
    return Found(cloud.find("ssm", "describe_maintenance_window_targets", "Targets", lambda t: t["WindowTargetId"] == part, WindowId=owner))


@reader("SSM::MaintenanceWindowTask")
def window_task(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    owner, _, part = identifier.partition("|")
    found = cloud.find("ssm", "describe_maintenance_window_tasks", "Tasks", lambda t: t["WindowTaskId"] == part, WindowId=owner)
    detail = cloud.optional("ssm", "get_maintenance_window_task", WindowId=owner, WindowTaskId=part)
    return Found({**found, "TaskType": found.get("Type"), **detail})


@reader("SSM::PatchBaseline")
def baseline(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.find("ssm", "describe_patch_baselines", "BaselineIdentities", lambda b: b["BaselineId"] == identifier)
    detail = cloud.optional("ssm", "get_patch_baseline", BaselineId=identifier)
    properties = {**found, "Name": found.get("BaselineName"), "Description": found.get("BaselineDescription"), **detail}
    return Found(properties, ssm_tags(cloud, "PatchBaseline", identifier))


@lister("SSM::PatchBaseline")
def baselines(cloud: Cloud) -> Iterable[str]:
    found = cloud.each("ssm", "describe_patch_baselines", "BaselineIdentities", Filters=[{"Key": "OWNER", "Values": ["Self"]}])
    return [b["BaselineId"] for b in found if not b["BaselineName"].startswith("AWS-")]


@reader("ResourceGroups::Group")
def resource_group(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("resource-groups", "get_group", GroupName=identifier)["Group"]
    query = cloud.optional("resource-groups", "get_group_query", GroupName=identifier).get("GroupQuery") or {}
    tags = cloud.optional("resource-groups", "get_tags", Arn=found["GroupArn"])
    return Found({**found, **query}, tag_map(tags["Tags"]) if "Tags" in tags else None)


@lister("ResourceGroups::Group")
def resource_groups(cloud: Cloud) -> Iterable[str]:
    return [g["GroupName"] for g in cloud.each("resource-groups", "list_groups", "GroupIdentifiers")]


def organization_tags(cloud: Cloud, identifier: str) -> dict[str, str] | None:
    answer = cloud.optional("organizations", "list_tags_for_resource", ResourceId=identifier)
    return tag_map(answer["Tags"]) if "Tags" in answer else None


@reader("Organizations::Organization")
def organization(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("organizations", "describe_organization")["Organization"]
    if found["Id"] != identifier:
        raise Missing(identifier)
    return Found(found)


@lister("Organizations::Organization", everywhere=True)
def organizations(cloud: Cloud) -> Iterable[str]:
    found = cloud.optional("organizations", "describe_organization").get("Organization")
    return [found["Id"]] if found else []


def parent(cloud: Cloud, identifier: str) -> str | None:
    return next((p["Id"] for p in cloud.each("organizations", "list_parents", "Parents", ChildId=identifier)), None)


@reader("Organizations::OrganizationalUnit")
def unit(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("organizations", "describe_organizational_unit", OrganizationalUnitId=identifier)["OrganizationalUnit"]
    return Found({**found, "ParentId": parent(cloud, identifier)}, organization_tags(cloud, identifier))


@reader("Organizations::Account")
def account(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("organizations", "describe_account", AccountId=identifier)["Account"]
    properties = {**found, "AccountName": found.get("Name"), "ParentIds": [parent(cloud, identifier)]}
    return Found(properties, organization_tags(cloud, identifier))


@reader("Organizations::Policy")
def policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("organizations", "describe_policy", PolicyId=identifier)["Policy"]
    targets = [t["TargetId"] for t in cloud.each("organizations", "list_targets_for_policy", "Targets", PolicyId=identifier)]
    return Found({**found["PolicySummary"], "Content": found.get("Content"), "TargetIds": targets}, organization_tags(cloud, identifier))


def in_organization(cloud: Cloud, operation: str, key: str, **arguments: Any) -> list[dict[str, Any]]:
    """Elements of the organization, or none in an account without one."""
    try:
        return list(cloud.each("organizations", operation, key, **arguments))
    except Missing:
        return []


@lister("Organizations::Account", everywhere=True)
def accounts(cloud: Cloud) -> Iterable[str]:
    master = cloud.optional("organizations", "describe_organization").get("Organization", {}).get("MasterAccountId")
    return [a["Id"] for a in in_organization(cloud, "list_accounts", "Accounts") if a["Id"] != master]


@lister("Organizations::OrganizationalUnit", everywhere=True)
def units(cloud: Cloud) -> Iterable[str]:
    waiting = [root["Id"] for root in in_organization(cloud, "list_roots", "Roots")]
    while waiting:
        for element in in_organization(cloud, "list_organizational_units_for_parent", "OrganizationalUnits", ParentId=waiting.pop()):
            waiting.append(element["Id"])
            yield element["Id"]


@lister("Organizations::Policy", everywhere=True)
def policies(cloud: Cloud) -> Iterable[str]:
    found = in_organization(cloud, "list_policies", "Policies", Filter="SERVICE_CONTROL_POLICY")
    return [p["Id"] for p in found if not p.get("AwsManaged")]


@reader("CloudFormation::StackSet")
def stack_set(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    name = declared.get("StackSetName") or identifier.partition(":")[0]
    found = cloud.call("cloudformation", "describe_stack_set", StackSetName=name)["StackSet"]
    if found.get("Status") == "DELETED":
        raise Missing(identifier)
    return Found(found, tag_map(found.get("Tags")))


@lister("CloudFormation::StackSet")
def stack_sets(cloud: Cloud) -> Iterable[str]:
    found = cloud.each("cloudformation", "list_stack_sets", "Summaries", Status="ACTIVE")
    return [s["StackSetId"] for s in found if s.get("Status") != "DELETED"]  # moto shows all of them whatever is asked for
