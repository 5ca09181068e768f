from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.document import new_document
from onrecord.reading.parse import BLOCK_LIMIT, SpacyParser, blocks, parser_view


@given(st.text(max_size=300))
def test_the_parsers_view_has_the_same_length(text: str) -> None:
    assert len(parser_view(text)) == len(text)


@given(st.text(alphabet='ab .\n\t"', max_size=300))
def test_blocks_hold_every_character_that_is_not_space(text: str) -> None:
    covered = "".join(s.of(text) for s in blocks(new_document(text)))
    assert "".join(covered.split()) == "".join(text.split())


def test_a_long_block_is_cut() -> None:
    assert max(len(s) for s in blocks(new_document("word " * 20_000))) <= BLOCK_LIMIT


def test_tokens_point_at_their_words(parser: SpacyParser) -> None:
    text = "“We did not\nfire,” he said.\n\nBaku denied it."
    parse = parser.parse(new_document(text))
    assert [t.text for t in parse.tokens] == [t.span.of(text) for t in parse.tokens]
    assert [t.index for t in parse.tokens] == list(range(len(parse.tokens)))
    assert all(s.first <= s.root < s.last for s in parse.sentences)
    assert parse.sentences[-1].span.of(text) == "Baku denied it."
