from pathlib import Path

import pytest

from onrecord.exports.pace import Pace, Rate, left_words, progress_words


class Clock:
    def __init__(self) -> None:
        self.at = 0.0

    def __call__(self) -> float:
        return self.at


def files(folder: Path, **given: int) -> list[str]:
    made = []
    for name, size in given.items():
        path = folder / name.replace("_", ".")
        path.write_bytes(b"x" * size)
        made.append(str(path))
    return made


def test_pace_goes_by_bytes_and_a_containers_text(tmp_path: Path) -> None:
    a, b = files(tmp_path, a_txt=100, b_jsonl=300)
    pace = Pace([tmp_path])
    assert pace.total == 400
    assert [pace.after(a, 100), pace.after(b, 50), pace.after(b, 1000)] == [100, 150, 400]


def test_the_number_and_the_time_left_are_told_where_they_are_known(tmp_path: Path) -> None:
    clock = Clock()
    listed = files(tmp_path, **{f"n{i}_txt": 1000 for i in range(40)})
    pace = Pace([tmp_path], clock=clock)
    told = []
    for path in listed[:12]:
        clock.at += 6
        pace.after(path, 1000)
        told.append(pace.words())
    assert told[0] == "1 of 40 documents, about 4 minutes left"
    assert told[-1] == "12 of 40 documents, about 3 minutes left"


def test_what_was_on_record_already_says_nothing_of_the_pace(tmp_path: Path) -> None:
    clock = Clock()
    listed = files(tmp_path, **{f"n{i}_txt": 1000 for i in range(10)})
    pace = Pace([tmp_path], clock=clock)
    for path in listed[:5]:
        clock.at += 0.01
        pace.after(path, 1000, known=True)
    assert pace.words() == "5 of 10 documents"
    clock.at += 60
    pace.after(listed[5], 1000)
    assert pace.words() == "6 of 10 documents, about 4 minutes left"


def test_how_many_a_container_holds_is_not_known(tmp_path: Path) -> None:
    clock = Clock()
    a, b = files(tmp_path, a_mbox=600, b_txt=600)
    pace = Pace([tmp_path], clock=clock)
    for _ in range(3):
        clock.at += 20
        pace.after(a, 100)
    assert pace.words() == "3 documents, about 3 minutes left"
    plain = Pace([Path(b)])
    assert plain.number == 1
    plain.after(b, 10)
    plain.after(b, 10)  # one file, two documents: it was a container after all
    assert plain.words() == "2 documents"


def test_hidden_files_are_not_counted(tmp_path: Path) -> None:
    files(tmp_path, a_txt=10)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "big").write_bytes(b"x" * 1000)
    (tmp_path / ".hidden").write_bytes(b"x" * 1000)
    pace = Pace([tmp_path, tmp_path / "gone"])
    assert (pace.total, pace.number) == (10, 1)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(5, "less than a minute left"), (62, "about 1 minute left"), (200, "about 3 minutes left"), (7_300, "about 2 hours left")],
)
def test_a_time_left_is_as_rough_as_it_is_known(seconds: float, words: str) -> None:
    assert left_words(seconds) == words


def test_words_without_a_number_or_a_pace() -> None:
    assert progress_words(1, 1, None) == "1 of 1 document"
    assert progress_words(1204, None, None) == "1,204 documents"
    assert progress_words(5, 3, 1.0) == "5 documents, less than a minute left"


def test_a_rate_needs_something_to_go_by() -> None:
    clock = Clock()
    rate = Rate(0, clock=clock)
    assert rate.left(0, 10) is None
    clock.at = 1.0
    assert rate.left(1, 10) is None
    clock.at = 60.0
    assert rate.left(5, 10) == 60.0


def test_what_was_done_before_the_clock_began_took_time_it_did_not_see() -> None:
    clock = Clock()
    rate = Rate(20, clock=clock)  # told of for the first time when twenty are done
    clock.at = 5.0
    assert rate.left(20, 40) is None
    clock.at = 10.0
    assert rate.left(30, 40) == 10.0  # ten in ten seconds, ten to come; not 30 in ten
