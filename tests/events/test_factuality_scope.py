"""Structures that decide whether something happened, read by the real parser: scope, degree, arrangements, obligations, times to come."""

import re

import pytest

from onrecord.documents.document import new_document
from onrecord.events.factuality import judge
from onrecord.reading.parse import SpacyParser, children_of
from onrecord.reading.reading import Reading
from onrecord.reading.tree import token_at
from onrecord.resources.resources import Resources
from onrecord.statements.attribute import attribute

SENTENCES = [
    ("The bishop did not [leave] until the gunfire stopped.", True, "actual"),
    ("The bishop will not [leave] until the gunfire stops.", False, "actual"),
    ("The mayor stayed at home rather than [meet] them.", False, "actual"),
    ("Instead of [leaving], the fleet anchored.", False, "actual"),
    ("The fleet was too small to [blockade] the bay.", False, "actual"),
    ("The raid was big enough to [frighten] the town.", True, "actual"),
    ("The envoy is to [visit] Oruma.", None, "planned"),
    ("The envoy was to have [visited] Oruma.", False, "actual"),
    ("The aim is to [free] the crew.", None, "planned"),
    ("The talks [begin] tomorrow.", None, "planned"),
    ("The envoy is [flying] to Oruma next week.", None, "planned"),
    ("Ministers await next month's [summit].", None, "planned"),
    ("The port will stay shut because the storm [sank] two barges.", True, "actual"),
    ("The port will open once the storm [passes].", None, "planned"),
    ("The rebels kept their promise to [disarm].", True, "actual"),
    ("The rebels never honoured their promise to [disarm].", False, "actual"),
    ("The junta has not carried out the resolution calling for the [release] of the nuns.", False, "actual"),
    ("The junta must carry out the resolution calling for the [release] of the nuns.", None, "demanded"),
    ("The clan failed to come to terms and [burned] the mill.", True, "actual"),
    ("The colonel did not deny that his men [fired].", None, "hypothetical"),
    ("The front claimed responsibility for the [bombing].", True, "actual"),
    ("The clan vowed never to [leave] the valley.", False, "actual"),
    ("Can you confirm that the clan [left] the valley?", None, "hypothetical"),
    ("Tarvia said that it would not [send] monks.", False, "actual"),
    ("The pilot had no reason to think that guards [shot] the mule.", False, "actual"),
    ("Police foiled a [plot] to bomb the ferry.", True, "actual"),
    ("Police foiled a plot to [bomb] the ferry.", False, "actual"),
    ("There is nothing that [stops] the convoy.", False, "actual"),
    ("The captives fled before they could be [shot].", False, "actual"),
    ("Why did the guards [shoot] the mule?", True, "actual"),
    ("Did the guards [shoot] the mule?", None, "hypothetical"),
    ("Whoever [hides] rebels will be jailed.", None, "hypothetical"),
    ("The medics had to [amputate] his leg.", True, "actual"),
    ("No fewer than 1,800 soldiers [surrendered].", True, "actual"),
    ("No less than nine villages were [shelled].", True, "actual"),
    ("No soldiers [surrendered].", False, "actual"),
    ("The monitors heard 14 explosions and no ceasefire [violations].", False, "actual"),
    ("The colonel said no to a [truce].", False, "actual"),
    ("The bogus [landing] fooled the garrison.", False, "actual"),
    ("The bogus [claim] fooled the garrison.", True, "actual"),
]


@pytest.mark.parametrize(("marked", "happened", "status"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_structures_decide(marked: str, happened: bool | None, status: str, parser: SpacyParser, resources: Resources) -> None:
    document = new_document(re.sub(r"[\[\]]", "", marked))
    parse = parser.parse(document)
    reading = Reading(document, parse.tokens, parse.sentences, children_of(parse.tokens))
    head = token_at(reading, marked.index("["))
    assert head is not None
    found = judge(reading, head.index, attribute(reading, resources=resources), resources=resources).factuality
    assert (found.happened, found.status) == (happened, status), found
