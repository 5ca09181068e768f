"""Who "I", "we" and "you" are: the author or speaker, the body he speaks for, the addressee."""

from onrecord.basis import Basis
from onrecord.reading import tree
from onrecord.reading.reading import Reading, Token
from onrecord.resolution.actors.cast import Cast
from onrecord.resolution.actors.doers import PAPERS
from onrecord.resolution.actors.draft import Draft
from onrecord.statements.letter import Letter
from onrecord.statements.statement import Statement, Statements

SINGULAR = frozenset({"i", "me", "my", "mine", "myself"})
PLURAL = frozenset({"we", "us", "our", "ours", "ourselves"})
SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})
COURTESY = frozenset({"thank", "wish", "congratulate", "greet", "assure", "inform", "notify", "refer", "draw", "address", "convey", "honour", "honor", "remember", "recall", "know", "see", "understand", "write", "hope", "meet", "receive", "forward", "transmit", "enclose", "like", "be"})  # fmt: skip
"""Verbs of letters whose "you" is the person who reads; that of a deed ("you shelled our boats") is whom he speaks for."""
PERSONAL = frozenset({"excellency", "attention", "consideration", "hand", "health", "name", "kindness", "leadership", "majesty", "highness", "efforts", "effort", "office", "visit"})  # fmt: skip
OWN_VOICE = frozenset({"letter", "statement", "communique", "resolution", "email"})
"""Kinds of document whose first person, outside quotations, is whoever issued them."""


class Deixis:
    """First and second person of a document."""

    def __init__(self, reading: Reading, statements: Statements, cast: Cast) -> None:
        self.reading, self.cast = reading, cast
        self.all = statements.statements
        self._quoting = _by_token(reading, tuple(s for s in self.all if s.quotation in {"direct", "mixed"}))
        self._holding: dict[int, Statement] | None = None
        self.author, self.addressees = _author(reading, statements, cast)
        self._speaker: dict[str, Draft | None] = {}

    def resolve(self, token: Token) -> Draft | None:
        """The actor that a first or second person pronoun stands for, or None where the text does not show it."""
        word = token.text.lower()
        quote = self.quote_at(token)
        speaker = self.speaker(quote) if quote is not None else self.author or self._reported(token)
        if word in SECOND:
            addressed = self._addressee(quote)
            if addressed is None or self._to_himself(token):
                return addressed
            return stands_for(self.cast, addressed)
        if speaker is None:
            return None
        return speaker if word in SINGULAR else stands_for(self.cast, speaker)

    def _to_himself(self, token: Token) -> bool:
        """Whether "you" is the person addressed ("as you know", "we thank you", "your letter"), not the body or state he speaks for."""
        word, above = token.text.lower(), self.reading.tokens[token.head]
        if word in {"your", "yours"}:
            return above.lemma.lower() in PAPERS | PERSONAL
        if token.dep in {"nsubj", "nsubjpass"} and self.cast.resources.cues.of("verb", above.lemma.lower()):
            return True
        above = self.reading.tokens[above.head] if above.pos == "ADP" else above
        return above.lemma.lower() in COURTESY

    def quote_at(self, token: Token) -> Statement | None:
        """The innermost quotation that holds a token and whose speaker is outside it."""
        return self._quoting.get(token.index)

    def _reported(self, token: Token) -> Draft | None:
        """The speaker of an indirect statement that keeps its speaker's own "we" ("said we must act")."""
        if self._holding is None:
            self._holding = _by_token(self.reading, self.all)
        statement = self._holding.get(token.index)
        return self.speaker(statement) if statement is not None else None

    def speaker(self, statement: Statement) -> Draft | None:
        """Who a statement's source is."""
        if statement.id not in self._speaker:
            self._speaker[statement.id] = None
            head = statement.source_head
            found = None
            if head is not None:
                token = self.reading.tokens[head]
                found = self.resolve(token) if token.text.lower() in SINGULAR | PLURAL | SECOND else self.cast.at(head)
                found = found or (self.cast.in_span(statement.source[0]) if statement.source else None)
            self._speaker[statement.id] = found
        return self._speaker[statement.id]

    def _addressee(self, quote: Statement | None) -> Draft | None:
        if quote is not None:
            spans = quote.addressees
            return (self.cast.in_span(spans[0]) or self.cast.seat_in(spans[0])) if spans else None
        return self.addressees[0] if self.addressees else None


def _by_token(reading: Reading, statements: tuple[Statement, ...]) -> dict[int, Statement]:
    """For each token the last, and so innermost, of the statements whose content holds it."""
    return {t.index: s for s in statements for c in s.content for t in tree.tokens_in(reading, c)}


def stands_for(cast: Cast, speaker: Draft) -> Draft:
    """The body or state that somebody speaks for: that of his office; he himself where none is known."""
    if speaker.speaks_for is not None:
        return speaker.speaks_for
    title = cast.resources.directory.titles.get(speaker.title or "")
    if speaker.kind != "person" or title is None:
        return speaker
    if title.stands == "state":
        if speaker.office_of is not None and speaker.office_of.kind == "state":
            return speaker.office_of
        code = speaker.country or (speaker.office_of.country if speaker.office_of else None)
        return (cast.state_by_code(code) if code else None) or speaker.office_of or speaker
    if title.stands in {"body", "force"} and speaker.office_of is not None:
        return speaker.office_of
    return speaker


def _author(reading: Reading, statements: Statements, cast: Cast) -> tuple[Draft | None, list[Draft]]:
    """Whose own voice the document is, and whom it addresses."""
    publisher = reading.document.publisher
    own = issuer(cast, publisher) if publisher else None
    if own is None and publisher and reading.document.kind in {"statement", "communique"} and _speaks(reading):
        own = Draft(publisher, "organization", Basis("publisher-as-named"), country=_last_country(cast, publisher))
        cast.drafts.append(own)
    for letter in statements.letters:
        if letter.relayed or letter.sender is None:
            continue
        sender = cast.in_span(letter.sender)
        if sender is not None:
            _take_office(cast, sender, letter)
            found = [d for r in letter.recipients if (d := cast.in_span(r)) is not None]
            for addressee in found:
                _give_office(cast, addressee, letter)
            if own is not None and own is not sender and sender.kind in {"person", "unknown"}:
                _writes_for(sender, own)
            return sender, found
    speaks = own is not None and (reading.document.kind in OWN_VOICE or own.kind in {"state", "government", "armed_force", "party"})
    return (own, []) if speaks else (None, [])


def _last_country(cast: Cast, publisher: str) -> str | None:
    """The country that ends a publisher's name ("General Staff of the Armed Forces of the Republic of Chad")."""
    words = publisher.title().split() if publisher.isupper() else publisher.split()
    if len(words) < 3 or "of" not in [w.lower() for w in words]:
        return None
    last = (cast.resources.countries.lookup(" ".join(words[-size:])) for size in range(min(4, len(words) - 1), 0, -1))
    return next((match.country.code for match in last if match is not None), None)


def _speaks(reading: Reading) -> bool:
    """Whether a text speaks in the first person plural somewhere."""
    return any(m.form == "pronoun" and reading.tokens[m.head].text.lower() in PLURAL for m in reading.mentions)


def _take_office(cast: Cast, sender: Draft, letter: Letter) -> None:
    """Lets who signs be who a letter's title says it is from ("Letter dated ... from the Permanent Representative of Chad", "(Signed) Adam Sow")."""
    holder = cast.in_span(letter.office) if letter.office is not None else None
    if holder is None or holder is sender or holder.named or holder.kind != "person" or sender.kind not in {"person", "unknown"}:
        return
    sender.kind = "person"
    sender.title, sender.title_words = holder.title or sender.title, holder.title_words or sender.title_words
    sender.office_of, sender.speaks_for = holder.office_of or sender.office_of, holder.speaks_for or sender.speaks_for
    sender.country = holder.country or sender.country
    sender.add_sectors(*holder.sectors)
    sender.mentions += [m for m in holder.mentions if m not in sender.mentions]
    cast.replace(holder, sender)


def _writes_for(sender: Draft, own: Draft) -> None:
    """Lets a letter's signer be a person of the body on whose paper he writes ("Permanent Mission of Chad"), unless an office says otherwise."""
    sender.kind = "person"
    sender.country = sender.country or own.country
    if sender.title is None and sender.speaks_for is None and own.kind in {"government", "state", "armed_force", "party", "organization"}:
        sender.speaks_for = own


def _give_office(cast: Cast, addressee: Draft, letter: Letter) -> None:
    """Lets "Mr. Secretary General" be that of the body whose statement or letter is answered, where nothing else says of which."""
    title = cast.resources.directory.titles.get(addressee.title or "")
    answered = cast.in_span(letter.answers.by) if letter.answers and letter.answers.by else None
    if (
        title is not None
        and title.stands == "body"
        and addressee.office_of is None
        and answered is not None
        and answered.kind == "organization"
    ):
        addressee.office_of = answered


def issuer(cast: Cast, publisher: str) -> Draft | None:
    """The actor that a publisher's name stands for."""
    directory, countries = cast.resources.directory, cast.resources.countries
    found = next((d for d in cast.drafts if d.name.casefold() == publisher.casefold()), None)
    found = found or next((d for d in cast.drafts if _heads(d.name, publisher)), None)
    if found is not None:
        return found
    ids = directory.names.ids(publisher) or directory.abbreviations.get(publisher, ())
    if len(ids) == 1:
        known = next((d for d in cast.drafts if d.entry == ids[0]), None)
        if known is not None:
            return known
        body = directory.bodies[ids[0]]
        draft = Draft(body.name, body.kind, Basis("publisher-in-directory"), country=body.country, entry=body.id, outcome="resolved")
        draft.add_sectors(*body.sectors)
        cast.drafts.append(draft)
        return draft
    words = publisher.split()
    for size in range(min(3, len(words)), 0, -1):
        if (country := countries.lookup(" ".join(words[:size]))) is not None:
            return cast.state(country.country.id)
    return None


def _heads(name: str, publisher: str) -> bool:
    """Whether a body's name of several words begins a publisher's ("Permanent Mission of Chad" of "... of Chad to the United Nations")."""
    return name.count(" ") > 1 and publisher.casefold().startswith(f"{name.casefold()} ")


def subject_who(reading: Reading, token: Token) -> Token:
    """What a relative pronoun stands for: the noun its clause hangs on; any other token is itself."""
    if token.tag not in {"WP", "WDT", "WP$"} and token.text.lower() not in {"who", "which", "that"}:
        return token
    for above in tree.ancestors(reading, token.index):
        if above.dep in {"relcl", "acl"}:
            return reading.tokens[above.head]
    return token
