"""A file's document -> the one it is on record: the same however its path was typed, and after its folder was moved; another file's text is a copy."""

import os
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from onrecord.documents.document import Document, by_content, numbered
from onrecord.record.store import Record


def as_known(record: Record, document: Document) -> Document:
    """The document with the id it has on record, or will have there.

    Where nothing but its file tells it from another with the same text, the file decides: the same file is the same document; a file of the same name
    whose old place is empty was moved; any other is a copy with an id of its own. What was forgotten stays forgotten, wherever its text turns up.
    """
    if not by_content(document):
        return document
    question = """SELECT d.id, d.origin, d.path, f.document IS NOT NULL AS gone FROM documents d LEFT JOIN forgotten f ON f.document = d.id
                  WHERE d.text_sha256 = ? AND (d.member IS ? OR gone) AND d.external_id IS NULL AND d.url IS NULL ORDER BY d.number"""
    text = sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest()
    rows = [(r["id"], r["origin"], r["path"], r["gone"]) for r in record.queries.rows(question, (text, document.member))]
    here = str(document.origin)
    for same in (_the_same_file, _moved):
        for ident, origin, path, gone in rows:
            if not gone and same(here, origin, path):
                if origin != here:
                    _keep_origin(record, ident, here)
                return replace(document, id=ident)
    for ident, _, _, gone in rows:
        if gone:
            return replace(document, id=ident)
    taken = {ident for ident, _, _, _ in rows}
    number = 1
    while numbered(document, number).id in taken:
        number += 1
    return numbered(document, number)


def _the_same_file(here: str, origin: str | None, path: str | None) -> bool:
    """Records of before version 3 know only the path as it was typed: one that ends like the file's is taken for its."""
    if origin is not None or path is None:
        return origin == here
    typed = [part for part in Path(os.path.normpath(path)).parts if part not in (os.sep, os.pardir)]
    return here == os.path.realpath(path) or Path(here).parts[-len(typed) :] == tuple(typed)


def _moved(here: str, origin: str | None, path: str | None) -> bool:
    return origin is not None and Path(origin).name == Path(here).name and not os.path.exists(origin)


def _keep_origin(record: Record, document: str, origin: str) -> None:
    """Note where a document's file lies now, unless it was forgotten meanwhile."""
    with record.writing() as connection:
        connection.execute(
            "UPDATE documents SET origin = ? WHERE id = ? AND id NOT IN (SELECT document FROM forgotten)", (origin, document)
        )
