"""What one says and another denies, doubts or will not speak of: the denier's statement, and the view of each."""

import pytest

from onrecord.pipeline import document_from_text, read_document
from onrecord.reading.parse import Parser
from onrecord.resources.resources import Resources

View = tuple[str, bool | None]


def views(text: str, word: str, parser: Parser, resources: Resources) -> list[View]:
    """Who holds what of the event at a word: source (empty for the document's own voice) and happened."""
    made = read_document(document_from_text(text), parser=parser, resources=resources)
    event = next(e for e in made.events.events if word in e.trigger.span.of(text))
    source = {s.id: " ".join(p.of(text) for p in s.source) for s in made.statements.statements}
    return [(source.get(v.statement or "", ""), v.happened) for v in event.views]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Chad says Sudanese troops burned the village of Tine, a charge Khartoum denies.", "burned", [("Chad", True), ("Khartoum", False)]),
        ("Police said that Serbian gunmen shot two officers, an allegation which Belgrade denied.", "shot", [("Police", True), ("Belgrade", False)]),
        ("Niger accuses Benin of training the rebels, an accusation denied by Cotonou.", "training", [("Niger", True), ("Cotonou", False)]),
        ("The opposition accused the army of killing forty protesters, which the government denied.", "killing", [("The opposition", True), ("the government", False)]),
        ("Ethiopia said Eritrean troops shelled Badme on Monday. Asmara rejected this.", "shelled", [("Ethiopia", True), ("Asmara", False)]),
        ("Pakistan said Indian soldiers had killed a farmer. India called it a lie.", "killed", [("Pakistan", True), ("India", False)]),
        ("Togo says Ghanaian soldiers shot at a boat. Accra said this was untrue.", "shot", [("Togo", True), ("Accra", False)]),
        ("Togo says Ghanaian soldiers shot at a boat. \"This is a lie,\" the Ghanaian envoy said.", "shot", [("Togo", True), ("the Ghanaian envoy", False)]),
        ("Witnesses said police opened fire on the crowd. A spokesman rejected the claim.", "opened fire", [("Witnesses", True), ("A spokesman", False)]),
        ("Soldiers killed forty protesters in Bamako on Monday. The government denies it.", "killed", [("", True), ("The government", False)]),
        ("Armenia has rejected accusations by Azerbaijan that its forces shelled Ganja.", "shelled", [("Armenia", False), ("Azerbaijan", True)]),
        ("Kinshasa accused Rwanda of shelling the camp. Kigali denied involvement.", "shelling", [("Kinshasa", True), ("Kigali", False)]),
        ("Police said the Front had shelled the mill. The Front denied responsibility.", "shelled", [("Police", True), ("The Front", False)]),
        ("Police said gunmen shelled the mill. The Front denied responsibility.", "shelled", [("Police", True)]),
        ("Niger rejected a report by a rights group which said soldiers had killed nine herders.", "killed", [("Niger", False), ("which", True)]),
        ("Chad said Sudan's claim that its troops burned Tine was untrue.", "burned", [("Chad", False), ("Sudan's", True)]),
    ],
)  # fmt: skip
def test_claimant_and_denier_both_keep_their_view(text: str, word: str, expected: list[View], parser: Parser, resources: Resources) -> None:
    assert views(text, word, parser, resources) == expected


@pytest.mark.parametrize(
    ("text", "word", "denier"),
    [
        ("The Turkish ministry said the report that its jets bombed Sinjar was false.", "bombed", "The Turkish ministry"),
        ("The army said reports that soldiers looted the market were untrue.", "looted", "The army"),
        ("The charge that the police tortured the students is not true, the minister said.", "tortured", "the minister"),
        ("The Kremlin called the allegation that Russian troops shelled the hospital \"baseless\".", "shelled", "The Kremlin"),
        ("Tehran dismissed as baseless reports that it had armed the rebels.", "armed", "Tehran"),
        ("Uganda described the claim that its troops looted the mine as a lie.", "looted", "Uganda"),
    ],
)  # fmt: skip
def test_calling_a_report_false_denies_it(text: str, word: str, denier: str, parser: Parser, resources: Resources) -> None:
    assert views(text, word, parser, resources) == [(denier, False)]


@pytest.mark.parametrize(
    ("text", "word", "silent"),
    [
        ("Rwanda neither confirmed nor denied that its soldiers had crossed the border.", "crossed", "Rwanda"),
        ("The Pentagon declined to confirm that a drone had struck the convoy.", "struck", "The Pentagon"),
        ("He declined to confirm or deny that troops had shelled the town.", "shelled", "He"),
        ("Israel has never confirmed or denied that it bombed the reactor.", "bombed", "Israel"),
        ("Reuters was unable to independently verify that the village had been shelled.", "shelled", "Reuters"),
        ("Officials could not confirm whether the rebels had seized the mine.", "seized", "Officials"),
    ],
)
def test_silence_is_no_denial(text: str, word: str, silent: str, parser: Parser, resources: Resources) -> None:
    assert views(text, word, parser, resources) == [(silent, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Israel did not comment on the report that its jets bombed the depot.",
        "There was no immediate comment from Baku on the report that its jets bombed the depot.",
        "It was not possible to verify the report that jets bombed the depot.",
    ],
)
def test_who_will_not_speak_of_a_report_does_not_tell_it(text: str, parser: Parser, resources: Resources) -> None:
    assert views(text, "bombed", parser, resources) == [("", True)]


def test_doubt_is_no_full_denial(parser: Parser, resources: Resources) -> None:
    text = "Serbia questioned the claim that its police had fired at the convoy."
    made = read_document(document_from_text(text), parser=parser, resources=resources)
    event = next(e for e in made.events.events if "fired" in e.trigger.span.of(text))
    assert (event.factuality.happened, event.factuality.certainty) == (False, "possible")
