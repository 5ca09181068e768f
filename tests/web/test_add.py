import threading
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from onrecord.documents.document import Document
from onrecord.exports import pace
from onrecord.reading.parse import Parse, SpacyParser
from onrecord.settings import Limits
from onrecord.web import guard
from onrecord.web.app import create_app
from onrecord.web.routes import add
from onrecord.web.routes.add import file_name
from tests.web.made import make
from tests.web.test_gathering import waited
from tests.web.test_pages import answer

TEXT = b"The Defence Ministry of Aria said on 4 May 2020 that Borean forces had shelled the town of Berd. Borea denied it."


def room_of(tmp_path: Path, parser: SpacyParser, **given: Any) -> TestClient:
    path = make(tmp_path / "own.db", attack=False, long=False)
    return TestClient(create_app(path, parser=lambda: parser, **given), base_url="http://127.0.0.1", follow_redirects=False)


def secret_of(client: TestClient) -> str:
    return client.get("/add").text.split('name="secret" value="', 1)[1].split('"', 1)[0]


def finish(client: TestClient) -> None:
    client.app.state.jobs.waiting.join()  # type: ignore[attr-defined]


def test_uploads_are_read_in_the_background_and_reported(tmp_path: Path, parser: SpacyParser) -> None:
    with room_of(tmp_path, parser) as client:
        files = [("files", ("../../a <b>.txt", TEXT)), ("files", ("broken.pdf", b"%PDF-1.4 broken"))]
        got = client.post("/add", data={"secret": secret_of(client)}, files=files)
        assert (got.status_code, got.headers["location"]) == (303, "/add")
        finish(client)
        job = answer(client, "/add.json")["jobs"][0]
        assert (job["state"], len(job["read"]), len(job["unread"])) == ("done", 1, 1)
        assert job["unread"][0]["path"] == "broken.pdf"
        assert client.get(job["read"][0]["address"]).status_code == 200
        assert "<b>" not in client.get("/add").text
        assert not list(tmp_path.parent.glob("a *.txt"))
        client.post("/add", data={"secret": secret_of(client)}, files=files[:1])
        finish(client)
        again = answer(client, "/add.json")["jobs"][0]
        assert (again["known"], again["read"]) == (1, [])


def test_a_path_of_this_machine_is_read(tmp_path: Path, parser: SpacyParser) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "one.txt").write_bytes(TEXT)
    with room_of(tmp_path, parser) as client:
        assert client.post("/add", data={"secret": secret_of(client), "path": str(tmp_path / "in")}).status_code == 303
        finish(client)
        assert len(answer(client, "/add.json")["jobs"][0]["read"]) == 1
        assert client.post("/add", data={"secret": secret_of(client), "path": str(tmp_path / "none")}).status_code == 400
        assert client.post("/add", data={"secret": secret_of(client)}).status_code == 400


def test_paths_are_not_taken_from_other_machines(tmp_path: Path, parser: SpacyParser) -> None:
    with room_of(tmp_path, parser, token="a-long-enough-token") as client:
        client.get("/?token=a-long-enough-token")
        got = client.post("/add", data={"secret": secret_of(client), "path": str(tmp_path)})
        assert got.status_code == 400
        assert "this machine alone" in got.text


def test_too_much_at_once_is_refused_before_it_is_read(tmp_path: Path, parser: SpacyParser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "UPLOAD", 1_000)
    with room_of(tmp_path, parser) as client:
        big = [("files", ("big.txt", b"x" * 2_000))]
        assert client.post("/add", data={"secret": secret_of(client)}, files=big).status_code == 413
        endless = client.post("/add", content=iter([b"x"]), headers={"content-type": "multipart/form-data; boundary=x"})
        assert endless.status_code == 411


def test_a_file_that_is_too_large_is_refused_and_not_kept(tmp_path: Path, parser: SpacyParser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(add, "LIMITS", Limits(bytes_on_disk=1_000))
    with room_of(tmp_path, parser) as client:
        got = client.post("/add", data={"secret": secret_of(client)}, files=[("files", ("<b>big.txt", b"x" * 2_000))])
        assert got.status_code == 400
        assert "is larger than" in got.text
        assert "<b>" not in got.text
        assert not list(tmp_path.rglob("*big.txt"))
        many = [("files", (f"{i}.txt", b"x")) for i in range(add.FILES + 1)]
        assert client.post("/add", data={"secret": secret_of(client)}, files=many).status_code == 400
        assert answer(client, "/add.json")["jobs"] == []


@pytest.mark.parametrize(
    ("given", "made"),
    [("../../etc/passwd", "passwd"), ("a\\b\\c.txt", "c.txt"), ("..", "document"), ("", "document"), ("x\x00\n.txt", "x__.txt"), (".hidden", "hidden")],
)  # fmt: skip
def test_file_names_stay_in_their_folder(given: str, made: str) -> None:
    assert file_name(given) == made
    assert len(file_name("a" * 500)) == 120


def test_the_list_of_jobs_outlives_the_server_and_what_was_broken_off_goes_on(tmp_path: Path, parser: SpacyParser) -> None:
    (tmp_path / "one.txt").write_bytes(TEXT)
    with room_of(tmp_path, parser) as client:
        client.post("/add", data={"secret": secret_of(client), "path": str(tmp_path / "one.txt")})
        finish(client)
    kept = tmp_path / "own-jobs.json"
    assert '"state": "done"' in kept.read_text()
    kept.write_text(kept.read_text().replace('"state": "done"', '"state": "reading"'))
    with TestClient(create_app(tmp_path / "own.db", parser=lambda: parser), base_url="http://127.0.0.1", follow_redirects=False) as client:
        assert [j["state"] for j in answer(client, "/add.json")["jobs"]] == ["broken off"]
        assert "The server stopped before this was finished" in client.get("/add").text
        assert client.post("/add/resume", data={"secret": "wrong", "number": 1}).status_code == 403
        assert client.post("/add/resume", data={"secret": secret_of(client), "number": 7}).status_code == 400
        assert client.post("/add/resume", data={"secret": secret_of(client), "number": 1}).status_code == 303
        finish(client)
        (job,) = answer(client, "/add.json")["jobs"]
        assert (job["state"], job["documents"], job["known"]) == ("done", 1, 1)


class Gated:
    """A parser that waits before its second document until it is let through."""

    def __init__(self, inner: SpacyParser) -> None:
        self.inner, self.identity = inner, inner.identity
        self.documents = 0
        self.gate = threading.Event()

    def parse(self, document: Document) -> Parse:
        self.documents += 1
        if self.documents > 1:
            assert self.gate.wait(30)
        return self.inner.parse(document)


def test_how_far_a_job_is_and_how_long_the_rest_takes_is_told(tmp_path: Path, parser: SpacyParser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "SOON", 0.0)
    (tmp_path / "in").mkdir()
    for number in range(4):
        (tmp_path / "in" / f"{number}.txt").write_bytes(TEXT + b" " + b"So it said. " * number)
    gated = Gated(parser)
    app = create_app(make(tmp_path / "own.db", attack=False, long=False), parser=lambda: gated)
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as client:
        client.post("/add", data={"secret": secret_of(client), "path": str(tmp_path / "in")})
        assert waited(lambda: answer(client, "/add.json")["jobs"][0]["documents"] == 1)
        job = answer(client, "/add.json")["jobs"][0]
        assert job["progress"] == "1 of 4 documents, less than a minute left"
        assert 0.1 < job["share"] < 0.5
        page = client.get("/add").text
        assert "1 of 4 documents, less than a minute left." in page
        assert f'<progress max="1" value="{job["share"]}" aria-label="Documents read">' in page
        gated.gate.set()
        finish(client)
        job = answer(client, "/add.json")["jobs"][0]
        assert (job["state"], job["documents"], job["progress"], job["share"]) == ("done", 4, "", None)


def test_a_list_of_jobs_of_another_shape_is_left_aside(tmp_path: Path, parser: SpacyParser) -> None:
    (tmp_path / "own-jobs.json").write_text('[{"number": "x", "other": 1}]')
    with room_of(tmp_path, parser) as client:
        assert answer(client, "/add.json")["jobs"] == []
