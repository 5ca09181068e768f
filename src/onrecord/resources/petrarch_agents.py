"""Lines of a PETRARCH agent dictionary -> nouns that people and bodies go by, one entry a code."""

import re
from dataclasses import dataclass, field

from onrecord.resources.directory import SECTORS
from onrecord.resources.toml_text import listed, quoted

_LINE = re.compile(r"^(?P<noun>[^\[{]+?)\s*(?:\{(?P<plural>[^}]*)\})?\s*\[\s*(?P<code>~?[A-Za-z]+~?)\s*\]")
_SET = re.compile(r"^\s*!(?P<name>[^!]+)!\s*=\s*(?P<items>.+)$")
_MARK = re.compile(r"!([^!]+)!")
_KINDS = {
    "GOV": "government", "MIL": "armed_force", "COP": "armed_force", "SPY": "government", "LEG": "government", "JUD": "government", "REB": "group",
    "UAF": "group", "CRM": "group", "OPP": "group", "PTY": "party", "CVL": "population", "REF": "population", "MED": "media", "IGO": "organization",
    "NGO": "organization", "BUS": "organization",
}  # fmt: skip
LONGEST = 2
"""Words of the longest noun that the reader takes for one."""


@dataclass(slots=True)
class Agents:
    """Nouns by code as they are read; `label` is part of their entries' ids."""

    label: str = "agents"
    sets: dict[str, list[str]] = field(default_factory=dict)
    words: dict[tuple[str, bool], dict[str, None]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many nouns were taken."""
        return sum(len(w) for w in self.words.values())

    def take(self, line: str) -> str | None:
        """Takes a line in; why it gives nothing, or None."""
        if (made := _SET.match(line)) is not None:
            self.sets[made["name"]] = [i.strip() for i in made["items"].split(",") if i.strip()]
            return None
        found = _LINE.match(line.strip())
        if found is None:
            return "no noun with a code"
        code = found["code"].upper()
        sectors = [p for p in (code.strip("~")[i : i + 3] for i in range(0, len(code.strip("~")), 3)) if p in SECTORS]
        if not sectors:
            return f"{code} holds no sector that PLOVER has"
        mark = _MARK.search(found["noun"])
        if mark is not None and mark[1] not in self.sets:
            return f"the set !{mark[1]}! is not given"
        nouns = [_MARK.sub(lambda _, item=item: item, found["noun"], count=1) for item in self.sets[mark[1]]] if mark else [found["noun"]]
        body = code.endswith("~") or (found["plural"] is not None and not found["plural"].strip())
        wanted = [_plain(n) for n in (*nouns, found["plural"] or "")]
        kept = [w for w in wanted if w and len(w.split()) <= LONGEST and any(c.isalpha() for c in w)]
        for word in kept:
            self.words.setdefault(("".join(sectors), body), {})[word] = None
        return None if kept else f"a noun of more than {LONGEST} words"

    def entries(self) -> list[str]:
        """The entries as TOML."""
        made = []
        for (letters, body), words in self.words.items():
            sectors = [letters[i : i + 3] for i in range(0, len(letters), 3)]
            kind = next((_KINDS[s] for s in sectors if s in _KINDS), "group")
            rows = [f"id = {quoted(f'petrarch-{self.label}-{letters.lower()}' + ('-bodies' if body else ''))}", f"kind = {quoted(kind)}"]
            rows += [f"sectors = {listed(dict.fromkeys(sectors))}", *(["collective = true"] if body else []), f"words = {listed(words)}"]
            rows += [f"examples = {listed([f'The {next(iter(words))} spoke.'])}", 'note = "imported"', ""]
            made.append("\n".join(["[[entry]]", *rows]))
        return made


def _plain(noun: str) -> str:
    return " ".join(re.sub(r"[_\s]+", " ", noun).split()).lower()
