import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from onrecord.exports.json_lines import to_dict
from onrecord.exports.json_schema import make_schema, schema_text
from onrecord.record.claim import Account
from tests.any_account import accounts
from tests.exports.test_json_lines import one

SCHEMA = json.loads(schema_text())
CHECK = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def test_the_schema_that_ships_is_the_one_the_values_make() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert make_schema() == SCHEMA, "write make_schema() to exports/onrecord-1.schema.json"


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(accounts())
def test_every_account_keeps_the_schema(made: Account) -> None:
    CHECK.validate(to_dict(made))


def _lacking(made: dict[str, Any]) -> None:
    del made["events"][0]["tolls"]


def _unknown(made: dict[str, Any]) -> None:
    made["events"][0]["status"] = "perhaps"


def _backwards(made: dict[str, Any]) -> None:
    made["sections"][0]["start"] = -1


def _not_a_day(made: dict[str, Any]) -> None:
    made["document"]["published"] = "yesterday"


@pytest.mark.parametrize("spoil", [_lacking, _unknown, _backwards, _not_a_day])
def test_what_breaks_the_format_breaks_the_schema(spoil: Any) -> None:
    made = to_dict(one())
    CHECK.validate(made)
    spoil(made)
    assert not CHECK.is_valid(made)


def test_the_reference_names_every_key() -> None:
    page = (Path(__file__).parents[2] / "docs" / "reference" / "onrecord-1.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`(\w+)`", page))
    keys = set(SCHEMA["properties"]) | {
        k
        for d in ("Source", "Actor", "Place", "Time", "Said", "Claim", "Correspondence", "Undertaking", "Loss")
        for k in SCHEMA["$defs"][d]["properties"]
    }
    assert keys <= named | {"rule"}
