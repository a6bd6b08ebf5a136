"""Holds a JSON value against a schema of the OpenAPI document: the words that document uses, and no others."""

from typing import Any

_KINDS: dict[str, Any] = {
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
    "null": type(None),
}
_KNOWN = {"$ref", "title", "description", "type", "properties", "required", "items", "anyOf", "default"} | {
    "additionalProperties"
}


def faults(value: Any, schema: dict[str, Any], document: dict[str, Any], where: str = "answer") -> list[str]:
    """What stands against `value` being as `schema` says; a property that is not described is a fault too."""
    assert set(schema) <= _KNOWN, f"the document says more than this understands: {set(schema) - _KNOWN}"
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/components/schemas/")
        return faults(value, document["components"]["schemas"][name], document, where)
    if "anyOf" in schema:
        tried = [faults(value, one, document, where) for one in schema["anyOf"]]
        return [] if [] in tried else [f"{where} is none of {len(tried)}"]
    kind = schema.get("type")
    if kind is None:
        return []
    if not isinstance(value, _KINDS[kind]) or (isinstance(value, bool) and kind != "boolean"):
        return [f"{where} is {type(value).__name__}, not {kind}"]
    if kind == "array":
        return [
            fault
            for index, one in enumerate(value)
            for fault in faults(one, schema["items"], document, f"{where}[{index}]")
        ]
    return _object_faults(value, schema, document, where) if kind == "object" else []


def _object_faults(value: dict[str, Any], schema: dict[str, Any], document: dict[str, Any], where: str) -> list[str]:
    described, others = schema.get("properties", {}), schema.get("additionalProperties")
    found = [f"{where} lacks {name}" for name in schema.get("required", []) if name not in value]
    for name, one in value.items():
        if name in described:
            found += faults(one, described[name], document, f"{where}.{name}")
        elif isinstance(others, dict):
            found += faults(one, others, document, f"{where}.{name}")
        else:
            found.append(f"{where}.{name} is not described")
    return found
