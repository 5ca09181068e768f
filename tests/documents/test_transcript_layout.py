from onrecord.documents.document import new_document
from onrecord.documents.layout import lay_out
from tests.documents.test_layout import parts


def kinds(text: str) -> list[str]:
    return [kind for kind, _ in parts(text)]


def test_a_press_conference() -> None:
    text = (
        "Transcript of the press conference\nLumo, 3 February 2015\n\nMODERATOR: Good morning to all of you.\n\nMINISTER HALIL: Our troops withdrew on "
        "Sunday.\n\nNobody was hurt.\n\nQUESTION (Reuters): Did you shell the bridge?\n\nMINISTER HALIL: We did not. This is a lie.\n"
    )
    assert kinds(text) == ["headline", "dateline", "question", "answer", "question", "answer"]
    assert parts(text)[3][1].endswith("Nobody was hurt.")
    assert lay_out(new_document(text)).kind == "transcript"


def test_questions_and_answers_by_letter() -> None:
    assert kinds("Q: Did you shell the bridge?\nA: We did not.\nQ: Who did?\nA: Ask them.") == ["question", "answer", "question", "answer"]


def test_who_mostly_asks_is_the_one_who_asks() -> None:
    text = "Anna Holm: When did it begin?\n\nTomas Brenner: In March, with the shelling.\n\nAnna Holm: And who began it?\n\nTomas Brenner: They did, at dawn.\n"
    assert kinds(text) == ["question", "answer", "question", "answer"]


def test_an_interview_without_labels() -> None:
    turns = [
        ("When did the war reach you?", "I was in the field."),
        ("What did you see?", "I saw smoke."),
        ("Who came?", "My brother and I do not know."),
    ]
    text = "\n\n".join(f"{q}\n\n{a}" for q, a in [*turns, ("Will you go back?", "We hope so.")])
    assert kinds(text) == ["question", "answer"] * 4


def test_a_table_of_figures_is_no_transcript() -> None:
    assert lay_out(new_document("Killed: 4\nWounded: 11\nMissing: 2\nKilled: 5\nWounded: 3\n")).kind != "transcript"
    assert "answer" not in kinds("Lumo: 1,769.\nKetera: 1,501.\nLumo: 547.\nKetera: 46.\n")


def test_a_report_with_two_rhetorical_questions_is_no_interview() -> None:
    assert set(kinds("Who fired first?\n\nNobody in Lumo knows, officials said.\n\nWill it last?\n\nThe mayor doubts it, he said.")) <= {
        "headline",
        "body",
    }


def test_one_question_and_its_answer() -> None:
    text = "Spokesperson's answer to a media question\n\nQuestion: How do you comment on the shelling?\n\nAnswer: Our forces did not open fire."
    assert kinds(text) == ["headline", "question", "answer"]
