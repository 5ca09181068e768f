"""All that is known beforehand, loaded when first asked for: the one value every stage gets its knowledge from."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from onrecord.resources.commitments import CommitmentWords, load_commitments
from onrecord.resources.countries import Countries, load_countries
from onrecord.resources.cues import CueLexicon, load_cues
from onrecord.resources.directory import Directory, load_directory
from onrecord.resources.disputed import DisputedPlaces, load_disputed
from onrecord.resources.framing import FramingWords, load_framing
from onrecord.resources.gazetteer import Gazetteer
from onrecord.resources.gazetteer_cache import open_gazetteer
from onrecord.resources.kinds import KindWords, load_kinds
from onrecord.resources.markers import Markers, load_markers
from onrecord.resources.means import MeansOntology, load_means
from onrecord.resources.noun_classes import NounClasses, load_noun_classes
from onrecord.resources.ontology import Ontology, load_ontology
from onrecord.resources.phrase_index import PhraseIndex
from onrecord.resources.place_words import PlaceWords, load_place_words
from onrecord.resources.relations import RelationWords, load_relations
from onrecord.resources.speakers import SpeakerWords, load_speakers
from onrecord.resources.territory import TerritoryWords, load_territory
from onrecord.resources.timewords import TimeWords, load_time_words
from onrecord.resources.tolls import TollWords, load_tolls
from onrecord.resources.triggers import TriggerLexicon, load_triggers


@dataclass(frozen=True)
class Resources:
    """The package's data with a user's own folders over it. Each property loads once, on first use. Raises ResourceError for a bad file."""

    folders: tuple[Path, ...] = ()
    disputed: str = "neutral"

    @cached_property
    def countries(self) -> Countries:
        """Countries and territories, and the buildings that stand for their governments."""
        return load_countries(self.folders)

    @cached_property
    def markers(self) -> Markers:
        """Words that decide whether what hangs on them happened."""
        return load_markers(self.folders)

    @cached_property
    def cues(self) -> CueLexicon:
        """Words that credit somebody with something."""
        return load_cues(self.folders)

    @cached_property
    def speakers(self) -> SpeakerWords:
        """Words that say whose a report is, and nouns for what never speaks."""
        return load_speakers(self.folders)

    @cached_property
    def means(self) -> MeansOntology:
        """Weapons and platforms by kind."""
        return load_means(self.folders)

    @cached_property
    def ontology(self) -> Ontology:
        """PLOVER's types, modes and contexts, and CAMEO's codes."""
        return load_ontology(self.folders)

    @cached_property
    def noun_classes(self) -> NounClasses:
        """Classes of nouns that the frames of triggers ask for."""
        return load_noun_classes(self.folders)

    @cached_property
    def triggers(self) -> TriggerLexicon:
        """The words that stand for events."""
        return load_triggers(self.ontology, self.noun_classes, self.folders)

    @cached_property
    def tolls(self) -> TollWords:
        """Words that say what became of people, and nouns of people."""
        return load_tolls(self.folders)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Places by name; its index is compiled on first use (some seconds) and kept in the user's cache folder."""
        return open_gazetteer(self.countries, folders=self.folders)

    @cached_property
    def place_words(self) -> PlaceWords:
        """Words beside a name that say whether it is a place, given names, and abbreviations of places."""
        return load_place_words(self.folders)

    @cached_property
    def time_words(self) -> TimeWords:
        """Words, patterns and named days of the time reader."""
        return load_time_words(self.folders)

    @cached_property
    def commitments(self) -> CommitmentWords:
        """Words that name commitments, and what events do to them."""
        return load_commitments(self.folders)

    @cached_property
    def framing(self) -> FramingWords:
        """Loaded words of every side."""
        return load_framing(self.folders)

    @cached_property
    def territory(self) -> TerritoryWords:
        """Words of control over land."""
        return load_territory(self.folders)

    @cached_property
    def kinds(self) -> KindWords:
        """What the words on an event and the acts inside it say of its mode and its contexts."""
        return load_kinds(self.ontology, self.folders)

    @cached_property
    def relations(self) -> RelationWords:
        """Words that relate events."""
        return load_relations(self.folders)

    @cached_property
    def directory(self) -> Directory:
        """Bodies, persons and their offices, titles, and the nouns people go by."""
        return load_directory(self.folders)

    @cached_property
    def country_names(self) -> PhraseIndex:
        """Every name and demonym of every country, by its words."""
        return PhraseIndex((name, c.id) for c in self.countries.all for name in (*c.all_names, *c.demonyms))

    @cached_property
    def disputed_places(self) -> DisputedPlaces:
        """Places that more than one party claims; `disputed` says how they are coded."""
        return load_disputed(self.folders)
