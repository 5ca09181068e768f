import pytest

from onrecord import pipeline
from onrecord.documents.document import Document, Unread, new_document
from onrecord.errors import ParserError, StageError
from onrecord.reading.parse import Parse
from onrecord.record.claim import Account
from onrecord.resources.resources import Resources


class Broken:
    """A parser that breaks on some texts."""

    identity = "broken"

    def parse(self, document: Document) -> Parse:
        if "boom" in document.text:
            raise RuntimeError("the tree grew into the sky")
        if "gone" in document.text:
            raise ParserError("No parser.")
        return Parse((), ())


def test_one_broken_document_never_stops_a_run() -> None:
    documents = [new_document("fine"), new_document("boom", path="b.txt"), Unread("c.txt", None, "empty"), new_document("fine too")]
    found = list(pipeline.read_all(documents, parser=Broken(), resources=Resources()))
    assert [type(f) for f in found] == [Account, Unread, Unread, Account]
    broken = found[1]
    assert isinstance(broken, Unread)
    assert broken.path == "b.txt"
    assert "'reading'" in broken.reason
    assert "the tree grew into the sky" in broken.reason


def test_what_the_user_can_mend_stops_the_run() -> None:
    with pytest.raises(ParserError):
        list(pipeline.read_all([new_document("gone")], parser=Broken(), resources=Resources()))


def test_a_stage_error_names_its_stage() -> None:
    with pytest.raises(StageError) as caught:
        pipeline.account_of(new_document("boom"), parser=Broken(), resources=Resources())
    assert caught.value.stage == "reading"


def test_another_language_is_kept_and_not_read_as_english() -> None:
    document = new_document("boom, tout le monde", language="fr")
    account = pipeline.account_of(document, parser=Broken(), resources=Resources())
    assert account.events == ()
    assert [(o.stage, o.reason) for o in account.omissions] == [("documents", "language not read yet: fr")]


def test_known_documents_are_skipped() -> None:
    document = new_document("boom")
    found = list(pipeline.read_all([document], parser=Broken(), resources=Resources(), skip=lambda d: True))
    assert found == [document]
