"""The rules by which the judge folds what was declared and what is shown, and the state file's form."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

import actions
import inventory
import moto_gaps
from fault_proxy import Chances
from folding import Verdict, compare
from readers import READERS
from readers.storage import lifecycle_rule
from state_file import load, path_parts
from tagging import TAG_PROPERTIES


def verdicts(declared: Any, found: Any) -> dict[str, Verdict]:
    return {leaf.path: leaf.verdict for leaf in compare(declared, found)}


def equal(declared: Any, found: Any) -> bool:
    judged = verdicts(declared, found)
    return bool(judged) and all(verdict is Verdict.EQUAL for verdict in judged.values())


@pytest.mark.parametrize(
    ("declared", "found"),
    [
        ({"KmsKeyId": "k"}, {"kmsKeyId": "k"}),
        ({"KMSMasterKeyID": "k"}, {"KmsMasterKeyId": "k"}),
        ({"Port": 443}, {"port": "443"}),
        ({"Threshold": 1}, {"Threshold": 1.0}),
        ({"Amount": 260}, {"Amount": "260.0"}),
        ({"Enabled": True}, {"Enabled": "true"}),
        ({"Value": "true"}, {"Value": True}),
        ({"Names": ["b", "a"]}, {"Names": ["a", "b"]}),
        ({"Items": ["GET", "HEAD"]}, {"Items": {"Quantity": 2, "Items": ["HEAD", "GET"]}}),
        ({"Aliases": []}, {"Aliases": {"Quantity": 0}}),
        ({"Aliases": []}, {}),
        ({"Attributes": {"a": "1"}}, {"Attributes": [{"Key": "a", "Value": "1"}]}),
        ({"Environment": [{"Name": "a", "Value": "1"}]}, {"environment": {"a": "1"}}),
        ({"KmsKeyId": "arn:aws:kms:us-east-1:1:key/abc"}, {"KmsKeyId": "abc"}),
        ({"DefaultAction": {"Allow": {}}}, {"DefaultAction": {"Allow": {}}}),
        ({"Rule": {"Port": 1}}, {"Rule": {"Port": 1, "Default": "shown too"}}),
        ({"LoadBalancerAttributes": [{"Key": "a", "Value": "1"}]}, {"LoadBalancerAttributes": [{"Key": "z", "Value": "2"}, {"Key": "a", "Value": "1"}]}),
    ],
)
def test_means_the_same(declared: Any, found: Any) -> None:
    assert equal(declared, found)


@pytest.mark.parametrize(
    ("declared", "found"),
    [
        ({"Port": 443}, {"Port": 444}),
        ({"Port": "0443"}, {"Port": "443"}),
        ({"Name": "Prod"}, {"Name": "prod"}),
        ({"Enabled": True}, {"Enabled": False}),
        ({"Names": ["a"]}, {"Names": ["a", "b"]}),
        ({"Names": ["a", "a"]}, {"Names": ["a"]}),
        ({"Command": ["a", "b"]}, {"Command": ["b", "a"]}),
        ({"KeySchema": [{"AttributeName": "a"}, {"AttributeName": "b"}]}, {"KeySchema": [{"AttributeName": "b"}, {"AttributeName": "a"}]}),
        ({"Rules": [{"Id": "1"}]}, {"Rules": [{"Id": "1"}, {"Id": "2"}]}),
        ({"RoleArn": "arn:aws:iam::1:role/abc"}, {"RoleArn": "abc"}),
        ({"Aliases": ["a"]}, {"Aliases": {"Quantity": 0}}),
        ({"Rule": {"Port": 1}}, {"Rule": "text"}),
    ],
)
def test_differs(declared: Any, found: Any) -> None:
    assert Verdict.DIFFERS in verdicts(declared, found).values()


def test_what_is_not_shown_is_unknown_and_not_equal() -> None:
    assert verdicts({"A": {"B": 1, "C": 2}}, {"A": {"B": 1}}) == {"A.B": Verdict.EQUAL, "A.C": Verdict.UNKNOWN}
    assert verdicts({"A": {"B": [1, 2]}}, {}) == {"A.B[0]": Verdict.UNKNOWN, "A.B[1]": Verdict.UNKNOWN}
    assert verdicts({"A": False}, {"A": None}) == {"A": Verdict.UNKNOWN}


def test_markers_are_skipped() -> None:
    assert verdicts({"A": {"$secret": ["file", "x"]}, "B": 1}, {"A": "word", "B": 1}) == {"B": Verdict.EQUAL}
    assert verdicts({"A": {"B": {"$ref": ["x", "Arn"]}}}, {}) == {}


POLICY = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:Get*", "s3:List*"], "Resource": ["*"]}]}


def test_policies_are_equal_in_every_form() -> None:
    reordered = {"Statement": {"Action": ["s3:List*", "s3:Get*"], "Effect": "Allow", "Resource": "*"}, "Version": "2012-10-17"}
    from urllib.parse import quote

    for shown in (POLICY, reordered, json.dumps(POLICY), json.dumps(reordered, indent=2), quote(json.dumps(POLICY))):
        assert equal({"PolicyDocument": POLICY}, {"PolicyDocument": shown})
    assert equal({"PolicyDocument": json.dumps(POLICY)}, {"PolicyDocument": POLICY})


def test_policies_are_compared_strictly() -> None:
    wider = {**POLICY, "Statement": [*POLICY["Statement"], {"Effect": "Allow", "Action": "*", "Resource": "*"}]}
    conditioned = {**POLICY, "Statement": [{**POLICY["Statement"][0], "Condition": {"Bool": {"aws:SecureTransport": "true"}}}]}
    for shown in (wider, conditioned, {**POLICY, "Id": "more"}):
        assert not equal({"PolicyDocument": POLICY}, {"PolicyDocument": json.dumps(shown)})
        assert not equal({"PolicyDocument": POLICY}, {"PolicyDocument": shown})


def test_other_documents_keep_their_order() -> None:
    body = {"widgets": [{"metrics": ["a", "b"]}]}
    assert equal({"DashboardBody": json.dumps(body)}, {"DashboardBody": json.dumps(body, indent=1)})
    assert not equal({"DashboardBody": json.dumps(body)}, {"DashboardBody": json.dumps({"widgets": [{"metrics": ["b", "a"]}]})})


def test_the_report_names_the_property_that_differs() -> None:
    declared = {"Rules": [{"Id": "a", "Days": 1}, {"Id": "b", "Days": 2}]}
    judged = verdicts(declared, {"Rules": [{"Id": "b", "Days": 3}, {"Id": "a", "Days": 1}]})
    assert judged == {"Rules[0].Id": Verdict.EQUAL, "Rules[0].Days": Verdict.EQUAL, "Rules[1].Id": Verdict.EQUAL, "Rules[1].Days": Verdict.DIFFERS}


def test_paths() -> None:
    assert path_parts("A.B[0].C") == ["A", "B", 0, "C"]
    assert path_parts("A") == ["A"]
    assert path_parts(["A.with.dots", 0]) == ["A.with.dots", 0]


def test_bindings_replace_references(tmp_path: Path) -> None:
    document = {
        "lineage": "ac68a373-35c1-4c06-a891-b353e1d97ac4",
        "records": [{
            "address": "a/b", "type": "AWS::SNS::Topic", "instance": "i1", "status": "current", "identifier": "x",
            "inputs": {"A": [{"$ref": ["c", "Arn"]}], "B": {"C": {"$fn": ["concatenate"]}}, "$$D": 1, "E": {"$secret": ["file", "f"]}},
            "bindings": [[["A", 0], "arn"], ["B.C", "text"]],
        }],
    }
    path = tmp_path / "state.json"
    path.write_text(json.dumps(document))
    state = load(path)
    assert state.records[0].properties == {"A": ["arn"], "B": {"C": "text"}, "$D": 1, "E": {"$secret": ["file", "f"]}}
    assert state.instance_tag(state.records[0]) == "ac68a373.i1"


def test_gaps_cover_what_lies_below_and_nothing_beside() -> None:
    assert moto_gaps.covers("A.B[]", "A.B[3].C")
    assert moto_gaps.covers("A", "A")
    assert not moto_gaps.covers("A", "AB")
    assert not moto_gaps.covers("A.B", "A")
    assert moto_gaps.not_shown("AWS::KMS::Key", "RotationPeriodInDays")
    assert not moto_gaps.not_shown("AWS::KMS::Key", "EnableKeyRotation")


def test_gaps_name_types_that_can_be_read() -> None:
    for name, _ in [*moto_gaps.NOT_SHOWN, *moto_gaps.SHOWN_WRONG]:
        assert name in READERS, name
    assert set(TAG_PROPERTIES) - set(READERS) <= set(moto_gaps.WITHOUT_API)


def test_inventories_differ_in_both_directions() -> None:
    before = {"us-east-1": {"T": ["a", "b"]}, "global": {}}
    after = {"us-east-1": {"T": ["b", "c"]}, "global": {"U": ["x"]}}
    assert inventory.differences(before, after) == [("left", "global", "U", "x"), ("left", "us-east-1", "T", "c"), ("missing", "us-east-1", "T", "a")]


def test_a_lifecycle_rule_in_the_schemas_form() -> None:
    shown = lifecycle_rule({"ID": "r", "Status": "Enabled", "Filter": {"Prefix": "a/"}, "Expiration": {"Days": 3}, "Transitions": [{"Days": 1, "StorageClass": "GLACIER"}]})
    assert (shown["Id"], shown["Prefix"], shown["ExpirationInDays"], shown["Transitions"]) == ("r", "a/", 3, [{"TransitionInDays": 1, "StorageClass": "GLACIER"}])


def test_faults_follow_from_the_seed_and_the_rates() -> None:
    rates = {"throttle": 0.05, "fail": 0.03, "drop": 0.02, "lose": 0.02, "slow": 0.05}
    first, second = (Chances(rates, 1, Random(7)) for _ in range(2))
    drawn = [first.draw()[0] for _ in range(10_000)]
    assert drawn == [second.draw()[0] for _ in range(10_000)]
    for kind, rate in rates.items():
        assert abs(drawn.count(kind) / 10_000 - rate) < 0.01


ANSWER = {"Policy": {"Length": 14, "Strict": True}, "Admins": [{"Id": "222222222222", "Status": "ENABLED"}, {"Id": "3"}]}


@pytest.mark.parametrize(
    ("expectation", "holds"),
    [
        ({"Path": "Policy.Length", "Equals": "14"}, True),
        ({"Path": "Policy.Length", "Equals": 8}, False),
        ({"Path": "Policy.Strict", "Equals": True}, True),
        ({"Path": "Policy.Strict", "Equals": 1}, False),
        ({"Path": "Policy.Age", "Equals": None}, False),
        ({"Path": "Admins", "Contains": {"Id": "222222222222"}}, True),
        ({"Path": "Admins", "Contains": {"Id": "222222222222", "Status": "DISABLED"}}, False),
        ({"Path": "Admins[1]", "Contains": {"Id": "3"}}, True),
        ({"Path": "Admins[2]", "Contains": {"Id": "3"}}, False),
    ],
)
def test_effects_of_actions(expectation: dict[str, Any], holds: bool) -> None:
    assert actions.holds(ANSWER, expectation) is holds
