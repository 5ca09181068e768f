import io
import os
from pathlib import Path

from onrecord.documents.document import Document, Unread
from onrecord.documents.stored import Stored
from onrecord.settings import Limits
from tests.documents import make


def test_a_folder_is_read_in_the_order_of_names_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"text of {name}", encoding="utf-8")
    assert [d.text for d in make.loaded(tmp_path) if isinstance(d, Document)] == ["text of a.txt", "text of b.txt", "text of sub/c.txt"]


def test_reading_twice_gives_the_same_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "b.eml").write_text(make.MAIL, encoding="utf-8")
    assert make.loaded(tmp_path) == make.loaded(tmp_path)


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("one", encoding="utf-8")
    assert len(make.loaded(path, tmp_path, path)) == 1


def test_what_is_no_file_is_an_unread_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    found = make.loaded(tmp_path, tmp_path / "nothing.txt")
    assert [type(f) for f in found] == [Unread, Unread]
    assert "no ordinary file" in found[0].reason  # type: ignore[union-attr]
    assert "no such file" in found[1].reason  # type: ignore[union-attr]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("one", encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert len(make.loaded(tmp_path)) == 1


def test_content_decides_before_the_name(tmp_path: Path) -> None:
    found = make.loaded_bytes(make.pdf([["The army crossed the river."]]), "misnamed.txt", tmp_path)
    assert isinstance(found[0], Document)
    assert found[0].media_type == "application/pdf"


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 broken")
    (tmp_path / "b.txt").write_text("read me", encoding="utf-8")
    bad, good = make.loaded(tmp_path)
    assert isinstance(bad, Unread)
    assert isinstance(good, Document)


def test_a_name_that_is_no_utf8_is_shown_all_the_same(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as file:
        file.write(b"text")
    (found,) = make.loaded(tmp_path)
    assert isinstance(found, Document)
    assert found.path is not None
    found.path.encode("utf-8")


def test_a_limit_names_its_setting_and_default(tmp_path: Path) -> None:
    (found,) = make.loaded_bytes(b"abcdefghij", "a.txt", tmp_path, limits=Limits(characters=5))
    assert isinstance(found, Unread)
    assert "`characters`" in found.reason
    assert "default 10,000,000" in found.reason


def test_a_stored_members_full_name_holds_its_containers() -> None:
    stored = Stored("a.mbox", open=io.BytesIO, size=0, member="message 1")
    assert stored.inside("note.txt") == "message 1/note.txt"
