"""Proves, with boto3 alone, that an emulator holds what a deployment's state file says it made.

    verify_deployment.py --endpoint http://127.0.0.1:5000 --state .strata/pilot/state.json [--before before.json]

Each object is found by its record's identifier and compared property by property with what was declared. Further, every taggable object
bears the tags `strata:instance` and `strata:address` of its record, no two objects bear the same `strata:instance`, and none bears one of
this deployment without a record. With `--before` (an inventory from before the deployment) every new object of the types in the state must
belong to a record, which also finds second copies of objects that have no tags.

Prints one line per mismatch and a summary; exits with 1 on any mismatch. What moto cannot show is in `moto_gaps.py`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import actions
import moto_gaps
from cloud import Cloud, Missing, Unimplemented
from folding import Leaf, Verdict, compare, pairs_as_map, text
from inventory import differences, take
from readers import GLOBAL_TYPES, LISTERS, READERS, Found
from state_file import Record, State, is_marker, load
from tagging import TAG_PROPERTIES, TAGGED_ON_CREATE

# Types whose listing also shows parts of other objects (a group's inline rules, a role's inline policies).
PARTS = {"AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress", "AWS::IAM::RolePolicy"}
# Types whose identifiers have several spellings: a second copy shows in their number.
COUNTED = {
    "AWS::Cognito::UserPoolUser", "AWS::Cognito::UserPoolUserToGroupAttachment", "AWS::Route53::RecordSet", "AWS::EC2::NetworkAclEntry",
    "AWS::ApplicationAutoScaling::ScalingPolicy",
}
# Objects that a service makes for itself and takes away again, and the records that prove a certificate's domain.
MADE_BY_SERVICES = {
    "AWS::CloudWatch::Alarm": re.compile("TargetTracking-"),
    "AWS::Route53::RecordSet": re.compile("[^_]+__.*_CNAME_$"),
    "AWS::SecretsManager::Secret": re.compile("arn:[^:]+:secretsmanager:[^:]+:[0-9]+:secret:rds!"),
}
# Bears an instance that a group made, with the group's own tags.
GROUP_TAG = "aws:autoscaling:groupName"


@dataclass
class Report:
    """What the judgement has found so far."""

    resources: int = 0
    compared: int = 0
    gaps: list[str] = field(default_factory=list)
    mismatches: list[str] = field(default_factory=list)

    def mismatch(self, record: Record, path: str, declared: Any, found: Any) -> None:
        self.mismatches.append(f"{record.address} {record.type} {path}: declared {short(declared)} found {short(found)}")

    def gap(self, record: Record, path: str, reason: str) -> None:
        self.gaps.append(f"{record.address} {record.type} {path}: {reason}")


def short(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, str):
        shown = value
    else:
        shown = json.dumps(value, default=text, sort_keys=True)
    shown = " ".join(shown.split())
    return shown if len(shown) <= 300 else shown[:297] + "..."


def spelled(name: str, identifier: str) -> str:
    """An identifier in one spelling: moto begins a queue's URL with the host that was asked, which may be a proxy."""
    return urlsplit(identifier).path if name == "AWS::SQS::Queue" else identifier


class Judge:
    """Compares one state with one emulator."""

    def __init__(self, endpoint: str, state: State, region: str, account: str) -> None:
        self.endpoint, self.state, self.region, self.account = endpoint, state, region, account
        self.clouds: dict[tuple[str, str], Cloud] = {}
        self.report = Report()
        # What objects that records mean bear, so that they are read once.
        self.tags: dict[tuple[str, str, str, str], dict[str, str] | None] = {}

    def cloud(self, region: str | None, account: str | None = None) -> Cloud:
        place = (account or self.account, region or self.region)
        if place not in self.clouds:
            self.clouds[place] = Cloud(self.endpoint, place[1], place[0])
            self.clouds[place].claimed = frozenset((record.type, record.identifier) for record in self.state.records if record.type in PARTS)
        return self.clouds[place]

    def judge(self) -> None:
        """Judges every current record, then what bears this deployment's tags."""
        current = [record for record in self.state.records if record.status == "current"]
        for record in current:
            self.report.resources += 1
            self.judge_record(record)
        self.judge_identifiers(current)
        self.judge_tags()

    def judge_action(self, record: Record) -> None:
        """What an action says that it brought about is what boto3 reads."""
        try:
            for path, wanted, found, holds in actions.judged(self.cloud(record.region, record.account), record.properties):
                self.report.compared += 1
                if not holds:
                    self.report.mismatch(record, path, wanted, found)
        except Exception as error:  # noqa: BLE001  (one unreadable effect must not hide the others)
            self.report.mismatch(record, "*", record.properties["Effect"], f"{type(error).__name__}: {error}")

    def judge_record(self, record: Record) -> None:
        if record.type == actions.TYPE:
            self.judge_action(record)
            return
        if record.type in moto_gaps.WITHOUT_API and record.type not in READERS:
            self.report.gap(record, "*", moto_gaps.WITHOUT_API[record.type])
            return
        read = READERS.get(record.type)
        if read is None:
            self.report.mismatch(record, "*", "an object", "the judge has no reader of this type")
            return
        try:
            found = read(self.cloud(record.region, record.account), record.identifier, record.properties)
        except Unimplemented as error:
            reason = moto_gaps.WITHOUT_API.get(record.type)
            if reason:
                self.report.gap(record, "*", reason)
            else:
                self.report.mismatch(record, "*", record.identifier, f"the emulator lacks the call: {error}")
            return
        except Missing as error:
            # A path that the emulator does not serve looks like an object that it does not have.
            reason = moto_gaps.WITHOUT_API.get(record.type)
            if reason:
                self.report.gap(record, "*", reason)
            else:
                self.report.mismatch(record, "*", record.identifier, f"no such object ({error})")
            return
        except Exception as error:  # noqa: BLE001  (one unreadable object must not hide the others)
            self.report.mismatch(record, "*", record.identifier, f"{type(error).__name__}: {error}")
            return
        self.tags[(record.account or self.account, record.region or self.region, record.type, record.identifier)] = found.tags
        self.judge_properties(record, found)
        self.judge_tags_of(record, found)

    def judge_properties(self, record: Record, found: Found) -> None:
        tag_property = TAG_PROPERTIES.get(record.type)
        declared = {name: value for name, value in record.properties.items() if name != tag_property}
        for leaf in compare(declared, found.properties):
            self.judge_leaf(record, leaf)

    def judge_leaf(self, record: Record, leaf: Leaf) -> None:
        path = leaf.path.lstrip(".")
        if leaf.verdict is Verdict.EQUAL:
            self.report.compared += 1
            return
        if leaf.verdict is Verdict.UNKNOWN:
            reason = moto_gaps.not_shown(record.type, path)
            if reason:
                self.report.gap(record, path, reason)
            else:
                self.report.mismatch(record, path, leaf.declared, "unknown: boto3 does not show it, and no gap is known")
            return
        self.report.compared += 1
        reason = moto_gaps.shown_wrong(record.type, path, leaf.found)
        if reason:
            self.report.gap(record, path, reason)
        else:
            self.report.mismatch(record, path, leaf.declared, leaf.found)

    def judge_tags_of(self, record: Record, found: Found) -> None:
        """Declared tags are there, the identity tags are, and no others but AWS's own."""
        tag_property = TAG_PROPERTIES.get(record.type)
        if tag_property is None:
            return
        raw = record.properties.get(tag_property)
        declared = raw if isinstance(raw, dict) and not is_marker(raw) else pairs_as_map(raw) if isinstance(raw, list) else {}
        expected = {str(key): value for key, value in (declared or {}).items()}
        identity = {"strata:instance": self.state.instance_tag(record), "strata:address": record.address}
        if record.type in TAGGED_ON_CREATE:
            expected.update(identity)
        reason = moto_gaps.not_shown(record.type, tag_property)
        if found.tags is None:
            for key in expected:
                if reason:
                    self.report.gap(record, f"{tag_property}.{key}", reason)
                else:
                    self.report.mismatch(record, f"{tag_property}.{key}", expected[key], "unknown: boto3 does not show tags, and no gap is known")
            return
        for key, value in expected.items():
            if is_marker(value):
                continue
            if key not in found.tags and reason:
                self.report.gap(record, f"{tag_property}.{key}", reason)
                continue
            self.report.compared += 1
            if key == "strata:address" and key in found.tags and found.tags.get("strata:instance") == identity["strata:instance"]:
                if found.tags[key] != value:
                    self.report.gap(record, f"{tag_property}.{key}", "a rename moves the record; the tag, which is for people, stays")
                continue
            if found.tags.get(key) != text(value):
                self.report.mismatch(record, f"{tag_property}.{key}", value, found.tags.get(key, "absent"))
        for key in sorted(set(found.tags) - set(expected) - set(identity)):
            if not key.startswith("aws:"):
                self.report.mismatch(record, f"{tag_property}.{key}", "absent", found.tags[key])

    def judge_identifiers(self, current: list[Record]) -> None:
        """No two records claim one object."""
        owners: dict[tuple[str, str | None, str | None, str], Record] = {}
        for record in current:
            key = (record.type, record.account, record.region, record.identifier)
            if key in owners:
                self.report.mismatch(record, "*", "an object of its own", f"that of {owners[key].address}, {record.identifier}")
            owners[key] = record

    def judge_tags(self) -> None:
        """No object exists twice, and none of this deployment exists without a record."""
        known = {(record.type, spelled(record.type, record.identifier)) for record in self.state.records}
        prefix = self.state.lineage[:8] + "."
        types: dict[str, set[tuple[str, str]]] = defaultdict(set)
        places = {(record.account or self.account, record.region or self.region) for record in self.state.records}
        homes = {(account, self.region) for account, _ in places}
        for record in self.state.records:
            tag_property = TAG_PROPERTIES.get(record.type)
            if tag_property and record.type in LISTERS and not moto_gaps.not_shown(record.type, tag_property):
                types[record.type] |= homes if record.type in GLOBAL_TYPES else places
        bearers: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, where in sorted(types.items()):
            for account, region in sorted(where):
                cloud = self.cloud(region, account)
                try:
                    identifiers = list(LISTERS[name](cloud))
                except (Missing, Unimplemented):
                    continue
                for identifier in identifiers:
                    try:
                        known_tags = (account, region, name, identifier)
                        tags = (self.tags[known_tags] if known_tags in self.tags else READERS[name](cloud, identifier, {}).tags) or {}
                    except (Missing, Unimplemented):
                        continue
                    except Exception as error:  # noqa: BLE001  (what cannot be read may be a second copy)
                        self.report.mismatches.append(f"? {name} *: declared readable tags found {identifier}: {type(error).__name__}: {error}")
                        continue
                    tag = tags.get("strata:instance")
                    if tag is None or GROUP_TAG in tags:
                        continue
                    bearers[tag].append((name, identifier))
                    if tag.startswith(prefix) and (name, spelled(name, identifier)) not in known:
                        self.report.mismatches.append(f"{tags.get('strata:address', '?')} {name} *: declared no record found {identifier} with {tag}")
        for tag, objects in sorted(bearers.items()):
            if len(objects) > 1:
                listed = ", ".join(f"{name} {identifier}" for name, identifier in sorted(objects))
                self.report.mismatches.append(f"? {objects[0][0]} strata:instance: declared one object found {len(objects)} with {tag}: {listed}")

    def judge_additions(self, before: dict[str, dict[str, list[str]]]) -> None:
        """Every new object of the state's types belongs to a record."""
        known = {(record.type, spelled(record.type, record.identifier)) for record in self.state.records}
        types = {record.type for record in self.state.records} - PARTS
        regions = [place for place in before if place != "global"]
        regions.sort(key=lambda region: (region != self.region, region))
        found: dict[str, list[str]] = defaultdict(list)
        for verdict, place, name, identifier in differences(before, take(self.endpoint, regions, self.account)):
            made_by_service = name in MADE_BY_SERVICES and MADE_BY_SERVICES[name].match(identifier) is not None
            if verdict == "left" and name in types and not made_by_service and (name in COUNTED or (name, spelled(name, identifier)) not in known):
                if name != "AWS::EC2::Instance" or GROUP_TAG not in (READERS[name](self.cloud(place), identifier, {}).tags or {}):
                    found[name].append(f"{identifier} in {place}")
        for name, objects in sorted(found.items()):
            records = sum(record.type == name for record in self.state.records)
            if name in COUNTED and len(objects) > records:
                self.report.mismatches.append(f"? {name} *: declared {records} objects found {len(objects)}: {', '.join(objects)}")
            elif name not in COUNTED:
                self.report.mismatches += [f"? {name} *: declared no record found {entry}" for entry in objects]


def main() -> int:
    parser = argparse.ArgumentParser(description="Compares an emulator with a deployment's state file.")
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--state", required=True, type=Path)
    parser.add_argument("--region", default="us-east-1", help="for records without a region")
    parser.add_argument("--account", default="123456789012")
    parser.add_argument("--before", type=Path, help="an inventory from before the deployment")
    parser.add_argument("--show-gaps", action="store_true", help="also print each known gap")
    arguments = parser.parse_args()
    started = time.monotonic()
    judge = Judge(arguments.endpoint, load(arguments.state), arguments.region, arguments.account)
    judge.judge()
    if arguments.before:
        judge.judge_additions(json.loads(arguments.before.read_text(encoding="utf-8")))
    report = judge.report
    for line in report.mismatches:
        print(line)
    if arguments.show_gaps:
        for line in report.gaps:
            print("gap:", line)
    print(
        f"{report.resources} resources, {report.compared} properties compared, {len(report.gaps)} known gaps, "
        f"{len(report.mismatches)} mismatches"
    )
    print(f"judged in {time.monotonic() - started:.1f} s", file=sys.stderr)
    return 1 if report.mismatches else 0


if __name__ == "__main__":
    sys.exit(main())
