"""Reading in the background: files into the record, one job after the other, whether or not anybody looks at the page."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from typing import Any

from onrecord import pipeline
from onrecord.documents.document import Document, Unread
from onrecord.errors import OnrecordError
from onrecord.reading.parse import Parser
from onrecord.record.store import Record
from onrecord.resources.resources import Resources


@dataclass(slots=True)
class Job:
    """Files to read and how far that is. `read` are ids and titles of documents, `known` counts those on record before."""

    number: int
    paths: list[Path]
    state: str = "waiting"
    read: list[tuple[str, str, int]] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    known: int = 0
    compared: tuple[int, int] = (0, 0)
    error: str = ""

    def shown(self) -> dict[str, Any]:
        """The job as plain values."""
        return {
            "number": self.number,
            "names": [p.name for p in self.paths],
            "state": self.state,
            "read": [{"address": f"/documents/{i}", "title": t, "claims": n} for i, t, n in self.read],
            "known": self.known,
            "compared": list(self.compared),
            "unread": [{"path": Path(u.path).name, "member": u.member, "reason": u.reason, "advice": u.advice} for u in self.unread],
            "error": self.error,
        }


class Jobs:
    """The jobs of one record, read by one thread in the order they came."""

    def __init__(self, record: Path, resources: Resources, parser: Callable[[], Parser]) -> None:
        self.record = record
        self.resources = resources
        self.make_parser = parser
        self.parser: Parser | None = None
        self.all: list[Job] = []
        self.waiting: Queue[Job] = Queue()
        self.lock = threading.Lock()
        self.thread: threading.Thread | None = None

    def add(self, paths: list[Path]) -> Job:
        """Put files and folders in the queue."""
        with self.lock:
            job = Job(len(self.all) + 1, paths)
            self.all.append(job)
            self.waiting.put(job)
            if self.thread is None:
                self.thread = threading.Thread(target=self._work, name="reading", daemon=True)
                self.thread.start()
        return job

    def _work(self) -> None:
        while True:
            job = self.waiting.get()
            job.state = "reading"
            try:
                self._read(job)
                job.state = "done"
            except OnrecordError as error:
                job.state, job.error = "stopped", str(error)
            except Exception as error:  # the thread must outlive whatever breaks; the page says what it was
                job.state, job.error = "stopped", f"Reading broke: {type(error).__name__}. What was finished is on record."
            finally:
                self.waiting.task_done()

    def _read(self, job: Job) -> None:
        if self.parser is None:
            self.parser = self.make_parser()

        def step(done: int, total: int) -> None:
            job.compared = (done, total)

        with Record(self.record) as record:
            found = pipeline.documents_in(job.paths)
            for result in pipeline.keep(record, found, parser=self.parser, resources=self.resources, step=step):
                if isinstance(result, Unread):
                    job.unread.append(result)
                elif isinstance(result, Document):
                    job.known += 1
                else:
                    source = result.document
                    job.read.append((source.id, source.title or source.member or Path(source.path or source.id).name, len(result.events)))
