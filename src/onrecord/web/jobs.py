"""Reading in the background: files into the record, one job after the other, whether or not anybody looks at the page.

The list of jobs is kept in a file beside the record (NAME-jobs.json). What a stopped server left unfinished is shown as broken off and can be gone on
with: what was finished is on record, and reading the same files again skips it.
"""

import datetime
import json
import os
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from queue import Queue
from typing import Any, Literal

from onrecord import pipeline
from onrecord.documents.document import Document, Unread
from onrecord.errors import OnrecordError, UsageError
from onrecord.exports.pace import Pace, Rate, progress_words
from onrecord.reading.parse import Parser
from onrecord.record.store import Record
from onrecord.resources.resources import Resources

State = Literal["waiting", "reading", "done", "stopped", "broken off"]
UNFINISHED: tuple[State, ...] = ("waiting", "reading")
KEPT = 100
"""Jobs of the list that are kept, the newest."""
LISTED = 200
"""Documents, and files that could not be read, that one job lists; it counts all."""
EVERY = 2.0
"""Seconds between two times that the list is written while a job runs."""


@dataclass(slots=True)
class Job:
    """Files to read and how far that is. `read` are ids, titles and claims of documents; `known` counts those that were on record before."""

    number: int
    paths: list[str]
    state: State = "waiting"
    read: list[tuple[str, str, int]] = field(default_factory=list)
    unread: list[tuple[str, str | None, str, str]] = field(default_factory=list)
    documents: int = 0
    failed: int = 0
    known: int = 0
    compared: tuple[int, int] = (0, 0)
    error: str = ""
    began: str = ""
    ended: str = ""
    pace: Pace | None = None
    rate: Rate | None = None

    def shown(self) -> dict[str, Any]:
        """The job as plain values."""
        return {
            "number": self.number,
            "names": [Path(p).name for p in self.paths],
            "state": self.state,
            "documents": self.documents,
            "failed": self.failed,
            "read": [{"address": f"/documents/{i}", "title": t, "claims": n} for i, t, n in self.read],
            "known": self.known,
            "compared": list(self.compared),
            "progress": self.progress(),
            "share": round(self.pace.reached / self.pace.total, 3) if self.pace and self.pace.total and self.state == "reading" else None,
            "unread": [{"path": Path(p).name, "member": m, "reason": r, "advice": a} for p, m, r, a in self.unread],
            "error": self.error,
            "began": self.began,
            "ended": self.ended,
        }

    def progress(self) -> str:
        """How far the reading, or then the comparing, is: "12 of 40 documents, about 3 minutes left"."""
        if self.state != "reading":
            return ""
        done, total = self.compared
        if total and self.rate:
            return progress_words(done, total, self.rate.left(done, total))
        return self.pace.words() if self.pace else ""

    def note(self, result: Any) -> None:
        """Count what reading one document came to."""
        if isinstance(result, Unread):
            self.paced(result.path, 0)
            self.failed += 1
            if len(self.unread) < LISTED:
                self.unread.append((result.path, result.member, result.reason, result.advice))
        elif isinstance(result, Document):
            self.paced(result.path, len(result.text), known=True)
            self.known += 1
        else:
            source = result.document
            self.paced(source.path, len(source.text))
            self.documents += 1
            if len(self.read) < LISTED:
                self.read.append((source.id, source.title or source.member or Path(source.path or source.id).name, len(result.events)))

    def paced(self, path: str | None, characters: int, *, known: bool = False) -> None:
        """Take a document into the pace of the job."""
        if self.pace:
            self.pace.after(path, characters, known=known)


class Jobs:
    """The jobs of one record, read by one thread in the order they came."""

    def __init__(self, record: Path, resources: Resources, parser: Callable[[], Parser]) -> None:
        self.record = record
        self.file = record.with_name(f"{record.stem}-jobs.json")
        self.resources = resources
        self.make_parser = parser
        self.parser: Parser | None = None
        self.all: list[Job] = load(self.file)
        self.waiting: Queue[Job] = Queue()
        self.lock = threading.Lock()
        self.thread: threading.Thread | None = None
        self.written = 0.0

    def add(self, paths: list[Path]) -> Job:
        """Put files and folders in the queue."""
        with self.lock:
            job = Job(max((j.number for j in self.all), default=0) + 1, [str(p.absolute()) for p in paths])
            self.all = [*self.all, job][-KEPT:]
            self._queue(job)
        return job

    def go_on(self, number: int) -> Job:
        """Put a job that was broken off or stopped in the queue again. Raises UsageError where there is no such job."""
        with self.lock:
            job = next((j for j in self.all if j.number == number and j.state in ("broken off", "stopped")), None)
            if job is None:
                raise UsageError("There is no job of that number to go on with.", "The list has those that were broken off.")
            job.state, job.error, job.ended, job.known = "waiting", "", "", 0
            job.failed, job.unread = 0, []
            self._queue(job)
        return job

    def _queue(self, job: Job) -> None:
        self.waiting.put(job)
        self._write()
        if self.thread is None:
            self.thread = threading.Thread(target=self._work, name="reading", daemon=True)
            self.thread.start()

    def _work(self) -> None:
        while True:
            job = self.waiting.get()
            job.state, job.began = "reading", moment()
            self._write()
            try:
                self._read(job)
                job.state = "done"
            except OnrecordError as error:
                job.state, job.error = "stopped", str(error)
            except Exception as error:  # the thread must outlive whatever breaks; the page says what it was
                job.state, job.error = "stopped", f"Reading broke: {type(error).__name__}. What was finished is on record."
            finally:
                job.ended = moment()
                self._write()
                self.waiting.task_done()

    def _read(self, job: Job) -> None:
        if self.parser is None:
            self.parser = self.make_parser()

        job.compared, job.rate, job.pace = (0, 0), None, Pace([Path(p) for p in job.paths])

        def step(done: int, total: int) -> None:
            job.compared, job.rate = (done, total), job.rate or Rate(done)

        with Record(self.record) as record:
            found = pipeline.documents_in([Path(p) for p in job.paths])
            for result in pipeline.keep(record, found, parser=self.parser, resources=self.resources, step=step):
                job.note(result)
                if time.monotonic() - self.written > EVERY:
                    self._write()

    def _write(self) -> None:
        """Keep the list; where the folder takes no file, the list lasts as long as the server."""
        self.written = time.monotonic()
        fields = ("number", "paths", "state", "read", "unread", "documents", "failed", "known", "compared", "error", "began", "ended")
        plain = [{k: getattr(j, k) for k in fields} for j in list(self.all)]
        part = self.file.with_suffix(".part")
        try:
            part.write_text(json.dumps(plain), encoding="utf-8")
            os.replace(part, self.file)
        except OSError:
            return


def load(file: Path) -> list[Job]:
    """The jobs that are kept in a file; those that were waiting or being read then are broken off. A file of another shape gives none."""
    try:
        found = [Job(**given) for given in json.loads(file.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        return []
    for job in found:
        job.read = [(i, t, n) for i, t, n in job.read]
        job.unread = [(p, m, r, a) for p, m, r, a in job.unread]
        job.compared = (job.compared[0], job.compared[1])
        if job.state in UNFINISHED:
            job.state = "broken off"
    return found


def moment() -> str:
    """This minute in UTC, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
