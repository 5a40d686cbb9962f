"""Logs, metrics, trails and costs."""

from __future__ import annotations

from typing import Any, Iterable

from cloud import Cloud, Missing
from readers.registry import Declared, Found, lister, reader, tag_map


def log_tags(cloud: Cloud, arn: str | None) -> dict[str, str] | None:
    if not arn:
        return None
    answer = cloud.optional("logs", "list_tags_for_resource", resourceArn=arn.removesuffix(":*"))
    return tag_map(answer["tags"]) if "tags" in answer else None


@reader("Logs::LogGroup")
def log_group(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.find("logs", "describe_log_groups", "logGroups", lambda g: g["logGroupName"] == identifier, logGroupNamePrefix=identifier)
    return Found(found, log_tags(cloud, found.get("arn")))


@lister("Logs::LogGroup")
def log_groups(cloud: Cloud) -> Iterable[str]:
    return [g["logGroupName"] for g in cloud.each("logs", "describe_log_groups", "logGroups")]


@reader("Logs::MetricFilter")
def metric_filter(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    group, _, name = identifier.partition("|")
    found = [
        f for f in cloud.each("logs", "describe_metric_filters", "metricFilters", logGroupName=group, filterNamePrefix=name)
        if f["filterName"] == name and f.get("logGroupName", group) == group
    ]
    if not found:
        raise Missing(identifier)
    return Found(found[-1])  # moto appends what a change replaces


@lister("Logs::MetricFilter")
def metric_filters(cloud: Cloud) -> Iterable[str]:
    found = cloud.each("logs", "describe_metric_filters", "metricFilters")
    return sorted({f"{f['logGroupName']}|{f['filterName']}" for f in found})


@reader("Logs::SubscriptionFilter")
def subscription_filter(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    name, _, group = identifier.partition("|")
    return Found(cloud.find("logs", "describe_subscription_filters", "subscriptionFilters", lambda f: f["filterName"] == name, logGroupName=group))


@lister("Logs::SubscriptionFilter")
def subscription_filters(cloud: Cloud) -> Iterable[str]:
    for group in log_groups(cloud):
        for element in cloud.each("logs", "describe_subscription_filters", "subscriptionFilters", logGroupName=group):
            yield f"{element['filterName']}|{group}"


@reader("Logs::ResourcePolicy")
def log_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.find("logs", "describe_resource_policies", "resourcePolicies", lambda p: p["policyName"] == identifier))


@lister("Logs::ResourcePolicy")
def log_policies(cloud: Cloud) -> Iterable[str]:
    return [p["policyName"] for p in cloud.each("logs", "describe_resource_policies", "resourcePolicies")]


@reader("Logs::DeliverySource")
def delivery_source(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("logs", "get_delivery_source", name=identifier)["deliverySource"]
    resources = found.get("resourceArns") or []
    return Found({**found, "ResourceArn": resources[0] if resources else None}, log_tags(cloud, found.get("arn")))


@lister("Logs::DeliverySource")
def delivery_sources(cloud: Cloud) -> Iterable[str]:
    return [s["name"] for s in cloud.each("logs", "describe_delivery_sources", "deliverySources")]


@reader("Logs::DeliveryDestination")
def delivery_destination(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("logs", "get_delivery_destination", name=identifier)["deliveryDestination"]
    target = (found.get("deliveryDestinationConfiguration") or {}).get("destinationResourceArn")
    policy = cloud.optional("logs", "get_delivery_destination_policy", deliveryDestinationName=identifier).get("policy") or {}
    properties = {**found, "DestinationResourceArn": target, "DeliveryDestinationPolicy": policy.get("deliveryDestinationPolicy")}
    return Found(properties, log_tags(cloud, found.get("arn")))


@lister("Logs::DeliveryDestination")
def delivery_destinations(cloud: Cloud) -> Iterable[str]:
    return [d["name"] for d in cloud.each("logs", "describe_delivery_destinations", "deliveryDestinations")]


@reader("Logs::Delivery")
def delivery(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("logs", "get_delivery", id=identifier)["delivery"]
    target = found.get("s3DeliveryConfiguration") or {}
    properties = {**found, "S3SuffixPath": target.get("suffixPath"), "S3EnableHiveCompatiblePath": target.get("enableHiveCompatiblePath")}
    return Found(properties, log_tags(cloud, found.get("arn")))


@lister("Logs::Delivery")
def deliveries(cloud: Cloud) -> Iterable[str]:
    return [d["id"] for d in cloud.each("logs", "describe_deliveries", "deliveries")]


def alarm_reader(kind: str, key: str) -> Any:
    def read(cloud: Cloud, identifier: str, declared: Declared) -> Found:
        found = cloud.first("cloudwatch", "describe_alarms", key, AlarmNames=[identifier], AlarmTypes=[kind])
        tags = tag_map(cloud.call("cloudwatch", "list_tags_for_resource", ResourceARN=found["AlarmArn"]).get("Tags"))
        return Found(found, tags)

    return read


def alarm_lister(kind: str, key: str) -> Any:
    return lambda cloud: [a["AlarmName"] for a in cloud.each("cloudwatch", "describe_alarms", key, AlarmTypes=[kind])]


reader("CloudWatch::Alarm")(alarm_reader("MetricAlarm", "MetricAlarms"))
reader("CloudWatch::CompositeAlarm")(alarm_reader("CompositeAlarm", "CompositeAlarms"))
lister("CloudWatch::Alarm")(alarm_lister("MetricAlarm", "MetricAlarms"))
lister("CloudWatch::CompositeAlarm")(alarm_lister("CompositeAlarm", "CompositeAlarms"))


@reader("CloudWatch::Dashboard")
def dashboard(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.call("cloudwatch", "get_dashboard", DashboardName=identifier))


@lister("CloudWatch::Dashboard")
def dashboards(cloud: Cloud) -> Iterable[str]:
    return [d["DashboardName"] for d in cloud.each("cloudwatch", "list_dashboards", "DashboardEntries")]


@reader("CloudTrail::Trail")
def trail(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("cloudtrail", "get_trail", Name=identifier)["Trail"]
    selectors = cloud.optional("cloudtrail", "get_event_selectors", TrailName=identifier)
    insights = cloud.optional("cloudtrail", "get_insight_selectors", TrailName=identifier)
    status = cloud.call("cloudtrail", "get_trail_status", Name=identifier)
    tags = cloud.first("cloudtrail", "list_tags", "ResourceTagList", ResourceIdList=[found["TrailARN"]])
    properties = {
        **found, "TrailName": found["Name"], "KMSKeyId": found.get("KmsKeyId"), "EnableLogFileValidation": found.get("LogFileValidationEnabled"),
        "IsLogging": status.get("IsLogging"), "EventSelectors": selectors.get("EventSelectors") or None,
        "AdvancedEventSelectors": selectors.get("AdvancedEventSelectors") or None, "InsightSelectors": insights.get("InsightSelectors"),
    }
    return Found(properties, tag_map(tags.get("TagsList")))


@lister("CloudTrail::Trail")
def trails(cloud: Cloud) -> Iterable[str]:
    found = cloud.call("cloudtrail", "describe_trails", includeShadowTrails=False).get("trailList") or []
    return [t["Name"] for t in found]


@reader("Budgets::Budget")
def budget(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    name = (declared.get("Budget") or {}).get("BudgetName", identifier.rpartition("|")[2])
    found = cloud.call("budgets", "describe_budget", AccountId=cloud.account, BudgetName=name)["Budget"]
    notifications = []
    for notification in cloud.each("budgets", "describe_notifications_for_budget", "Notifications", AccountId=cloud.account, BudgetName=name):
        subscribers = cloud.optional(
            "budgets", "describe_subscribers_for_notification", AccountId=cloud.account, BudgetName=name, Notification=notification
        )
        notifications.append({"Notification": notification, "Subscribers": subscribers.get("Subscribers")})
    return Found({"Budget": found, "NotificationsWithSubscribers": notifications})


@lister("Budgets::Budget", everywhere=True)
def budgets(cloud: Cloud) -> Iterable[str]:
    return [b["BudgetName"] for b in cloud.each("budgets", "describe_budgets", "Budgets", AccountId=cloud.account)]


@reader("CE::CostCategory")
def cost_category(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("ce", "describe_cost_category_definition", CostCategoryArn=identifier)["CostCategory"]
    tags = cloud.optional("ce", "list_tags_for_resource", ResourceArn=identifier)
    return Found(found, tag_map(tags["ResourceTags"]) if "ResourceTags" in tags else None)


@lister("CE::CostCategory", everywhere=True)
def cost_categories(cloud: Cloud) -> Iterable[str]:
    found = cloud.optional("ce", "list_cost_category_definitions")
    return [c["CostCategoryArn"] for c in found.get("CostCategoryReferences") or []]
