"""What becomes of a commitment, read whole: kept, broken, left undone, at an end; a truce that is over is none that was made."""

import pytest

from onrecord import pipeline
from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


def told(text: str, parser: SpacyParser, resources: Resources) -> set[tuple[str, str, str]]:
    account = pipeline.account_of(pipeline.document_from_text(text), parser=parser, resources=resources)
    names = {c.id: c.name for c in account.commitments}
    return {(e.type, names[k.commitment], k.relation) for e in account.events for k in e.commitments}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lomar fully implemented the Oruma Accords.", {("COOPERATE", "Oruma Accords", "keeps")}),
        ("The junta has yet to implement the Oruma Accords.", {("COOPERATE", "Oruma Accords", "undone")}),
        ("Kenya complied with the treaty.", {("COOPERATE", "treaty", "keeps")}),
        (
            "Both sides failed to implement the Oruma Accords.",
            {("COOPERATE", "Oruma Accords", "undone"), ("REJECT", "Oruma Accords", "undone")},
        ),
        ("The army abandoned the ceasefire on Friday.", {("SANCTION", "ceasefire", "breaks")}),
        ("The enemy tore up the cessation of hostilities.", {("SANCTION", "cessation of hostilities", "breaks")}),
        ("The ceasefire is holding.", {("RETREAT", "ceasefire", "keeps")}),
        ("Kenya signed the Oruma Declaration on 11 May.", {("SUPPORT", "Oruma Declaration", "makes")}),
        ("The colonel said no to a ceasefire.", {("RETREAT", "ceasefire", "undone")}),
        ("The truce expired on Sunday.", set()),
        ("The raid ended the truce.", set()),
    ],
)
def test_what_becomes_of_it(text: str, found: set[tuple[str, str, str]], parser: SpacyParser, resources: Resources) -> None:
    assert told(text, parser, resources) == found


@pytest.mark.parametrize(
    "text", ["The truce expired on Sunday.", "The ceasefire collapsed.", "The raid ended the truce.", "Rebels called off the truce."]
)
def test_what_is_over_is_no_ceasefire_that_happened(text: str, parser: SpacyParser, resources: Resources) -> None:
    account = pipeline.account_of(pipeline.document_from_text(text), parser=parser, resources=resources)
    assert "RETREAT" not in {e.type for e in account.events}
