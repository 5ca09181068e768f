"""The ontology holds together."""

from onrecord.resources.resources import Resources


def test_sixteen_types_67_modes_37_contexts(resources: Resources) -> None:
    ontology = resources.ontology
    assert (len(ontology.types), len(ontology.modes), len(ontology.contexts)) == (16, 67, 37)


def test_every_mode_belongs_to_one_type(resources: Resources) -> None:
    ontology = resources.ontology
    assert sum(len(t.modes) for t in ontology.types.values()) == len(ontology.modes)


def test_every_cameo_root_has_codes(resources: Resources) -> None:
    roots = {code[:2] for code in resources.ontology.cameo}
    assert roots >= {f"{n:02}" for n in range(3, 21)}


def test_a_wrong_coding_is_told_in_words(resources: Resources) -> None:
    assert resources.ontology.check("ATTACK", None, (), None) == "'ATTACK' is no PLOVER type"
    assert resources.ontology.check("ASSAULT", "visit", (), None) == "'visit' is no mode of ASSAULT"
    assert resources.ontology.check("ASSAULT", None, ("sport",), None) == "'sport' is no context"
    assert resources.ontology.check("ASSAULT", "firearms", ("military",), "193") is None
