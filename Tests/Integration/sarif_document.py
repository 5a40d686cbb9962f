"""Holds a SARIF document against models of the standard, version 2.1.0: every member must be one that it knows, and have its type.

    sarif_document.py report.sarif
"""

import json
import sys
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from sarif_pydantic import Sarif


class Suppression(BaseModel):
    """Section 3.35 of the standard, which the models lack."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["inSource", "external"]
    status: Literal["accepted", "underReview", "rejected"] | None = None
    justification: str | None = None
    guid: str | None = None
    location: dict[str, Any] | None = None
    properties: dict[str, Any] | None = None


# What else the models lack: sections 3.14.17 and 3.27.23.
LACKING = {
    ("Run", "columnKind"): TypeAdapter(Literal["utf16CodeUnits", "unicodeCodePoints"]),
    ("Result", "suppressions"): TypeAdapter(list[Suppression]),
}


def problems(value: object, path: str) -> list[str]:
    """What the document says that the standard does not let it say; `properties` holds what it likes."""
    if isinstance(value, list):
        return [problem for index, element in enumerate(value) for problem in problems(element, f"{path}/{index}")]
    if isinstance(value, dict):
        return [problem for key, element in value.items() for problem in problems(element, f"{path}/{key}")]
    if not isinstance(value, BaseModel):
        return []
    found = []
    for key, element in (value.model_extra or {}).items():
        lacking = LACKING.get((type(value).__name__, key))
        if lacking is None:
            found.append(f"{path}/{key} is no member of the standard")
            continue
        try:
            lacking.validate_python(element)
        except ValidationError as error:
            found.append(f"{path}/{key}: {error}")
    for name in type(value).model_fields:
        if name != "properties":
            found += problems(getattr(value, name), f"{path}/{name}")
    return found


def main() -> int:
    with open(sys.argv[1], encoding="utf-8") as file:
        document = json.load(file)
    found = problems(Sarif.model_validate(document), "")
    for problem in found:
        print(f"sarif_document: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
