"""Topics, queues, events and schedules."""

from __future__ import annotations

import json
from typing import Any, Iterable

from cloud import Cloud, Missing
from readers.registry import Declared, Found, lister, reader, tag_map


@reader("SNS::Topic")
def topic(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("sns", "get_topic_attributes", TopicArn=identifier)["Attributes"]
    subscriptions = cloud.each("sns", "list_subscriptions_by_topic", "Subscriptions", TopicArn=identifier)
    wanted = [s.get("Endpoint") for s in declared.get("Subscription") or []]
    properties = {
        **found, "TopicName": identifier.rpartition(":")[2],
        "Subscription": [{"Endpoint": s["Endpoint"], "Protocol": s["Protocol"]} for s in subscriptions if s["Endpoint"] in wanted],
    }
    return Found(properties, tag_map(cloud.call("sns", "list_tags_for_resource", ResourceArn=identifier).get("Tags")))


@lister("SNS::Topic")
def topics(cloud: Cloud) -> Iterable[str]:
    return [t["TopicArn"] for t in cloud.each("sns", "list_topics", "Topics")]


@reader("SNS::TopicPolicy")
def topic_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    """The policy has no name of its own: it stands at each declared topic, so the first that differs is shown."""
    topics_named = [t for t in declared.get("Topics") or [] if isinstance(t, str)] or [identifier]
    policies = [cloud.call("sns", "get_topic_attributes", TopicArn=t)["Attributes"].get("Policy") for t in topics_named]
    wanted = declared.get("PolicyDocument")
    differing = next((p for p in policies if not p or json.loads(p) != wanted), policies[0])
    return Found({"Topics": topics_named, "PolicyDocument": differing})


@reader("SNS::Subscription")
def subscription(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.call("sns", "get_subscription_attributes", SubscriptionArn=identifier)["Attributes"])


@lister("SNS::Subscription")
def subscriptions_of_all(cloud: Cloud) -> Iterable[str]:
    return [s["SubscriptionArn"] for s in cloud.each("sns", "list_subscriptions", "Subscriptions")]


def queue_attributes(cloud: Cloud, url: str) -> dict[str, Any]:
    return cloud.call("sqs", "get_queue_attributes", QueueUrl=url, AttributeNames=["All"]).get("Attributes") or {}


@reader("SQS::Queue")
def queue(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = queue_attributes(cloud, identifier)
    tags = cloud.call("sqs", "list_queue_tags", QueueUrl=identifier).get("Tags")
    return Found({**found, "QueueName": identifier.rpartition("/")[2]}, tag_map(tags))


@lister("SQS::Queue")
def queues(cloud: Cloud) -> Iterable[str]:
    return list(cloud.each("sqs", "list_queues", "QueueUrls"))


@reader("SQS::QueuePolicy")
def queue_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    named = [q for q in declared.get("Queues") or [] if isinstance(q, str)] or [identifier]
    policies = [queue_attributes(cloud, url).get("Policy") for url in named]
    wanted = declared.get("PolicyDocument")
    differing = next((p for p in policies if not p or json.loads(p) != wanted), policies[0])
    return Found({"Queues": named, "PolicyDocument": differing})


def rule_name(identifier: str) -> tuple[str, str]:
    """The bus and the name in a rule's ARN."""
    parts = identifier.partition(":rule/")[2].split("/")
    return ("default", parts[0]) if len(parts) == 1 else ("/".join(parts[:-1]), parts[-1])


@reader("Events::Rule")
def rule(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    bus, name = rule_name(identifier)
    found = cloud.call("events", "describe_rule", Name=name, EventBusName=bus)
    targets = list(cloud.each("events", "list_targets_by_rule", "Targets", Rule=name, EventBusName=bus))
    tags = cloud.call("events", "list_tags_for_resource", ResourceARN=identifier).get("Tags")
    return Found({**found, "Targets": targets}, tag_map(tags))


@lister("Events::Rule")
def rules(cloud: Cloud) -> Iterable[str]:
    for bus in cloud.each("events", "list_event_buses", "EventBuses"):
        for element in cloud.each("events", "list_rules", "Rules", EventBusName=bus["Name"]):
            yield element["Arn"]


@reader("Events::EventBus")
def event_bus(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("events", "describe_event_bus", Name=identifier)
    tags = cloud.optional("events", "list_tags_for_resource", ResourceARN=found["Arn"])
    return Found(found, tag_map(tags["Tags"]) if "Tags" in tags else None)


@lister("Events::EventBus")
def event_buses(cloud: Cloud) -> Iterable[str]:
    return [b["Name"] for b in cloud.each("events", "list_event_buses", "EventBuses") if b["Name"] != "default"]


@reader("Events::EventBusPolicy")
def event_bus_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    bus, _, sid = identifier.partition("|")
    policy = json.loads(cloud.call("events", "describe_event_bus", Name=bus).get("Policy") or "{}")
    for statement in policy.get("Statement") or []:
        if statement.get("Sid") == sid:
            principal = statement.get("Principal")
            account = str(principal.get("AWS", "")) if isinstance(principal, dict) else str(principal)
            shown = account.split(":")[4] if account.startswith("arn:") else account
            if "Statement" not in declared:
                return Found({"EventBusName": bus, "StatementId": sid, "Action": statement.get("Action"), "Principal": shown})
            return Found({
                "EventBusName": bus, "StatementId": sid,
                "Statement": {name: value for name, value in statement.items() if name != "Sid" or "Sid" in (declared.get("Statement") or {})},
            })
    raise Missing(identifier)


@reader("Scheduler::Schedule")
def schedule(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.call("scheduler", "get_schedule", Name=identifier, GroupName=declared.get("GroupName", "default")))


@lister("Scheduler::Schedule")
def schedules(cloud: Cloud) -> Iterable[str]:
    return [s["Name"] for s in cloud.each("scheduler", "list_schedules", "Schedules")]


@reader("KinesisFirehose::DeliveryStream")
def delivery_stream(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("firehose", "describe_delivery_stream", DeliveryStreamName=identifier)["DeliveryStreamDescription"]
    shown: dict[str, Any] = dict(found)
    for destination in found.get("Destinations") or []:
        for name, value in destination.items():
            if name.endswith("Description"):
                shown[name.removesuffix("Description") + "Configuration"] = value
    tags = cloud.optional("firehose", "list_tags_for_delivery_stream", DeliveryStreamName=identifier)
    return Found(shown, tag_map(tags["Tags"]) if "Tags" in tags else None)


@lister("KinesisFirehose::DeliveryStream")
def delivery_streams(cloud: Cloud) -> Iterable[str]:
    return list(cloud.each("firehose", "list_delivery_streams", "DeliveryStreamNames"))
