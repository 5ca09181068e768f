"""Reading, Statements, Events, Resolution -> Account: everything a document gave, with its claims: the unit that is kept."""

from collections.abc import Iterable
from itertools import chain, repeat

from onrecord.basis import Omission
from onrecord.documents.document import Document
from onrecord.events.event import EventMention, Events
from onrecord.reading.reading import Reading
from onrecord.record.claim import Account, Answer, Claim, Correspondence, Instrument, Judged, Loss, Said, Source, Tie, Undertaking
from onrecord.resolution.resolution import EventRoles, LetterParties, Publication, Resolution, Speaker
from onrecord.span import Span
from onrecord.statements.letter import Letter
from onrecord.statements.statement import Statement, Statements


def make_account(reading: Reading, statements: Statements, events: Events, resolution: Resolution) -> Account:
    """The account of a document from what each stage made of it."""
    document = reading.document
    speakers = {s.statement: s for s in resolution.speakers}
    roles = {r.event: r for r in resolution.roles}
    parties = {p.letter: p for p in resolution.letters}
    owners = {p.commitment: p.by for p in resolution.commitments}
    return Account(
        document=source_of(document, resolution.publication, resolution.author),
        sections=document.sections,
        actors=resolution.actors,
        places=resolution.places,
        times=resolution.times,
        statements=tuple(_said(s, speakers.get(s.id, Speaker(s.id, ()))) for s in statements.statements),
        events=tuple(_claim(e, roles.get(e.id, EventRoles(e.id)), events, reading) for e in events.events),
        letters=tuple(_letter(x, parties.get(x.id, LetterParties(x.id)), document.text) for x in statements.letters),
        commitments=tuple(
            Undertaking(c.id, c.name, c.kind, owners.get(c.id, ()), c.date, c.count, c.span, c.basis) for c in events.commitments
        ),
        means=events.means,
        relations=tuple(Tie(r.kind, r.source, r.target, r.span) for r in events.relations),
        flags=(*document.flags, *resolution.flags),
        omissions=_distinct((*document.omissions, *reading.omissions, *statements.omissions, *events.omissions, *resolution.omissions)),
    )


def bare_account(document: Document, omissions: Iterable[Omission] = ()) -> Account:
    """The account of a document that was kept and not read: its text and parts, and why nothing more."""
    return Account(
        document=source_of(document, Publication(known_from=document.published_from), None),
        sections=document.sections,
        flags=document.flags,
        omissions=_distinct((*document.omissions, *omissions)),
    )


def source_of(document: Document, publication: Publication, author: str | None) -> Source:
    """The document as an account has it; `published` is one day or None."""
    days = publication.timespan
    earliest, latest = days.earliest or document.published, days.latest or document.published
    return Source(
        id=document.id,
        external_id=document.external_id,
        path=document.path,
        member=document.member,
        url=document.url,
        text=document.text,
        kind=document.kind,
        language=document.language,
        publisher=document.publisher,
        author=author,
        title=document.title,
        published=earliest if earliest == latest else None,
        published_earliest=earliest,
        published_latest=latest,
        published_from=publication.known_from if days.known else document.published_from,
        media_type=document.media_type,
        raw_sha256=document.raw_sha256,
        metadata=dict(sorted(document.metadata.items())),
    )


def _said(statement: Statement, speaker: Speaker) -> Said:
    return Said(
        id=statement.id,
        parent=statement.parent,
        source=statement.source,
        source_actors=speaker.sources,
        source_actor=next(iter(speaker.sources), None),
        cue=statement.cue,
        content=statement.content,
        quotation=statement.quotation,
        stance=statement.stance,
        addressees=speaker.addressees,
        basis=statement.basis,
    )


def _claim(event: EventMention, roles: EventRoles, events: Events, reading: Reading) -> Claim:
    whose = (*roles.toll_whose, *(None for _ in event.tolls))
    sentence = reading.sentences[event.sentence].span if event.sentence < len(reading.sentences) else event.trigger.span
    return Claim(
        id=event.id,
        span=event.trigger.span,
        lemma=reading.tokens[event.trigger.head].lemma.lower() if event.trigger.head < len(reading.tokens) else "",
        type=event.type,
        plain_type=event.plain_type,
        mode=event.mode,
        contexts=event.contexts,
        cameo=event.cameo,
        actors=roles.actors,
        recipients=roles.recipients,
        symmetric=event.symmetric,
        instruments=tuple(_instruments(event, events)),
        places=roles.places,
        times=roles.times,
        when=roles.timespan,
        when_basis=roles.basis,
        tolls=tuple(Loss(t.kind, t.low, t.high, t.of, who, t.part_of, t.span, t.rule) for t, who in zip(event.tolls, whose, strict=False)),
        statement=event.statement,
        factuality=Judged.of(event.factuality),
        views=event.views,
        status=event.factuality.status,
        commitments=event.commitments,
        territory=event.territory,
        framing=event.framing,
        sentence=sentence,
        basis=event.basis,
        within=event.within,
    )


def _instruments(event: EventMention, events: Events) -> Iterable[Instrument]:
    """Each instrument argument as the means it names; as it stands, without a kind, where it names none."""
    for argument in (a for a in event.arguments if a.role == "instrument"):
        named = [m for m in events.means if m.span.overlaps(argument.span)]
        yield from (Instrument(m.span, m.kind) for m in named)
        if not named:
            yield Instrument(argument.span, None)


def _letter(letter: Letter, parties: LetterParties, text: str) -> Correspondence:
    known = ((parties.answers_by, parties.answers_date), *parties.also)
    answers = tuple(
        Answer(a.what, by, day, a.span, _words(a.reference, text))
        for a, (by, day) in zip(letter.all_answered, chain(known, repeat((None, None))), strict=False)
    )
    return Correspondence(
        id=letter.id,
        sender=parties.sender,
        recipients=parties.recipients,
        date=parties.date,
        place=parties.place,
        subject=_words(letter.subject, text),
        relayed=letter.relayed,
        answers=answers[0] if answers else None,
        span=letter.span,
        basis=letter.basis,
        reference=_words(letter.reference, text),
        also=answers[1:],
    )


def _words(span: Span | None, text: str) -> str | None:
    return " ".join(span.of(text).split()) if span else None


def _distinct(omissions: Iterable[Omission]) -> tuple[Omission, ...]:
    """Each omission once, in text order."""
    return tuple(sorted(set(omissions), key=lambda o: (o.span, o.stage, o.reason)))
