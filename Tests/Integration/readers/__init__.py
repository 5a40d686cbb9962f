"""Reads objects with boto3, one module per family of services."""

from readers import (  # noqa: F401  (importing a module registers its readers)
    compute,
    content,
    databases,
    delivery,
    encryption,
    governance,
    identity,
    messaging,
    monitoring,
    network,
    security,
    storage,
)
from readers.registry import GLOBAL_TYPES, LISTERS, READERS, Found

__all__ = ["GLOBAL_TYPES", "LISTERS", "READERS", "Found"]
