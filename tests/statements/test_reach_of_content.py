"""How far what is said reaches: to the end of its quotation, past a day or a title, and not into what the speaker or the writer does next."""

import pytest

from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from onrecord.reading.parse import Parser
from onrecord.reading.read import read
from onrecord.statements.attribute import attribute
from tests.statements.drills import RESOURCES, matches, shown, statements_of, unmarked

DRILLS = """
{Musa} <said> [he was “worried about the dam, and tired. We are not safe.”] He left.
{The abbot} <told> novices [that the monks "will stay in the valley. Nobody will move us."] They prayed.
{Halima Sesay}, a nurse, <said> after Friday's vigil [that soldiers had burned the clinic].
{The rebels} <made> it <clear> [they did not accept the truce].
{The envoy} <made clear> on Tuesday night [that the border would stay shut].
{The League} <called for> [the militia to release the nurses].
{The council} accused the army of a massacre and <called for> [the Security Council to impose an embargo].
Ma Thida said she had been <told> by {relatives} [that soldiers burned the village].
{The spokesman} <acknowledged> [that an incident had taken place] but denied anyone was killed.
{The spokesman} acknowledged that an incident had taken place but <denied> [anyone was killed].
kupwara, june 3 (knt): {the army} <said> [it had foiled a raid along the line of control].
Kashmir: {Army} <says> [five militants killed near line of control]
{Residents} <appealed for> [the army to lift the blockade].
{The bishop} <condemned> [the raid], which came two days after a truce.
{The paper} <chided> [the governor on Monday for his silence].
"[The bridge is gone and nobody came to help us.]" {Musa Keita} <said>.
“[Of course we will free the crew],” {General Diallo} <said> on Radio Mali’s “State of the Union” Sunday. “[They are healthy and will be home.]”
"[I cannot say how they died]," {he} <said> of the men in the well, "[But I know that soldiers took them away.]"
"[He talks all day]," <said> {David Mensah}, 53. "[. . . I want somebody who speaks as we do.]"
{The pastor} <said> [the raid was "a crime against us,"] referring to the attack on Kivu.
{Brown} <said> [he earns forty dollars a month] and asked who would feed his children.
At one point <calling> [the mayor a "liar,"] {he} left the hall.
There is wide <agreement> [that the wells are dry].
There were <fears> [that the dam would break].
{Rebel} <claims> [that the town had fallen] reached the capital.
{The inquiry} <found> [no trace of torture].
{The pictures} <show> [a burnt granary].
{Tripp} was <unsure> [why the road was shut].
[The road is shut], as {two judges} <pointed out>.
{The envoy} <condemned> [what he called a breach of the truce].
Though {the bishop} <called> [the general’s conduct “disgraceful”], he stayed.
{The court} <found> [that seizure unlawful].
{Villagers} <called> [the levy and the curfew a punishment].
Nearly half of {the nurses} <said> [the strike was "justified" by the arrears].
{The governor} <said> after the funeral [he would not sign the accord].
{The pilot} <wrote> in the morning hours [that the valley was lost].
[Truce unlikely to hold], {envoys} <say>.
But [in recent days], {aides to the king} <say>, [the garrison has grown restless].
{The colonel} <sounded a call> for [the militias to leave the valley].
{Ghana} <proposed> [sending monitors to the bridge].
{The union} <denounced> [that soldiers had burned two hamlets].
{The rebels} <promised> [to free the crew, lift the siege and leave Goma].
{The Council} <called on> both sides [to cease fire, free prisoners and let in food].
{The mayor} <stopped short of calling> [the raid a massacre].
A clash was reported: {villagers} <said> [they were shelled at dawn].
{We} <have warned> [that, should such raids continue, Chad would close the border].
{The Mission} has grounds <to believe> [that troops burned the clinic].
{The chief} <charged> the army [to protect the herders].
{The rebels} <said> [they would leave Goma], hours after the envoy accused them of theft.
The judge accepts the <testimony> of {Father Uwera} [that the church was burned].
There were <versions> [that the bridge was mined].
Lena Okoro, a judge, was in tears as {she} <called for> [the release of the nuns].
"""


@pytest.mark.parametrize("marked", DRILLS.strip().splitlines())
def test_reach(parser: Parser, marked: str) -> None:
    text, wanted = unmarked(marked)
    found = attribute(read(lay_out(new_document(text)), parser=parser, resources=RESOURCES), resources=RESOURCES)
    assert any(matches(s, wanted) for s in found.statements), shown(text, found)


NOT_SAID = """
As the nation decides on a successor, prices rise.
As the envoy put a flower on the grave, the crowd sang.
No other passenger recognized the minister on the bus.
Soldiers found a cache of rifles.
The account that the miner uses was empty.
Can you confirm that the well was poisoned?
"""


@pytest.mark.parametrize("text", NOT_SAID.strip().splitlines())
def test_nobody_says(parser: Parser, text: str) -> None:
    found = statements_of(parser, text)
    assert not found.statements, shown(text, found)


def test_who_is_asked_about_a_thing_demands_nothing(parser: Parser) -> None:
    found = statements_of(parser, "The minister smiled when asked about the raid.").statements
    assert [(s.source, s.stance) for s in found] == [((), "asks")]


def test_who_summons_an_ambassador_to_complain_demands_nothing(parser: Parser) -> None:
    found = statements_of(parser, "Islamabad summoned the envoy to complain about the shelling.").statements
    assert "demands" not in [s.stance for s in found]


BRIEFING = """MODERATOR: Good afternoon to all.

QUESTION (Reuters): Rebels claim soldiers fired on protesters. Can you confirm that?

SOW: I cannot. The army is looking into it.

QUESTION (AFP): Has India asked for help?

SOW: It has not."""


def test_a_question_with_its_outlet_is_no_part_of_the_answer_before(parser: Parser) -> None:
    found = statements_of(parser, BRIEFING)
    turns = [(s.source, s.cue[0].of(BRIEFING)) for s in found.statements if s.basis.rule == "transcript-turn"]
    assert [bool(source) for source, _ in turns] == [True, False, True, False, True]
    assert {cue for _, cue in turns} == {":"}
    claim = next(s for s in found.statements if s.basis.rule == "confirm/clause-after-cue")
    assert claim.parent == found.statements[1].id
