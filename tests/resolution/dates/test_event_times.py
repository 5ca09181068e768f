"""Each event's own interval, read from plain sentences by the real parser; triggers are given by hand, so that only dating is tested."""

from datetime import date

import pytest

from onrecord.basis import Basis
from onrecord.documents.document import new_document
from onrecord.events.event import EventMention, Events, Factuality, Status, Trigger
from onrecord.reading.parse import Parser, children_of
from onrecord.reading.reading import Reading
from onrecord.reading.timexes import find_timexes
from onrecord.resolution.dates.anchor import anchor_times
from onrecord.resolution.dates.event_times import EventTime, event_times
from onrecord.resolution.dates.publication import find_publication
from onrecord.resources.resources import Resources
from onrecord.span import Span
from onrecord.statements.statement import Statements

NEWS = date(2016, 3, 9)


def event(reading: Reading, word: str, kind: str, status: Status) -> EventMention:
    token = next(t for t in reading.tokens if t.text == word)
    trigger = Trigger(Span(token.start, token.end), token.index, "by-hand", kind, Basis("by-hand"))
    return EventMention(word, trigger, kind, kind, (), None, Factuality("certain", True, status), token.sentence, Basis("by-hand"))


def dated(
    parser: Parser, resources: Resources, text: str, *, published: date | None = NEWS, status: Status = "actual", **kinds: str
) -> dict[str, EventTime]:
    document = new_document(text, published=published)
    parse = parser.parse(document)
    reading = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))
    reading = Reading(document, parse.tokens, parse.sentences, reading.children, timexes=find_timexes(reading, resources=resources))
    events = Events(tuple(event(reading, word, kind, status) for word, kind in kinds.items()))
    publication = find_publication(reading)
    return event_times(reading, Statements(), events, anchor_times(reading, publication).times, publication)


def days(times: dict[str, EventTime]) -> dict[str, str | None]:
    return {
        word: None if not t.timespan.known else f"{t.timespan.earliest or '..'}/{t.timespan.latest or '..'}" for word, t in times.items()
    }


@pytest.mark.parametrize(
    ("text", "kinds", "expected"),
    [
        ("The seizure violates resolutions 550 (1984) and 789 (1992).", {"violates": "REJECT"}, {"violates": None}),
        ("Rebels shelled the port on Friday.", {"shelled": "ASSAULT"}, {"shelled": "2016-03-04/2016-03-04"}),
        ("The October 2015 offensive displaced thousands.", {"offensive": "ASSAULT"}, {"offensive": "2015-10-01/2015-10-31"}),
        ("The mayor condemned the attack on Monday.", {"condemned": "ACCUSE", "attack": "ASSAULT"}, {"condemned": "2016-03-07/2016-03-07", "attack": None}),
        ("Togo condemns the shelling of the clinic, on 3 May 2001, in which six died.", {"condemns": "ACCUSE", "shelling": "ASSAULT"}, {"condemns": None, "shelling": "2001-05-03/2001-05-03"}),
        ("Togo condemned on Monday the offensive launched by Chad on 3 May 2001.", {"condemned": "ACCUSE", "offensive": "ASSAULT"}, {"condemned": "2016-03-07/2016-03-07", "offensive": "2001-05-03/2001-05-03"}),
        ("Guerrillas have held the valley since 2011.", {"held": "COERCE"}, {"held": "2011-01-01/.."}),
        ("The siege lasted from May 1992 to February 1996.", {"siege": "COERCE"}, {"siege": "1992-05-01/1996-02-29"}),
        ("On 3 May 1999 marines entered the city and burned the market.", {"burned": "ASSAULT"}, {"burned": "1999-05-03/1999-05-03"}),
        ("The revolt dates from 1931, when farmers burned the mill.", {"burned": "ASSAULT"}, {"burned": "1931-01-01/1931-12-31"}),
        ("The bridge, which gunners had shelled in 2014, reopened.", {"shelled": "ASSAULT"}, {"shelled": "2014-01-01/2014-12-31"}),
        ("Clashes continued on 7 and 8 May 2001 in the hills.", {"Clashes": "ASSAULT"}, {"Clashes": "2001-05-07/2001-05-08"}),
        ("On 3, 5 and 9 May 2001 gunners shelled the port.", {"shelled": "ASSAULT"}, {"shelled": "2001-05-03/2001-05-09"}),
        ("Rebels shelled the port on Monday and Tuesday.", {"shelled": "ASSAULT"}, {"shelled": "2016-03-07/2016-03-08"}),
        ("Gunners shelled the port on Monday and the mill on Tuesday.", {"shelled": "ASSAULT"}, {"shelled": "2016-03-07/2016-03-07"}),
        ("Smugglers often fire at the boats.", {"fire": "ASSAULT"}, {"fire": None}),
        ("Chad violated the 1987 agreement.", {"violated": "ASSAULT"}, {"violated": None}),
        ("The army said on Monday that it had shelled the port.", {"shelled": "ASSAULT", "said": "ACCUSE"}, {"shelled": None, "said": "2016-03-07/2016-03-07"}),
    ],
)  # fmt: skip
def test_days(parser: Parser, resources: Resources, text: str, kinds: dict[str, str], expected: dict[str, str | None]) -> None:
    assert days(dated(parser, resources, text, **kinds)) == expected


def test_a_day_for_what_is_demanded_stands_after_it(parser: Parser, resources: Resources) -> None:
    times = dated(parser, resources, "The council demands the withdrawal of troops by 1 June.", status="demanded", withdrawal="RETREAT")
    assert days(times) == {"withdrawal": "../2016-06-01"}


def test_publication_is_never_silently_an_events_day(parser: Parser, resources: Resources) -> None:
    assert days(dated(parser, resources, "Rebels shelled the port.", shelled="ASSAULT")) == {"shelled": None}


def test_an_event_names_the_times_it_took(parser: Parser, resources: Resources) -> None:
    times = dated(parser, resources, "Between 3 and 7 March gunners shelled the port.", shelled="ASSAULT")
    assert (times["shelled"].times, times["shelled"].basis.rule) == (("t1", "t2"), "time-of-the-event")
    assert days(times) == {"shelled": "2016-03-03/2016-03-07"}


def test_without_tokens_nothing_is_dated() -> None:
    assert event_times(Reading(new_document("x")), Statements(), Events(), (), find_publication(Reading(new_document("x")))) == {}
