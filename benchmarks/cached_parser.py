"""A parser that remembers what it parsed, on disk, so that scoring again costs only our own stages."""

import hashlib
import pickle
from pathlib import Path

from onrecord.documents.document import Document
from onrecord.reading import parse as parse_module
from onrecord.reading.parse import Parse, SpacyParser


class CachedParser:
    """The default parser behind a folder of pickled parses, keyed by text, sections, parser and the source of `reading.parse`."""

    def __init__(self, folder: Path) -> None:
        self.inner = SpacyParser()
        self.folder = folder
        source = Path(parse_module.__file__).parent
        self.key = self.inner.identity + "".join((source / f).read_text(encoding="utf-8") for f in ("parse.py", "reading.py"))

    @property
    def identity(self) -> str:
        """The inner parser's name and version."""
        return self.inner.identity

    def parse(self, document: Document) -> Parse:
        """The remembered parse of a document, or a new one."""
        sections = repr([(s.span.start, s.span.end) for s in document.sections])
        name = hashlib.sha256("\0".join((self.key, document.text, sections)).encode("utf-8", "surrogatepass")).hexdigest()
        path = self.folder / name[:2] / name
        if path.exists():
            try:
                found: Parse = pickle.loads(path.read_bytes())
                return found
            except (EOFError, pickle.UnpicklingError):
                path.unlink(missing_ok=True)
        made = self.inner.parse(document)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(f".{hashlib.sha256(repr(id(made)).encode()).hexdigest()[:8]}")
        part.write_bytes(pickle.dumps(made, protocol=5))
        part.replace(path)
        return made
