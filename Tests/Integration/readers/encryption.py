"""Keys, secrets and certificates."""

from __future__ import annotations

from typing import Any, Iterable

from cloud import Cloud, Missing
from readers.registry import Declared, Found, lister, reader, tag_map


@reader("KMS::Key", "KMS::ReplicaKey")
def key(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("kms", "describe_key", KeyId=identifier)["KeyMetadata"]
    if found.get("KeyState") in ("PendingDeletion", "PendingReplicaDeletion"):
        raise Missing(f"{identifier} is {found['KeyState']}")
    rotation = cloud.optional("kms", "get_key_rotation_status", KeyId=identifier)
    multi_region = found.get("MultiRegionConfiguration") or {}
    properties = {
        **found,
        "KeyPolicy": cloud.optional("kms", "get_key_policy", KeyId=identifier, PolicyName="default").get("Policy"),
        "EnableKeyRotation": rotation.get("KeyRotationEnabled"),
        "RotationPeriodInDays": rotation.get("RotationPeriodInDays"),
        "PrimaryKeyArn": (multi_region.get("PrimaryKey") or {}).get("Arn"),
    }
    return Found(properties, tag_map(cloud.call("kms", "list_resource_tags", KeyId=identifier).get("Tags")))


def keys(cloud: Cloud, replicas: bool) -> Iterable[str]:
    for element in cloud.each("kms", "list_keys", "Keys"):
        found = cloud.call("kms", "describe_key", KeyId=element["KeyId"])["KeyMetadata"]
        pending = found.get("KeyState") in ("PendingDeletion", "PendingReplicaDeletion")
        primary = ((found.get("MultiRegionConfiguration") or {}).get("PrimaryKey") or {}).get("Arn", found["Arn"])
        if not pending and found.get("KeyManager") != "AWS" and replicas == (primary != found["Arn"]):
            yield element["KeyId"]


lister("KMS::Key")(lambda cloud: keys(cloud, replicas=False))
lister("KMS::ReplicaKey")(lambda cloud: keys(cloud, replicas=True))


@reader("KMS::Alias")
def alias(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.find("kms", "list_aliases", "Aliases", lambda a: a["AliasName"] == identifier and bool(a.get("TargetKeyId"))))


@lister("KMS::Alias")
def aliases(cloud: Cloud) -> Iterable[str]:
    return [a["AliasName"] for a in cloud.each("kms", "list_aliases", "Aliases") if not a["AliasName"].startswith("alias/aws/")]


@reader("SecretsManager::Secret")
def secret(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("secretsmanager", "describe_secret", SecretId=identifier)
    if found.get("DeletedDate"):
        raise Missing(f"{identifier} is scheduled for deletion")
    value = cloud.optional("secretsmanager", "get_secret_value", SecretId=identifier)
    replicas = [{"Region": r["Region"], "KmsKeyId": r.get("KmsKeyId")} for r in found.get("ReplicationStatus") or []]
    properties = {**found, "SecretString": value.get("SecretString"), "ReplicaRegions": replicas or None}
    return Found(properties, tag_map(found.get("Tags")))


@lister("SecretsManager::Secret")
def secrets(cloud: Cloud) -> Iterable[str]:
    # A replica is no secret of its own: it comes and goes with the one in its primary region, and bears its tags.
    listed = cloud.each("secretsmanager", "list_secrets", "SecretList")
    return [e["ARN"] for e in listed if not e.get("DeletedDate") and e.get("PrimaryRegion") in (None, e["ARN"].split(":")[3])]


@reader("SecretsManager::ResourcePolicy")
def secret_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("secretsmanager", "get_resource_policy", SecretId=declared.get("SecretId", identifier))
    if not found.get("ResourcePolicy"):
        raise Missing(identifier)
    return Found({"SecretId": found["ARN"], "ResourcePolicy": found["ResourcePolicy"]})


@reader("SecretsManager::RotationSchedule")
def rotation(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("secretsmanager", "describe_secret", SecretId=declared.get("SecretId", identifier))
    if not found.get("RotationEnabled"):
        raise Missing(identifier)
    return Found({"SecretId": found["ARN"], "RotationLambdaARN": found.get("RotationLambdaARN"), "RotationRules": found.get("RotationRules")})


@reader("SecretsManager::SecretTargetAttachment")
def target_attachment(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    """The attachment is what the secret's text says about the database."""
    import json

    value = cloud.call("secretsmanager", "get_secret_value", SecretId=declared.get("SecretId", identifier))
    held = json.loads(value.get("SecretString") or "{}")
    target = held.get("dbInstanceIdentifier") or held.get("dbClusterIdentifier")
    if not held.get("host"):
        raise Missing(f"{identifier} names no host")
    return Found({"SecretId": value["ARN"], "TargetId": target})


def validation(cloud: Cloud, option: dict[str, Any], declared: Declared) -> dict[str, Any]:
    """An option with the declared zone, if the record that proves the domain stands there."""
    record = option.get("ResourceRecord") or {}
    for wanted in declared.get("DomainValidationOptions") or []:
        zone = wanted.get("HostedZoneId")
        if wanted.get("DomainName") == option.get("DomainName") and isinstance(zone, str):
            answer = cloud.optional("route53", "list_resource_record_sets", HostedZoneId=zone)
            if any(r["Name"].rstrip(".") == record.get("Name", "").rstrip(".") for r in answer.get("ResourceRecordSets") or []):
                return {**option, "HostedZoneId": zone}
    return option


@reader("CertificateManager::Certificate")
def certificate(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("acm", "describe_certificate", CertificateArn=identifier)["Certificate"]
    names = [name for name in found.get("SubjectAlternativeNames") or [] if name != found.get("DomainName")]
    options = [validation(cloud, option, declared) for option in found.get("DomainValidationOptions") or []]
    properties = {
        **found,
        "DomainValidationOptions": options,
        "SubjectAlternativeNames": found.get("SubjectAlternativeNames") if found.get("DomainName") in declared.get("SubjectAlternativeNames", []) else names,
        "ValidationMethod": options[0].get("ValidationMethod") if options else None,
        "CertificateTransparencyLoggingPreference": (found.get("Options") or {}).get("CertificateTransparencyLoggingPreference"),
    }
    return Found(properties, tag_map(cloud.call("acm", "list_tags_for_certificate", CertificateArn=identifier).get("Tags")))


@lister("CertificateManager::Certificate")
def certificates(cloud: Cloud) -> Iterable[str]:
    return [element["CertificateArn"] for element in cloud.each("acm", "list_certificates", "CertificateSummaryList")]
