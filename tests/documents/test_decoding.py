import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.decoding import decode, mended, mis_decoded, usable, without_surrogates
from onrecord.errors import UnreadableDocumentError


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_told_apart(encoding: str) -> None:
    assert (
        decode("Gəncə was shelled.".encode(encoding) if "16-" not in encoding else "Ganja was shelled.".encode(encoding)).text[-8:]
        == "shelled."
    )


def test_western_code_pages_come_after_utf8() -> None:
    assert decode("“Café” – naïve".encode("cp1252")).text == "“Café” – naïve"
    assert decode("“Café” – naïve".encode()).encoding == "utf-8"


def test_a_declared_charset_is_believed_where_it_fits() -> None:
    assert decode("Москва".encode("koi8-r"), declared="KOI8-R").text == "Москва"
    assert decode("Москва".encode(), declared="ascii").text != ""
    assert decode("Gəncə".encode(), declared="no-such-charset").text == "Gəncə"


@pytest.mark.parametrize("name", ["base64", "idna", "rot13", "zlib", "", "\0", None])
def test_codecs_that_are_for_no_text_are_not_used(name: str | None) -> None:
    assert usable(name) is None


def test_damaged_utf8_stays_utf8_and_is_flagged() -> None:
    found = decode(("Gəncə şəhəri, Ağdam və Füzuli. " * 3).encode()[:-4] + b"\xc9")
    assert found.encoding == "utf-8"
    assert found.text.startswith("Gəncə şəhəri")
    assert [f.kind for f in found.flags] == ["undecoded_characters"]


def test_line_ends_become_one_kind() -> None:
    assert decode(b"a\r\nb\rc\n").text == "a\nb\nc\n"


@pytest.mark.parametrize("data", [b"a\0b", bytes(range(256)), b"\x01\x02\x03\x04 text", codecs.BOM_UTF16_LE + b"a\0\0\0"])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        decode(data)


def test_lines_decoded_twice_are_mended_and_flagged() -> None:
    text, flags = mended("It was quiet.\nThey donâ€™t know.\nGəncə.")
    assert text == "It was quiet.\nThey don’t know.\nGəncə."
    assert flags[0].kind == "mended_encoding"
    assert flags[0].span.of(text) == "They don’t know."


def test_a_text_that_must_stay_is_only_flagged() -> None:
    (flag,) = mis_decoded("They donâ€™t know.")
    assert flag.kind == "mis_decoded"
    assert mis_decoded("They don’t know.") == ()


@given(st.text(max_size=200))
def test_utf8_comes_back_but_for_line_ends(text: str) -> None:
    if "\0" in text or any((c < " " and c not in "\t\n\r\f\v\x1b") or c == "\x7f" for c in text) or text.startswith("\ufeff"):
        return
    found = decode(text.encode())
    if not any(f.kind == "mended_encoding" for f in found.flags):
        assert found.text == text.replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(alphabet=st.characters(codec=None), max_size=50))
def test_lone_surrogates_go_and_offsets_stay(text: str) -> None:
    done = without_surrogates(text)
    assert len(done) == len(text)
    done.encode("utf-8")
