"""Compares what was declared with what an API shows, as far as the difference has a meaning.

CloudFormation's schemas and the services' own APIs spell the same thing differently: names differ in case, tags are a list or a map,
CloudFront counts its lists, a policy is an object or JSON text (percent-encoded or not), numbers are text, and many lists are sets.
These foldings are generic; whatever is peculiar to one service is done by its reader.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any, Iterator
from urllib.parse import unquote

from state_file import has_marker, is_marker

# Lists whose order has a meaning, by folded name. All others are sets.
ORDERED = {
    "keyschema", "command", "entrypoint", "cachebehaviors", "stages", "actions", "defaultactions", "buildcommands", "metrics", "stepadjustments",
    "containeroverrides",
}
# Lists in which an API shows more than was declared, because every attribute has a default.
OPEN_LISTS = {
    "loadbalancerattributes", "targetgroupattributes", "features", "additionalconfiguration", "userattributes", "clustersettings", "schema",
    "organizationfeatures",
}
# Names of values that are an ARN in one form and the ARN's last part in the other.
ARN_OR_NAME = {
    "kmskeyid", "kmsmasterkeyid", "targetkeyid", "kmskey", "kmskeyarn", "encryptionkeyarn", "cluster", "taskdefinition", "s3kmskeyarn",
    "replicakmskeyid", "fargateephemeralstoragekmskeyid", "secretid", "keyid", "iaminstanceprofile",
}
# Names that say which element of a list is meant, the better first.
IDENTITY_NAMES = (
    "id", "sid", "key", "name", "rulename", "attributename", "indexname", "field", "region", "policyname", "type", "domainname", "scopename", "containername",
    "parametername", "protocol", "cidrip",
)


class Verdict(Enum):
    """What is known of one declared value."""

    EQUAL = "equal"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Leaf:
    """The judgement on one declared value."""

    path: str
    verdict: Verdict
    declared: Any = None
    found: Any = None


ABSENT = object()


def fold(name: str) -> str:
    """A name without what differs between schemas and APIs."""
    return name.lower().replace("_", "").replace("-", "")


def pick(mapping: dict[str, Any], name: str) -> Any:
    """The value of a name in any spelling, or `ABSENT`."""
    if name in mapping:
        return ABSENT if mapping[name] is None else mapping[name]
    for key, value in mapping.items():
        if fold(key) == fold(name):
            return ABSENT if value is None else value
    return ABSENT


def parsed(value: Any) -> Any:
    """JSON text, percent-encoded or not, as the document that it holds; any other value as it is."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text[:3].upper() in ("%7B", "%5B"):
        text = unquote(text)
    if text[:1] not in ("{", "["):
        return value
    try:
        return json.loads(text)
    except ValueError:
        return value


def number(value: Any) -> Decimal | None:
    """A value as a number, if it is one."""
    if isinstance(value, bool):
        return None
    try:
        result = Decimal(str(value).strip())
    except InvalidOperation:
        return None
    return result if result.is_finite() else None


def text(value: Any) -> str:
    """A scalar as text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.isoformat().replace("+00:00", "Z")
    return str(value)


def same_scalar(declared: Any, found: Any, name: str = "") -> bool:
    """Whether two scalars mean the same."""
    if isinstance(declared, bool) or isinstance(found, bool):
        return text(declared).lower() == text(found).lower()
    if isinstance(declared, (int, float, Decimal)) or isinstance(found, (int, float, Decimal)):
        left, right = number(declared), number(found)
        return left is not None and left == right
    left, right = text(declared), text(found)
    if left == right:
        return True
    if fold(name) in ARN_OR_NAME:
        return any(a.startswith("arn:") and not b.startswith("arn:") and b and a.endswith(("/" + b, ":" + b)) for a, b in ((left, right), (right, left)))
    return False


def pairs_as_map(value: Any) -> dict[str, Any] | None:
    """A list of keys with values as a map, if it is one."""
    if not isinstance(value, list) or not all(isinstance(part, dict) for part in value):
        return None
    result: dict[str, Any] = {}
    for part in value:
        folded = {fold(name): held for name, held in part.items()}
        key = next((folded[name] for name in ("key", "tagkey", "name") if name in folded), None)
        held = next((folded[name] for name in ("value", "tagvalue") if name in folded), None)
        if key is None or set(folded) - {"key", "tagkey", "name", "value", "tagvalue", "propagateatlaunch"}:
            return None
        result[str(key)] = held
    return result


def uncounted(value: Any) -> Any:
    """A counted list, `{Quantity, Items}`, as the list; any other value as it is."""
    if isinstance(value, dict) and "Quantity" in value:
        return value.get("Items") or []
    return value


def is_policy(value: Any) -> bool:
    """Whether a document is a policy. A rule of AWS WAF has a statement too, but one without an effect."""
    statements = value.get("Statement") if isinstance(value, dict) else None
    statements = statements if isinstance(statements, list) else [statements]
    return any(isinstance(statement, dict) and "Effect" in statement for statement in statements)


def canonical(value: Any, unordered: bool) -> Any:
    """A document in the one form that equal documents share. In a policy a list of one means its element and order means nothing."""
    if isinstance(value, dict):
        return {name: canonical(part, unordered) for name, part in value.items()}
    if isinstance(value, list):
        parts = [canonical(part, unordered) for part in value]
        if not unordered:
            return parts
        parts = sorted(parts, key=lambda part: json.dumps(part, sort_keys=True))
        return parts[0] if len(parts) == 1 and not isinstance(parts[0], list) else parts
    if isinstance(value, bool):
        return "true" if value else "false"
    held = number(value) if isinstance(value, (int, float, Decimal)) else None
    if held is not None:
        return format(held.normalize(), "f")
    return text(value)


def documents(declared: Any, found: Any, path: str) -> Iterator[Leaf]:
    """Compares two documents strictly: neither may hold what the other lacks."""
    unordered = is_policy(declared) or is_policy(found)
    yield from _documents(canonical(declared, unordered), canonical(found, unordered), path)


def _documents(declared: Any, found: Any, path: str) -> Iterator[Leaf]:
    if isinstance(declared, dict) and isinstance(found, dict):
        for name in sorted(set(declared) | set(found)):
            place = f"{path}.{name}"
            if name not in found:
                yield Leaf(place, Verdict.DIFFERS, declared[name], "absent")
            elif name not in declared:
                yield Leaf(place, Verdict.DIFFERS, "absent", found[name])
            else:
                yield from _documents(declared[name], found[name], place)
    elif isinstance(declared, list) and isinstance(found, list) and len(declared) == len(found):
        for index, (left, right) in enumerate(zip(declared, found)):
            yield from _documents(left, right, f"{path}[{index}]")
    elif declared == found:
        yield Leaf(path, Verdict.EQUAL, declared, found)
    else:
        yield Leaf(path, Verdict.DIFFERS, declared, found)


def leaves(value: Any, path: str) -> Iterator[str]:
    """The paths of all scalars of a document."""
    if isinstance(value, dict) and value and not is_marker(value):
        for name, part in value.items():
            yield from leaves(part, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value:
        for index, part in enumerate(value):
            yield from leaves(part, f"{path}[{index}]")
    elif not is_marker(value):
        yield path


def compare(declared: Any, found: Any, path: str = "", name: str = "") -> Iterator[Leaf]:
    """Judges every declared value against what is shown."""
    if is_marker(declared):
        return
    if found is ABSENT or found is None:
        if declared in ([], ""):
            yield Leaf(path, Verdict.EQUAL, declared, None)
        else:
            for place in leaves(declared, path):
                yield Leaf(place, Verdict.UNKNOWN, _at(declared, path, place), None)
        return
    found = uncounted(found)
    left, right = parsed(declared), parsed(found)
    if isinstance(left, (dict, list)) and isinstance(right, (dict, list)) and (
        is_policy(left) or isinstance(declared, str) or isinstance(found, str)
    ):
        if not has_marker(left):
            yield from documents(left, right, path)
        return
    if isinstance(declared, dict) and isinstance(found, list):
        found = pairs_as_map(found) if pairs_as_map(found) is not None else found
    if isinstance(declared, list) and isinstance(found, dict):
        as_map = pairs_as_map(declared)
        if as_map is not None:
            declared = as_map
    if isinstance(declared, dict) and isinstance(found, dict):
        if not declared:
            yield Leaf(path, Verdict.EQUAL, declared, found)
        for key, part in declared.items():
            yield from compare(part, pick(found, key), f"{path}.{key}" if path else key, key)
    elif isinstance(declared, list) and isinstance(found, list):
        yield from lists(declared, found, path, name)
    elif isinstance(declared, (dict, list)) or isinstance(found, (dict, list)):
        yield Leaf(path, Verdict.DIFFERS, declared, found)
    else:
        yield Leaf(path, Verdict.EQUAL if same_scalar(declared, found, name) else Verdict.DIFFERS, declared, found)


def _at(declared: Any, path: str, place: str) -> Any:
    return declared if path == place else "…"


def lists(declared: list[Any], found: list[Any], path: str, name: str) -> Iterator[Leaf]:
    """Judges a list: in order where order means something, otherwise element by element wherever it stands."""
    open_list = fold(name) in OPEN_LISTS
    if fold(name) in ORDERED and len(declared) == len(found):
        for index, (left, right) in enumerate(zip(declared, found)):
            yield from compare(left, right, f"{path}[{index}]", name)
        return
    if not any(isinstance(part, (dict, list)) for part in declared):
        rest = list(found)
        missing = []
        for part in declared:
            match = next((index for index, other in enumerate(rest) if same_scalar(part, other, name)), None)
            if match is None:
                missing.append(part)
            else:
                rest.pop(match)
        equal = not missing and (open_list or not rest)
        yield Leaf(path, Verdict.EQUAL if equal else Verdict.DIFFERS, declared, found)
        return
    rest = list(found)
    waiting = []
    for index, part in enumerate(declared):
        match = next((place for place, other in enumerate(rest) if _equal(part, other, name)), None)
        if match is None:
            waiting.append((index, part))
        else:
            yield from compare(part, rest.pop(match), f"{path}[{index}]", name)
    for index, part in waiting:
        place = f"{path}[{index}]"
        match = _likeliest(part, rest, name)
        if match is None:
            if not is_marker(part):
                yield Leaf(place, Verdict.DIFFERS, part, "no such element")
        else:
            yield from compare(part, rest.pop(match), place, name)
    if rest and not open_list:
        yield Leaf(f"{path}[+]", Verdict.DIFFERS, "no more elements", rest)


def _equal(declared: Any, found: Any, name: str) -> bool:
    return all(leaf.verdict is Verdict.EQUAL for leaf in compare(declared, found, "", name))


def _likeliest(declared: Any, candidates: list[Any], name: str) -> int | None:
    """The candidate that an element most likely means, so that the report names the property that differs."""
    if not candidates:
        return None
    if isinstance(declared, dict):
        for key in IDENTITY_NAMES:
            value = pick(declared, key)
            if value is ABSENT or isinstance(value, (dict, list)):
                continue
            for index, other in enumerate(candidates):
                if isinstance(other, dict) and same_scalar(value, pick(other, key)):
                    return index
    counts = []
    for index, other in enumerate(candidates):
        judged = list(compare(declared, other, "", name))
        differing = sum(leaf.verdict is Verdict.DIFFERS for leaf in judged)
        unknown = sum(leaf.verdict is Verdict.UNKNOWN for leaf in judged)
        counts.append((differing, unknown, index))
    return min(counts)[2]
