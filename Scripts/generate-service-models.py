#!/usr/bin/env python3
"""Writes Sources/ServiceModelData/models.bin from the service models of a pinned release of botocore.

    python3 -m venv .venv && .venv/bin/pip install -r Scripts/requirements-service-models.txt
    .venv/bin/python Scripts/generate-service-models.py            # write
    .venv/bin/python Scripts/generate-service-models.py --check    # compare; exit 1 on any difference

The operations are those of Scripts/service-operations.txt. The same release gives the same bytes. Origin: botocore (Apache-2.0).
"""

import os
import sys

import committed_file

PINNED = "1.43.11"
LARGEST = 3 * 1024 * 1024
HERE = os.path.dirname(os.path.abspath(__file__))
OUTPUT = os.path.join(HERE, "..", "Sources", "ServiceModelData", "models.bin")


def require_pinned():
    import botocore

    if botocore.__version__ != PINNED:
        sys.exit(f"error: this script needs botocore=={PINNED}, found {botocore.__version__}; "
                 "pip install -r Scripts/requirements-service-models.txt")


def build():
    require_pinned()
    import botocore
    from botocore.exceptions import UnknownServiceError
    from botocore.loaders import Loader

    from service_models.blob import Blob
    from service_models.operations import operations
    from service_models.services import SERVICE_WORDS, Service
    from service_models.shapes import Shapes

    loader = Loader(
        extra_search_paths=[os.path.join(os.path.dirname(botocore.__file__), "data")], include_default_search_paths=False)
    shapes, services, wanted = Shapes(), [], operations()
    for name in sorted(wanted, key=str.encode):
        try:
            paginators = loader.load_service_model(name, "paginators-1")["pagination"]
        except UnknownServiceError:
            paginators = {}
        services.append(Service(name, loader.load_service_model(name, "service-2"), paginators, wanted[name], shapes))
    blob = Blob()
    shape_count = shapes.store(blob)
    rows = [word for service in services for word in service.row(blob, shapes)]
    operation_count = sum(len(service.operations) for service in services)
    content = blob.bytes([blob.string(PINNED), len(services), blob.append(rows), SERVICE_WORDS, operation_count])
    print(f"{len(services)} services, {operation_count} operations, {shape_count} shapes, {len(content)} bytes")
    if len(content) > LARGEST:
        sys.exit(f"error: {len(content)} bytes exceed {LARGEST}")
    return content


if __name__ == "__main__":
    committed_file.run(__doc__, build, OUTPUT, "the models differ from what their source gives; run Scripts/generate-service-models.py")
