"""The real parser, loaded once for the tests that need it."""

import pytest

from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What asks for the real parser is marked so, whether or not it says so itself."""
    for item in items:
        if "parser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.parser)


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.fixture(scope="session")
def resources() -> Resources:
    return Resources()
