"""The IAM actions of every service prefix, in the spelling of the API where botocore knows the operation."""

import json
import os

import botocore


def table(blob, policies):
    spellings = _spellings()
    words, total, spelled = [], 0, 0
    for service in sorted(policies):
        names = []
        for action in sorted(policies[service].get("Actions") or {}):
            known = spellings.get((service, action)) or spellings.get(("", action))
            spelled += known is not None
            names.append(known or action)
        names.sort(key=lambda name: name.lower().encode())
        total += len(names)
        words += [blob.string(service), blob.strings(names)]
    return blob.append(words), len(policies), total, spelled


def _spellings():
    """(signing name, lower-cased operation) to operation; under "" what all services agree on."""
    root = os.path.join(os.path.dirname(botocore.__file__), "data")
    found, anywhere = {}, {}
    for service in sorted(os.listdir(root)):
        folder = os.path.join(root, service)
        if not os.path.isdir(folder):
            continue
        for version in sorted(os.listdir(folder)):
            model = _model(os.path.join(folder, version))
            if model is None:
                continue
            metadata = model["metadata"]
            prefixes = {metadata.get("signingName"), metadata.get("endpointPrefix"), service}
            for operation in model["operations"]:
                for prefix in prefixes:
                    if prefix:
                        found[(prefix, operation.lower())] = operation
                anywhere.setdefault(operation.lower(), set()).add(operation)
    for lower, names in anywhere.items():
        if len(names) == 1:
            found[("", lower)] = next(iter(names))
    return found


def _model(folder):
    import gzip

    for name, opener in (("service-2.json.gz", gzip.open), ("service-2.json", open)):
        path = os.path.join(folder, name)
        if os.path.exists(path):
            with opener(path, "rt", encoding="utf-8") as file:
                return json.load(file)
    return None
