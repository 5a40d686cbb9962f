"""Proves that an emulator holds what it held before: nothing left behind, nothing taken away.

    verify_absence.py --endpoint http://127.0.0.1:5000 --before before.json

Compares an inventory of `inventory.py` with a new one (or with `--after`), prints one line per object that is `left` or `missing`, and
exits with 1 if there is any. `--allow TYPE` excuses what a deletion leaves by design, for example retained buckets.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import inventory
import moto_gaps


def main() -> int:
    parser = argparse.ArgumentParser(description="Compares an emulator with an earlier inventory of it.")
    parser.add_argument("--endpoint", help="the emulator; not needed with --after")
    parser.add_argument("--before", required=True, type=Path)
    parser.add_argument("--after", type=Path, help="a second inventory instead of a new one")
    parser.add_argument("--account", default="123456789012")
    parser.add_argument("--allow", action="append", default=[], metavar="TYPE", help="a type whose differences are not counted")
    arguments = parser.parse_args()
    before = json.loads(arguments.before.read_text(encoding="utf-8"))
    if arguments.after:
        after = json.loads(arguments.after.read_text(encoding="utf-8"))
    elif arguments.endpoint:
        regions = [place for place in before if place != "global"] or ["us-east-1"]
        regions.sort(key=lambda region: (region != "us-east-1", region))
        after = inventory.take(arguments.endpoint, regions, arguments.account)
    else:
        parser.error("--endpoint or --after is needed")
    found = inventory.differences(before, after)
    counted = []
    for verdict, place, name, identifier in found:
        reason = "allowed" if name in arguments.allow else moto_gaps.left_behind(name, identifier) if verdict == "left" else None
        if not reason:
            counted.append((verdict, place, name, identifier))
        suffix = f" ({reason})" if reason else ""
        print(f"{verdict} {place} {name} {identifier}{suffix}")
    left = sum(entry[0] == "left" for entry in counted)
    objects = sum(len(identifiers) for types in after.values() for identifiers in types.values())
    print(f"{objects} objects, {left} left, {len(counted) - left} missing")
    return 1 if counted else 0


if __name__ == "__main__":
    sys.exit(main())
