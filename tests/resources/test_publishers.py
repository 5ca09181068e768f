import pytest

from onrecord.resources.publishers import publisher_country
from onrecord.resources.resources import Resources

RESOURCES = Resources()


@pytest.mark.parametrize(
    ("publisher", "url", "country"),
    [
        ("The London Example", None, "GBR"),
        ("Ministry of Defence of Armenia", None, "ARM"),
        ("Buenos Aires Morning", "https://example.com/a", "ARG"),
        ("Some Outlet", "https://news.example.az/1", "AZE"),
        ("Some Outlet", "https://news.example.co.uk/1", "GBR"),
        ("Some Outlet", "https://example.com", None),
        ("Some Outlet", "http://[bad", None),
        (None, None, None),
    ],
)
def test_where_a_publisher_is_at_home(publisher: str | None, url: str | None, country: str | None) -> None:
    assert publisher_country(publisher, url, RESOURCES) == country


def test_the_directory_comes_first() -> None:
    body = next(b for b in RESOURCES.directory.bodies.values() if b.kind == "media" and b.country)
    assert publisher_country(body.names[0].upper(), None, RESOURCES) == body.country
