"""The OpenAPI document, made from the table of calls and the types of their shapes."""

import re
from typing import Any

import msgspec

import wadesk
from wadesk.api.calls import CALLS, ApiCall
from wadesk.api.shapes import ErrorAnswer, Shape

_ALWAYS = (401, 403, 429, 500)
_MEANING = {
    400: "Not understood", 401: "No or a wrong key", 403: "Not allowed", 404: "Nothing there", 409: "Against a fact",
    413: "Too large", 422: "Cannot be a number", 429: "Too many requests", 500: "A bug", 503: "Not now",
}  # fmt: skip


def document() -> dict[str, Any]:
    """OpenAPI 3.1 of all calls."""
    bodies = {call.body for call in CALLS if call.body is not None}
    shapes: set[type[Shape]] = {ErrorAnswer, *(call.answer for call in CALLS), *bodies}
    ordered = sorted(shapes, key=lambda shape: shape.__name__)
    schemas, components = msgspec.json.schema_components(ordered, ref_template="#/components/schemas/{name}")
    refs = dict(zip(ordered, schemas, strict=True))
    paths: dict[str, dict[str, Any]] = {}
    for call in CALLS:
        paths.setdefault(call.path, {})[call.method.lower()] = _operation(call, refs)
    return {
        "openapi": "3.1.0",
        "info": {"title": "WaDesk", "version": wadesk.__version__},
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
        },
        "security": [{"key": []}],
    }


def _operation(call: ApiCall, refs: dict[type[Shape], dict[str, Any]]) -> dict[str, Any]:
    answers = {str(call.status): {"description": call.summary, "content": _json(refs[call.answer])}}
    for status in sorted({*_ALWAYS, *call.errors}):
        answers[str(status)] = {"description": _MEANING[status], "content": _json(refs[ErrorAnswer])}
    operation: dict[str, Any] = {"summary": call.summary, "parameters": _parameters(call), "responses": answers}
    if call.body is not None:
        operation["requestBody"] = {"required": True, "content": _json(refs[call.body])}
    return operation


def _parameters(call: ApiCall) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
        for name in re.findall(r"{(\w+)}", call.path)
    ]
    for query in call.query:
        kind = {"type": "integer"} if query.whole else {"type": "string"}
        found.append({"name": query.name, "in": "query", "description": query.meaning, "schema": kind})
    if call.idempotent:
        meaning = "A repeat with the same key within 24 hours is the same message"
        found.append({"name": "Idempotency-Key", "in": "header", "description": meaning, "schema": {"type": "string"}})
    return found


def _json(schema: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
