"""Stages -> PLOVER triples: of the records that the product's own export writes (`onrecord.exports.plover`), and of every event as it stands."""

from onrecord.exports.plover import Triple, code, records_of, triples
from onrecord.pipeline import Stages
from onrecord.record.claim import Account
from onrecord.record.make_claims import make_account

__all__ = ["Triple", "account_of", "all_triples", "record_triples", "triples"]


def account_of(stages: Stages) -> Account:
    """The account that the stages' values make."""
    return make_account(stages.reading, stages.statements, stages.events, stages.resolution)


def record_triples(account: Account) -> set[Triple]:
    """The triples of the account's PLOVER records."""
    return {t for record in records_of(account) for t in record.triples}


def all_triples(account: Account) -> set[Triple]:
    """The triples of every event as the product resolves it, without any of the conventions of PLOVER's records."""
    actors = {a.id: a for a in account.actors}
    found: set[Triple] = set()
    for claim in account.events:
        doers, others = ([*dict.fromkeys(code(actors[i]) for i in side if i in actors)] for side in (claim.actors, claim.recipients))
        found |= triples(doers, others, claim.type, both_ways=claim.symmetric and not others)
    return found
