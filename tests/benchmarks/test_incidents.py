from benchmarks.scores.incidents import ACLED, KAIROS, f1

from onrecord.resources.resources import Resources


def test_f1_counts_right_twice() -> None:
    assert f1(1, 2, 2) == 0.5
    assert f1(0, 3, 2) == 0.0


def test_the_mappings_end_in_types_of_the_ontology(resources: Resources) -> None:
    known = set(resources.ontology.types)
    assert set().union(*ACLED.values(), *KAIROS.values()) <= known
