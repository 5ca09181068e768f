"""Rows of a view -> a file for other programs: CSV or JSON Lines, by the address's ending."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

FORMULA = "=+-@\t\r"
KINDS = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl"}


def file_asked(request: Request) -> str | None:
    """The kind of file that an address asks for, "csv" or "jsonl"; None for a page or its twin."""
    ending = request.url.path.rpartition(".")[2]
    return ending if ending in KINDS else None


def as_file(request: Request, rows: Iterable[Mapping[str, Any]]) -> Response:
    """Rows as a file named after the address. A cell that a spreadsheet would take for a formula is made plain text (OWASP, CSV injection)."""
    name = request.url.path.rpartition("/")[2]
    ending = file_asked(request) or "jsonl"
    listed = [dict(r) for r in rows]
    words = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in listed) if ending == "jsonl" else _table(listed)
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(words.encode("utf-8", "replace"), media_type=KINDS[ending], headers=headers)


def _table(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out)
    columns = list(dict.fromkeys(k for row in rows for k in row))
    if columns:
        writer.writerow(columns)
    writer.writerows([[_cell(row.get(k)) for k in columns] for row in rows])
    return out.getvalue()


def _cell(value: Any) -> Any:
    words = "; ".join(map(str, value)) if isinstance(value, list | tuple) else value
    return f"'{words}" if isinstance(words, str) and words[:1] and words[:1] in FORMULA else words
