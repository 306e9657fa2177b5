"""Is a cue a verb of saying where it stands, who is its subject, is it negated or supposed?"""

from __future__ import annotations

import re

from newsetl.text.quotations_cues import CueHit
from newsetl.text.quotations_document import Document
from newsetl.text.quotations_phrases import Subject
from newsetl.text.quotations_speakers import leading_subject, subject_after, subject_before
from newsetl.text.quotations_words import Grammar

_LOOK_BACK = 30  # code points before a verb that hold its auxiliaries and negation
# what only a noun follows: "those reports", "in hopes", "l'analyse"
_NOUN_BEFORE = {
    "en": re.compile(r"(?<!\w)(?:the|an?|his|her|its|their|our|my|this|these|those|such|of|in|for|no|any|[’']s"
        r"|s[’'])\s+$", re.I),
    "fr": re.compile(
        r"(?<!\w)(?:une?|sa|son|ses|cette|ce|ces|leurs?|de|en|des|du|aux?|les?|la|toute)\s+$|(?<!\w)[dl]['’]$|\w(?:ion|eur"
            r"|ison)s?\s$", re.I
    ),
}
_MAY_BE_NOUN = frozenset(
    (
        "reports", "report", "calls", "call", "claims", "claim", "hopes", "hope", "notes", "states", "comments", "demands", "fears",
        "questions", "answers", "posts", "reads", "attack", "attacks", "promises", "reveals", "stresses", "praise", "recalls",
        "note", "notes", "analyse", "conseiller", "conseille", "demande", "demandes", "annonce", "annonces", "accuse", "commente",
        "condamne", "critique", "critiques", "pense", "menace", "menaces", "promesse", "reproche", "reproches", "observe",
        "constat", "remarque", "remarques", "conseil", "signale", "juge", "juges", "cri", "cris", "reprise", "réponse", "précise",
        "précises", "détaille", "lance", "publie",
    )
)
_GAP_PRONOUN = re.compile(r"(?:-(?:t[-'’ ]?)?| t[-'’])(il|elle|on|ils|elles)(?!\w)", re.I)
THAT_FIRST = re.compile(r"(?:que|that|dass|che)(?!\w)|qu['’]", re.I)
_INFINITIVE = {
    "fr": re.compile(r"(?:er|ir|re)$"), "es": re.compile(r"[aei]r$"), "pt": re.compile(r"[aei]r$"), "it": re.compile(r"re$"),
}  # fmt: skip
_PRO_DROP = frozenset(("es", "it", "pt"))
_GERUND = {"fr": "ant", "es": "ndo", "it": "ndo", "pt": "ndo"}
# a past participle speaks only after an auxiliary; without it it is an adjective: "les zones signalées"
_PARTICIPLE = {
    "fr": re.compile(r"(?:ée?s?)$"), "es": re.compile(r"[ai]do$"), "it": re.compile(r"[aiu]to$"
        r"|etto$"), "pt": re.compile(r"[ai]do$"),
}  # fmt: skip
_AUXILIARY = {
    "fr": re.compile(r"(?<!\w)(?:a|ont|avait|avaient|aura|auront|aurait|auraient|ayant|avoir|eu|est|sont|était|étaient|ai"
        r"|avons|avez|fut)(?!\w)[^.;:«»\"]{0,40}$"),
    "es": re.compile(r"(?<!\w)(?:ha|han|había|habían|habría|haber|he|hemos)(?!\w)[^.;:«»\"]{0,30}$"),
    "it": re.compile(r"(?<!\w)(?:ha|hanno|aveva|avevano|avrebbe|avere|aver|ho|abbiamo|è|sono)(?!\w)[^.;:«»\"]{0,30}$"),
    "pt": re.compile(r"(?<!\w)(?:tem|têm|tinha|tinham|havia|teria|ter|tenha)(?!\w)[^.;:«»\"]{0,30}$"),
}  # fmt: skip
_GOVERNING = ("oir ", "ant ", "ing ", "er ", "ndo ")  # to look before searching
_GOVERNED = re.compile(r"(?<!\w)(?:avoir|ayant|having|haber|habiendo|aver|avendo|ter|tendo)\s$", re.I)
_MANY = re.compile(r"(?<!\w)(?:ont|avaient|auront|auraient|sont|étaient)(?!\w)")
_ONE = re.compile(r"(?<!\w)(?:a|avait|aura|aurait|est|était)(?!\w)")
_SEVERAL = re.compile(r"(?:les|des|ces|ses|leurs|plusieurs|certaine?s|quelques|deux|trois|quatre|de nombreu\w+|d['’]autres"
    r"|beaucoup|\d+)(?!\w)|.{0,80} et ", re.I)
_WORD = re.compile(r"\w+")
_REFLEXIVES = ("'", "’", "e ", "E ")  # to look before searching
_REFLEXIVE = re.compile(r"(?<!\w)s(?:['’]|e )$", re.I)
_BE = re.compile(r"(?:is|was|are|were|be|been|[’'](?:s|re|m)) $")


def _words(text: str, start: int, end: int) -> list[str]:
    """The words of a few code points; by spaces where there is no apostrophe, which is quicker."""
    piece = text[start:end]
    return _WORD.findall(piece) if "'" in piece or "’" in piece else piece.split()


def introduces(document: Document, hit: CueHit) -> bool:
    """Is the form a verb here, and does its subject speak rather than being spoken to or about?"""
    text, start = document.text, max(document.start, hit.start - _LOOK_BACK)
    form = text[hit.start : hit.end].lower()
    if form in _MAY_BE_NOUN:
        nouns = _NOUN_BEFORE.get(document.language)
        if nouns and nouns.search(text, start, hit.start):
            return False
    if document.language == "en" and form.endswith("ing"):
        return True
    reflexive = text.endswith(_REFLEXIVES, start, hit.start) and _REFLEXIVE.search(text, max(start, hit.start - 3), hit.start)
    if reflexive and not hit.cue.lemma.startswith(("s'", "se ")):
        return False  # "se dit inquiet", "s'explique par le fait que"
    participle = _PARTICIPLE.get(document.language)
    if participle and participle.search(form):
        auxiliary = _AUXILIARY[document.language]
        if not auxiliary.search(text, max(document.start, hit.start - 2 * _LOOK_BACK), hit.start):
            return False
    if document.grammar.reserves.isdisjoint(_words(text, start, hit.start)):
        return True
    return document.grammar.passive.search(text, start, hit.start) is None or text.startswith("quoted as", max(0, hit.start - 10))


def unfinite(document: Document, hit: CueHit) -> bool:
    """A participle or infinitive: its subject is that of the verb which governs it."""
    text, form = document.text, document.text[hit.start : hit.end]
    if text.endswith(_GOVERNING, 0, hit.start) and _GOVERNED.search(text, max(0, hit.start - 12), hit.start):
        return True
    if document.language == "en":
        if text.endswith("to ", 0, hit.start):
            return True
        return form.endswith("ing") and _BE.search(text, max(0, hit.start - 8), hit.start) is None
    if form.endswith(_GERUND.get(document.language, "-")):
        return True
    ending = _INFINITIVE.get(document.language)
    return ending is not None and form == hit.cue.lemma and ending.search(form) is not None


def inverted_pronoun(text: str, start: int, end: int, grammar: Grammar) -> Subject | None:
    """``a-t-il`` or ``dit-elle`` in ``text[start:end]``; form ``nobody`` for ``a-t-on``."""
    match = _GAP_PRONOUN.search(text, start, end)
    if match is None:
        return None
    word = match.group(1).lower()
    if word in grammar.nobody or text.startswith(" été ", match.end()):  # a-t-on dit, a-t-il été dit
        return Subject(match.start(1), match.end(1), None, "nobody", None, None)
    known = grammar.pronouns.get(word)
    return Subject(match.start(1), match.end(1), None, "pronoun", *known) if known else None


def incised_subject(document: Document, hit: CueHit, start: int, limit: int) -> Subject | None:
    """``… between the two countries, says the Times, allowing «…»``: the subject of a cue that stands between commas."""
    text = document.text
    comma = text.rfind(",", max(start, hit.start - 60), hit.start)
    if comma < 0 or not document.grammar.lead.fullmatch(text, comma + 1, hit.start):
        return None
    pronoun = inverted_pronoun(text, comma + 1, min(limit, hit.end + 9), document.grammar)
    if pronoun:
        return pronoun
    if text[hit.end : hit.end + 1] != " " or unfinite(document, hit):
        return None
    subject = subject_after(text, hit.end, limit, document.names, document.grammar, document.language)
    if subject is None or subject.form == "pronoun" or THAT_FIRST.match(text, subject.start):
        return None
    if subject.form == "phrase" and not document.grammar.determiner.match(text, subject.start):
        return None
    if document.language == "fr":  # "…, ont soutenu M. Dupont": the name is not who speaks
        several = _SEVERAL.match(text, subject.start, subject.end) is not None
        if (not several and _MANY.search(text, comma, hit.start)) or (several and _ONE.search(text, comma, hit.start)):
            return None
    return subject if text[subject.end : subject.end + 1] in (",", ".", "", "\n") else None


def implied_subject(document: Document, hit: CueHit) -> Subject | None:
    """Spanish, Italian and Portuguese leave the pronoun out: ``", agregó.``"""
    return Subject(hit.start, hit.start, None, "implied", None, "s") if document.language in _PRO_DROP else None


def subject_of(document: Document, hit: CueHit, start: int) -> Subject | None:
    """The subject of a cue that is not inverted, in the sentence that begins at ``start``."""
    text = document.text
    if not unfinite(document, hit):
        subject = subject_before(text, start, hit.start, document.names, document.grammar, document.language)
        return subject or implied_subject(document, hit)
    if document.language == "en" and text[max(0, hit.start - 2) : hit.start].strip() != ",":
        near = subject_before(text, start, hit.start, document.names, document.grammar, document.language)
        if near is not None and near.form == "name" and near.end >= hit.start - 2:  # footage of Jane Doe saying
            return near
    for earlier in reversed(document.hits_within(start, hit.start)):
        if earlier.cue.kind != "source" and not unfinite(document, earlier) and introduces(document, earlier):
            subject = subject_before(text, start, earlier.start, document.names, document.grammar, document.language)
            if subject:
                return subject
    return leading_subject(text, start, hit.start, document.names, document.grammar, document.language)


def reserve(document: Document, hit: CueHit | None) -> str | None:
    """``negated`` for "did not say", ``hypothetical`` for "would have said", else None."""
    if hit is None or hit.cue.kind == "source":
        return None
    start = max(document.start, hit.start - _LOOK_BACK)
    if document.grammar.reserves.isdisjoint(_words(document.text, start, hit.start)):
        return None
    if document.grammar.negation.search(document.text, start, hit.start):
        return "negated"
    if document.grammar.hypothesis.search(document.text, start, hit.start):
        return "hypothetical"
    return None
