from datetime import date

from onrecord.basis import Basis, Omission
from onrecord.events.event import Argument, CommitmentLink, EventMention, Events, Factuality, Means, Relation, Toll, Trigger
from onrecord.record.make_claims import bare_account, make_account
from onrecord.resolution.resolution import Actor, EventRoles, Publication, Resolution, Speaker
from onrecord.span import Span
from onrecord.statements.statement import Statement, Statements
from onrecord.timespan import Timespan
from tests.accounts import find
from tests.build import document, reading

BASIS = Basis("by-hand")
READ = reading("""
Aria aria PROPN NNP nsubj 1
said say VERB VBD ROOT 1
Borea borea PROPN NNP nsubj 3
shelled shell VERB VBD ccomp 1
Toll toll PROPN NNP dobj 3
with with ADP IN prep 3
mortars mortar NOUN NNS pobj 5
and and CCONJ CC cc 6
stones stone NOUN NNS conj 6
""")
TEXT = READ.document.text


def made(**given: object) -> EventMention:
    trigger = Trigger(find(TEXT, "shelled"), 3, "shell", "ASSAULT", BASIS)
    base: dict[str, object] = {
        "arguments": (Argument("instrument", find(TEXT, "mortars"), 6, "with"), Argument("instrument", find(TEXT, "stones"), 8, "with")),
        "tolls": (Toll("killed", 2, 2, "civilian", find(TEXT, "Toll"), "by-hand"),),
        "commitments": (CommitmentLink("k1", "breaks"),),
    }
    return EventMention("v1", trigger, "ASSAULT", "ASSAULT", **(base | {"statement": "s1", "factuality": Factuality("certain", True, "actual"), "sentence": 0, "basis": BASIS} | given))  # type: ignore[arg-type]  # fmt: skip


STATEMENTS = Statements(
    (Statement("s1", None, (find(TEXT, "Aria"),), 0, (find(TEXT, "said"),), 1, (Span(10, len(TEXT)),), "indirect", "asserts", BASIS),),
    omissions=(Omission(Span(0, 3), "statements", "why"), Omission(Span(0, 3), "statements", "why")),
)
RESOLUTION = Resolution(
    publication=Publication(Timespan(date(2020, 5, 1), date(2020, 5, 2)), "text"),
    actors=(Actor("a1", "Aria", "state", "resolved", BASIS, ()),),
    speakers=(Speaker("s1", ("a1",)),),
    roles=(EventRoles("v1", actors=("a2",), timespan=Timespan(date(2020, 5, 1), date(2020, 5, 1)), toll_whose=("a3",)),),
)


def test_an_account_brings_together_what_each_stage_made() -> None:
    events = Events((made(),), means=(Means(find(TEXT, "mortars"), "artillery"),), relations=(Relation("follows", "v1", "v1"),))
    account = make_account(READ, STATEMENTS, events, RESOLUTION)
    claim = account.events[0]
    assert claim.actors == ("a2",)
    assert claim.when.earliest == date(2020, 5, 1)
    assert claim.sentence == READ.sentences[0].span
    assert [(i.span.of(TEXT), i.kind) for i in claim.instruments] == [("mortars", "artillery"), ("stones", None)]
    assert claim.tolls[0].whose == "a3"
    assert account.statements[0].source_actor == "a1"
    assert account.relations[0].source == "v1"
    assert len(account.omissions) == 1


def test_a_publication_of_more_than_one_day_has_no_day() -> None:
    source = make_account(READ, STATEMENTS, Events(), RESOLUTION).document
    assert source.published is None
    assert (source.published_earliest, source.published_latest) == (date(2020, 5, 1), date(2020, 5, 2))
    assert source.published_from == "text"


def test_an_event_that_nothing_resolved_is_kept() -> None:
    account = make_account(READ, Statements(), Events((made(statement=None),)), Resolution())
    assert account.events[0].actors == ()
    assert account.events[0].tolls[0].whose is None


def test_a_bare_account_keeps_the_text_and_says_why() -> None:
    kept = document("Bonjour", language="fr", published=date(2020, 1, 2))
    account = bare_account(kept, [Omission(Span(0, 7), "reading", "language not read yet")])
    assert account.document.text == "Bonjour"
    assert account.document.published == date(2020, 1, 2)
    assert account.omissions[0].span.of("Bonjour") == "Bonjour"
