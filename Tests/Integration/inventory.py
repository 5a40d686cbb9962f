"""Takes an inventory of an emulator: the identifiers of all objects of every type that can be listed.

What every account has from the start (default networks, AWS's own keys and policies) is left out, and so are keys pending deletion and
secrets scheduled for deletion: those are gone as far as a deployment can make them go.

    inventory.py --endpoint http://127.0.0.1:5000 --regions us-east-1,us-west-2 > before.json
"""

from __future__ import annotations

import argparse
import json
import sys
from concurrent.futures import ThreadPoolExecutor

from cloud import Cloud, Missing, Unimplemented
from readers import GLOBAL_TYPES, LISTERS

Inventory = dict[str, dict[str, list[str]]]


def one_region(endpoint: str, region: str, with_global: bool, account: str) -> Inventory:
    """The objects of one region, and those of no region if asked for."""
    cloud = Cloud(endpoint, region, account)
    found: Inventory = {region: {}}
    if with_global:
        found["global"] = {}
    for name in sorted(LISTERS):
        if name in GLOBAL_TYPES and not with_global:
            continue
        try:
            identifiers = sorted(LISTERS[name](cloud))
        except (Missing, Unimplemented) as error:
            print(f"inventory: {name} in {region}: {error}", file=sys.stderr)
            continue
        if identifiers:
            found["global" if name in GLOBAL_TYPES else region][name] = identifiers
    return found


def take(endpoint: str, regions: list[str], account: str = "123456789012") -> Inventory:
    """The objects of all regions."""
    result: Inventory = {}
    with ThreadPoolExecutor(max_workers=max(1, len(regions))) as pool:
        waiting = [pool.submit(one_region, endpoint, region, index == 0, account) for index, region in enumerate(regions)]
        for part in waiting:
            result.update(part.result())
    return result


def differences(before: Inventory, after: Inventory) -> list[tuple[str, str, str, str]]:
    """What is in one inventory alone, as (verdict, place, type, identifier)."""
    result = []
    for place in sorted(set(before) | set(after)):
        for name in sorted(set(before.get(place, {})) | set(after.get(place, {}))):
            old, new = before.get(place, {}).get(name, []), after.get(place, {}).get(name, [])
            result += [("left", place, name, identifier) for identifier in sorted(set(new) - set(old))]
            result += [("missing", place, name, identifier) for identifier in sorted(set(old) - set(new))]
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description="Prints an inventory of an emulator as JSON.")
    parser.add_argument("--endpoint", required=True)
    parser.add_argument("--regions", default="us-east-1,us-west-2", help="comma-separated; the first is asked for what belongs to no region")
    parser.add_argument("--account", default="123456789012")
    parser.add_argument("--output", help="a file instead of standard output")
    arguments = parser.parse_args()
    document = json.dumps(take(arguments.endpoint, arguments.regions.split(","), arguments.account), indent=1, sort_keys=True) + "\n"
    if arguments.output:
        with open(arguments.output, "w", encoding="utf-8") as file:
            file.write(document)
    else:
        sys.stdout.write(document)
    return 0


if __name__ == "__main__":
    sys.exit(main())
