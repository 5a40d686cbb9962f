"""The operations whose models are embedded: Scripts/service-operations.txt."""

import os
import sys

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "service-operations.txt")


def operations():
    """Service to operations, from lines such as `kms: CreateKey DescribeKey`; a line that begins with a space goes on with the last."""
    found, current = {}, None
    with open(PATH, encoding="utf-8") as file:
        for line in file:
            text = line.split("#")[0].rstrip()
            if not text:
                continue
            if not text.startswith(" "):
                current, text = text.split(":")
                if current in found:
                    sys.exit(f"error: {current} has two lines in {PATH}")
                found[current] = []
            found[current] += text.split()
    for service, names in found.items():
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            sys.exit(f"error: {service} lists {', '.join(sorted(twice))} twice")
    return found
