"""A small record made by hand: a shelling that one side reports and the other denies, letters, a ceasefire, a copy, and documents that attack the page."""

from pathlib import Path
from typing import Any

from onrecord import pipeline
from onrecord.basis import Flag, Omission
from onrecord.comparison.compare import compare
from onrecord.documents.document import Unread
from onrecord.events.event import CommitmentLink, Framing
from onrecord.record.claim import Account, Answer, Correspondence, Undertaking
from onrecord.record.ids import actor_id
from onrecord.record.store import Recipe, Record
from onrecord.resolution.resolution import Office, Place
from tests.accounts import RULE, account, actor, claim, find, killed, said

RECIPE = Recipe("0.1", "by hand", {"a.toml": "00"}, {"disputed": "neutral"})
HOSTILE = (
    "<script>window.hurt=1</script>",
    "<img src=x onerror=window.hurt=1>",
    '"><svg onload=window.hurt=1>',
    "'-window.hurt-'",
    "javascript:window.hurt=1",
    "{{ 7 * 7 }}{% raw %}",
    "</script><script>window.hurt=1</script>",
    "<iframe srcdoc='<script>parent.hurt=1</script>'></iframe>",
    '<a href="javascript:window.hurt=1">press</a>',
    "\u202egnp.exe <b onmouseover=window.hurt=1>bold</b>",
    "<style>*{display:none}</style>",
    "]]><!--<math><mtext></math><img src=x onerror=window.hurt=1>-->",
)


def spot(ident: str, text: str, name: str, feature: str, latitude: float, longitude: float, country: str | None, **given: Any) -> Place:
    return Place(
        ident, find(text, name), name, feature, "resolved", RULE, entry=f"geo:{name}", latitude=latitude, longitude=longitude, radius_km=5,
        country=country, **given,
    )  # type: ignore[arg-type]  # fmt: skip


def shelling() -> Account:
    text = (
        "Shells hit Tavush villages\n\nArmenia said on 14 July 2020 that Azerbaijani forces had shelled the villages near Berd in Tavush. "
        "Three civilians were killed, the Defence Ministry of Armenia said. It called the shelling treacherous."
    )
    actors = (
        actor("a1", "Armenia", "ARM", text=text, entry="state:ARM"),
        actor("a2", "Azerbaijani forces", "AZE", kind="armed_force", text=text, entry="force:AZE"),
        actor("a3", "Defence Ministry of Armenia", "ARM", kind="government", text=text, entry="gov:ARM-defence"),
    )
    places = (spot("p1", text, "Berd", "town", 40.88, 45.39, "ARM"), spot("p2", text, "Tavush", "region", 40.9, 45.2, "ARM"))
    events = (
        claim("v1", text, "shelled", "ASSAULT", day="2020-07-14", actors=("a2",), recipients=("a1",), places=("p1", "p2"), statement="s1",
              framing=(Framing(find(text, "treacherous"), "treacherous"),)),
        claim("v2", text, "killed", "ASSAULT", day="2020-07-14", actors=("a2",), recipients=("a1",), places=("p1",), statement="s2",
              tolls=(killed(text, "Three civilians", 3, 3, of="civilian"),)),
    )  # fmt: skip
    statements = (
        said("s1", text, "Armenia", "said", "Azerbaijani forces had shelled the villages near Berd in Tavush", actor="a1"),
        said("s2", text, "the Defence Ministry of Armenia", "said.", "Three civilians were killed", actor="a3"),
    )
    return account(
        text, title="Shells hit Tavush villages", publisher="Yerevan Example", published="2020-07-15", path="in/yerevan.txt", actors=actors, places=places,
        events=events, statements=statements, omissions=(Omission(find(text, "It called"), "events", "a pronoun that could not be tied to anybody"),),
        flags=(Flag("figure_differs", find(text, "Three civilians"), "the figure differs from that of the headline"),),
    )  # fmt: skip


def denial(publisher: str = "Baku Example", day: str = "2020-07-16") -> Account:
    text = (
        "The Foreign Ministry of Azerbaijan denied on 15 July 2020 that Azerbaijani forces had shelled villages near Berd a day before. "
        "Its spokeswoman Leyla Abdullayeva said that Armenia had broken the 1994 ceasefire."
    )
    actors = (
        actor("a1", "Armenia", "ARM", text=text, entry="state:ARM"),
        actor("a2", "Azerbaijani forces", "AZE", kind="armed_force", text=text, entry="force:AZE"),
        actor("a4", "Foreign Ministry of Azerbaijan", "AZE", kind="government", text=text, entry="gov:AZE-foreign"),
        actor("a5", "Leyla Abdullayeva", "AZE", kind="person", text=text, entry="person:abdullayeva", office=Office("spokeswoman", "a4"), speaks_for="a4"),
    )  # fmt: skip
    events = (
        claim("v1", text, "shelled", "ASSAULT", day="2020-07-14", actors=("a2",), recipients=("a1",), places=("p1",), statement="s1", happened=False),
        claim("v2", text, "broken", "ASSAULT", day="2020-07-12/2020-07-15", actors=("a1",), statement="s2", commitments=(CommitmentLink("k1", "breaks"),)),
    )  # fmt: skip
    statements = (
        said("s1", text, "The Foreign Ministry of Azerbaijan", "denied", "Azerbaijani forces had shelled villages near Berd", actor="a4", stance="denies"),
        said("s2", text, "Its spokeswoman Leyla Abdullayeva", "said", "Armenia had broken the 1994 ceasefire", actor="a5"),
    )  # fmt: skip
    return account(
        text, title="Baku denies shelling", publisher=publisher, published=day, path=f"in/{publisher}.txt", actors=actors, events=events,
        places=(spot("p1", text, "Berd", "town", 40.88, 45.39, "ARM"),), statements=statements,
        commitments=(Undertaking("k1", "1994 ceasefire", "ceasefire", ("a1",), "1994", None, find(text, "1994 ceasefire"), RULE),),
    )  # fmt: skip


def letter(number: int) -> Account:
    first = number == 1
    sender, to = ("Nikolai Vann", "Maren Holt") if first else ("Maren Holt", "Nikolai Vann")
    day = "2020-07-20" if first else "2020-07-24"
    text = (
        f"{day}\n\nExcellency {to},\n\n"
        + ("I write about the shelling near Berd." if first else "I answer your letter of 20 July about the shelling near Berd.")
        + f" We demand that the forces withdraw.\n\n{sender}"
    )
    actors = (
        actor("a1", sender, kind="person", text=text, entry=f"person:{sender}"),
        actor("a2", to, kind="person", text=text, entry=f"person:{to}"),
    )
    import datetime

    date = datetime.date.fromisoformat(day)
    answers = None if first else Answer("letter", "a2", datetime.date(2020, 7, 20), find(text, "your letter of 20 July"))
    found = Correspondence("l1", "a1", ("a2",), date, None, "the shelling", False, answers, find(text, text.strip()), RULE)
    events = (claim("v1", text, "withdraw", "RETREAT", happened=None, status="demanded", certainty="uncommitted"),)
    return account(
        text, kind="letter", author="a1", published=day, path=f"in/letter-{number}.txt", actors=actors, events=events, letters=(found,)
    )


def hostile(number: int) -> Account:
    words = HOSTILE[number]
    text = f"{words}\n\nThe {words} army shelled Berd, {words} said."
    actors = (actor("a1", words, kind="organization", text=text),)
    events = (claim("v1", text, "shelled", "ASSAULT", actors=("a1",), statement="s1", framing=(Framing(find(text, words), words),)),)
    statements = (said("s1", text, words, "said", "shelled Berd", actor="a1"),)
    return account(
        text, title=words, publisher=words, path=f"in/{words}.txt", external_id=words, url=words, actors=actors, events=events, statements=statements,
        places=(Place("p1", find(text, "Berd"), words, "town", "nil", RULE),), flags=(Flag("figure_differs", find(text, words), words),),
        commitments=(Undertaking("k1", words, "agreement", (), None, None, find(text, words), RULE),),
        omissions=(Omission(find(text, words), "events", words),),
    )  # fmt: skip


def hostile_letter() -> Account:
    """A letter whose subject, number, addressee and what it answers attack; its file's name too, for it has no title."""
    words = [*HOSTILE]
    text = "\n".join(words) + "\n\nWe protest."
    actors = (actor("a1", words[0], kind="person", text=text), actor("a2", words[1], kind="organization", text=text))
    import datetime

    asked = Answer(words[2], "a2", datetime.date(2020, 7, 1), find(text, words[2]), words[3])
    found = Correspondence("l1", "a1", ("a2",), datetime.date(2020, 7, 30), None, words[4], False, asked, find(text, text), RULE, words[5])
    events = (claim("v1", text, "protest", "PROTEST", actors=("a1",), recipients=("a2",)),)
    return account(
        text, kind="letter", author="a1", path=f"in/{words[6].replace('/', ' ')}.txt", actors=actors, events=events, letters=(found,)
    )


def attacked(record: Record) -> None:
    """Decisions whose words, and whose makers' names, attack."""
    rows = [c for c in record.queries.claims() if c.publisher in HOSTILE]
    for number, words in enumerate(HOSTILE):
        pipeline.decide(record, "note", rows[number].id, who=words, why=words)
    pipeline.decide(record, "merge", actor_id(rows[0].actors[0].key), who=HOSTILE[1], why=HOSTILE[2], value=rows[1].actors[0].key)


def long_document(pages: int = 200) -> Account:
    """A document of that many printed pages, about 2,400 characters each, with a claim on every tenth."""
    line = "On that day the forces shelled the bridge near the mill, the ministry said in its report. "
    text = "\n\n".join(f"Page {i}. " + line * 26 for i in range(pages))
    events, at = [], 0
    for i in range(9, pages, 10):
        at = text.index("shelled", text.index(f"Page {i}. ", at))
        made = claim(f"v{i}", text[at : at + 7], "shelled", "ASSAULT", sentence=find(text[at : at + 40], "shelled"))
        from dataclasses import replace

        from onrecord.span import Span

        events.append(replace(made, span=Span(at, at + 7), sentence=Span(at - 26, at + 60)))
    return account(text, title="A long report", publisher="Long Example", published="2020-08-01", path="in/long.txt", events=tuple(events))


def make(path: Path, *, attack: bool = True, long: bool = True) -> Path:
    """The record at a path."""
    made = [shelling(), denial(), denial("Ganja Example", "2020-07-17"), letter(1), letter(2)]
    made += [*(hostile(i) for i in range(len(HOSTILE))), hostile_letter()] if attack else []
    made += [long_document()] if long else []
    homes = {"Yerevan Example": "ARM", "Baku Example": "AZE", "Ganja Example": "AZE"}
    with Record(path, create=True) as record:
        run = record.begin(RECIPE)
        for each in made:
            record.add(each, run, home=homes.get(each.document.publisher or ""))
        for words in HOSTILE if attack else ():
            record.note_unread(Unread(f"in/{words.replace('/', ' ')}.pdf", words, words, words), run)
        record.note_unread(Unread("in/broken.pdf", None, "It is not a PDF.", "Open it with another program."), run)
        compare(record, run=run.id)
        record.finish(run)
        if attack:
            attacked(record)
    return path
