"""Builds and pipelines."""

from __future__ import annotations

from typing import Any, Iterable

from cloud import Cloud
from readers.registry import Declared, Found, lister, reader, tag_map


def stage(found: dict[str, Any]) -> dict[str, Any]:
    """A stage in the schema's form: artifacts are objects there as here, but the action's kind has another name."""
    actions = [{**action, "ActionTypeId": action.get("actionTypeId")} for action in found.get("actions") or []]
    return {**found, "Actions": actions}


@reader("CodePipeline::Pipeline")
def pipeline(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    answer = cloud.call("codepipeline", "get_pipeline", name=identifier)
    found = answer["pipeline"]
    tags = cloud.optional("codepipeline", "list_tags_for_resource", resourceArn=(answer.get("metadata") or {}).get("pipelineArn", ""))
    return Found({**found, "Stages": [stage(s) for s in found.get("stages") or []]}, tag_map(tags["tags"]) if "tags" in tags else None)


@lister("CodePipeline::Pipeline")
def pipelines(cloud: Cloud) -> Iterable[str]:
    return [p["name"] for p in cloud.each("codepipeline", "list_pipelines", "pipelines")]


@reader("CodeBuild::Project")
def project(cloud: Cloud, identifier: str, declared: Declared) -> Found:
    found = cloud.first("codebuild", "batch_get_projects", "projects", names=[identifier])
    source = {**(found.get("source") or {}), "BuildSpec": (found.get("source") or {}).get("buildspec")}
    properties = {**found, "Source": source, "ServiceRole": found.get("serviceRole"), "ConcurrentBuildLimit": found.get("concurrentBuildLimit")}
    return Found(properties, tag_map(found.get("tags")))


@lister("CodeBuild::Project")
def projects(cloud: Cloud) -> Iterable[str]:
    return list(cloud.each("codebuild", "list_projects", "projects"))
