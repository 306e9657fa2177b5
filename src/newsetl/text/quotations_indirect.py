"""Reported speech without marks: ``X said that …``, ``according to X, …``, ``…, sources said``."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from newsetl.text.quotations_cues import CueHit
from newsetl.text.quotations_document import Attribution, Document
from newsetl.text.quotations_marks import Passage
from newsetl.text.quotations_phrases import read_phrase
from newsetl.text.quotations_sources import source_subject
from newsetl.text.quotations_verbs import incised_subject, introduces, subject_of, unfinite

_REACH = 1000  # code points of one sentence on either side of its cue
_FEWEST = 15  # code points of what is said; less is a fragment
_COMPLEMENT = 70  # between verb and conjunction: "told reporters on Monday that"
_THAT = {
    "fr": re.compile(r"(?:que|si|combien|comment|pourquoi)(?!\w)|qu['’](?!\w+ dit)"
        r"|s['’](?=ils?\b)"), "en": re.compile(r"(?:that|whether)(?!\w)"),
    "es": re.compile(r"que(?!\w)"), "it": re.compile(r"che(?!\w)"), "pt": re.compile(r"que(?!\w)"), "de": re.compile(r"(?:dass|ob)(?!\w)"),
}  # fmt: skip
_NO_STOP = re.compile(r"[^.;:!?«»“”\"\n]*")
# English leaves "that" out: "she said the plan …"
_BARE = re.compile(
    r" (?=(?:the|a|an|he|she|it|they|we|there|this|these|those|his|her|its|their|no|some|many|most|all|both|one|more|such"
        r"|any|nearly|about|[A-Z]\w+)\b)"
)
_BARE_VERBS = frozenset(("say", "insist", "argue", "believe", "think"))
_WITH_OBJECT = frozenset(("tell", "informer", "warn", "assure", "prévenir", "avertir", "promise", "remind", "inform", "advise"))
_ADVERB_ONLY = re.compile(r"(?:\w+ly|\w+ment\w?e?|\w+mente|également|aussi|encore|toujours|ainsi|too|also|again|además"
    r"|también|inoltre|auch|de plus en plus|bien)")
_NOT_BARE = re.compile(r" (?:the (?:same|following)|a (?:word|few words)|it all|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")


class Reported(NamedTuple):
    """Indirect speech: its span, the words without the cue, and who it belongs to."""

    start: int
    end: int
    text: str
    attribution: Attribution


def find_indirect(document: Document, passages: list[Passage], used: set[int]) -> list[Reported]:
    """Indirect speech outside ``passages``; cues at the places in ``used`` already introduce a passage between marks."""
    found: list[Reported] = []
    opens = [passage.open_at for passage in passages]
    last_end = -1
    for hit in document.hits:
        if hit.cue.kind in ("marks", "call", "stance") or hit.start < last_end or hit.start in used:
            continue
        inside = bisect_left(opens, hit.start) - 1
        if inside >= 0 and passages[inside].close_at > hit.start:
            continue
        number = document.sentence_at(hit.start)
        sentence = document.sentences[number]
        if sentence.kind != "sentence" or hit.end > sentence.char_end:
            continue
        read = _from_source if hit.cue.kind == "source" else _from_verb
        reported = read(document, hit, max(sentence.char_start, hit.start - _REACH), min(sentence.char_end, hit.end + _REACH))
        if reported is None or reported.end - reported.start < _FEWEST:
            continue
        if _covered(passages, opens, reported) * 2 > reported.end - reported.start:
            continue  # most of it stands between marks, and is a quotation already
        found.append(reported)
        last_end = max(last_end, reported.end, hit.end)  # speech within reported speech stays within it
    return found


def _covered(passages: list[Passage], opens: list[int], reported: Reported) -> int:
    total = 0
    for passage in passages[max(0, bisect_left(opens, reported.start) - 1) : bisect_left(opens, reported.end)]:
        total += max(0, min(passage.close_at, reported.end) - max(passage.open_at, reported.start))
    return total


def _from_source(document: Document, hit: CueHit, start: int, end: int) -> Reported | None:
    subject = source_subject(document, hit, end)
    if subject is None:
        return None
    text = document.text
    stop = _without_stop(text, start, end)
    attribution = Attribution(subject, hit, "source", subject.end)
    if hit.cue.lemma == "zufolge":
        begin = _skip(text, hit.end, stop)
        return Reported(begin, stop, text[begin:stop], attribution)
    if len(text[start : hit.start].strip(" ,–—")) < 4:
        begin = _after_apposition(text, subject.end, stop)
        return Reported(begin, stop, text[begin:stop], attribution)
    if subject.end >= stop - 2:
        cut = len(text[start : hit.start].rstrip(" ,–—(")) + start
        return Reported(start, cut, text[start:cut], attribution)
    if document.language != "de" and subject.form == "phrase" and text[start : hit.start].rstrip()[-1:] not in (",", "–", "—", "("):
        return None  # "delivered according to the rules" reports nothing
    rest = text[_skip(text, subject.end, stop) : stop]
    return Reported(start, stop, text[start : hit.start].rstrip(" ,–—(") + " " + rest, attribution)


def _from_verb(document: Document, hit: CueHit, start: int, end: int) -> Reported | None:
    text = document.text
    if not introduces(document, hit):
        return None
    stop = _without_stop(text, start, end)
    if document.language == "de":
        noted = _as_noted(document, hit, start, stop)
        if noted is not None:
            return noted
    incised = incised_subject(document, hit, start, end) if hit.cue.kind in ("say", "think") else None
    if incised is not None:
        comma = text.rfind(",", start, hit.start)
        if incised.end >= stop - 60 or text[incised.end : incised.end + 1] != ",":
            return Reported(start, comma, text[start:comma], Attribution(incised, hit, "incise", end))
        words = text[start:comma] + text[incised.end : stop]
        return Reported(start, stop, words, Attribution(incised, hit, "incise", end))
    begin = _content_start(document, hit, stop)
    if begin is None:
        return _ending(document, hit, start, stop)
    if unfinite(document, hit) and (not hit.cue.strong or begin > hit.end + 6):
        return None
    subject = subject_of(document, hit, start)
    if subject is None or (subject.form == "phrase" and not document.grammar.determiner.match(text, subject.start)):
        return None
    rule = "bare" if begin == hit.end + 1 else "that"
    return Reported(begin, stop, text[begin:stop], Attribution(subject, hit, rule, end))


_AS = re.compile(r"(?:^|(?<=, ))[Ww]ie (?=[^,]{2,80}$)")


def _as_noted(document: Document, hit: CueHit, start: int, stop: int) -> Reported | None:
    """German ``Wie Anna Schmidt mitteilte, bleibt …`` and ``…, wie Anna Schmidt mitteilte``."""
    text = document.text
    if text[hit.end : hit.end + 1] not in (",", ".", "", "\n"):
        return None
    found = _AS.search(text[start : hit.start])
    if found is None:
        return None
    at, verb = start + found.end(), hit.start
    when = document.grammar.stop.search(text, at, verb)
    subject = read_phrase(text, at, when.start() if when else verb, document.names, document.grammar, document.language)
    if subject is None:
        return None
    attribution = Attribution(subject, hit, "incise", hit.end)
    if found.start() == 0:
        begin = _skip(text, hit.end, stop)
        return Reported(begin, stop, text[begin:stop], attribution)
    comma = start + found.start() - 2
    return Reported(start, comma, text[start:comma], attribution)


def _content_start(document: Document, hit: CueHit, stop: int) -> int | None:
    """Where the words begin that a verb reports: after "that", or at once in English and after a comma in German."""
    text, language = document.text, document.language
    reach = _NO_STOP.match(text, hit.end, min(stop, hit.end + _COMPLEMENT))
    that = _THAT[language].search(text, hit.end, reach.end() if reach else hit.end)
    between = text[hit.end : that.start()].strip(" ,") if that else ""
    if that is not None and text[that.start() - 1] in " ," and (
        not between
        or hit.cue.lemma in _WITH_OBJECT
        or (document.grammar.preposition.match(between) and not between.startswith(("to be", "to have")))
        or _ADVERB_ONLY.fullmatch(between)
    ):
        return _skip(text, that.end(), stop)
    if language == "en" and hit.cue.lemma in _BARE_VERBS and _BARE.match(text, hit.end) and not _NOT_BARE.match(text, hit.end):
        return hit.end + 1
    if language == "de" and hit.cue.strong and text[hit.end : hit.end + 2] == ", ":
        return hit.end + 2
    return None


def _ending(document: Document, hit: CueHit, start: int, stop: int) -> Reported | None:
    """``The road is closed, police said on Monday.``"""
    text = document.text
    comma = text.rfind(",", start, hit.start)
    if document.language != "en" or not hit.cue.strong or comma < start + _FEWEST or stop - hit.end > 60 or hit.start - comma > 120:
        return None
    subject = subject_of(document, hit, comma + 1)
    if subject is None or subject.start > comma + 4:
        return None
    return Reported(start, comma, text[start:comma], Attribution(subject, hit, "incise", stop))


_ACRONYM = re.compile(r"\s\([^()]{1,12}\)")
# "Pour Jane Doe, professeure à …, la visite …"; a determiner begins what is said
_SET_OFF = re.compile(r",\s(?!l[ea]s?\s|l['’]|une?\s|des\s|il|elle|on\s|ce|the\s|an?\s|el\s|los\s|der\s|die\s|das\s|os?\s"
    r"|as?\s|i\s|gli\s)[a-zà-ÿ][^,;:]{5,150},\s")


def _after_apposition(text: str, start: int, end: int) -> int:
    match = _ACRONYM.match(text, start, end)
    start = match.end() if match else start
    match = _SET_OFF.match(text, start, end)
    return _skip(text, match.end() if match else start, end)


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " ,:–—)\u00a0":
        start += 1
    return start


def _without_stop(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in ".!? \u00a0":
        end -= 1
    return end
