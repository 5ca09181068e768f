"""Pronouns in what somebody says: whose act it is told to be."""

import pytest

from onrecord.pipeline import document_from_text
from onrecord.reading.parse import SpacyParser
from onrecord.reading.read import read
from onrecord.resources.resources import Resources


@pytest.fixture(scope="module")
def antecedent(parser: SpacyParser, resources: Resources):  # type: ignore[no-untyped-def]
    def of(text: str, pronoun: str) -> list[str]:
        reading = read(document_from_text(text), parser=parser, resources=resources)
        chain = next(m.chain for m in reading.mentions if m.form == "pronoun" and m.span.of(text) == pronoun)
        return [m.span.of(text) for m in reading.mentions if chain is not None and m.chain == chain and m.form != "pronoun"]

    return of


@pytest.mark.parametrize(
    ("text", "pronoun", "who"),
    [
        ("Kenya met Uganda in Nairobi. The Kenya Defence Forces said it had struck a rebel camp near the river.", "it", ["Kenya Defence Forces"]),
        ("Chile rejects the Peruvian claim that it sank a trawler and arrested the crew.", "it", ["Peruvian"]),
        ("Chile rejects Peru's assertion that it sank a trawler.", "it", ["Peru"]),
        ("Chad rejected the Libyan accusation that it had crossed the border.", "it", ["Chad"]),
        ("Ghana denied Togo's allegation that it supplied rifles to the rebels.", "it", ["Ghana"]),
        ("Ghana denied Togo's claim that its soldiers had burned a village.", "its", ["Ghana"]),
        ("Togo's claim that its soldiers had taken the bridge was dismissed by Ghana.", "its", ["Togo"]),
        ("Sudan's army met the paramilitary Rapid Support Forces. The RSF denied that it had been driven back.", "it", ["Rapid Support Forces", "RSF"]),
        ("The Houthis met Oman's envoy. The Houthis said they had shot down a drone.", "they", ["Houthis", "Houthis"]),
    ],
)  # fmt: skip
def test_whose_act_is_told(antecedent, text: str, pronoun: str, who: list[str]) -> None:  # type: ignore[no-untyped-def]
    found = antecedent(text, pronoun)
    assert [w.removeprefix("The ") for w in found] == who
