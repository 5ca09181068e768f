import importlib.util
import tomllib
import zipfile
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("wheel_script", ROOT / "scripts" / "wheel.py")
    assert spec
    assert spec.loader
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_wheel_takes_the_assets_that_git_ignores() -> None:
    given = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert "src/onrecord/web/static/vendor/**" in given["tool"]["hatch"]["build"]["targets"]["wheel"]["artifacts"]


def test_what_a_wheel_must_hold_is_there_or_made_by_make_assets() -> None:
    made = (ROOT / "scripts" / "assets.sh").read_text(encoding="utf-8")
    for name in script().INSIDE:
        if "/vendor/" not in name:
            assert (ROOT / "src" / name).exists(), name
        elif not name.endswith(("ready", "countries-110m.json", "countries-50m.json")):
            assert name.rpartition("/")[2] in made, name


def test_a_wheel_without_them_is_told(tmp_path: Path) -> None:
    found = script()
    with zipfile.ZipFile(tmp_path / "bare.whl", "w") as archive:
        archive.writestr("onrecord/web/static/room.css", "")
    absent = found.missing(tmp_path / "bare.whl")
    assert "onrecord/web/static/room.css" not in absent
    assert len(absent) == len(found.INSIDE) - 1


def test_what_an_older_pip_overlooks_is_asked_for_by_name() -> None:
    """justext asks for lxml[html_clean]; pip 23 does not find that extra under its new spelling, and web pages could then not be read."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    assert any(a.startswith("lxml-html-clean") for a in asked)
    assert "\nlxml-html-clean==" in (ROOT / "requirements.lock").read_text(encoding="utf-8")
