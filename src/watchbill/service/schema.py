"""The JSON Schema of the service file, so that an editor completes it."""

from __future__ import annotations

from typing import Any

from watchbill.kernel.edge import JSON_SCHEMA_DIALECT, json_schema
from watchbill.service.file import ServicePart


def service_schema() -> dict[str, Any]:
    """The schema of a service file."""
    return {"$schema": JSON_SCHEMA_DIALECT, **json_schema(ServicePart)}
