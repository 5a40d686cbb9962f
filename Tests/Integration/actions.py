"""Proves with boto3 that what an action brought about is true.

An action says in its record which read shows its effect, and what the answer must hold. The read is made here through boto3, and the answer
is held against the words of the record, with none of the engine's code.
"""

from __future__ import annotations

from typing import Any, Iterator

from botocore import xform_name

from cloud import Cloud
from folding import text
from state_file import path_parts

TYPE = "Strata::Action"


def value_at(answer: Any, path: str) -> Any:
    """The value at a path like `A.B[0].C`; `None` where there is none."""
    for part in path_parts(path):
        if isinstance(answer, list) and isinstance(part, int) and part < len(answer):
            answer = answer[part]
        elif isinstance(answer, dict) and part in answer:
            answer = answer[part]
        else:
            return None
    return answer


def shows(found: Any, wanted: Any) -> bool:
    """Whether a value is the wanted one, or an object with all of its fields; a number and its text are one."""
    if isinstance(wanted, dict):
        return isinstance(found, dict) and all(name in found and shows(found[name], value) for name, value in wanted.items())
    return found is not None and text(found) == text(wanted)


def holds(answer: Any, expectation: dict[str, Any]) -> bool:
    """Whether an answer shows what is expected of it."""
    found = value_at(answer, expectation["Path"])
    if "Contains" not in expectation:
        return shows(found, expectation["Equals"])
    wanted = expectation["Contains"]
    return any(shows(element, wanted) for element in found) if isinstance(found, list) else shows(found, wanted)


def judged(cloud: Cloud, properties: dict[str, Any]) -> Iterator[tuple[str, Any, Any, bool]]:
    """What the proof of an action expects and finds: path, wanted, found, and whether it holds."""
    proof = properties["Proof"]
    answer = cloud.call(proof["Service"], xform_name(proof["Operation"]), **(proof.get("Input") or {}))
    for expectation in proof["Expect"]:
        wanted = expectation.get("Contains", expectation.get("Equals"))
        yield expectation["Path"], wanted, value_at(answer, expectation["Path"]), holds(answer, expectation)
