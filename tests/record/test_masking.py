import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.ids import actor_id, content_id
from onrecord.record.masking import Mask, words_of
from onrecord.record.tell import commitment_key
from onrecord.resources.folding import bare

MASK = Mask(["José Doe"], 417, ["Ms Doe", "Doe"])


@pytest.mark.parametrize(
    "text",
    [
        "José Doe", "JOSÉ DOE", "Jose Doe", "Jose\u0301 Doe", "Josè  Doe", "José-Doe", "José_Doe", "José\n        Doe", "José. Doe", "Doe José", "DOE, José", "jose.doe", "josedoe",
        "ｊｏｓｅ ｄｏｅ", "Jo\u00adse Doe", "J’osé Doe", "Jos%C3%A9%20Doe", "jos%c3%a9+doe",
    ],
)  # fmt: skip
def test_every_spelling_of_a_name_is_hidden_at_its_length(text: str) -> None:
    inside = f"([x] {text}'s, report_{text}_2.pdf"
    hidden = MASK(inside)
    assert len(hidden) == len(inside)
    assert "doe" not in bare(hidden)
    assert "jos" not in bare(hidden)
    assert hidden.startswith("([x] ")
    assert hidden.endswith("_2.pdf")


def test_other_words_stay() -> None:
    for text in ("Joseph Doeing", "Josette", "Does he know?", "John Roe", "sha256:d0e", "100% of 5%2", "Josédoer", ""):
        assert MASK(text) == text
    assert Mask(["José Doe"], 417)("Doe, a clerk; Ana Doe") == "Doe, a clerk; Ana Doe"


def test_a_short_name_is_hidden_as_a_word_alone() -> None:
    hide = Mask(["Li Wu"], 417)
    assert hide("Li Wu, liwu, Li-Wu and Lily Wu") == "█████, liwu, █████ and Lily Wu"
    assert Mask(["李小明"], 417)("他說李小明。") == "他說███。"


def test_codes_and_ids_are_no_words() -> None:
    tun = Mask(["Kyaw Tun"], 417, ["Tun"])
    party = {"key": "TUN", "name": "Tunisia", "kind": "state", "country": "TUN", "entry": "TUN"}
    assert tun.plain(party) == party
    camp = Mask(["Ada Camp"], 417, ["Camp"])
    assert camp.plain({"name": "Camp Road", "feature": "camp"}) == {"name": "████ Road", "feature": "camp"}
    claim = content_id("c", "x")
    assert tun.json(json.dumps(claim)) == json.dumps(claim)
    assert tun.json('["TUN","U Tun"]', "sender_called") == '["TUN","U ███"]'
    assert tun.json('"Kyaw Tun"').startswith('"[417]')


def test_a_part_of_a_name_is_hidden_where_it_is_written_as_one() -> None:
    may = Mask(["Anna May"], 417, ["May", "Anna"])
    assert may("She may go, Ms May said. ANNA did; Anna's aunt did.") == "She may go, Ms ███ said. ████ did; ████'s aunt did."
    assert may("it may be so") == "it ███ be so"  # a text without capitals
    assert may("may") == "may"
    assert may("anna may") == "[417]███"
    assert may.anyhow("in/anna-2.txt") == "in/████-2.txt"
    assert may.key("person:ms may") == "person:ms ███"


def test_words_of_names() -> None:
    assert words_of(["Jan van der Berg", "li wu", "mara lind"]) == {"Jan", "Berg", "mara", "lind"}


def test_keys_are_made_of_what_is_left() -> None:
    found = MASK.plain({"id": actor_id("person:jose doe"), "key": "person:jose doe", "name": "José Doe"})
    assert found == {"id": actor_id("person:417 ███"), "key": "person:417 ███", "name": "[417]███"}
    assert MASK.key("name:jose doe school|PER") == "name:417 ███ school|PER"
    assert MASK.key("per-jose-doe-1970") == "per-[417]███-1970"
    bond = MASK.plain(
        {"key": commitment_key("the José Doe accord"), "name": "the José Doe accord", "kind": "agreement", "relation": "keeps"}
    )
    assert bond["key"] == commitment_key("the [417]███ accord")


def test_others_keys_are_words_and_escapes_are_read() -> None:
    assert json.loads(MASK.free('{"x-Jos\\u00e9 Doe":["jose doe"],"kind":"Doe"}')) == {"x-[417]███": ["[417]███"], "kind": "███"}
    assert MASK.json('{"detail":"Jos\\u00e9 Doe"}') == '{"detail":"[417]███"}'
    assert MASK.plain({"metadata": {"kind": "José Doe"}}) == {"metadata": {"kind": "[417]███"}}
    assert MASK.json(raw := '{"detail": "nobody"}') is raw


@given(st.text(), st.text())
def test_whatever_stands_around_it(before: str, after: str) -> None:
    hidden = MASK(text := f"{before} José Doe {after}")
    assert len(hidden) == len(text)
    assert "jose doe" not in bare(hidden)
    assert MASK(hidden) == hidden
