"""The government or ministry that issues a text, and who holds an office there that the text says of no other state."""

from onrecord.reading.mentions_phrases import complement, determined
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.draft import Draft
from onrecord.resources.publishers import publisher_country


def issuing_country(cast: Cast, author: Draft | None) -> str | None:
    """The country whose government or ministry issues the text, None where none does."""
    if author is not None and author.country is not None and author.kind in {"state", "government"}:
        return author.country
    document = cast.reading.document
    official = (
        (document.publisher or "").lower().startswith(("ministry of", "government of", "the government of", "presidency of", "embassy of"))
    )
    issued = official and document.kind in {"statement", "communique"}
    return publisher_country(document.publisher, None, cast.resources) if issued else None


def is_bare_office(cast: Cast, draft: Draft) -> bool:
    """Whether somebody is "the Foreign Minister" of no other words: in a text that a government issues, its own."""
    title = cast.resources.directory.titles.get(draft.title or "")
    if draft.kind != "person" or draft.office_of is not None or title is None or title.rank != "office" or title.stands != "state":
        return False
    bare = (m for m in draft.mentions if m.form == "nominal" and m.title is not None)
    return any(
        determined(cast.reading, m.head) == "definite" and complement(cast.reading, m.head, "of", "from", "for") is None for m in bare
    )
