"""What a careful analyst reads in the two seed documents, as checks: each a line of the list in our own words, and how to see that it holds."""

from collections.abc import Callable

from benchmarks.cases.view import LineView

Check = Callable[[LineView], object]


def _direct_by(view: LineView, name: str) -> int:
    return sum(
        len(s["content"]) for s in view.line["statements"] if s["quotation"] != "indirect" and view.is_actor(s["source_actor"], name)
    )


def _forms(view: LineView, name: str) -> set[str]:
    return {m["form"] for a in view.actors if view.is_actor(a, name) for m in view.actors[a]["mentions"]}


def _says(view: LineView, pronouns: set[str], name: str) -> bool:
    found = [a for a in view.actors.values() for m in a["mentions"] if m["form"] == "pronoun" and view.words(m).lower() in pronouns]
    return bool(found) and sum(view.is_actor(a["id"], name) for a in found) >= 0.8 * len(found)


def _commitment(view: LineView, words: str, *kinds: str) -> bool:
    return any(words in (c["name"] + "|" + view.words(c)).lower() and c["kind"] in kinds for c in view.commitments.values())


NEWS: dict[str, Check] = {
    "the publisher is Trend": lambda v: v.line["document"]["publisher"] == "Trend",
    "published on 23 October 2020, as the text gives it": lambda v: (
        v.line["document"]["published"] == "2020-10-23" and v.line["document"]["published_from"] == "text"
    ),
    "a relayed letter from the writer to the party's deputy chairman": lambda v: any(
        x["relayed"] and v.is_actor(x["from"], "Soleimanpour") and any(v.is_actor(t, "Ahmadov") for t in x["to"]) for x in v.line["letters"]
    ),
    "that letter has no date of its own": lambda v: any(x["relayed"] and x["date"] is None for x in v.line["letters"]),
    "the writer is given the office of Secretary General of the OIC": lambda v: any(
        "secretary general" in v.office(a)[0] and "islamic cooperation" in v.office(a)[1] for a in v.actors if v.is_actor(a, "Soleimanpour")
    ),
    "the addressee's office is in the New Azerbaijan Party": lambda v: any(
        v.office(a)[0] and "new azerbaijan party" in v.office(a)[1] for a in v.actors if v.is_actor(a, "Ahmadov")
    ),
    "the violation of the ceasefire is the writer's, by nobody named": lambda v: v.events(
        "ASSAULT", said_by="Soleimanpour", nobody=True, word="violation", happened=True
    ),
    "that violation breaks a ceasefire": lambda v: any(
        c["kind"] == "ceasefire" for e in v.events(said_by="Soleimanpour") for c in v.linked(e, "breaks")
    ),
    "condolences from the writer to Azerbaijan": lambda v: v.events("SUPPORT", by="Soleimanpour", to="AZE"),
    "the attacks on civilians in Ganja are the writer's, by nobody named": lambda v: v.events(
        "ASSAULT", said_by="Soleimanpour", nobody=True, at="Ganja", happened=True
    ),
    "they are put beside international humanitarian law": lambda v: _commitment(v, "international humanitarian law", "law", "principle"),
    "territorial integrity is a principle named": lambda v: _commitment(v, "territorial integrity", "principle"),
    "three quotations are the writer's": lambda v: _direct_by(v, "Soleimanpour") >= 3,
    "no quotation is anybody else's": lambda v: all(
        v.is_actor(s["source_actor"], "Soleimanpour") for s in v.line["statements"] if s["quotation"] == "direct"
    ),
    "'he' and 'the secretary general' are the writer": lambda v: _forms(v, "Soleimanpour") >= {"pronoun", "nominal", "name"},
    "OIC is the organisation": lambda v: any(
        v.is_actor(a, "OIC") and v.is_actor(a, "Organization of Islamic Cooperation") for a in v.actors
    ),
    "Armenian forces attacked Azerbaijan's on 27 September 2020, in the publisher's voice": lambda v: any(
        e["statement"] is None or v.is_actor(v.speaker(e), "Trend")
        for e in v.events("ASSAULT", by="ARM", to="AZE", on="2020-09-27", until="2020-09-27", happened=True)
    ),
    "with artillery and mortars": lambda v: any(
        {i["kind"] for i in e["instruments"]} >= {"artillery", "mortar"} for e in v.events("ASSAULT", by="ARM")
    ),
    "Azerbaijan's counter-offensive": lambda v: v.events("ASSAULT", "MOBILIZE", by="AZE", happened=True, word="offensive"),
    "the counter-offensive answers the attack": lambda v: any(
        r["kind"] == "answers" and r["from"] in {e["id"] for e in v.events(by="AZE")} for r in v.line["relations"]
    ),
    "Azerbaijani troops gained land, 'liberated' being the publisher's word": lambda v: any(
        (e["territory"] or {}).get("control") == "gained" and any("liberate" in f["word"] for f in e["framing"]) for e in v.events(by="AZE")
    ),
    "'occupied' by Armenia is marked too": lambda v: any(
        any("occup" in f["word"] for f in e["framing"]) for e in v.events("COERCE", "ASSAULT", by="ARM")
    ),
    "missile attacks by Armenia on three cities and a district": lambda v: any(
        len(e["places"]) >= 4 for e in v.events("ASSAULT", by="ARM", at="Ganja")
    ),
    "in early October 2020": lambda v: any(
        "2020-10-01" <= (e["latest"] or "") <= "2020-10-15" for e in v.events("ASSAULT", on="2020-10-01")
    ),
    "with missiles": lambda v: any("missile" in i["kind"] for e in v.events("ASSAULT", at="Ganja") for i in e["instruments"]),
    "Armenia's claims of 1988 against Azerbaijan": lambda v: v.events(by="ARM", to="AZE", on="1988-01-01", until="1988-12-31"),
    "the conflict began in 1988": lambda v: v.events(on="1988-01-01", until="1988-12-31"),
    "Armenian forces occupied 20 percent of Azerbaijan": lambda v: any(
        "20" in ((e["territory"] or {}).get("share") or "") for e in v.events("COERCE", "ASSAULT", by="ARM")
    ),
    "the ceasefire agreement is of 1994": lambda v: any(c["date"] == "1994" for c in v.commitments.values()),
    "peace negotiations followed": lambda v: v.events("CONSULT", happened=True, word="negotiation"),
    "four resolutions of the Security Council": lambda v: any(
        c["kind"] == "resolution" and c["count"] == 4 and any(v.is_actor(b, "Security Council") for b in c["by"])
        for c in v.commitments.values()
    ),
    "they are left undone": lambda v: any(c["kind"] == "resolution" for e in v.events() for c in v.linked(e, "undone")),
    "the withdrawal by Armenia did not happen": lambda v: v.events("RETREAT", by="ARM", happened=False),
    "the writer's office is flagged": lambda v: any(f["kind"] == "office_differs" for f in v.line["flags"]),
}

LETTER: dict[str, Check] = {
    "a letter from Aliyev": lambda v: any(not x["relayed"] and v.is_actor(x["from"], "Aliyev") for x in v.line["letters"]),
    "he is President of Azerbaijan": lambda v: any(
        "president" in v.office(a)[0] and "azerbaijan" in v.office(a)[1] for a in v.actors if v.is_actor(a, "Aliyev")
    ),
    "dated 15 July 2020": lambda v: any(x["date"] == "2020-07-15" for x in v.line["letters"]),
    "from Baku": lambda v: any(x["place"] in v.places and v.places[x["place"]]["name"] == "Baku" for x in v.line["letters"]),
    "the document's day is that of the letter": lambda v: v.line["document"]["published"] == "2020-07-15",
    "to the Secretary General": lambda v: any(v.is_actor(t, "Secretary General") for x in v.line["letters"] for t in x["to"]),
    "it answers the organisation's statement of 14 July 2020": lambda v: any(
        x["answers"] and x["answers"]["date"] == "2020-07-14" and v.is_actor(x["answers"]["by"], "Islamic Cooperation")
        for x in v.line["letters"]
    ),
    "the document is Aliyev's own voice": lambda v: v.is_actor(v.line["document"]["author"], "Aliyev"),
    "nothing in it is said by a reporter": lambda v: v.line["events"] and all(v.speaker(e) for e in v.line["events"]),
    "'I' is Aliyev": lambda v: _says(v, {"i"}, "Aliyev"),
    "'we' and 'our' are Azerbaijan": lambda v: _says(v, {"we", "our"}, "AZE"),
    "'you' is the Secretary General": lambda v: _says(v, {"you"}, "Secretary General"),
    "Armenian forces violated the ceasefire on 12 July 2020": lambda v: any(
        v.linked(e, "breaks") for e in v.events("ASSAULT", by="ARM", on="2020-07-12", until="2020-07-12", happened=True)
    ),
    "and attacked": lambda v: v.events("ASSAULT", by="ARM", on="2020-07-12", until="2020-07-12", word="attack"),
    "with artillery": lambda v: any("artillery" in i["kind"] for e in v.events("ASSAULT", by="ARM") for i in e["instruments"]),
    "leaving dead and wounded of no stated number": lambda v: (
        {"killed", "wounded"} <= {t["kind"] for e in v.events("ASSAULT") for t in e["tolls"] if t["high"] is None and t["low"] in (None, 1)}
    ),
    "Tovuz district is placed": lambda v: any("tovuz" in p["name"].lower() and p["country"] == "AZE" for p in v.places.values()),
    "the violation went on in the following days": lambda v: v.events("ASSAULT", by="ARM", on="2020-07-13"),
    "that is until the letter's day": lambda v: v.events("ASSAULT", by="ARM", on="2020-07-13", until="2020-07-15"),
    "children, women and the elderly were targeted": lambda v: any(
        any(v.is_actor(r, "children") for r in e["recipients"]) for e in v.events("ASSAULT")
    ),
    "the Khojaly genocide is a past event without a date": lambda v: any(
        e["earliest"] is None and e["latest"] is None for e in v.events("ASSAULT", word="genocide")
    ),
    "'genocide' is the speaker's word": lambda v: any("genocide" in f["word"] for e in v.events("ASSAULT") for f in e["framing"]),
    "the organisation condemned Armenia's policy": lambda v: any(
        "armenia" in v.names(r) for e in v.events("ACCUSE", by="Islamic Cooperation") for r in e["recipients"]
    ),
    "its member states supported Azerbaijan": lambda v: (
        v.events("SUPPORT", by="member states") or v.events("SUPPORT", by="Islamic Cooperation", to="AZE")
    ),
    "Azerbaijan welcomes the organisation's position": lambda v: v.events("SUPPORT", by="AZE", word="welcome"),
    "territorial integrity is named": lambda v: _commitment(v, "territorial integrity", "principle"),
    "sovereignty is named": lambda v: _commitment(v, "sovereignty", "principle"),
    "the inviolability of borders is named": lambda v: _commitment(v, "inviolability", "principle"),
    "resolutions of the Security Council are named": lambda v: any(
        c["kind"] == "resolution" and ("security council" in v.words(c).lower() or any(v.is_actor(b, "Security Council") for b in c["by"]))
        for c in v.commitments.values()
    ),
}


def together(news: LineView, letter: LineView) -> dict[str, object]:
    """The checks that need both documents."""

    def entry(view: LineView, name: str) -> set[str]:
        return {a["entry"] or "" for i, a in view.actors.items() if view.is_actor(i, name)} - {""}

    def breaks(view: LineView) -> bool:
        return any(c["kind"] == "ceasefire" for e in view.events() for c in view.linked(e, "breaks"))

    wanted = {"1988-01-01", "1994-01-01", "2020-07-12", "2020-07-14", "2020-07-15", "2020-09-27", "2020-10-01", "2020-10-23"}
    days = {r["earliest"] for v in (news, letter) for r in [*v.events(), *v.line["times"]] if r["earliest"]}
    return {
        "each of the two has a ceasefire broken": breaks(news) and breaks(letter),
        "the organisation is one in both": entry(news, "Islamic Cooperation") & entry(letter, "Islamic Cooperation"),
        "Armenia's armed forces are one in both": entry(news, "Armenian Armed Forces") & entry(letter, "armed forces of Armenia"),
        "the days of the timeline are all there": wanted <= days,
        "nobody from Armenia speaks in either": not any(
            v.is_actor(s["source_actor"], "ARM") for v in (news, letter) for s in v.line["statements"]
        ),
    }
