"""The values of an account -> the JSON Schema (draft 2020-12) of onrecord/1; `onrecord-1.schema.json` beside this file holds the result."""

import datetime
import inspect
from collections.abc import Mapping
from dataclasses import is_dataclass
from importlib.resources import files
from typing import Any, Literal, get_args, get_origin

from onrecord.record.claim import Account
from onrecord.record.plain import Part, Plain, parts_of

NAME = "onrecord-1.schema.json"
_DAY = {"type": "string", "format": "date"}
_OFFSET = {"type": "integer", "minimum": 0}


def schema_text() -> str:
    """The schema as it ships."""
    return files("onrecord.exports").joinpath(NAME).read_text(encoding="utf-8")


def make_schema() -> Plain:
    """The schema of what `json_lines` writes, made from the values themselves."""
    definitions: Plain = {}
    body = _object(Account, definitions)
    body["properties"]["format"] = {"const": "onrecord/1"}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "onrecord/1",
        "$comment": "Keys may be added; a meaning never changes under the same name. Offsets are code points into document.text, half-open.",
        **body,
        "$defs": dict(sorted(definitions.items())),
    }


def _object(kind: Any, definitions: Plain) -> Plain:
    properties: Plain = {}
    for part in parts_of(kind):
        properties |= _property(part, definitions)
    about = " ".join((inspect.getdoc(kind) or "").split())
    return {"type": "object", "description": about, "properties": properties, "required": list(properties)}


def _property(part: Part, definitions: Plain) -> Plain:
    if part.form == "span":
        offset = _or_null(_OFFSET) if part.optional else _OFFSET
        return {"start": offset, "end": offset}
    if part.form == "pair":
        return {part.key: {"type": "array", "prefixItems": [_OFFSET, _OFFSET], "minItems": 2, "maxItems": 2}}
    if part.form == "timespan":
        return {"edtf": {"type": ["string", "null"]}, "earliest": _or_null(_DAY), "latest": _or_null(_DAY)}
    held = _value(part.type, definitions)
    return {part.key: _or_null(held) if part.optional else held}


def _value(hint: Any, definitions: Plain) -> Plain:
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _value(get_args(hint)[0], definitions)}
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if hint is datetime.date:
        return dict(_DAY)
    if get_origin(hint) is Mapping:
        return {"type": "object", "additionalProperties": {"type": "string"}}
    if is_dataclass(hint):
        name = getattr(hint, "__name__", str(hint))
        if name not in definitions:
            definitions[name] = {}
            definitions[name] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{name}"}
    return {"type": {str: "string", bool: "boolean", int: "integer", float: "number"}[hint]}


def _or_null(schema: Plain) -> Plain:
    return {"anyOf": [schema, {"type": "null"}]}
