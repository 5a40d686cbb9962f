"""Buckets and images."""

from __future__ import annotations

from typing import Any, Iterable

from cloud import Cloud, Missing
from readers.registry import Declared, Found, lister, reader, tag_map


def lifecycle_rule(rule: dict[str, Any]) -> dict[str, Any]:
    """A lifecycle rule in the schema's form: days stand on the rule, transitions name their days otherwise."""
    expiration = rule.get("Expiration") or {}
    renamed = {"Days": "TransitionInDays", "Date": "TransitionDate"}
    later = {"NoncurrentDays": "TransitionInDays"}
    condition = rule.get("Filter") or {}
    both = condition.get("And") or {}
    tags = both.get("Tags") or ([condition["Tag"]] if "Tag" in condition else None)
    return {
        **rule,
        "Id": rule.get("ID"),
        "Prefix": condition.get("Prefix", both.get("Prefix", rule.get("Prefix"))),
        "TagFilters": tags,
        "ObjectSizeGreaterThan": condition.get("ObjectSizeGreaterThan", both.get("ObjectSizeGreaterThan")),
        "ObjectSizeLessThan": condition.get("ObjectSizeLessThan", both.get("ObjectSizeLessThan")),
        "ExpirationInDays": expiration.get("Days"),
        "ExpirationDate": expiration.get("Date"),
        "ExpiredObjectDeleteMarker": expiration.get("ExpiredObjectDeleteMarker"),
        "Transitions": [{renamed.get(k, k): v for k, v in t.items()} for t in rule.get("Transitions") or []] or None,
        "NoncurrentVersionTransitions": [{later.get(k, k): v for k, v in t.items()} for t in rule.get("NoncurrentVersionTransitions") or []] or None,
        "NoncurrentVersionExpirationInDays": (rule.get("NoncurrentVersionExpiration") or {}).get("NoncurrentDays"),
    }


def notifications(found: dict[str, Any]) -> dict[str, Any]:
    """Notifications in the schema's form: one entry per event."""

    def entries(key: str, target: str, name: str) -> list[dict[str, Any]] | None:
        result = []
        for element in found.get(key) or []:
            rules = ((element.get("Filter") or {}).get("Key") or {}).get("FilterRules")
            for event in element.get("Events") or []:
                result.append({"Event": event, name: element[target], "Filter": {"S3Key": {"Rules": rules}} if rules else None})
        return result or None

    return {
        "TopicConfigurations": entries("TopicConfigurations", "TopicArn", "Topic"),
        "QueueConfigurations": entries("QueueConfigurations", "QueueArn", "Queue"),
        "LambdaConfigurations": entries("LambdaFunctionConfigurations", "LambdaFunctionArn", "Function"),
        "EventBridgeConfiguration": {"EventBridgeEnabled": True} if "EventBridgeConfiguration" in found else None,
    }


@reader("S3::Bucket")
def bucket(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    cloud.call("s3", "head_bucket", Bucket=identifier)

    def part(operation: str) -> dict[str, Any]:
        return cloud.optional("s3", operation, Bucket=identifier)

    lock = part("get_object_lock_configuration").get("ObjectLockConfiguration")
    lifecycle = part("get_bucket_lifecycle_configuration")
    logging = part("get_bucket_logging").get("LoggingEnabled") or {}
    encryption = (part("get_bucket_encryption").get("ServerSideEncryptionConfiguration") or {}).get("Rules")
    cors = part("get_bucket_cors").get("CORSRules")
    website = part("get_bucket_website")
    properties = {
        "BucketName": identifier,
        "VersioningConfiguration": part("get_bucket_versioning"),
        "BucketEncryption": {
            "ServerSideEncryptionConfiguration": [
                {**rule, "ServerSideEncryptionByDefault": rule.get("ApplyServerSideEncryptionByDefault")} for rule in encryption
            ]
        } if encryption else None,
        "PublicAccessBlockConfiguration": part("get_public_access_block").get("PublicAccessBlockConfiguration"),
        "OwnershipControls": part("get_bucket_ownership_controls").get("OwnershipControls"),
        "LifecycleConfiguration": {**lifecycle, "Rules": [lifecycle_rule(rule) for rule in lifecycle.get("Rules") or []]} if lifecycle else None,
        "ObjectLockEnabled": bool(lock) and lock.get("ObjectLockEnabled") == "Enabled",
        "ObjectLockConfiguration": lock,
        "LoggingConfiguration": {"DestinationBucketName": logging.get("TargetBucket"), "LogFilePrefix": logging.get("TargetPrefix")} if logging else None,
        "ReplicationConfiguration": replication(part("get_bucket_replication").get("ReplicationConfiguration")),
        "CorsConfiguration": {"CorsRules": [{**r, "MaxAge": r.get("MaxAgeSeconds"), "Id": r.get("ID"), "ExposedHeaders": r.get("ExposeHeaders")} for r in cors]}
        if cors else None,
        "AccelerateConfiguration": {"AccelerationStatus": part("get_bucket_accelerate_configuration").get("Status")},
        "NotificationConfiguration": notifications(part("get_bucket_notification_configuration")),
        "WebsiteConfiguration": {
            "IndexDocument": (website.get("IndexDocument") or {}).get("Suffix"), "ErrorDocument": (website.get("ErrorDocument") or {}).get("Key"),
            "RedirectAllRequestsTo": website.get("RedirectAllRequestsTo"),
        } if website else None,
    }
    return Found(properties, tag_map(part("get_bucket_tagging").get("TagSet")))


def replication(found: dict[str, Any] | None) -> dict[str, Any] | None:
    if not found:
        return None
    return {**found, "Rules": [{**rule, "Id": rule.get("ID")} for rule in found.get("Rules") or []]}


@lister("S3::Bucket", everywhere=True)
def buckets(cloud: Cloud) -> Iterable[str]:
    return [b["Name"] for b in cloud.each("s3", "list_buckets", "Buckets")]


@reader("S3::BucketPolicy")
def bucket_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("s3", "get_bucket_policy", Bucket=identifier)
    return Found({"Bucket": identifier, "PolicyDocument": found.get("Policy")})


@lister("S3::BucketPolicy", everywhere=True)
def bucket_policies(cloud: Cloud) -> Iterable[str]:
    return [name for name in buckets(cloud) if cloud.optional("s3", "get_bucket_policy", Bucket=name).get("Policy")]


@reader("ECR::Repository")
def repository(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("ecr", "describe_repositories", "repositories", repositoryNames=[identifier])
    lifecycle = cloud.optional("ecr", "get_lifecycle_policy", repositoryName=identifier).get("lifecyclePolicyText")
    properties = {
        **found, "LifecyclePolicy": {"LifecyclePolicyText": lifecycle} if lifecycle else None,
        "RepositoryPolicyText": cloud.optional("ecr", "get_repository_policy", repositoryName=identifier).get("policyText"),
        "ImageTagMutabilityExclusionFilters": [
            {"ImageTagMutabilityExclusionFilterType": f.get("filterType"), "ImageTagMutabilityExclusionFilterValue": f.get("filter")}
            for f in found.get("imageTagMutabilityExclusionFilters") or []
        ] or None,
    }
    return Found(properties, tag_map(cloud.call("ecr", "list_tags_for_resource", resourceArn=found["repositoryArn"]).get("tags")))


@lister("ECR::Repository")
def repositories(cloud: Cloud) -> Iterable[str]:
    return [r["repositoryName"] for r in cloud.each("ecr", "describe_repositories", "repositories")]


@reader("ECR::RegistryScanningConfiguration")
def registry_scanning(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("ecr", "get_registry_scanning_configuration")
    return Found(found.get("scanningConfiguration") or {})


@reader("ECR::ReplicationConfiguration")
def registry_replication(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("ecr", "describe_registry").get("replicationConfiguration") or {}
    if not found.get("rules"):
        raise Missing(identifier)
    return Found({"ReplicationConfiguration": found})
