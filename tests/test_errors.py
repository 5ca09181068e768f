import pickle
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from onrecord import errors, pipeline
from onrecord.documents.document import Document, Unread, new_document
from onrecord.errors import OnrecordError, StageError
from onrecord.reading.parse import Parse
from onrecord.record.claim import Account
from onrecord.resources.resources import Resources

KINDS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, OnrecordError)]


class Broken:
    """A parser that breaks on some texts."""

    identity = "broken"

    def parse(self, document: Document) -> Parse:
        if "boom" in document.text:
            raise KeyError("no such word")
        return Parse((), ())


def read(text: str) -> Account:
    return pipeline.account_of(new_document(text), parser=Broken(), resources=Resources())


def kept(text: str) -> Account | Unread | Document:
    return next(pipeline.read_all([new_document(text, path=f"{text}.txt")], parser=Broken(), resources=Resources()))


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_is_the_same_after_it_went_from_one_process_to_another(kind: type[OnrecordError]) -> None:
    made = StageError("reading", KeyError("word")) if kind is StageError else kind("What is wrong.", "What to do.")
    back = pickle.loads(pickle.dumps(made))
    assert type(back) is kind
    assert (str(back), back.message, back.advice, back.args, vars(back)) == (str(made), made.message, made.advice, made.args, vars(made))
    assert back.advice


def test_a_stage_that_breaks_in_a_worker_is_about_its_document_alone() -> None:
    texts = ("one", "boom", "three")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        waiting = [pool.submit(read, text) for text in texts]
        assert [w.result().document.text for w, text in zip(waiting, texts, strict=True) if text != "boom"] == ["one", "three"]
        with pytest.raises(StageError, match="'reading' broke on it: KeyError") as caught:
            waiting[1].result()
        assert caught.value.stage == "reading"
        found = list(pool.map(kept, texts))
    assert [type(f) for f in found] == [Account, Unread, Account]
    assert isinstance(found[1], Unread)
    assert found[1].path == "boom.txt"
    assert "no such word" in found[1].reason
