"""Detection and backup: GuardDuty, Security Hub, Macie, Inspector, Shield, Backup."""

from __future__ import annotations

from typing import Any, Iterable

from botocore.exceptions import ClientError

from cloud import Cloud, Missing
from readers.registry import Declared, Found, lister, reader, tag_map, without


@reader("GuardDuty::Detector")
def detector(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("guardduty", "get_detector", DetectorId=identifier)
    return Found({**found, "Enable": found.get("Status") == "ENABLED"}, tag_map(found["Tags"]) if found.get("Tags") is not None else None)


@lister("GuardDuty::Detector")
def detectors(cloud: Cloud) -> Iterable[str]:
    return list(cloud.each("guardduty", "list_detectors", "DetectorIds"))


@reader("SecurityHub::Hub")
def hub(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("securityhub", "describe_hub")
    tags = cloud.optional("securityhub", "list_tags_for_resource", ResourceArn=found["HubArn"])
    return Found(found, tag_map(tags["Tags"]) if "Tags" in tags else None)


@lister("SecurityHub::Hub")
def hubs(cloud: Cloud) -> Iterable[str]:
    try:
        return [cloud.call("securityhub", "describe_hub")["HubArn"]]
    except ClientError as error:
        if error.response["Error"]["Code"] == "InvalidAccessException":  # the account has not enabled it
            return []
        raise


@reader("SecurityHub::DelegatedAdmin")
def hub_administrator(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    account = declared.get("AdminAccountId", identifier.split("/")[0])
    found = cloud.find("securityhub", "list_organization_admin_accounts", "AdminAccounts", lambda a: a.get("AccountId") == account)
    return Found({"AdminAccountId": found["AccountId"]})


@reader("SecurityHub::OrganizationConfiguration")
def hub_organization(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("securityhub", "describe_organization_configuration")
    return Found({**found, "ConfigurationType": (found.get("OrganizationConfiguration") or {}).get("ConfigurationType")})


@reader("Macie::Session")
def macie(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.call("macie2", "get_macie_session"))


@reader("InspectorV2::Filter")
def inspector_filter(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.find("inspector2", "list_filters", "filters", lambda f: f["arn"] == identifier)
    return Found({**found, "FilterAction": found.get("action"), "FilterCriteria": found.get("criteria")}, tag_map(found.get("tags")))


@lister("InspectorV2::Filter")
def inspector_filters(cloud: Cloud) -> Iterable[str]:
    return [f["arn"] for f in cloud.each("inspector2", "list_filters", "filters")]


@reader("Shield::Protection")
def protection(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.find("shield", "list_protections", "Protections", lambda p: p.get("ProtectionArn") == identifier)
    tags = cloud.optional("shield", "list_tags_for_resource", ResourceARN=identifier)
    return Found(found, tag_map(tags["Tags"]) if "Tags" in tags else None)


@lister("Shield::Protection", everywhere=True)
def protections(cloud: Cloud) -> Iterable[str]:
    return [p["ProtectionArn"] for p in cloud.each("shield", "list_protections", "Protections")]


def backup_tags(cloud: Cloud, arn: str | None) -> dict[str, str] | None:
    answer = cloud.optional("backup", "list_tags", ResourceArn=arn) if arn else {}
    return tag_map(answer["Tags"]) if "Tags" in answer else None


@reader("Backup::BackupVault")
def vault(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.find("backup", "list_backup_vaults", "BackupVaultList", lambda v: v["BackupVaultName"] == identifier)
    found = {**found, **cloud.optional("backup", "describe_backup_vault", BackupVaultName=identifier)}
    policy = cloud.optional("backup", "get_backup_vault_access_policy", BackupVaultName=identifier).get("Policy")
    lock = {name: found.get(name) for name in ("MinRetentionDays", "MaxRetentionDays") if found.get(name) is not None}
    return Found({**found, "AccessPolicy": policy, "LockConfiguration": lock or None}, backup_tags(cloud, found.get("BackupVaultArn")))


@lister("Backup::BackupVault")
def vaults(cloud: Cloud) -> Iterable[str]:
    return [v["BackupVaultName"] for v in cloud.each("backup", "list_backup_vaults", "BackupVaultList")]


def plan_rule(rule: dict[str, Any]) -> dict[str, Any]:
    return {
        **rule, "TargetBackupVault": rule.get("TargetBackupVaultName"), "StartWindowMinutes": rule.get("StartWindowMinutes"),
        "CompletionWindowMinutes": rule.get("CompletionWindowMinutes"),
    }


@reader("Backup::BackupPlan")
def plan(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("backup", "get_backup_plan", BackupPlanId=identifier)
    if found.get("DeletionDate"):
        raise Missing(identifier)
    body = found["BackupPlan"]
    properties = {"BackupPlan": {**without(body, "Rules"), "BackupPlanRule": [plan_rule(rule) for rule in body.get("Rules") or []]}}
    return Found(properties, backup_tags(cloud, found.get("BackupPlanArn")))


@lister("Backup::BackupPlan")
def plans(cloud: Cloud) -> Iterable[str]:
    return [p["BackupPlanId"] for p in cloud.each("backup", "list_backup_plans", "BackupPlansList") if not p.get("DeletionDate")]


@reader("Backup::BackupSelection")
def selection(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    owner, _, part = identifier.partition("|") if "|" in identifier else identifier.partition("_")
    found = cloud.call("backup", "get_backup_selection", BackupPlanId=owner, SelectionId=part)
    return Found({"BackupPlanId": found["BackupPlanId"], "BackupSelection": found["BackupSelection"]})


@reader("Backup::ReportPlan")
def report_plan(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    name = declared.get("ReportPlanName") or identifier.rpartition(":")[2].rsplit("-", 5)[0]
    found = cloud.call("backup", "describe_report_plan", ReportPlanName=name)["ReportPlan"]
    if found.get("ReportPlanArn") != identifier:
        raise Missing(f"{name} is {found.get('ReportPlanArn')}")
    return Found(found, backup_tags(cloud, identifier))


@lister("Backup::ReportPlan")
def report_plans(cloud: Cloud) -> Iterable[str]:
    return [p["ReportPlanArn"] for p in cloud.each("backup", "list_report_plans", "ReportPlans")]


@reader("Backup::RestoreTestingPlan")
def restore_plan(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("backup", "get_restore_testing_plan", RestoreTestingPlanName=identifier)["RestoreTestingPlan"]
    return Found(found, backup_tags(cloud, found.get("RestoreTestingPlanArn")))


@reader("Backup::RestoreTestingSelection")
def restore_selection(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    owner, _, name = identifier.partition("|")
    return Found(
        cloud.call("backup", "get_restore_testing_selection", RestoreTestingPlanName=owner, RestoreTestingSelectionName=name)["RestoreTestingSelection"]
    )
