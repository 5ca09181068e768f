"""A record made by hand, once, and a client of its reading room."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.web.app import create_app
from tests.web.made import make


@pytest.fixture(scope="session")
def made_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("record") / "made.db")


@pytest.fixture(scope="session")
def room(made_record: Path) -> Iterator[TestClient]:
    with TestClient(create_app(made_record), base_url="http://127.0.0.1:8420", raise_server_exceptions=False) as client:
        yield client
