"""Who stands where, with statements and events made by hand on real parses."""

from datetime import date

import pytest

from onrecord.basis import Basis
from onrecord.events.event import Argument, EventMention, Events, Factuality, Trigger
from onrecord.pipeline import document_from_text
from onrecord.reading.parse import SpacyParser
from onrecord.reading.read import read
from onrecord.reading.reading import Reading
from onrecord.resolution.actors.resolve_actors import ResolvedActors, resolve_actors
from onrecord.resolution.resolution import Actor, Publication
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.letter import Letter
from onrecord.statements.statement import Statement, Statements
from onrecord.timespan import Timespan

BY_HAND = Basis("by-hand")


class Case:
    """A text with the events and statements that a test makes by naming words of it."""

    def __init__(self, text: str, parser: SpacyParser, resources: Resources) -> None:
        self.reading: Reading = read(document_from_text(text), parser=parser, resources=resources)
        self.resources, self.text = resources, text
        self.events: list[EventMention] = []
        self.statements: list[Statement] = []
        self.letters: tuple[Letter, ...] = ()

    def head(self, word: str, nth: int = 0) -> int:
        return [t.index for t in self.reading.tokens if t.text == word][nth]

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def event(self, trigger: str, **roles: str) -> "Case":
        head = self.head(trigger)
        made = Trigger(self.reading.tokens[head].span, head, "by-hand", "ASSAULT", BY_HAND)
        arguments = tuple(
            Argument(role, self.reading.tokens[i].span, i, "by-hand")  # type: ignore[arg-type]
            for role, words in roles.items()
            for i in [self.head(w) for w in words.split()]
        )
        self.events.append(
            EventMention(
                f"v{len(self.events) + 1}", made, "ASSAULT", "ASSAULT", arguments, None, Factuality("certain", True, "actual"), 0, BY_HAND
            )
        )
        return self

    def says(self, source: str, cue: str, content: str, *, to: str | None = None) -> "Case":
        head = self.head(source)
        self.statements.append(
            Statement(
                f"s{len(self.statements) + 1}", None, (self.reading.tokens[head].span,), head, (self.span(cue),), self.head(cue),
                (self.span(content),), "direct", "asserts", BY_HAND, (self.span(to),) if to else (),
            )
        )  # fmt: skip
        return self

    def letter(self, sender: str, *recipients: str) -> "Case":
        whole = Span(0, len(self.text))
        self.letters = (Letter("l1", whole, self.span(sender), tuple(map(self.span, recipients)), None, None, None, False, None, BY_HAND),)
        return self

    def resolve(self, day: date | None = None) -> ResolvedActors:
        publication = Publication(Timespan(day, day), "given" if day else "none")
        return resolve_actors(
            self.reading, Statements(tuple(self.statements), self.letters), Events(tuple(self.events)), (), publication,
            resources=self.resources, letter_dates={x.id: None for x in self.letters},
        )  # fmt: skip


@pytest.fixture(scope="module")
def case(parser: SpacyParser, resources: Resources):  # type: ignore[no-untyped-def]
    return lambda text: Case(text, parser, resources)


def actor(found: ResolvedActors, ident: str) -> Actor:
    return next(a for a in found.actors if a.id == ident)


def who(found: ResolvedActors, ids: tuple[str, ...]) -> list[tuple[str, str, str | None]]:
    return [(a.name, a.kind, a.country) for a in (actor(found, i) for i in ids)]


def test_a_demonym_and_a_noun_are_one_actor(case) -> None:  # type: ignore[no-untyped-def]
    found = case("Peruvian troops shelled the town.").event("shelled", actor="troops").resolve()
    assert who(found, found.doers["v1"]) == [("Peruvian troops", "armed_force", "PER")]


def test_capitals_stand_for_states(case) -> None:  # type: ignore[no-untyped-def]
    found = case("Ankara accused Athens.").event("accused", actor="Ankara", recipient="Athens").resolve()
    assert who(found, found.doers["v1"]) == [("Turkey", "state", "TUR")]
    assert who(found, found.recipients["v1"]) == [("Greece", "state", "GRC")]


def test_a_relative_pronoun_is_its_noun(case) -> None:  # type: ignore[no-untyped-def]
    found = case("Gunmen who burned the mill fled.").event("burned", actor="who").resolve()
    assert [n for n, _, _ in who(found, found.doers["v1"])] == ["Gunmen"]


def test_a_thing_stands_for_its_owner(case) -> None:  # type: ignore[no-untyped-def]
    found = case("Togo denounced the Beninese tariff.").event("denounced", actor="Togo", recipient="tariff").resolve()
    assert who(found, found.recipients["v1"]) == [("Benin", "state", "BEN")]


def test_a_thing_of_nobody_is_nobody(case) -> None:  # type: ignore[no-untyped-def]
    found = case("A landslide buried the road.").event("buried", actor="landslide", recipient="road").resolve()
    assert found.doers["v1"] == found.recipients["v1"] == ()


def test_a_leaflet_speaks_for_who_signed_it(case) -> None:  # type: ignore[no-untyped-def]
    found = case("A leaflet signed by the Blue River Front vowed revenge.").event("vowed", actor="leaflet").resolve()
    assert [n for n, _, _ in who(found, found.doers["v1"])] == ["Blue River Front"]


def test_we_in_a_quotation_is_the_speakers_state(case) -> None:  # type: ignore[no-untyped-def]
    text = '"We signed it," said the president of Chad.'
    found = case(text).event("signed", actor="We").says("president", "said", "We signed it").resolve()
    assert who(found, found.doers["v1"]) == [("Chad", "state", "TCD")]
    assert [n for n, _, _ in who(found, found.speakers[0].sources)] == ["president of Chad"]


def test_i_and_you_in_a_letter(case) -> None:  # type: ignore[no-untyped-def]
    text = "To the Prime Minister of Fiji\n\nI warn you. Your boats fired on our patrol.\n\nRosa Tama\nPrime Minister of Tonga"
    made = case(text).event("warn", actor="I", recipient="you").event("fired", actor="boats", recipient="patrol")
    found = made.letter("Rosa Tama\nPrime Minister of Tonga", "the Prime Minister of Fiji").resolve()
    assert [n for n, _, _ in who(found, found.doers["v1"])] == ["Rosa Tama"]
    assert who(found, found.recipients["v1"]) == [("Fiji", "state", "FJI")]
    assert [c for _, _, c in who(found, found.doers["v2"])] == ["FJI"]
    assert [c for _, _, c in who(found, found.recipients["v2"])] == ["TON"]
    assert found.author is not None
    assert actor(found, found.author).name == "Rosa Tama"


def test_an_office_and_what_it_is_of(case) -> None:  # type: ignore[no-untyped-def]
    found = case("Foreign Minister Petra Haas of Austria resigned.").event("resigned", actor="Haas").resolve()
    haas = actor(found, found.doers["v1"][0])
    assert (haas.name, haas.country, haas.sectors) == ("Petra Haas", "AUT", ("GOV",))
    assert haas.office is not None
    assert (haas.office.title, actor(found, haas.office.of or "").name) == ("Foreign Minister", "Austria")


def test_a_spokesman_speaks_for_his_body(case) -> None:  # type: ignore[no-untyped-def]
    found = case("A spokesman for the Arab League denied it.").event("denied", actor="spokesman").resolve()
    spokesman = actor(found, found.doers["v1"][0])
    assert actor(found, spokesman.speaks_for or "").name == "Arab League"


def test_nothing_to_read_is_nobody(case) -> None:  # type: ignore[no-untyped-def]
    assert case("").resolve() == ResolvedActors()


def test_an_office_the_directory_gives_to_another_is_flagged_and_stands(case) -> None:  # type: ignore[no-untyped-def]
    text = "Jens Stoltenberg, Secretary General of the United Nations, visited Kyiv."
    found = case(text).event("visited", actor="Stoltenberg").resolve(date(2021, 3, 5))
    assert [(f.kind, f.entry) for f in found.flags] == [("office_differs", "antonio-guterres")]
    assert found.flags[0].detail == (
        "The text calls Jens Stoltenberg Secretary General of the United Nations; the directory has António Guterres (from 2017); "
        "Jens Stoltenberg was secretary general of the North Atlantic Treaty Organization (2014 to 2024)."
    )
    stoltenberg = actor(found, found.doers["v1"][0])
    assert stoltenberg.office is not None
    assert actor(found, stoltenberg.office.of or "").name == "United Nations"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("António Guterres, Secretary General of the United Nations, visited Kyiv.", date(2021, 3, 5)),
        ("Jens Stoltenberg, Secretary General of the United Nations, visited Kyiv.", None),
        ("Kofi Annan, the former Secretary General of the United Nations, visited Kyiv.", date(2012, 3, 5)),
        ("Jens Stoltenberg, Deputy Secretary General of the United Nations, visited Kyiv.", date(2021, 3, 5)),
    ],
)
def test_no_flag_where_the_directory_does_not_surely_differ(case, text: str, day: date | None) -> None:  # type: ignore[no-untyped-def]
    assert case(text).event("visited", actor="Kyiv").resolve(day).flags == ()


def test_a_title_alone_is_who_held_it_then(case) -> None:  # type: ignore[no-untyped-def]
    made = case("The Secretary General of the United Nations resigned.").event("resigned", actor="General")
    for day, entry in ((date(2003, 5, 5), "kofi-annan"), (date(2010, 5, 5), "ban-ki-moon"), (None, None)):
        found = made.resolve(day)
        assert actor(found, found.doers["v1"][0]).entry == entry
