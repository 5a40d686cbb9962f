#!/usr/bin/env python3
"""Has cfn-lint judge generated documents, so that a test can compare its verdicts with ours.

Writes Tests/ResourceCatalogTests/Fixtures/{documents,patterns}.json. The same releases give the same files.
"""

import importlib
import importlib.util
import json
import os
import random
import sys

import regex

HERE = os.path.dirname(os.path.abspath(__file__))
FIXTURES = os.path.join(HERE, "..", "Tests", "ResourceCatalogTests", "Fixtures")
TYPE_COUNT = 150
LARGEST = 300_000
# Types that every stack has; the rest is drawn at random.
CORE = """KMS::Key KMS::Alias EC2::VPC EC2::Subnet EC2::SecurityGroup EC2::Instance EC2::RouteTable EC2::Route EC2::NatGateway EC2::EIP
EC2::VPCEndpoint EC2::LaunchTemplate EC2::FlowLog S3::Bucket S3::BucketPolicy IAM::Role IAM::Policy IAM::ManagedPolicy DynamoDB::Table
DynamoDB::GlobalTable ECS::Cluster ECS::Service ECS::TaskDefinition ElasticLoadBalancingV2::LoadBalancer
ElasticLoadBalancingV2::TargetGroup ElasticLoadBalancingV2::Listener ElasticLoadBalancingV2::ListenerRule Logs::LogGroup
Cognito::UserPool Cognito::UserPoolClient CloudFront::Distribution WAFv2::WebACL GuardDuty::Detector CloudTrail::Trail CloudWatch::Alarm
Config::ConfigRule Backup::BackupPlan Backup::BackupVault SecretsManager::Secret SNS::Topic SNS::Subscription SQS::Queue
Lambda::Function Lambda::Permission RDS::DBInstance RDS::DBCluster RDS::DBSubnetGroup ECR::Repository Events::Rule SSM::Parameter
AutoScaling::AutoScalingGroup ElastiCache::ReplicationGroup ApplicationAutoScaling::ScalingPolicy Route53::RecordSet
Route53::HostedZone CertificateManager::Certificate ApiGatewayV2::Api Scheduler::Schedule StepFunctions::StateMachine""".split()


class Judge:
    """cfn-lint's verdict on one document: the numbers of the errors."""

    def __init__(self):
        from cfnlint.config import _DEFAULT_RULESDIR, ManualArgs
        from cfnlint.rules import Rules

        self.rules = Rules.create_from_directory(_DEFAULT_RULESDIR)
        self.arguments = ManualArgs

    def errors(self, type_name, documents):
        """The errors of each document; they go through as resources of one template, because a run costs more than a document."""
        from cfnlint.api import lint

        resources = {f"R{index}": {"Type": type_name, "Properties": document} for index, document in enumerate(documents)}
        template = {"AWSTemplateFormatVersion": "2010-09-09", "Resources": resources}
        found = [set() for _ in documents]
        for match in lint(json.dumps(template), config=self.arguments(regions=["us-east-1"])):
            # Equal identifiers and overlapping subnets in one template say nothing about either document.
            if match.rule.id.startswith("E") and match.rule.id not in ("E3019", "E3060") and len(match.path) > 1:
                found[int(str(match.path[1])[1:])].add(match.rule.id)
        return [sorted(errors) for errors in found]


def documents():
    import cfnlint

    from catalog_generator.samples import Sampler

    provider = importlib.import_module("cfnlint.data.schemas.providers.us_east_1")
    root = os.path.join(os.path.dirname(cfnlint.__file__), "data", "schemas", "resources")
    names = ["AWS::" + name for name in CORE]
    others = sorted(name for name in provider.types if name.startswith("AWS::") and name not in names)
    names += random.Random(1).sample(others, TYPE_COUNT - len(names))
    judge = Judge()
    rows, size = [], 0
    for number, name in enumerate(names):
        with open(os.path.join(root, provider.types[name] + ".json"), encoding="utf-8") as file:
            schema = json.load(file)
        samplers = [Sampler(schema, f"{name} {attempt}") for attempt in range(6)]
        candidates = [sampler.valid(share) for sampler, share in zip(samplers, [0.5, 0.3, 0.15, 0.05, 0, 0])]
        short = [(sampler, candidate) for sampler, candidate in zip(samplers, candidates) if len(json.dumps(candidate)) < 650]
        if not short:
            continue
        verdicts = judge.errors(name, [candidate for _, candidate in short])
        best = min(range(len(short)), key=lambda index: (len(verdicts[index]), index))
        sampler, candidate = short[best]
        errors = verdicts[best]
        spoiled = [sampler.spoiled(candidate) for _ in range(6)]
        spoiled = [(document, act) for document, act in spoiled if len(json.dumps(document)) < 1_000]
        found = [(candidate, errors, "whole")]
        found += [(document, verdict, act) for (document, act), verdict in zip(spoiled, judge.errors(name, [d for d, _ in spoiled]))]
        for document, errors, act in found:
            row = {"type": name, "document": document, "errors": errors, "act": act}
            text = json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
            if size + len(text.encode()) + 2 > LARGEST:
                continue
            size += len(text.encode()) + 2
            rows.append(text)
        print(f"{number + 1}/{len(names)} {name}: {len(errors)}", file=sys.stderr)
    return "[\n" + ",\n".join(rows) + "\n]\n"


def patterns():
    import cfnlint

    from catalog_generator.samples import from_pattern

    provider = importlib.import_module("cfnlint.data.schemas.providers.us_east_1")
    root = os.path.join(os.path.dirname(cfnlint.__file__), "data", "schemas", "resources")
    found = set()

    def walk(value):
        if isinstance(value, dict):
            for key, item in value.items():
                if key == "pattern" and isinstance(item, str):
                    found.add(item)
                if key == "patternProperties" and isinstance(item, dict):
                    found.update(item)
                walk(item)
        elif isinstance(value, list):
            for item in value:
                walk(item)

    for name in sorted(provider.types):
        if name != "Module":
            with open(os.path.join(root, provider.types[name] + ".json"), encoding="utf-8") as file:
                walk(json.load(file))
    rows = []
    for pattern in sorted(found)[::5]:
        source = random.Random(pattern)
        strings = set()
        for _ in range(3):
            text = from_pattern(pattern, source)
            if text is not None and len(text) < 90:
                strings.add(text)
                if text:
                    cut = source.randrange(len(text))
                    strings.add(text[:cut] + text[cut + 1:])
                    strings.add(text[:cut] + source.choice("!- aZ9:/é") + text[cut:])
        strings.add("")
        strings = {text for text in strings if not any(0xD800 <= ord(letter) < 0xE000 for letter in text)}
        verdicts = {text: 1 if regex.search(pattern, text) else 0 for text in sorted(strings)}
        rows.append(json.dumps([pattern, verdicts], ensure_ascii=False, separators=(",", ":")))
    return "[\n" + ",\n".join(rows) + "\n]\n"


def main():
    os.makedirs(FIXTURES, exist_ok=True)
    for name, make in (("patterns", patterns), ("documents", documents)):
        if len(sys.argv) > 1 and name not in sys.argv[1:]:
            continue
        text = make()
        with open(os.path.join(FIXTURES, name + ".json"), "w", encoding="utf-8") as file:
            file.write(text)
        print(f"{name}: {len(text.encode())} bytes")


if __name__ == "__main__":
    main()
