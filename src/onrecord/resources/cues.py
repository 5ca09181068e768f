"""data/en/cues_*.toml -> the lexicon of cues: the words that credit somebody with something, and what they take."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from onrecord.errors import ResourceError
from onrecord.resources.toml_data import load_entries

CueKind = Literal["verb", "noun", "adjective", "adverb", "adjective-before-noun", "preposition", "adverbial-clause", "falsity"]
KINDS = ("verb", "noun", "adjective", "adverb", "adjective-before-noun", "preposition", "adverbial-clause", "falsity")
TAKES = frozenset({"clause", "quote", "object", "infinitive", "gerund", "complement", "phrase", "alone", "there"})
STANCES = frozenset(
    {"asserts", "denies", "doubts", "concedes", "asks", "demands", "promises", "offers", "threatens", "accuses", "praises", "other"}
)
OBJECTS = frozenset({"", "addressee", "content", "none"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One class of cues. `particle` is the word that must follow ("call for"), empty for most.

    `takes` are the complements that are its content; `prepositions` those whose object is; `object_with` is what the direct object is beside
    another complement: the addressee ("told them that"), part of the content ("accused them of") or nothing of either. `subjects` are the lemmas
    of those who say it with this verb, where others only do what it names ("the report found", not "soldiers found"), `objects` those of what it
    is said of ("put the toll at", not "put the flag at"); empty for anybody and anything.
    """

    id: str
    kind: CueKind
    stance: str
    particle: str = ""
    takes: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    object_with: str = ""
    subjects: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Cues by kind and first word (a lemma); of one word, those with a particle come first, then in the order of the files."""

    words: dict[str, dict[str, tuple[Cue, ...]]] = field(default_factory=dict)

    def of(self, kind: CueKind, word: str) -> tuple[Cue, ...]:
        """The classes a word belongs to; empty for a word that is no cue."""
        return self.words.get(kind, {}).get(word, ())


def load_cues(folders: Iterable[Path] = ()) -> CueLexicon:
    """The cue lexicon, a user's entries over ours. Raises ResourceError for a kind, stance or complement that is none."""
    entries = load_entries(
        "en/cues_*.toml",
        required=("kind", "stance", "words"),
        optional=("takes", "prepositions", "object_with", "subjects", "objects"),
        folders=folders,
    )
    found: dict[str, dict[str, list[Cue]]] = {kind: {} for kind in KINDS}
    for ident, entry in entries.items():
        takes, object_with = frozenset(entry.get("takes", ())), entry.get("object_with", "")
        if entry["kind"] not in found or entry["stance"] not in STANCES or not takes <= TAKES or object_with not in OBJECTS:
            raise ResourceError(f"{ident}: unknown kind, stance, complement or object_with.", "See data/en/cues_verbs_speech.toml.")
        for words in dict.fromkeys(entry["words"]):
            first, _, particle = words.partition(" ")
            lists = (
                frozenset(entry.get("prepositions", ())),
                object_with,
                frozenset(entry.get("subjects", ())),
                frozenset(entry.get("objects", ())),
            )
            cue = Cue(ident, entry["kind"], entry["stance"], particle, takes, *lists)
            found[entry["kind"]].setdefault(first, []).append(cue)
    return CueLexicon({k: {w: tuple(sorted(cs, key=lambda c: not c.particle)) for w, cs in v.items()} for k, v in found.items()})
