"""Containers, functions, load balancers and scaling."""

from __future__ import annotations

import json
from typing import Any, Iterable

from cloud import Cloud, Missing
from readers.registry import Declared, Found, lister, reader, tag_map, without


@reader("ECS::Cluster")
def cluster(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("ecs", "describe_clusters", "clusters", clusters=[identifier], include=["CONFIGURATIONS", "SETTINGS", "TAGS"])
    if found.get("status") != "ACTIVE":
        raise Missing(f"{identifier} is {found.get('status')}")
    return Found({**found, "ClusterSettings": found.get("settings")}, tag_map(found.get("tags")))


@lister("ECS::Cluster")
def clusters(cloud: Cloud) -> Iterable[str]:
    """ECS shows deleted clusters and services for a while, as INACTIVE."""
    for arn in cloud.each("ecs", "list_clusters", "clusterArns"):
        if cloud.first("ecs", "describe_clusters", "clusters", clusters=[arn])["status"] != "INACTIVE":
            yield arn.rpartition("/")[2]


@reader("ECS::ClusterCapacityProviderAssociations")
def capacity_providers(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("ecs", "describe_clusters", "clusters", clusters=[identifier])
    return Found({**found, "Cluster": found["clusterArn"]})


@reader("ECS::TaskDefinition")
def task_definition(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    answer = cloud.call("ecs", "describe_task_definition", taskDefinition=identifier, include=["TAGS"])
    found = answer["taskDefinition"]
    if found.get("status") != "ACTIVE":
        raise Missing(f"{identifier} is {found.get('status')}")
    return Found(found, tag_map(answer.get("tags")))


@lister("ECS::TaskDefinition")
def task_definitions(cloud: Cloud) -> Iterable[str]:
    return list(cloud.each("ecs", "list_task_definitions", "taskDefinitionArns", status="ACTIVE"))


@reader("ECS::Service")
def service(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    arn, _, owner = identifier.partition("|")
    found = cloud.first("ecs", "describe_services", "services", cluster=owner or arn.split("/")[-2], services=[arn], include=["TAGS"])
    if found.get("status") != "ACTIVE":
        raise Missing(f"{identifier} is {found.get('status')}")
    return Found({**found, "Cluster": found.get("clusterArn"), "Role": found.get("roleArn")}, tag_map(found.get("tags")))


@lister("ECS::Service")
def services(cloud: Cloud) -> Iterable[str]:
    for owner in cloud.each("ecs", "list_clusters", "clusterArns"):
        for arn in cloud.each("ecs", "list_services", "serviceArns", cluster=owner):
            if cloud.first("ecs", "describe_services", "services", cluster=owner, services=[arn])["status"] != "INACTIVE":
                yield f"{arn}|{owner}"


def function_name(identifier: str) -> str:
    return identifier.split(":function:")[-1].split(":")[0]


@reader("Lambda::Function")
def function(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    answer = cloud.call("lambda", "get_function", FunctionName=identifier)
    found = answer["Configuration"]
    concurrency = (answer.get("Concurrency") or {}).get("ReservedConcurrentExecutions")
    properties = {
        **found, "Layers": [layer["Arn"] for layer in found.get("Layers") or []] or None, "ReservedConcurrentExecutions": concurrency,
        "VpcConfig": without(found.get("VpcConfig") or {}, "VpcId") or None,
    }
    return Found(properties, tag_map(answer.get("Tags")))


@lister("Lambda::Function")
def functions(cloud: Cloud) -> Iterable[str]:
    return [f["FunctionName"] for f in cloud.each("lambda", "list_functions", "Functions")]


@reader("Lambda::Permission")
def permission(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    owner, _, sid = identifier.partition("|")
    policy = json.loads(cloud.call("lambda", "get_policy", FunctionName=owner)["Policy"])
    for statement in policy.get("Statement") or []:
        if statement.get("Sid") == sid:
            principal = statement.get("Principal")
            shown = next(iter(principal.values())) if isinstance(principal, dict) and principal else principal
            conditions = {name: value for block in (statement.get("Condition") or {}).values() for name, value in block.items()}
            named = declared.get("FunctionName", "")
            resource = str(statement.get("Resource", ""))
            return Found({
                "Action": statement.get("Action"), "Principal": shown, "FunctionName": resource if str(named).startswith("arn:") else function_name(resource),
                "SourceArn": conditions.get("AWS:SourceArn", conditions.get("aws:SourceArn")),
                "SourceAccount": conditions.get("AWS:SourceAccount", conditions.get("aws:SourceAccount")),
                "PrincipalOrgID": conditions.get("aws:PrincipalOrgID"), "FunctionUrlAuthType": conditions.get("lambda:FunctionUrlAuthType"),
            })
    raise Missing(identifier)


@reader("Lambda::Version")
def version(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.call("lambda", "get_function_configuration", FunctionName=identifier)
    named = str(declared.get("FunctionName", ""))
    return Found({**found, "FunctionName": named if named.startswith("arn:") and found["FunctionArn"].startswith(named) else found["FunctionName"]})


@reader("Lambda::Alias")
def alias(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    name = identifier.rpartition(":")[2]
    found = cloud.call("lambda", "get_alias", FunctionName=function_name(identifier), Name=name)
    named = str(declared.get("FunctionName", ""))
    arn = found["AliasArn"].rpartition(":")[0]
    return Found({**found, "FunctionName": arn if named.startswith("arn:") else function_name(arn)})


@reader("Lambda::EventInvokeConfig")
def invoke_config(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    owner, _, qualifier = identifier.partition("|")
    found = cloud.call("lambda", "get_function_event_invoke_config", FunctionName=owner, Qualifier=qualifier)
    return Found({**found, "FunctionName": declared.get("FunctionName", owner), "Qualifier": qualifier})


def elb_tags(cloud: Cloud, arn: str) -> dict[str, str]:
    return tag_map(cloud.first("elbv2", "describe_tags", "TagDescriptions", ResourceArns=[arn]).get("Tags"))


@reader("ElasticLoadBalancingV2::LoadBalancer")
def load_balancer(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("elbv2", "describe_load_balancers", "LoadBalancers", LoadBalancerArns=[identifier])
    attributes = cloud.call("elbv2", "describe_load_balancer_attributes", LoadBalancerArn=identifier).get("Attributes")
    properties = {
        **found, "Name": found["LoadBalancerName"], "LoadBalancerAttributes": attributes,
        "Subnets": [zone["SubnetId"] for zone in found.get("AvailabilityZones") or []],
    }
    return Found(properties, elb_tags(cloud, identifier))


@lister("ElasticLoadBalancingV2::LoadBalancer")
def load_balancers(cloud: Cloud) -> Iterable[str]:
    return [b["LoadBalancerArn"] for b in cloud.each("elbv2", "describe_load_balancers", "LoadBalancers")]


@reader("ElasticLoadBalancingV2::TargetGroup")
def target_group(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("elbv2", "describe_target_groups", "TargetGroups", TargetGroupArns=[identifier])
    attributes = cloud.call("elbv2", "describe_target_group_attributes", TargetGroupArn=identifier).get("Attributes")
    targets = [health["Target"] for health in cloud.each("elbv2", "describe_target_health", "TargetHealthDescriptions", TargetGroupArn=identifier)]
    properties = {**found, "Name": found["TargetGroupName"], "TargetGroupAttributes": attributes, "Targets": targets}
    return Found(properties, elb_tags(cloud, identifier))


@lister("ElasticLoadBalancingV2::TargetGroup")
def target_groups(cloud: Cloud) -> Iterable[str]:
    return [g["TargetGroupArn"] for g in cloud.each("elbv2", "describe_target_groups", "TargetGroups")]


def actions(found: list[dict[str, Any]] | None) -> list[dict[str, Any]]:
    """Actions under the schema's longer name for a fixed answer."""
    return [{**action, "FixedResponseConfig": action.get("FixedResponseConfig")} for action in found or []]


@reader("ElasticLoadBalancingV2::Listener")
def listener(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("elbv2", "describe_listeners", "Listeners", ListenerArns=[identifier])
    return Found({**found, "DefaultActions": actions(found.get("DefaultActions"))})


@lister("ElasticLoadBalancingV2::Listener")
def listeners(cloud: Cloud) -> Iterable[str]:
    return [l["ListenerArn"] for b in load_balancers(cloud) for l in cloud.each("elbv2", "describe_listeners", "Listeners", LoadBalancerArn=b)]


@reader("ElasticLoadBalancingV2::ListenerRule")
def listener_rule(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("elbv2", "describe_rules", "Rules", RuleArns=[identifier])
    parts = identifier.replace(":listener-rule/", ":listener/").rpartition("/")
    return Found({**found, "ListenerArn": parts[0], "Actions": actions(found.get("Actions"))})


@lister("ElasticLoadBalancingV2::ListenerRule")
def listener_rules(cloud: Cloud) -> Iterable[str]:
    for arn in listeners(cloud):
        for rule in cloud.each("elbv2", "describe_rules", "Rules", ListenerArn=arn):
            if not rule.get("IsDefault"):
                yield rule["RuleArn"]


@reader("ApplicationAutoScaling::ScalableTarget")
def scalable_target(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    resource, dimension, namespace = identifier.rsplit("|", 2)
    return Found(
        cloud.first("application-autoscaling", "describe_scalable_targets", "ScalableTargets", ServiceNamespace=namespace, ResourceIds=[resource],
                    ScalableDimension=dimension)
    )


# Those of the service's namespaces that the emulator accepts too.
NAMESPACES = ("ecs", "dynamodb", "rds", "lambda", "ec2", "appstream", "sagemaker", "custom-resource", "comprehend", "cassandra", "kafka")


@lister("ApplicationAutoScaling::ScalableTarget")
def scalable_targets(cloud: Cloud) -> Iterable[str]:
    for namespace in NAMESPACES:
        for t in cloud.each("application-autoscaling", "describe_scalable_targets", "ScalableTargets", ServiceNamespace=namespace):
            yield f"{t['ResourceId']}|{t['ScalableDimension']}|{namespace}"


@reader("ApplicationAutoScaling::ScalingPolicy")
def application_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    arn, _, dimension = identifier.rpartition("|")
    # By its name among those of the target: moto gives a policy another ARN with each change.
    place = arn.partition(":resource/")[2]
    target = str(declared.get("ScalingTargetId", ""))
    for namespace in NAMESPACES:
        for found in cloud.each("application-autoscaling", "describe_scaling_policies", "ScalingPolicies", ServiceNamespace=namespace):
            if found["PolicyARN"].partition(":resource/")[2] == place and found["ScalableDimension"] == dimension:
                owner = f"{found['ResourceId']}|{found['ScalableDimension']}|{found['ServiceNamespace']}"
                return Found({**found, "ScalingTargetId": owner if "|" in target else None})
    raise Missing(identifier)


@lister("ApplicationAutoScaling::ScalingPolicy")
def application_policies(cloud: Cloud) -> Iterable[str]:
    for namespace in NAMESPACES:
        for p in cloud.each("application-autoscaling", "describe_scaling_policies", "ScalingPolicies", ServiceNamespace=namespace):
            yield f"{p['PolicyARN']}|{p['ScalableDimension']}"


@reader("AutoScaling::AutoScalingGroup")
def group(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("autoscaling", "describe_auto_scaling_groups", "AutoScalingGroups", AutoScalingGroupNames=[identifier])
    zones = found.get("VPCZoneIdentifier")
    properties = {**found, "VPCZoneIdentifier": zones.split(",") if zones else None, "Cooldown": found.get("DefaultCooldown")}
    return Found(properties, tag_map(found.get("Tags")))


@lister("AutoScaling::AutoScalingGroup")
def groups(cloud: Cloud) -> Iterable[str]:
    return [g["AutoScalingGroupName"] for g in cloud.each("autoscaling", "describe_auto_scaling_groups", "AutoScalingGroups")]


@reader("AutoScaling::ScalingPolicy")
def scaling_policy(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    return Found(cloud.find("autoscaling", "describe_policies", "ScalingPolicies", lambda p: p["PolicyARN"] == identifier))


@reader("AutoScaling::LifecycleHook")
def lifecycle_hook(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    owner, _, name = identifier.partition("|")
    found = cloud.first("autoscaling", "describe_lifecycle_hooks", "LifecycleHooks", AutoScalingGroupName=owner, LifecycleHookNames=[name])
    return Found(found)
