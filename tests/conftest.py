"""The real parser, loaded once for the tests that need it."""

import pytest

from onrecord.reading.parse import SpacyParser
from onrecord.resources.resources import Resources


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return SpacyParser()


@pytest.fixture(scope="session")
def resources() -> Resources:
    return Resources()
