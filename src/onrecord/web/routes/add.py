"""Adding documents: by upload, or by a path on this machine; read in the background."""

import re
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, File, Form, UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import UsageError
from onrecord.settings import Limits
from onrecord.web.asked import Asking
from onrecord.web.deciding import forged
from onrecord.web.responses import page

router = APIRouter()
LIMITS = Limits()
FILES = 1_000
"""Files of one upload."""


@router.get("/add")
@router.get("/add.json")
def add(request: Request, asking: Asking) -> Response:
    """The form, what is being read, and what could not be."""
    unread = [{"path": Path(u.path).name, "member": u.member, "reason": u.reason, "advice": u.advice} for u in asking.unread()][-50:]
    return page(
        request, "add.html", jobs=[j.shown() for j in reversed(request.app.state.jobs.all)], unread=unread,
        _form_secret=request.state.form_secret, _local=request.app.state.local_paths, _megabytes=LIMITS.bytes_on_disk // 1024 // 1024,
        _here="/add", _twin="/add.json",
    )  # fmt: skip


@router.post("/add")
def take(
    request: Request,
    files: Annotated[list[UploadFile] | None, File()] = None,
    path: Annotated[str, Form(max_length=4_000)] = "",
    secret: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Keep uploaded files beside the record and queue them, or queue a path of this machine."""
    if refused := forged(request, secret):
        return refused
    uploads = [f for f in files or [] if f.filename]
    if len(uploads) > FILES:
        raise UsageError(f"More than {FILES} files at once.", "Give the path of their folder, or upload them in parts.")
    paths = [keep(request.app.state.record, f) for f in uploads]
    if path.strip():
        if not request.app.state.local_paths:
            raise UsageError("Paths are taken only where the room is open to this machine alone.", "Upload the files.")
        given = Path(path.strip()).expanduser()
        if not given.exists():
            raise UsageError(f"There is nothing at {given}.", "Give the path of a file or folder on this machine.")
        paths.append(given)
    if not paths:
        raise UsageError("No file was given.", "Choose files, drop them on the page, or give a path.")
    request.app.state.jobs.add(paths)
    return RedirectResponse("/add", status_code=303)


@router.post("/add/resume")
def resume(request: Request, number: Annotated[int, Form()], secret: Annotated[str, Form(max_length=500)] = "") -> Response:
    """Go on with a job that was broken off when the server stopped."""
    if refused := forged(request, secret):
        return refused
    request.app.state.jobs.go_on(number)
    return RedirectResponse("/add", status_code=303)


def keep(record: Path, upload: UploadFile) -> Path:
    """An uploaded file on disk, in a folder named by its content, so that the same file again is the same document."""
    hashed = sha256()
    size = 0
    while part := upload.file.read(1 << 20):
        hashed.update(part)
        size += len(part)
        if size > LIMITS.bytes_on_disk:
            raise UsageError(
                f"{upload.filename} is larger than {LIMITS.bytes_on_disk // 1024 // 1024} MiB.", "Give its path in place of an upload."
            )
    folder = record.parent / f"{record.stem}-uploads" / hashed.hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / file_name(upload.filename or "")
    upload.file.seek(0)
    with target.open("wb") as out:
        while part := upload.file.read(1 << 20):
            out.write(part)
    return target


def file_name(given: str) -> str:
    """A name that stays in its folder: the last part of what was given, without what file systems or shells take for something else."""
    last = re.split(r"[/\\]", given)[-1]
    plain = re.sub(r'[\x00-\x1f\x7f<>:"|?*]', "_", last).strip(". ")
    return plain[-120:] or "document"
