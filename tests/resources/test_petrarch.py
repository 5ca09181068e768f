"""PETRARCH dictionaries become entries that the directory loads."""

from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import ResourceError
from onrecord.resources.directory import load_directory
from onrecord.resources.petrarch import petrarch_to_toml

TEXT = """; actors of a made-up land
BLUE_HARVEST_FRONT_  [FJIREB]  ;jdoe 2009
RATU_TEVITA_MOLI_
+MOLI_
    [FJIGOV >20080101]
    [FJIOPP 20000101-20071231]
PACIFIC_GRAIN_UNION_ [IGO]
"""


def test_an_imported_dictionary_loads(tmp_path: Path) -> None:
    (tmp_path / "actors" / "bodies").mkdir(parents=True)
    (tmp_path / "actors" / "bodies" / "petrarch.toml").write_text(petrarch_to_toml(TEXT), encoding="utf-8")
    directory = load_directory([tmp_path])
    front = directory.bodies["petrarch-blue-harvest-front"]
    assert (front.name, front.kind, front.country, front.sectors) == ("Blue Harvest Front", "group", "FJI", ("REB",))
    assert directory.names.ids("Moli") == ("petrarch-ratu-tevita-moli", "petrarch-ratu-tevita-moli-2")
    assert directory.bodies["petrarch-ratu-tevita-moli-2"].years.surely_holds(date(2005, 5, 5))
    union = directory.bodies["petrarch-pacific-grain-union"]
    assert (union.kind, union.country, union.sectors) == ("organization", None, ("IGO",))


@pytest.mark.parametrize("text", ["", "; nothing", "    [FJIGOV]", "& what\n"])
def test_what_is_no_dictionary_is_refused(text: str) -> None:
    with pytest.raises(ResourceError):
        petrarch_to_toml(text)
