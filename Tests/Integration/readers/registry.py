"""The table of types: how to read one object and how to list all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Iterable

from cloud import Cloud

Declared = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """What boto3 shows of one object: properties under the schema's names (any case), and tags, if the API shows any."""

    properties: dict[str, Any] = field(default_factory=dict)
    tags: dict[str, str] | None = None


Reader = Callable[[Cloud, str, Declared], Found]
Lister = Callable[[Cloud], Iterable[str]]

READERS: dict[str, Reader] = {}
LISTERS: dict[str, Lister] = {}
GLOBAL_TYPES: set[str] = set()


def reader(*types: str) -> Callable[[Reader], Reader]:
    """Registers the function that reads objects of the types by their identifier."""

    def register(function: Reader) -> Reader:
        for name in types:
            READERS["AWS::" + name] = function
        return function

    return register


def lister(*types: str, everywhere: bool = False) -> Callable[[Lister], Lister]:
    """Registers the function that lists the identifiers of all objects of the types, without those that every account has.

    `everywhere` marks types that belong to no region.
    """

    def register(function: Lister) -> Lister:
        for name in types:
            LISTERS["AWS::" + name] = function
            if everywhere:
                GLOBAL_TYPES.add("AWS::" + name)
        return function

    return register


def tag_map(tags: Any) -> dict[str, str]:
    """Tags in any of the APIs' forms as a map."""
    if isinstance(tags, dict):
        return {str(key): str(value) for key, value in tags.items()}
    result: dict[str, str] = {}
    for tag in tags or []:
        folded = {name.lower(): value for name, value in tag.items()}
        key = folded.get("key", folded.get("tagkey"))
        result[str(key)] = str(folded.get("value", folded.get("tagvalue")) or "")
    return result


def without(mapping: dict[str, Any], *names: str) -> dict[str, Any]:
    """A map without some names."""
    return {name: value for name, value in mapping.items() if name not in names}
