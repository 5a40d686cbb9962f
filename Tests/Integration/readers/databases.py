"""Tables, relational databases and caches."""

from __future__ import annotations

from typing import Any, Iterable

from cloud import Cloud
from readers.registry import Declared, Found, lister, reader, tag_map


@reader("DynamoDB::Table", "DynamoDB::GlobalTable")
def table(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("dynamodb", "describe_table", TableName=identifier)["Table"]
    expiry = cloud.optional("dynamodb", "describe_time_to_live", TableName=identifier).get("TimeToLiveDescription") or {}
    backups = cloud.optional("dynamodb", "describe_continuous_backups", TableName=identifier).get("ContinuousBackupsDescription") or {}
    recovery = backups.get("PointInTimeRecoveryDescription") or {}
    encryption = found.get("SSEDescription") or {}
    status = recovery.get("PointInTimeRecoveryStatus")
    properties = {
        **found,
        "BillingMode": (found.get("BillingModeSummary") or {}).get("BillingMode", "PROVISIONED"),
        "TimeToLiveSpecification": {"AttributeName": expiry.get("AttributeName"), "Enabled": expiry.get("TimeToLiveStatus") in ("ENABLED", "ENABLING")},
        "PointInTimeRecoverySpecification": {
            "PointInTimeRecoveryEnabled": None if status is None else status == "ENABLED", "RecoveryPeriodInDays": recovery.get("RecoveryPeriodInDays"),
        },
        "SSESpecification": {
            "SSEEnabled": encryption.get("Status") in ("ENABLED", "ENABLING", "UPDATING"), "SSEType": encryption.get("SSEType"),
            "KMSMasterKeyId": encryption.get("KMSMasterKeyArn"),
        },
        "TableClass": (found.get("TableClassSummary") or {}).get("TableClass"),
    }
    tags = cloud.call("dynamodb", "list_tags_of_resource", ResourceArn=found["TableArn"]).get("Tags")
    return Found(properties, tag_map(tags))


@lister("DynamoDB::Table")
def tables(cloud: Cloud) -> Iterable[str]:
    return list(cloud.each("dynamodb", "list_tables", "TableNames"))


def rds_tags(cloud: Cloud, service: str, arn: str | None) -> dict[str, str] | None:
    answer = cloud.optional(service, "list_tags_for_resource", ResourceName=arn) if arn else {}
    return tag_map(answer["TagList"]) if "TagList" in answer else None


@reader("RDS::DBInstance")
def database(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("rds", "describe_db_instances", "DBInstances", DBInstanceIdentifier=identifier)
    endpoint = found.get("Endpoint") or {}
    properties = {
        **found,
        "DBSubnetGroupName": (found.get("DBSubnetGroup") or {}).get("DBSubnetGroupName"),
        "DBParameterGroupName": next((g["DBParameterGroupName"] for g in found.get("DBParameterGroups") or []), None),
        "OptionGroupName": next((g["OptionGroupName"] for g in found.get("OptionGroupMemberships") or []), None),
        "VPCSecurityGroups": [g["VpcSecurityGroupId"] for g in found.get("VpcSecurityGroups") or []],
        "Port": endpoint.get("Port", found.get("DbInstancePort")),
        "EnableCloudwatchLogsExports": found.get("EnabledCloudwatchLogsExports"),
        "EnableIAMDatabaseAuthentication": found.get("IAMDatabaseAuthenticationEnabled"),
        "EnablePerformanceInsights": found.get("PerformanceInsightsEnabled"),
        "SourceDBInstanceIdentifier": found.get("ReadReplicaSourceDBInstanceIdentifier"),
        "ManageMasterUserPassword": True if found.get("MasterUserSecret") else None,
    }
    return Found(properties, rds_tags(cloud, "rds", found.get("DBInstanceArn")))


@lister("RDS::DBInstance")
def databases(cloud: Cloud) -> Iterable[str]:
    return [d["DBInstanceIdentifier"] for d in cloud.each("rds", "describe_db_instances", "DBInstances")]


@reader("RDS::DBSubnetGroup")
def subnet_group(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("rds", "describe_db_subnet_groups", "DBSubnetGroups", DBSubnetGroupName=identifier)
    properties = {**found, "SubnetIds": [s["SubnetIdentifier"] for s in found.get("Subnets") or []]}
    return Found(properties, rds_tags(cloud, "rds", found.get("DBSubnetGroupArn")))


@lister("RDS::DBSubnetGroup")
def subnet_groups(cloud: Cloud) -> Iterable[str]:
    return [g["DBSubnetGroupName"] for g in cloud.each("rds", "describe_db_subnet_groups", "DBSubnetGroups")]


@reader("RDS::DBParameterGroup")
def parameter_group(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("rds", "describe_db_parameter_groups", "DBParameterGroups", DBParameterGroupName=identifier)
    parameters: list[dict[str, Any]] = list(cloud.each("rds", "describe_db_parameters", "Parameters", DBParameterGroupName=identifier))
    properties = {
        **found, "Family": found.get("DBParameterGroupFamily"),
        "Parameters": {p["ParameterName"]: p.get("ParameterValue") for p in parameters},
    }
    return Found(properties, rds_tags(cloud, "rds", found.get("DBParameterGroupArn")))


@lister("RDS::DBParameterGroup")
def parameter_groups(cloud: Cloud) -> Iterable[str]:
    groups = cloud.each("rds", "describe_db_parameter_groups", "DBParameterGroups")
    return [g["DBParameterGroupName"] for g in groups if not g["DBParameterGroupName"].startswith("default.")]


@reader("RDS::EventSubscription")
def event_subscription(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("rds", "describe_event_subscriptions", "EventSubscriptionsList", SubscriptionName=identifier)
    properties = {
        **found, "SubscriptionName": found.get("CustSubscriptionId"), "EventCategories": found.get("EventCategoriesList"),
        "SourceIds": found.get("SourceIdsList"),
    }
    return Found(properties, rds_tags(cloud, "rds", found.get("EventSubscriptionArn")))


@lister("RDS::EventSubscription")
def event_subscriptions(cloud: Cloud) -> Iterable[str]:
    return [s["CustSubscriptionId"] for s in cloud.each("rds", "describe_event_subscriptions", "EventSubscriptionsList")]


@reader("ElastiCache::ReplicationGroup")
def replication_group(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("elasticache", "describe_replication_groups", "ReplicationGroups", ReplicationGroupId=identifier)
    nodes = found.get("NodeGroups") or []
    switch = {"enabled": True, "disabled": False}
    properties = {
        **found,
        "ReplicationGroupDescription": found.get("Description"),
        "AutomaticFailoverEnabled": switch.get(str(found.get("AutomaticFailover"))),
        "MultiAZEnabled": switch.get(str(found.get("MultiAZ"))),
        "NumNodeGroups": len(nodes) or None,
        "NumCacheClusters": len(found.get("MemberClusters") or []) or None,
        "ReplicasPerNodeGroup": (len(nodes[0].get("NodeGroupMembers") or []) - 1) if nodes and nodes[0].get("NodeGroupMembers") else None,
        "Port": (found.get("ConfigurationEndpoint") or (nodes[0].get("PrimaryEndpoint") if nodes else {}) or {}).get("Port"),
    }
    return Found(properties, rds_tags(cloud, "elasticache", found.get("ARN")))


@lister("ElastiCache::ReplicationGroup")
def replication_groups(cloud: Cloud) -> Iterable[str]:
    # moto keeps groups that are being deleted for ever.
    groups = cloud.each("elasticache", "describe_replication_groups", "ReplicationGroups")
    return [group["ReplicationGroupId"] for group in groups if group.get("Status") != "deleting"]


@reader("ElastiCache::SubnetGroup")
def cache_subnet_group(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("elasticache", "describe_cache_subnet_groups", "CacheSubnetGroups", CacheSubnetGroupName=identifier)
    properties = {
        **found, "Description": found.get("CacheSubnetGroupDescription"), "SubnetIds": [s["SubnetIdentifier"] for s in found.get("Subnets") or []],
    }
    return Found(properties, rds_tags(cloud, "elasticache", found.get("ARN")))


@lister("ElastiCache::SubnetGroup")
def cache_subnet_groups(cloud: Cloud) -> Iterable[str]:
    groups = cloud.each("elasticache", "describe_cache_subnet_groups", "CacheSubnetGroups")
    return [g["CacheSubnetGroupName"] for g in groups if g["CacheSubnetGroupName"] != "default"]
