"""The state file that a deployment leaves: which objects it says it made, and with which properties.

Only the file's published form is used: `inputs` with references left in, `bindings` with the values that the references had.
"""

from __future__ import annotations

import copy
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARKERS = ("$secret", "$ref", "$fn")
PATH_PART = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


@dataclass(frozen=True)
class Record:
    """One object that the state names."""

    address: str
    type: str
    instance: str
    status: str
    identifier: str
    region: str | None
    account: str | None
    properties: dict[str, Any]


@dataclass(frozen=True)
class State:
    """The parts of a state file that the judge reads."""

    lineage: str
    records: list[Record]

    def instance_tag(self, record: Record) -> str:
        """The value that the tag `strata:instance` of the record's object must have."""
        return f"{self.lineage[:8]}.{record.instance}"


def is_marker(value: Any) -> bool:
    """Whether a value stands for one that only the engine knew."""
    return isinstance(value, dict) and len(value) == 1 and next(iter(value)) in MARKERS


def has_marker(value: Any) -> bool:
    """Whether any part of a value is a marker."""
    if is_marker(value):
        return True
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(has_marker(part) for part in parts)


def path_parts(path: str | list[str | int]) -> list[str | int]:
    """The steps of a path, which is a list of names and indices, or text like `A.B[0].C`."""
    if isinstance(path, list):
        return path
    return [int(index) if index else name for index, name in PATH_PART.findall(path)]


def replace(value: Any, path: list[str | int], by: Any) -> Any:
    """A document with the value at a path replaced."""
    if not path:
        return by
    step, rest = path[0], path[1:]
    if isinstance(value, list) and isinstance(step, int):
        if step >= len(value):
            raise KeyError(step)
        value[step] = replace(value[step], rest, by)
    elif isinstance(value, dict):
        value[str(step)] = replace(value.get(str(step), {}), rest, by)
    else:
        raise KeyError(step)
    return value


def unescape(value: Any) -> Any:
    """A document whose own names that begin with `$` are as the user wrote them: the file doubles the sign."""
    if isinstance(value, list):
        return [unescape(part) for part in value]
    if isinstance(value, dict):
        return {(name[1:] if name.startswith("$$") else name): unescape(part) for name, part in value.items()}
    return value


def load(path: Path) -> State:
    """Reads a state file."""
    document = json.loads(path.read_text(encoding="utf-8"))
    records = []
    for entry in document["records"]:
        properties = copy.deepcopy(entry.get("inputs") or {})
        for place, value in entry.get("bindings") or []:
            properties = replace(properties, path_parts(place), value)
        placement = entry.get("placement") or {}
        records.append(
            Record(
                address=entry["address"],
                type=entry["type"],
                instance=entry["instance"],
                status=entry["status"],
                identifier=entry.get("identifier") or "",
                region=placement.get("region"),
                account=placement.get("account"),
                properties=unescape(properties),
            )
        )
    return State(lineage=document["lineage"], records=records)
