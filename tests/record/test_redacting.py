import re
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from onrecord import pipeline
from onrecord.basis import Flag, Omission, Reason
from onrecord.comparison.compare import compare
from onrecord.documents.document import Unread
from onrecord.errors import RecordError, UsageError
from onrecord.events.event import CommitmentLink
from onrecord.record import ledgers, linking
from onrecord.record.claim import Correspondence, Undertaking
from onrecord.record.database import schema
from onrecord.record.decisions import decisions
from onrecord.record.ids import actor_id
from onrecord.record.keeping import back_up
from onrecord.record.redacting import HELD
from onrecord.record.store import Recipe, Record
from onrecord.resolution.resolution import Candidate
from onrecord.resources.folding import bare
from onrecord.span import Span
from tests.accounts import RULE, account, actor, claim, find, place, said
from tests.golden.story import story

TEXT = "Soldiers beat Jane Okello in Toll on 4 May, a neighbour said. Okello had seen the raid."
OTHER = "The ministry denied that its men had beaten Jane  OKELLO in Toll."
RECIPE = Recipe("0", "by hand", {}, {})


def written(path: Path) -> Record:
    record = Record(path, create=True)
    run = record.begin(RECIPE)
    people = (actor("a1", "Jane Okello", kind="person", text=TEXT), actor("a2", "Soldiers", kind="armed_force", text=TEXT))
    statement = said("s1", TEXT, "a neighbour", "said", "Soldiers beat Jane Okello in Toll on 4 May")
    first = claim("v1", TEXT, "beat", "ASSAULT", day="2020-05-04", actors=("a2",), recipients=("a1",), statement="s1")
    record.add(
        account(TEXT, publisher="P", title="The beating of Jane Okello", actors=people, statements=(statement,), events=(first,)), run
    )
    second = claim("v1", OTHER, "beaten", "ASSAULT", happened=False)
    record.add(account(OTHER, publisher="Q", path="okello/jane-okello.txt", events=(second,)), run)
    compare(record)
    pipeline.decide(record, "note", record.queries.claims(sort="document")[0].id, who="Ana", why="Jane Okello is a minor")
    return record


def test_a_persons_name_is_gone_from_every_byte_and_the_rest_stays(tmp_path: Path) -> None:
    with written(tmp_path / "r.db") as record:
        hashes = record.queries.rows("SELECT id, text_sha256 FROM documents ORDER BY number")
        before = [(c.id, c.span, c.when) for c in record.queries.claims()]
        assert pipeline.redact(record, "jane okello", who="Ana", why="safety") == 2
        claims = record.queries.claims(sort="document")
        assert [(c.id, c.span, c.when) for c in record.queries.claims()] == before
        assert re.fullmatch(r"\[\d{3}\]█{6}", claims[0].recipients[0].name)
        assert claims[0].sentence.startswith(f"Soldiers beat {claims[0].recipients[0].name} in Toll")
        assert [tuple(r) for r in record.queries.rows("SELECT id, text_sha256 FROM documents ORDER BY number")] == [
            tuple(r) for r in hashes
        ]
        assert [len(record.queries.text(r["id"])) for r in hashes] == [len(TEXT), len(OTHER)]
        assert not record.queries.search("okello")
        assert [tuple(r) for r in record.queries.rows("SELECT who, why FROM forgotten")] == [("Ana", "safety")] * 2
        assert record.queries.overview().forgotten == 0
        assert not record.add(account(TEXT, publisher="P", title="The beating of Jane Okello"), record.begin(Recipe("1", "newer", {}, {})))
        assert record.queries.check() == "sound"
        back_up(record, tmp_path / "copy.db")
    for file in tmp_path.iterdir():
        assert b"okello" not in file.read_bytes().lower(), file.name


def test_what_was_redacted_stays_so_where_it_is_merged(tmp_path: Path) -> None:
    with written(tmp_path / "r.db") as record:
        pipeline.redact(record, "Jane Okello", who="Ana", why="safety")
        ident = record.queries.documents()[0].id
    with Record(tmp_path / "s.db", create=True) as other:
        pipeline.merge(other, tmp_path / "r.db")
        assert "Okello" not in other.queries.text(ident)
        assert other.knows(ident, other.begin(Recipe("1", "newer", {}, {})))


def test_a_decision_of_another_record_brings_no_name_back(tmp_path: Path) -> None:
    with written(tmp_path / "s.db") as other:
        claims = other.queries.claims(sort="document")
        with written(tmp_path / "r.db") as record:
            pipeline.redact(record, "Jane Okello", who="Ana", why="safety")
            number = record.queries.claims(sort="document")[0].recipients[0].name[:5]
            pipeline.decide(other, "correct", claims[0].id, who="Ben", field="recipients", value=["Jane Okello", "Joe Roe"])
            pipeline.decide(other, "note", claims[0].id, who="Ben", why="Okello's brother is Joe Roe")
            pipeline.decide(other, "merge", actor_id("person:jane okello"), who="Ben", value="name:soldiers", why="Jane Okello is one")
            pipeline.merge(record, tmp_path / "s.db")
            made = [d for d in decisions(record) if d.who == "Ben"]
            assert [d.kind for d in made] == ["correct", "note", "merge"]
            assert [p["name"][:5] for p in made[0].value] == [number, "Joe R"]
            assert made[1].why == f"{number}█'s brother is Joe Roe"
            assert not any(d.lost for d in made)
    for file in (f for f in tmp_path.iterdir() if f.name.startswith("r.db")):
        assert b"okello" not in file.read_bytes().lower(), file.name


def test_only_a_private_person_is_redacted_and_only_with_a_reason(tmp_path: Path) -> None:
    with story(tmp_path / "r.db") as record:
        with pytest.raises(UsageError, match="directory"):
            pipeline.redact(record, "Francis Pym", who="Ana", why="safety")
        with pytest.raises(UsageError, match="no person"):
            pipeline.redact(record, "Nobody Known", who="Ana", why="safety")
        with pytest.raises(UsageError, match="who and why"):
            pipeline.redact(record, "Francis Pym", who="Ana", why=" ")


def unescaped(text: str) -> str:
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda m: chr(int(m.group(1), 16)), text)


def held(folder: Path) -> Iterator[str]:
    """What the bytes of a folder's files say, letters bare of case and accents; with what is deflated in them."""
    for file in folder.iterdir():
        raw = file.read_bytes()
        yield raw.decode("utf-8", "replace")
        yield unescaped(raw.decode("utf-8", "replace"))
        if file.suffix == ".db":
            with sqlite3.connect(file) as connection:
                for table, column in (("accounts", "body"), ("documents", "exact")):
                    for (value,) in connection.execute(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"):
                        plain = unescaped(zlib.decompress(value).decode("ascii")) if column == "body" else value.decode("utf-8", "replace")
                        yield f"{table}.{column}: {plain}"
            connection.close()


def nowhere(folder: Path, *words: str) -> None:
    for text in held(folder):
        plain = re.sub(r"[\W_]+", " ", bare(text))
        for word in words:
            assert (at := plain.find(word)) < 0, plain[max(0, at - 200) : at + 100]


PLAIN = "Rebels led by José Doe burnt the house at José Doe Square. Jose  Doe broke the José Doe accord, JOSÉ DOE's aunt said. Ms Doe wept, and José's lawyer complained."
ODD = "Rebels burnt the mill of JOSE DOE \ud800 in Marl."
APART = "Rebels burnt a barn in Marl on 5 May 2020."


def spread(path: Path) -> Record:
    """A record in which one name stands, in many spellings, wherever a name can."""
    record = Record(path, create=True)
    run = record.begin(Recipe("0", "by hand for jose doe", {"user 1: persons/jose-doe.toml": "0"}, {"note": "José Doe"}))
    people = (
        actor("a1", "José Doe", kind="person", text=PLAIN, candidates=(Candidate("per-jose-doe-1950", 0.4),)),
        actor("a2", "Jose  Doe", kind="person", text=PLAIN), actor("a3", "JOSÉ DOE", kind="person", text=PLAIN), actor("a4", "Rebels", text=PLAIN),
        actor("a5", "Ms Doe", kind="person", text=PLAIN),
    )  # fmt: skip
    accord = Undertaking("k1", "the José Doe accord", "agreement", ("a1",), "2020", None, find(PLAIN, "the José Doe accord"), RULE)
    events = (
        claim("v1", PLAIN, "burnt", "ASSAULT", actors=("a4", "a1"), places=("p1",), day="2020-05-04"),
        claim("v2", PLAIN, "broke", "REJECT", actors=("a2",), recipients=("a3", "a5"), statement="s1", commitments=(CommitmentLink("k1", "breaks"),)),
    )  # fmt: skip
    found: dict[str, Any] = {
        "actors": people, "places": (place("p1", PLAIN, "José Doe Square"),), "commitments": (accord,), "events": events,
        "statements": (said("s1", PLAIN, "JOSÉ DOE's aunt", "said", "Jose  Doe broke the José Doe accord", actor="a3"),),
        "letters": (Correspondence("l1", "a1", ("a3", "a5"), None, None, "The arrest of José Doe", False, None, find(PLAIN, "Rebels"), RULE),),
        "flags": (Flag("figure_differs", find(PLAIN, "Rebels"), "Jos\u0301e: Jose Doe or José Doe"),),
        "omissions": (Omission(Span(0, 4), "events", "no place for José Doe"),),
    }  # fmt: skip
    record.add(account(PLAIN, publisher="José Doe", title="José Doe", **found), run, origin="/home/ana/José Doe/a.txt")
    record.add(account(PLAIN, publisher="José Doe", title="José Doe", **found), record.begin(Recipe("1", "newer", {}, {})))
    barn = {"events": (claim("v1", ODD, "burnt", "ASSAULT"),)}
    record.add(account(ODD, path="x.txt", **barn), run, origin="/srv/jose-doe/x.txt")
    for named in (
        {"title": "The barn of Jose Doe"}, {"path": "in/JOSE_DOE/y.txt"}, {"publisher": "Jose Doe"}, {"url": "https://x.org/Jos%C3%A9-Doe/1"}, {"external_id": "jose.doe/7"},
        {"member": "josedoe.eml", "path": "all.mbox"}, {"metadata": {"from": "José Doe", "José Doe": "x"}}, {"author": "a1", "actors": (actor("a1", "Doe, José", kind="person"),)},
    ):  # fmt: skip
        record.add(account(APART, events=(claim("v1", APART, "burnt", "ASSAULT", day="2020-05-05"),), **named), run)  # type: ignore[arg-type]
    record.note_unread(Unread("in/José Doe.doc", "JOSE DOE", "The stage broke on it: KeyError: 'José Doe'.", "Ask José Doe."), run)
    compare(record, run=run.id)
    rows = [c.number for c in record.queries.claims(sort="document")]
    with record.writing() as connection:
        linking.put_links(
            connection, [linking.NewLink("same_event", rows[0], rows[2], 3.0, (Reason("actors", 1.0, "both name Jos\u00e9 Doe"),))]
        )
        connection.execute("INSERT INTO moved VALUES ('c1', 'c2', 'by José Doe', NULL)")
    claims = record.queries.claims(sort="document")
    pipeline.decide(record, "note", claims[0].id, who="Jose Doe", why="Doe is José Doe's cousin")
    pipeline.decide(record, "correct", claims[-1].id, who="Ana", field="recipients", value=["José Doe", "Joe Roe"])
    pipeline.decide(record, "merge", actor_id("person:ms doe"), who="Ana", value="person:jose doe", why="Ms Doe is José Doe")
    return record


def test_a_name_is_gone_wherever_it_can_stand_in_whatever_spelling(tmp_path: Path) -> None:
    with spread(tmp_path / "r.db") as record:
        before = {r["id"]: r["characters"] for r in record.queries.rows("SELECT id, characters FROM documents")}
        counted = (len(record.queries.claims()), record.queries.value("SELECT count(*) FROM links"), len(decisions(record)))
        assert pipeline.redact(record, "Jose Doe", who="Ana", why="José Doe asked for it") == len(before) == 10
        assert {d: len(record.queries.text(d)) for d in before} == before
        assert (len(record.queries.claims()), record.queries.value("SELECT count(*) FROM links"), len(decisions(record))) == counted
        assert {r["why"][5:] for r in record.queries.rows("SELECT why FROM forgotten")} <= {"███ asked for it", "████ asked for it"}
        assert record.queries.check() == "sound"
        assert not any(d.lost for d in decisions(record) if d.kind == "merge")
        who = {p.key for c in record.queries.claims() for p in (*c.actors, *c.recipients) if p.kind == "person"}
        assert len(who) == 1  # all spellings are one person still
        assert ledgers.actors(record)
    nowhere(tmp_path, "jose doe", "josedoe", "doe jose", "jos c3 a9", "ms doe", " doe ", " jose ")


def test_a_name_of_two_spellings_in_one_place_stays_one_person(tmp_path: Path) -> None:
    text = "Men beat Jane Doe. JANE DOE was hurt, and men hurt Jane Doe."
    people = tuple(actor(f"a{n}", name, kind="person", text=text) for n, name in enumerate(("Jane Doe", "JANE DOE"), 1))
    told = (claim("v1", text, "beat", "ASSAULT", recipients=("a1",)), claim("v2", text, "hurt", "ASSAULT", recipients=("a2",)))
    with Record(tmp_path / "r.db", create=True) as record:
        record.add(account(text, actors=people, events=told), record.begin(RECIPE))
        assert pipeline.redact(record, "Jane Doe", who="Ana", why="safety") == 1
        assert len({c.recipients[0].key for c in record.queries.claims()}) == 1
    nowhere(tmp_path, "jane doe")


def test_who_is_only_named_in_passing_can_be_taken_out_too(tmp_path: Path) -> None:
    text = "Soldiers burnt the house of Mara Lind. Francis Pym condemned it."
    people = (actor("a1", "Soldiers", text=text), actor("a2", "Francis Pym", "GBR", kind="person", entry="pym", text=text))
    with Record(tmp_path / "r.db", create=True) as record:
        record.add(account(text, actors=people, events=(claim("v1", text, "burnt", "ASSAULT", actors=("a1",)),)), record.begin(RECIPE))
        with pytest.raises(UsageError, match="directory"):
            pipeline.redact(record, "Francis Pym", who="Ana", why="safety")
        with pytest.raises(UsageError, match="no person"):
            pipeline.redact(record, "Mara", who="Ana", why="safety")
        assert pipeline.redact(record, "Mara Lind", who="Ana", why="safety") == 1
        assert "Francis Pym" in record.queries.text(record.queries.documents()[0].id)
    nowhere(tmp_path, "mara lind")


def test_two_names_taken_out_of_a_document_leave_two_reasons_and_two_numbers(tmp_path: Path) -> None:
    text = "Men beat Jane Roelandt and Mark Fielding."
    people = (actor("a1", "Jane Roelandt", kind="person", text=text), actor("a2", "Mark Fielding", kind="person", text=text))
    with Record(tmp_path / "r.db", create=True) as record:
        record.add(
            account(text, actors=people, events=(claim("v1", text, "beat", "ASSAULT", recipients=("a1", "a2")),)), record.begin(RECIPE)
        )
        pipeline.redact(record, "Jane Roelandt", who="Ana", why="a court order")
        pipeline.redact(record, "Mark Fielding", who="Ben", why="safety")
        assert record.queries.value("SELECT why FROM forgotten").startswith("a court order; 2")
        assert record.queries.value("SELECT why FROM forgotten").endswith(", Ben: safety")
        assert len({p.key for c in record.queries.claims() for p in c.recipients}) == 2


def test_who_reads_the_record_meanwhile_is_told_that_its_log_still_holds_the_name(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True, wait=0.2) as record:
        record.add(account("Men beat Jane Roelandt.", title="Jane Roelandt"), record.begin(RECIPE))
        reader = Record(tmp_path / "r.db")
        reader.connection.execute("BEGIN")
        reader.connection.execute("SELECT * FROM documents").fetchone()
        with pytest.raises(RecordError, match="log"):
            pipeline.redact(record, "Jane Roelandt", who="Ana", why="safety")
        reader.close()
    nowhere(tmp_path, "jane roelandt")


def test_every_column_that_may_hold_words_is_seen_to() -> None:
    codes = {
        "runs": {"started", "finished", "fingerprint", "version"},
        "documents": {"id", "short", "added", "raw_sha256", "text_sha256", "language", "media_type", "signature", "outlet", "exact"},
        "accounts": {"document", "fingerprint", "made", "kind", "published", "author", "body"},
        "claims": {"id", "document", "type", "status", "certainty", "earliest", "latest"},
        "omissions": {"stage"}, "flags": {"kind"}, "letters": {"local", "date", "sender_country", "answers_country"},
        "undertakings": {"local", "key", "kind", "earliest", "latest"}, "links": {"kind"}, "copies": {"document", "original"}, "bands": {"key", "document"},
        "decisions": {"id", "made", "kind", "target", "field"}, "moved": {"old", "new"}, "forgotten": {"document", "made"},
        "spreads": {"said", "named", "pairs", "accused"}, "standing": {"id", "event", "verdict", "type", "status", "earliest", "latest", "against"},
    }  # fmt: skip
    made_anew = {"parties", "claim_parties", "claim_places", "claim_commitments", "aliases", "blocks", "search"}
    with sqlite3.connect(":memory:") as connection:
        connection.executescript(schema())
        tables = [r[0] for r in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%'")]
        for table in set(tables) - made_anew:
            of_words = {r[1] for r in connection.execute(f"PRAGMA table_info({table})") if r[2] in ("TEXT", "BLOB", "")}
            seen = HELD.get(table)
            assert of_words - codes.get(table, set()) == set((*seen.words, *seen.json, *seen.free) if seen else ()), table
    connection.close()
