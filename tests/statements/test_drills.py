"""Sentences of our own, each a kind of attribution, as the guide's chapter on statements tells them."""

import pytest

from onrecord.reading.parse import Parser
from tests.statements.drills import matches, shown, statements_of, unmarked

DRILLS = """
"[We sank two boats]," {the admiral} <told> reporters in Berbera.
{The health minister, Ana Brandão}, <told> parliament: “[Cuba has sent us doctors.]”
'[Soldiers burned the market],' {Father Luc} <said>.
"[Tonight the curfew is lifted]," <announced> {Deputy Commissioner Wani}.
"[The strikers turned down everything]" <—> {Carlos Benavides}, manager of the mine
«[The bridge is gone]», <said> {Amara Touré}, a trader.
“[They burned the stalls],” <according to> {Hawa Coulibaly}.
{He} <said> [it was “too early” to tell who fired].
{The colonel} <claimed> [that “not one” shell had missed].
{The Kremlin} <said> [NATO had moved four brigades to the border].
<According to> {the police}, [forty monks marched on the embassy].
[Forty monks marched on the embassy], <according to> {the police}.
[The rebels], {the colonel} <said>, [had mined the road].
[The rebels had mined the road], {witnesses} <said>.
{Jordan} <told> the council [that Syria had closed the crossing].
{The officials} <would not say> [whether the convoy had been attacked].
It was <reported> [that the guards had crossed the river].
[The crew] were <reported> [to have drowned].
{The army} was quoted as <saying> [that several rockets had landed].
{The rebel leader} <agreed> [to free the engineers within a week].
{Iran} <threatened> [to close the strait].
{Trade unions} <urged> the cabinet [to resign].
{Lesotho} <called on> South Africa [to release the detained miners].
{Yerevan} <demanded> [that Baku withdraw].
{Human Rights Watch} <called for> [an inquiry into the raid].
{Rwanda} <denied> [arming the rebels in Masisi].
{Nairobi} <denies> [that any aircraft were flown].
{Chad} <accused> [its neighbour of arming bandits].
[The attack] was <condemned> by {the African Union}.
{Critics} <called> [the vote a farce].
{The report} <found> [that the army had laid mines].
{The footage} <shows> [soldiers beating a prisoner].
{Kinshasa's} <claim> [that troops had crossed the border] was false.
{The envoy} <expressed concern> over [the shelling of the market].
There were <reports> of [shelling near the dam].
[The crew was] <reportedly> [taken to Bosaso].
The <alleged> [massacre] was filmed.
{Villagers} <believe> [that the well was poisoned].
{Officials} were <worried> [about the dam].
{The dam's owners}, who spoke on Monday, <said> [it was safe].
{Two diplomats}, speaking on condition of anonymity, <said> [the talks had failed].
{ARMY} <SAYS> [REBELS KILLED TEN IN RAID ON BORDER POST]
{the minister} <said> [the dam had been hit]
[Herders burned the granaries], {Trend news agency} <reports>.
{The presidents of Chad and Niger} <agreed> [that the border would be reopened].
{General Prasit} <warned> [that his troops would storm the temple].
{Moscow} <insists> [it has no troops there].
{The imam of Kaduna, Sheikh Jibril}, <wrote> [that vigilantes had burned his school].
""".strip().splitlines()


@pytest.mark.parametrize("marked", DRILLS)
def test_who_is_credited_with_what(parser: Parser, marked: str) -> None:
    text, wanted = unmarked(marked)
    found = statements_of(parser, text)
    assert any(matches(s, wanted) for s in found.statements), shown(text, found)


STANCES = {
    "Sudan denied that its planes had crossed the border.": "denies",
    "Sudan did not deny that its planes had crossed the border.": "other",
    "The general neither confirmed nor denied that his troops had crossed the river.": "other",
    "The ministry declined to say whether the ships were seized.": "other",
    "Diplomats doubt that the truce will last.": "doubts",
    "The colonel admitted that his men had fired first.": "concedes",
    "The envoy asked whether the port was open.": "asks",
    "Moscow insists that it has no troops there.": "asserts",
    "Moscow insists that Kyiv withdraw.": "demands",
    "Ghana promised to return the fishermen.": "promises",
    "Norway offered to host the talks.": "offers",
    "The militia threatened to blow up the dam.": "threatens",
    "Chad accused its neighbour of arming bandits.": "accuses",
    "The Pope welcomed the release of the hostages.": "praises",
}


@pytest.mark.parametrize(("text", "stance"), STANCES.items())
def test_what_the_cue_says_of_the_content(parser: Parser, text: str, stance: str) -> None:
    assert [s.stance for s in statements_of(parser, text).statements][:1] == [stance]


SILENT = [
    "The river rose by two metres on Monday.",
    "Peru's recognition of the new government surprised its neighbours.",
    "Gunmen wounded two soldiers in Tripoli on Sunday night.",
    "The soldiers’ camp and the boys' school were burned.",
    "Dockers plan a strike at Durban from 1 July.",
]


@pytest.mark.parametrize("text", SILENT)
def test_where_nobody_is_credited_nothing_is_found(parser: Parser, text: str) -> None:
    found = statements_of(parser, text)
    assert not found.statements, shown(text, found)
