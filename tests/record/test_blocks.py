from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.record.blocks import Blocks
from onrecord.record.database import Connection
from onrecord.record.store import Record

NEWEST, MOST = 3, 4


def by_sql(connection: Connection, keys: frozenset[str]) -> list[int]:
    """The same, asked of what is written down."""
    part = "SELECT claim FROM (SELECT claim FROM blocks WHERE key = ? ORDER BY claim DESC LIMIT ?)"
    question = f"SELECT claim FROM ({' UNION ALL '.join([part] * len(keys))}) GROUP BY claim ORDER BY count(*) DESC, claim DESC LIMIT ?"
    return [r[0] for r in connection.execute(question, (*(x for key in keys for x in (key, NEWEST)), MOST))]


claims = st.lists(st.frozensets(st.sampled_from("abcdef"), min_size=1), max_size=12)


@settings(max_examples=40, deadline=None)
@given(claims, st.permutations(range(1, 13)), st.integers(1, 5))
def test_memory_answers_what_the_record_would(told: list[frozenset[str]], numbers: list[int], together: int) -> None:
    """Whatever the order of the claims, and however many are written down at once."""
    with Record(Path(":memory:"), create=True) as record:
        connection = record.connection
        connection.execute("PRAGMA foreign_keys = OFF")
        blocks = Blocks(connection, newest=NEWEST)
        for at, (number, keys) in enumerate(zip(numbers, told, strict=False)):
            if at % together == 0:
                blocks.keep()
                blocks.begin()
            found = blocks.sharing(keys, at_most=MOST)
            connection.execute("SAVEPOINT before")
            connection.executemany("INSERT INTO blocks VALUES (?, ?)", blocks.put_in)
            assert found == by_sql(connection, keys)
            connection.execute("ROLLBACK TO before")
            connection.execute("RELEASE before")
            blocks.put(number, keys)


def test_what_another_has_written_since_is_seen(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record, Record(tmp_path / "r.db") as other:
        blocks = Blocks(record.connection, newest=NEWEST)
        blocks.begin()
        assert blocks.sharing(["a"], at_most=MOST) == []
        other.connection.execute("PRAGMA foreign_keys = OFF")
        other.connection.execute("INSERT INTO blocks VALUES ('a', 7)")
        blocks.begin()
        assert blocks.sharing(["a"], at_most=MOST) == [7]


def test_what_was_taken_back_is_forgotten(tmp_path: Path) -> None:
    with Record(tmp_path / "r.db", create=True) as record:
        blocks = Blocks(record.connection, newest=NEWEST)
        blocks.begin()
        blocks.sharing(["a"], at_most=MOST)
        blocks.put(7, ["a"])  # never kept: its transaction failed
        blocks.begin()
        assert blocks.sharing(["a"], at_most=MOST) == []
