#!/usr/bin/env python3
"""Writes Sources/CatalogData/catalog.bin from the resource schemas of a pinned release of cfn-lint.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements.txt
    .venv/bin/python Scripts/generate-catalog.py            # write
    .venv/bin/python Scripts/generate-catalog.py --check    # compare; exit 1 on any difference

The same releases give the same bytes. Origin: cfn-lint (MIT No Attribution), which redistributes AWS CloudFormation's
resource schemas with its own corrections; spelling of IAM actions: operation names of botocore (Apache-2.0).
"""

import importlib
import json
import os
import sys

import committed_file

PINNED = {"cfn-lint": "1.51.0", "botocore": "1.44.5"}
REGION = "us_east_1"
LARGEST = 3 * 1024 * 1024
OUTPUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sources", "CatalogData", "catalog.bin")


def require_pinned():
    from importlib.metadata import PackageNotFoundError, version

    for package, wanted in PINNED.items():
        try:
            found = version(package)
        except PackageNotFoundError:
            found = "nothing"
        if found != wanted:
            sys.exit(f"error: this script needs {package}=={wanted}, found {found}; pip install -r Scripts/requirements.txt")


def build():
    require_pinned()
    import cfnlint

    from catalog_generator import actions, resource_types, rules
    from catalog_generator.blob import Blob

    data = os.path.join(os.path.dirname(cfnlint.__file__), "data")
    provider = importlib.import_module(f"cfnlint.data.schemas.providers.{REGION}")
    names = sorted((name for name in provider.types if name != "Module"), key=str.encode)

    def load(*path):
        with open(os.path.join(data, *path), encoding="utf-8") as file:
            return json.load(file)

    blob = Blob()
    loaded = rules.load()
    stateful = set(load("AdditionalSpecs", "StatefulResources.json")["ResourceTypes"])
    by_type, skipped, taken = rules.encode(blob, loaded, set(names))
    rows = []
    for name in names:
        document = load("schemas", "resources", provider.types[name] + ".json")
        rows += resource_types.row(blob, document, stateful, by_type.get(name, []))
    types = blob.append(rows)
    services, service_count, action_count, spelled = actions.table(blob, load("AdditionalSpecs", "Policies.json"))
    formats, format_count = rules.formats(blob, loaded)
    header = [
        blob.string(PINNED["cfn-lint"]), blob.string(REGION.replace("_", "-")), len(names), types, resource_types.ROW_WORDS,
        service_count, services, action_count, formats, blob.string(PINNED["botocore"]), 0, 0,
    ]
    content = blob.bytes(header)
    print(f"{len(names)} types, {service_count} IAM services with {action_count} actions ({spelled} in the API's spelling)")
    print(f"{format_count} identifier patterns, {taken} rules across properties; {len(skipped)} rules left out:")
    for identifier, text, reason in skipped:
        print(f"  {identifier} {text}: {reason}")
    print(f"{len(content)} bytes, {len(blob.words)} words")
    if len(content) > LARGEST:
        sys.exit(f"error: {len(content)} bytes exceed {LARGEST}")
    return content


if __name__ == "__main__":
    committed_file.run(__doc__, build, OUTPUT, "the catalogue differs from what its sources give; run Scripts/generate-catalog.py")
