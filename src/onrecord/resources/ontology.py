"""The ontology of events: PLOVER's types, modes and contexts, and the CAMEO codes that fall under them.

Types, modes and contexts: PLOVER (Open Event Data Alliance; Halterman et al. 2023). Codes: CAMEO (Gerner et al. 2002).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import ResourceError
from onrecord.resources.toml_data import load_entries


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's 16 types. `future` and `refused` are the types that a planned and a refused event of this type have, where they differ."""

    id: str
    says: str
    quad: str
    scale: float
    modes: tuple[str, ...]
    cameo: tuple[str, ...]
    needs_recipient: bool = False
    future: str | None = None
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code with the PLOVER type and mode it falls under."""

    id: str
    says: str
    type: str
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Ontology:
    """All types by name, contexts with what they mean, and CAMEO codes by number."""

    types: dict[str, EventType]
    contexts: dict[str, str]
    cameo: dict[str, CameoCode]
    modes: dict[str, str]

    def check(self, type_: str, mode: str | None, contexts: Iterable[str], cameo: str | None) -> str | None:
        """What is wrong with a coding, in words; None where it stands."""
        if type_ not in self.types:
            return f"{type_!r} is no PLOVER type"
        if mode is not None and mode not in self.types[type_].modes:
            return f"{mode!r} is no mode of {type_}"
        if unknown := [c for c in contexts if c not in self.contexts]:
            return f"{unknown[0]!r} is no context"
        if cameo is not None and cameo not in self.cameo and len(cameo) != 2:
            return f"{cameo!r} is no CAMEO code"
        return None


def load_ontology(folders: Iterable[Path] = ()) -> Ontology:
    """The ontology of the package with a user's files over it. Raises ResourceError where its parts do not fit together."""
    folders = tuple(folders)
    modes = load_entries("ontology/modes.toml", required=("type", "mode", "says"), examples=False, folders=folders)
    types = load_entries(
        "ontology/types.toml",
        required=("says", "quad", "scale", "cameo"),
        optional=("needs_recipient", "future", "refused"),
        examples=False,
        folders=folders,
    )
    contexts = load_entries("ontology/contexts.toml", required=("says",), examples=False, folders=folders)
    cameo = load_entries("ontology/cameo.toml", required=("type", "says"), optional=("mode",), examples=False, folders=folders)
    made = {
        name: EventType(
            id=name,
            says=entry["says"],
            quad=entry["quad"],
            scale=float(entry["scale"]),
            modes=tuple(m["mode"] for m in modes.values() if m["type"] == name),
            cameo=tuple(entry["cameo"]),
            needs_recipient=bool(entry.get("needs_recipient", False)),
            future=entry.get("future"),
            refused=entry.get("refused"),
        )
        for name, entry in types.items()
    }
    ontology = Ontology(
        types=made,
        contexts={k: str(v["says"]) for k, v in contexts.items()},
        cameo={k: CameoCode(k, v["says"], v["type"], v.get("mode")) for k, v in cameo.items()},
        modes={k: str(v["says"]) for k, v in modes.items()},
    )
    _hold_together(ontology)
    return ontology


def _hold_together(ontology: Ontology) -> None:
    for code in ontology.cameo.values():
        if wrong := ontology.check(code.type, code.mode, (), None):
            raise ResourceError(f"cameo.toml: {code.id}: {wrong}.", "Name a type and a mode of the ontology.")
    for type_ in ontology.types.values():
        for other in (type_.future, type_.refused):
            if other is not None and other not in ontology.types:
                raise ResourceError(f"types.toml: {type_.id} names the unknown type {other!r}.", "Name a type of the ontology.")
    for key in ontology.modes:
        if key.split(".")[0] not in ontology.types:
            raise ResourceError(f"modes.toml: {key!r} belongs to no type.", "Name a type of the ontology.")
