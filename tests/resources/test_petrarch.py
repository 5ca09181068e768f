"""PETRARCH dictionaries become entries that the directory loads."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ResourceError
from onrecord.resources.countries import Countries
from onrecord.resources.directory import Directory, load_directory
from onrecord.resources.petrarch import import_petrarch, petrarch_to_toml

ACTORS = """# actors of a made-up land
BLUE_HARVEST_FRONT_(BHF)_  [FJIREB]  ;jdoe 2009
+AL-HASAD_FRONT_
RATU_TEVITA_MOLI_  # CountryInfo
+MOLI_
    [FJIGOV >20080101]
    [FJIOPP 980101-071231]
PACIFIC_GRAIN_UNION_ [IGO]
FIJI_ [FJI]
+SUVA_
HILL_TRIBES_ [WEUREB]
LOST_NAME_
39649_ [FJIREB]
[~ENV}
PACIFIC_GRAIN_UNION_ [NGO]
"""
AGENTS = """<!-- agents -->
!FOLK! = MAN, MEN, WOMAN, WOMEN
REEF!FOLK! [~AGR]
HARBOUR_WARDEN [~COP] # comment
COAST_WATCH {} [~COP]
TIDE_SENTRY {TIDE_SENTRIES} [~MIL]
MINISTER_OF_THE_SEA_ROADS [~GOV]
HARPOONER [~XXX]
REEF!NOBODY! [~AGR]
"""


def loaded(text: str, folder: Path) -> Directory:
    made = import_petrarch(text)
    path = folder / "actors" / ("bodies/mine.toml" if made.kind == "actors" else "nouns_mine.toml")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(made.toml, encoding="utf-8")
    return load_directory([folder])


def test_an_imported_dictionary_of_actors_loads(tmp_path: Path) -> None:
    directory = loaded(ACTORS, tmp_path)
    front = directory.bodies["petrarch-blue-harvest-front"]
    assert (front.names, front.abbreviations) == (("Blue Harvest Front", "Al-Hasad Front"), ("BHF",))
    assert (front.kind, front.country, front.sectors) == ("group", "FJI", ("REB",))
    assert directory.names.ids("Moli") == ("petrarch-ratu-tevita-moli", "petrarch-ratu-tevita-moli-2")
    earlier = directory.bodies["petrarch-ratu-tevita-moli-2"]
    assert (earlier.kind, earlier.years.surely_holds(date(1999, 5, 5)), earlier.years.may_hold(date(2010, 1, 1))) == ("person", True, False)
    union = directory.bodies["petrarch-pacific-grain-union"]
    assert (union.kind, union.country, union.sectors) == ("organization", None, ("IGO",))
    assert directory.bodies["petrarch-hill-tribes"].country is None, "a region is no country"


def test_what_gives_no_entry_is_told_with_its_line() -> None:
    left = {x.line: x.reason for x in import_petrarch(ACTORS).left_out}
    assert left == {
        9: "Fiji is coded as a country, and those are known",
        12: "a name without a code",
        13: "no name of letters",
        14: "no name, synonym or code",
    }


def test_an_imported_dictionary_of_agents_loads(tmp_path: Path) -> None:
    made = import_petrarch(AGENTS)
    assert (made.kind, made.names, [x.line for x in made.left_out]) == ("agents", 8, [7, 8, 9])
    nouns = loaded(AGENTS, tmp_path).noun_words
    assert (nouns["reefwoman"].sectors, nouns["harbour warden"].collective) == (("AGR",), False)
    assert nouns["coast watch"].collective
    assert nouns["tide sentries"].kind == "armed_force"


def test_an_impossible_day_is_its_month_and_an_impossible_date_is_left_out() -> None:
    made = import_petrarch("JOHN_DOE_\n [FJIGOV >20110231]\nJANE_DOE_\n [FJIGOV >20111301]\nREEF_BAND_ [FJIREB]")
    assert 'since = "2011-02"' in made.toml
    assert [(x.line, x.reason) for x in made.left_out] == [(3, "a name without a code"), (4, "[FJIGOV >20111301] has a date that is none")]


@pytest.mark.parametrize("text", ["", "; nothing", "    [FJIGOV]", "& what\n", "+SYNONYM_ [FJIGOV]", "[" * 2000, "\x00"])
def test_what_is_no_dictionary_is_refused(text: str) -> None:
    with pytest.raises(ResourceError):
        petrarch_to_toml(text)


@given(st.text(alphabet='AB_+[]~{}!=<>#; \n-0123456789"\\\x07é', max_size=300))
def test_any_text_is_refused_or_loads(text: str) -> None:
    import tomllib

    try:
        made = import_petrarch(text, countries=Countries([]))
    except ResourceError:
        return
    entries = tomllib.loads(made.toml)["entry"]
    assert len({e["id"] for e in entries}) == len(entries) == made.entries
