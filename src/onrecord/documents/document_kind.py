"""A laid-out text -> its kind, and the publisher and title that it gives for itself."""

import re
from collections.abc import Iterable

from onrecord.documents.document import Document, DocumentKind, Section
from onrecord.documents.letter_layout import DATE_LINE
from onrecord.documents.wire_layout import ABOUT, agency_of

HEAD = 1_500
"""Characters of running text looked at for the kind."""
_COMMUNIQUE = re.compile(
    r"\b(?:communiqu[ée]|joint (?:statement|declaration|press statement)|final declaration|concluding (?:document|declaration)|summit declaration)\b",
    re.I,
)
_STATEMENT = re.compile(
    r"\b(?:statements?|remarks|address|speech|press release|press statement|media release|news release|for immediate release|readout|read-out|declaration|briefing"
    r"|note to correspondents|media advisory|spokesperson|comments? (?:by|of|on))\b",
    re.I,
)
_RELEASE = re.compile(r"^\W*(?:(?:press|media|news) (?:release|statement)|for immediate release)\b", re.I | re.M)
_OPENS_OWN = re.compile(r"\W*(?:press |joint )?(?:statement|declaration|communiqu[ée]|remarks|message) (?:by|of|from)\b", re.I)
"""How the title of a statement begins that its own author publishes."""
_REPORT = re.compile(
    r"\b(?:report|assessment|situation update|sitrep|flash update|review|white paper|working paper|findings|fact[- ]?sheet|bulletin)\b",
    re.I,
)
_NOTE = re.compile(r"\bpresents? (?:its|their|his|her) compliments to\b", re.I)
_LETTER_HEAD = re.compile(r"\b(?:open )?letters? (?:dated|from|to|of)\b|\bidentical letters\b|\bnotes? verbales?\b", re.I)
_REPORTED = re.compile(
    r"\b(?:said|told|reported|announced|according to|reports|quoted|added|stated|spokes(?:man|woman|person)|officials|witnesses)\b", re.I
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|our|my|We|Our|My)\b")
_SAID_COLON = re.compile(r"\b(?:said|stated|commented|as follows|the following (?:statement|remarks))\s*:\s*$", re.I)
_QUOTED = re.compile(r"[“\"][^”\"]{0,2000}[”\"]")
_REPORTS = re.compile(
    r"[,”\"] (?P<who>[A-ZÀ-Þ][\w-]*(?: (?:News|Agency|Press|TV|Radio))*) (?:reports|informs)(?: (?:on|citing|referring|with reference|via|from)\b[^.\n]{0,90}(?:\.\d+)?)?\.(?=\s|$)"
)
_COPYRIGHT = re.compile(
    r"^(?:©|\(c\)|copyright)(?: ©| \(c\))?,?\s*(?:\d{4}(?:[-–]\d{2,4})?)?,?\s*(?:by )?(?:the )?(?P<who>[A-ZÀ-Þ][\w&'’. -]{1,60}?)(?:[.,;|]|\s+all rights|$)",
    re.I,
)
_ISSUER = re.compile(
    r"^(?:the )?(?:ministry|office|embassy|permanent mission|government|department|delegation|secretariat|presidency|headquarters|united nations|security council"
    r"|general assembly|high commission|council|commission|union|organization|agency|armed forces|general staff|state department|white house)\b",
    re.I,
)
_MAIL = re.compile(r"^(?:from|to|cc):.{0,80}\w@\w", re.I | re.M)
_ISSUED_BY = re.compile(
    r"\b(?:statement|declaration|press release|communiqu[ée]|message|remarks|note) (?:by|of|from|issued by) (?:the )?"
    r"(?:(?:official |deputy |chief )?(?:spokes(?:man|woman|person)|chair(?:man|woman|person)?|head) (?:of|for) (?:the )?)?(?P<who>[A-ZÀ-Þ][^,:;\n]{3,100}?)"
    r"(?= (?:on|regarding|concerning|following|about|at|to|in connection|in response|after|over|condemning|marking)\b|[,:;]|$)",
    re.I,
)
_BODY = re.compile(
    r"\b(?:Ministry|Office|Commission|Union|Council|Mission|Organi[sz]ation|Agency|Government|Department|Command|Army|Forces|League|Committee|Secretariat"
    r"|Embassy|Delegation|Front|Movement|Presidency|Parliament)\b"
)
"""A word that names a body: "the African Union Commission"."""
_KIND_LINE = re.compile(
    r"^(?:(?:press|media|news) (?:release|statement|advisory)|for immediate release|statement|no\b.*|embargo.*|\W*)$", re.I
)
_SERVICE = re.compile(r"\bservice\b", re.I)


def kind_of(document: Document, sections: Iterable[Section], forms: frozenset[str]) -> DocumentKind:
    """The kind of a text by its form. `forms` names what the layout found: "resolution", "transcript", "letter"."""
    listed = list(sections)
    head = _text(document, listed, "headline", "header", "subject") + "\n" + (document.title or "")
    body = _body(document, listed)
    wired = any(s.kind == "byline" or (s.kind == "dateline" and not DATE_LINE.match(s.span.of(document.text))) for s in listed)
    if "resolution" in forms:
        return "resolution"
    if "transcript" in forms:
        return "transcript"
    if "letter" in forms and wired and any(s.kind == "body" for s in listed[: _index(listed, "salutation")]):
        return "news_report"  # a report that gives the letter's text
    if _MAIL.search(head):
        return "email"
    if "letter" in forms or _NOTE.search(body) or (_LETTER_HEAD.search(head) and not _reported_share(body) > 0.5 and not wired):
        return "letter"
    if _COMMUNIQUE.search(head):
        return "communique"
    agency = any(s.kind == "dateline" and _agency(s.span.of(document.text)) for s in listed)
    own = _RELEASE.search(head) or any(_OPENS_OWN.match(line) and _issued_by(line) for line in head.split("\n"))
    if wired and not (own and not agency):
        return "news_report"
    if _STATEMENT.search(head) or _speaks_itself(body):
        return "statement"
    if _reported_share(body) > 0.1 or any(s.kind == "dateline" for s in listed):
        return "news_report"
    return "report" if _REPORT.search(head) else "other"


def _index(sections: list[Section], kind: str) -> int:
    """The index of the first section of a kind; 0 where there is none."""
    return next((n for n, s in enumerate(sections) if s.kind == kind), 0)


def publisher_of(document: Document, sections: Iterable[Section]) -> tuple[str, str] | None:
    """Who published the text, as it says itself, and the readable name of the rule that found it."""
    listed = list(sections)
    for kind, find, rule in _PUBLISHERS:
        for section in listed[:1] if kind == "header" else listed:
            if section.kind == kind and (name := find(section.span.of(document.text))):
                return name, rule
    first = _body(document, listed).strip().split("\n", 1)[0]
    if (match := _REPORTS.search(first)) and not re.search(r"\bthe\s*$", first[: match.start("who")]):
        return match["who"], "first-paragraph-ends-outlet-reports"
    return None


def _agency(dateline: str) -> str | None:
    """The agency of a dateline; a monitored broadcast ("DOMESTIC SERVICE") names no outlet."""
    agency = agency_of(dateline)
    return agency if agency and not (agency.isupper() and _SERVICE.search(agency)) else None


def _rights(line: str) -> str | None:
    match = _COPYRIGHT.match(line)
    return match["who"].strip() if match else None


def _issuer(header: str) -> str | None:
    """The first line of a letterhead, where it names a body. Further down it may be whom the text is addressed to."""
    lines = [line.strip(" .,:") for line in header.split("\n") if line.strip()]
    line = next((line for line in lines if not _KIND_LINE.match(line) and not DATE_LINE.match(line)), "")
    if len(lines) > 1 and lines[0] == line and _RELEASE.match(lines[1]) and len(line.split()) <= 10 and not re.search(r"[:\d]", line):
        return line
    return line if _ISSUER.match(line) and len(line.split()) <= 14 and not re.search(r":|\d", line) else None


def _issued_by(headline: str) -> str | None:
    """The body that a title names as its own ("Statement by the Ministry of Defence on the incident")."""
    match = _ISSUED_BY.search(" ".join(headline.split()))
    return match["who"].strip() if match and (_ISSUER.match(match["who"]) or _BODY.search(match["who"])) else None


def title_of(document: Document, sections: Iterable[Section]) -> str | None:
    """The first headline, in one line."""
    found = next((s for s in sections if s.kind == "headline"), None)
    return " ".join(found.span.of(document.text).split()) if found else None


def _outlet(byline: str) -> str | None:
    """The outlet of "By Trend": one word, or initials, that cannot be a person's full name; or what follows the name after a comma or bar."""
    who = re.sub(r"^\S*by\s+|^(?:written|text|story|report|compiled|reported) by\s+", "", byline.strip(), flags=re.I)
    if re.match(r"The [A-ZÀ-Þ]", who):
        return who
    if re.fullmatch(r"[A-ZÀ-Þ][\w.-]*(?: (?:News|Agency|Press|Online|Staff|Times|Post|Desk))*", who):
        return re.sub(r" (?:Staff|Desk)$", "", who)
    match = re.search(r"[,|/] ?(?:the )?(?P<outlet>[A-ZÀ-Þ][\w.-]*(?: (?:News|Agency|Press|Online|Times|Post))*)$", who)
    return match["outlet"] if match else None


def _about(paragraph: str) -> str | None:
    """The body that a release's last lines tell of ("About Relief Chad")."""
    match = ABOUT.match(paragraph.strip().split("\n", 1)[0].strip())
    return match["who"].strip() if match and match["who"].lower() != "us" else None


_PUBLISHERS = (
    ("dateline", _agency, "dateline-names-agency"),
    ("byline", _outlet, "byline-names-outlet"),
    ("boilerplate", _rights, "copyright-line-names-publisher"),
    ("header", _issuer, "letterhead-names-issuer"),
    ("boilerplate", _about, "about-line-names-issuer"),
    ("headline", _issued_by, "headline-names-issuer"),
)


def _speaks_itself(body: str) -> bool:
    """Whether the running text speaks in the first person outside quotation marks, or is announced by "... said:"."""
    if any(_SAID_COLON.search(line) for line in body.splitlines()[:4]):
        return True
    outside = _QUOTED.sub(" ", body)
    words = len(outside.split())
    return words > 20 and len(_FIRST_PERSON.findall(outside)) / words > 0.012


def _reported_share(body: str) -> float:
    """Reporting words per sentence end, roughly."""
    ends = max(1, len(re.findall(r"[.!?][\"”]?(?:\s|$)", body)))
    return len(_REPORTED.findall(body)) / ends


def _text(document: Document, sections: list[Section], *kinds: str) -> str:
    return "\n".join(s.span.of(document.text)[:HEAD] for s in sections if s.kind in kinds)[: 2 * HEAD]


def _body(document: Document, sections: list[Section]) -> str:
    found = ""
    for section in sections:
        if section.kind == "body":
            found += document.text[section.span.start : min(section.span.end, section.span.start + HEAD)] + "\n"
            if len(found) > HEAD:
                break
    return found[:HEAD]
