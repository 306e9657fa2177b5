"""Quotations in one text: what stands between marks, what is reported without them, and who said it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from newsetl.reference import Reference
from newsetl.text.model import Mention, Quotation, Sentence
from newsetl.text.quotations_coreference import resolve
from newsetl.text.quotations_cues import CueHit, CueTable
from newsetl.text.quotations_marks import Passage, find_passages
from newsetl.text.quotations_speakers import MentionIndex, Subject, leading_subject, read_phrase, sentence_end, subject_after, subject_before
from newsetl.text.quotations_words import GRAMMARS, Grammar

VERSION = "1"
TABLES = ("cue_verbs",)
LANGUAGES = tuple(GRAMMARS)  # whose speakers are read; in others the marks alone are

_TAIL = 260  # code points after a closing mark in which its cue stands
_HEAD = 400  # code points before an opening mark
_SPEECH_WORDS = 4  # fewer words without a verb are a title, a nickname, a term, unless a cue introduces them
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SPEAKING = re.compile(r"(?<!\w)(?:I|we|you|he|she|they|it|je|j|nous|vous|il|elle|on|c|ils|elles|ich|wir|yo|nosotros|eu|io|noi)(?!\w)|[!?]$", re.I)

# Share of speakers that are right, by rule, on annotated US and French news; measured with tests/…
_CONFIDENCE = {
    "after": 0.9, "after_inverted": 0.92, "before": 0.9, "before_remote": 0.75, "source": 0.85, "signature": 0.8,
    "continued": 0.85, "same_sentence": 0.75, "colon": 0.6, "label": 0.9, "preceding": 0.7, "none": 0.5,
}  # fmt: skip


class Attribution(NamedTuple):
    """Who a passage belongs to, and what says so."""

    subject: Subject | None
    hit: CueHit | None
    rule: str
    end: int  # where the attribution stops, if it stands after the passage


class _Document(NamedTuple):
    text: str
    start: int
    end: int
    starts: list[int]  # of the sentences
    sentences: list[Sentence]
    hits: list[CueHit]
    hit_starts: list[int]
    names: MentionIndex
    grammar: Grammar
    language: str


class QuotationFinder:
    """Finds the quotations of one text; build once, call :meth:`find` for each document."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._cues = {language: CueTable(reference, language) for language in LANGUAGES}

    def version(self, language: str) -> str:
        """Changes when this code or a list that it reads for ``language`` changes."""
        return f"{VERSION}-{self._reference.version(TABLES, language)}"

    def find(self, text: str, sentences: list[Sentence], language: str, mentions: list[Mention]) -> list[Quotation]:
        """The quotations of the body, by place; spans in code points of ``text``, mention numbers index ``mentions``."""
        if not sentences:
            return []
        start, end = sentences[0].char_start, max(sentence.char_end for sentence in sentences)
        passages = find_passages(text, start, end)
        starts = [sentence.char_start for sentence in sentences]
        grammar = GRAMMARS.get(language)
        if grammar is None:
            return [
                _quotation(text, starts, passage, "direct", None, None, "marks", 0.5)
                for passage in passages
                if _is_speech(text, passage, None)
            ]
        hits = [hit for hit in self._cues[language].find(text) if start <= hit.start < end]
        document = _Document(
            text, start, end, starts, sentences, hits, [hit.start for hit in hits], MentionIndex(mentions), grammar, language
        )
        return _direct(document, passages)


def _direct(document: _Document, passages: list[Passage]) -> list[Quotation]:
    text = document.text
    found: list[Quotation] = []
    recent: list[int] = []
    previous: tuple[Passage, Attribution, Quotation | None] | None = None
    for number, passage in enumerate(passages):
        following = passages[number + 1].open_at if number + 1 < len(passages) else document.end
        if not passage.closed:
            passage = _bounded(document, passage)
        low = passages[number - 1].close_at if number else document.start
        attribution = _attribute(document, passage, low, following, previous)
        subject = attribution.subject if attribution else None
        if not _is_speech(text, passage, attribution):
            continue
        mention = None
        if subject is not None:
            mention = subject.mention
            if mention is None:
                mention = resolve(text, subject, min(passage.open_at, subject.start), document.names, recent)
            if mention is not None:
                recent.append(mention)
        elif attribution and attribution.rule in ("continued", "same_sentence") and previous and previous[2]:
            mention = previous[2].speaker_mention_no
        marks = None if passage.closed else "reopened" if passage.reopened else "unclosed"
        rule = attribution.rule if attribution else "none"
        quotation = _quotation(
            text, document.starts, passage, "direct", attribution, mention, rule, _CONFIDENCE.get(rule, 0.5), marks
        )
        if previous and previous[2] and rule in ("continued", "same_sentence"):
            quotation = quotation._replace(speaker_surface=previous[2].speaker_surface, cue=previous[2].cue, cue_lemma=previous[2].cue_lemma)
        found.append(quotation)
        if attribution:
            previous = (passage, attribution, quotation)
    return found


def _quotation(
    text: str, starts: list[int], passage: Passage, kind: str, attribution: Attribution | None, mention: int | None,
    rule: str, confidence: float, marks: str | None = None,
) -> Quotation:  # fmt: skip
    subject = attribution.subject if attribution else None
    hit = attribution.hit if attribution else None
    return Quotation(
        max(0, bisect_right(starts, passage.start) - 1),
        passage.start,
        passage.end,
        text[passage.start : passage.end],
        kind,
        text[hit.start : hit.end] if hit else None,
        hit.cue.lemma if hit else None,
        text[subject.start : subject.end] if subject and subject.form != "nobody" else None,
        mention,
        None,
        marks,
        rule,
        confidence,
    )


def _is_speech(text: str, passage: Passage, attribution: Attribution | None) -> bool:
    words = _WORD.findall(text, passage.start, passage.end)
    if len(words) >= _SPEECH_WORDS:
        spoken = attribution is not None and attribution.rule in ("after", "after_inverted", "before", "continued")
        return spoken or not _title_like(words)
    if not words:
        return False
    if attribution and attribution.rule in ("after", "after_inverted", "before") and attribution.hit and attribution.hit.cue.kind != "call":
        return True
    return len(words) == 3 and _SPEAKING.search(text, passage.start, passage.end) is not None


_SMALL_IN_TITLES = frozenset(
    "a an and as at but by for from in is of on or the to vs with de des du d en et la le les un une l à au aux sur y el los las e o os do da di der die das und"
    " von".split()
)


def _title_like(words: list[str]) -> bool:
    """``Collapse: How Societies Choose to Fail``: every word that bears meaning begins with a capital."""
    large = sum(word[0].isupper() for word in words)
    return 2 <= large and len(words) <= 14 and all(word[0].isupper() or word[0].isdigit() or word in _SMALL_IN_TITLES for word in words)


def _bounded(document: _Document, passage: Passage) -> Passage:
    """A passage without closing mark ends before a cue that stands in it after a comma or a stop."""
    low = bisect_left(document.hit_starts, passage.start)
    for hit in document.hits[low : low + 12]:
        if hit.start >= passage.end:
            break
        at = hit.start
        stop = max(document.text.rfind(ch, passage.start, at) for ch in ",?!.…")
        if stop > passage.start and document.grammar.lead.fullmatch(document.text, stop + 1, at):
            return passage._replace(end=stop + 1 if document.text[stop] != "," else stop, close_at=stop + 1)
    return passage


def _attribute(
    document: _Document, passage: Passage, low: int, following: int, previous: tuple[Passage, Attribution, Quotation | None] | None
) -> Attribution | None:
    before = _before(document, passage, low)
    if before and before.rule == "before":
        return before
    after = _after(document, passage, following)
    if after:
        return after
    signature = _signature(document, passage, following) or _label(document, passage)
    if signature:
        return signature
    if previous:
        carried = _carried(document, passage, previous)
        if carried:
            return carried
    return _source(document, passage, low, following) or before or _preceding(document, passage, low)


_LABEL = re.compile(r"((?:M[rs]{1,2}\. |DR\. )?[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,30}):\s")


def _label(document: _Document, passage: Passage) -> Attribution | None:
    """A transcript: ``"SMITH: Thank you."``."""
    match = _LABEL.match(document.text, passage.start, passage.end)
    if match is None:
        return None
    subject = Subject(match.start(1), match.end(1), document.names.covering(match.start(1)), "name", None, "s")
    return Attribution(subject, None, "label", passage.close_at)


def _preceding(document: _Document, passage: Passage, low: int) -> Attribution | None:
    """The sentence before reports speech, and this passage is a sentence of its own: ``X said it was late. "It is."``"""
    text = document.text
    number = bisect_right(document.starts, passage.open_at) - 1
    if number < 1 or text[document.sentences[number].char_start : passage.open_at].strip():
        return None
    sentence = document.sentences[number - 1]
    if sentence.kind != "sentence" or sentence.char_start < low or passage.open_at - sentence.char_end > 4:
        return None
    last = bisect_left(document.hit_starts, sentence.char_end) - 1
    for hit in reversed(document.hits[max(0, last - 4) : last + 1]):
        if hit.start < sentence.char_start:
            break
        if hit.cue.kind in ("source", "marks") or not _introduces(document, hit) or _unfinite(document, hit):
            continue
        subject = subject_before(text, sentence.char_start, hit.start, document.names, document.grammar, document.language)
        if subject and subject.form != "nobody":
            return Attribution(subject, hit, "preceding", passage.close_at)
    return None


def _after(document: _Document, passage: Passage, following: int) -> Attribution | None:
    text, grammar = document.text, document.grammar
    limit = min(following, passage.close_at + _TAIL, document.end)
    last = text[passage.start : passage.end].rstrip("'’‘”\"» ")[-1:] or "."
    tail = text[passage.close_at : limit]
    lead = tail.lstrip(" \u00a0\n")
    if not lead or tail.lstrip(" \u00a0")[:2] == "\n\n":
        return None
    if lead[0] == "." or (last in ".…" and lead[0].isupper()):
        return None
    stop = sentence_end(text, passage.close_at + 1, limit)
    low = bisect_left(document.hit_starts, passage.close_at)
    for hit in document.hits[low : low + 4]:
        if hit.start >= stop:
            break
        if hit.cue.kind == "source":
            if len(text[passage.close_at : hit.start].strip(" ,\u00a0")) <= 2:
                subject = _source_subject(document, hit, stop)
                return Attribution(subject, hit, "source", subject.end if subject else hit.end)
            continue
        gap = text[passage.close_at : hit.start]
        if grammar.lead.fullmatch(gap) and (lead[0] == "," or last in ",?!…-–—" or document.language != "en"):
            if _says_no_one(gap, grammar):
                return Attribution(Subject(hit.start, hit.start, None, "nobody", None, None), hit, "after_inverted", hit.end)
            subject = _gap_pronoun(text, passage.close_at, hit.start, grammar) or subject_after(
                text, hit.end, stop, document.names, grammar, document.language
            )
            if subject:
                return Attribution(subject, hit, "after_inverted", stop)
            continue
        if not _introduces(document, hit) or not (lead[0] == "," or last in ",?!…-–—"):
            break
        opening = _trim(text, passage.close_at, hit.start)
        if grammar.clause.match(text, opening) or grammar.preposition.match(text, opening) or _CONJUNCTION.match(text, opening):
            break
        subject = subject_before(text, passage.close_at, hit.start, document.names, grammar, document.language)
        if subject and subject.start - passage.close_at <= 12:
            return Attribution(subject, hit, "after", stop)
        break
    return None


_GAP_PRONOUN = re.compile(r"-(?:t-)?(il|elle|on|ils|elles)\b", re.I)


_CONJUNCTION = re.compile(r"(?:and|but|or|et|mais|ou|y|pero|e|ma|mas|und|aber)(?!\w)", re.I)
# a form of a verb that is also a noun, after what only a noun follows: "those reports", "in hopes", "la note"
_NOUN_BEFORE = {
    "en": re.compile(r"(?<!\w)(?:the|an?|his|her|its|their|our|my|this|these|those|such|of|in|for|no|any|[’']s|s[’'])\s+$", re.I),
    "fr": re.compile(r"(?<!\w)(?:une?|sa|son|ses|cette|ce|ces|leurs?|de|en|des|du|aux?|(?<!ne )les?|la|toute)\s+$|(?<!\w)d['’]$", re.I),
}
_MAY_BE_NOUN = frozenset(
    "reports report calls call claims claim hopes hope notes states comments demands fears questions answers posts reads attack attacks promises"
    " reveals stresses praise note notes analyse conseiller demande demandes annonce annonces rappel accuse commente condamne critique critiques"
    " pense menace menaces promesse reproche reproches observe constat remarque remarques conseil signale juge juges cri cris reprise réponse".split()
)


def _introduces(document: _Document, hit: CueHit) -> bool:
    """Is the form a verb here, and does its subject speak rather than being spoken to or about?"""
    text, start = document.text, max(document.start, hit.start - 30)
    if text[hit.start : hit.end].lower() in _MAY_BE_NOUN:
        nouns = _NOUN_BEFORE.get(document.language)
        if nouns and nouns.search(text, start, hit.start):
            return False
    if text.startswith("ing", hit.end - 3):
        return True
    return document.grammar.passive.search(text, start, hit.start) is None or text.startswith("quoted as", max(0, hit.start - 10))


def _trim(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " ,\u00a0\n–—":
        start += 1
    return start


def _says_no_one(gap: str, grammar: Grammar) -> bool:
    match = _GAP_PRONOUN.search(gap)
    return bool(match) and match is not None and match.group(1).lower() in grammar.nobody


def _gap_pronoun(text: str, start: int, end: int, grammar: Grammar) -> Subject | None:
    match = _GAP_PRONOUN.search(text, start, end)
    if match is None or match.group(1).lower() not in grammar.pronouns:
        return None
    return Subject(match.start(1), match.end(1), None, "pronoun", *grammar.pronouns[match.group(1).lower()])


def _before(document: _Document, passage: Passage, low: int) -> Attribution | None:
    text, grammar = document.text, document.grammar
    start = max(low, _sentence_start(document, passage.open_at), passage.open_at - _HEAD)
    head_end = len(text[start : passage.open_at].rstrip()) + start
    if head_end <= start:
        return None
    last = bisect_left(document.hit_starts, passage.open_at) - 1
    for hit in reversed(document.hits[max(0, last - 4) : last + 1]):
        if hit.start < start:
            break
        if hit.cue.kind == "source" or hit.end > passage.open_at:
            continue
        if not _introduces(document, hit):
            continue
        gap = text[hit.end : passage.open_at]
        near = grammar.that.fullmatch(gap) is not None or text[head_end - 1] == ":" and "." not in gap
        if not near and not hit.cue.strong and hit.cue.kind == "marks" and len(gap) > 120:
            continue
        subject = _gap_pronoun(text, hit.end, min(passage.open_at, hit.end + 12), grammar) or _incised(document, hit, start, passage)
        if subject is None and _unfinite(document, hit):
            subject = _of_governing(document, hit, start)
        elif subject is None:
            subject = subject_before(text, start, hit.start, document.names, grammar, document.language)
        if subject is None:
            continue
        return Attribution(subject, hit, "before" if near else "before_remote", passage.close_at)
    if text[head_end - 1] == ":":
        subject = read_phrase(text, max(start, head_end - 80), head_end - 1, document.names, grammar, document.language)
        if subject and subject.form == "name":
            return Attribution(subject, None, "colon", passage.close_at)
        subject = leading_subject(text, start, head_end - 1, document.names, grammar, document.language)
        if subject:
            return Attribution(subject, None, "colon", passage.close_at)
    return None


def _incised(document: _Document, hit: CueHit, start: int, passage: Passage) -> Subject | None:
    """``… between the two countries, says the Times, allowing «…»``: the subject of a cue that stands between commas."""
    text = document.text
    comma = text.rfind(",", start, hit.start)
    if comma < 0 or not document.grammar.lead.fullmatch(text, comma + 1, hit.start) or text[hit.end : hit.end + 1] != " ":
        return None
    subject = subject_after(text, hit.end, passage.open_at, document.names, document.grammar, document.language)
    if subject and _THAT_FIRST.match(text, subject.start):
        return None
    if subject and subject.form != "pronoun" and text[subject.end : subject.end + 1] == ",":
        return subject
    return None


_THAT_FIRST = re.compile(r"(?:que|that|dass|che)(?!\w)|qu['’]", re.I)
_INFINITIVE = {"fr": re.compile(r"(?:er|ir|re)$"), "es": re.compile(r"[aei]r$"), "pt": re.compile(r"[aei]r$"), "it": re.compile(r"re$")}


def _unfinite(document: _Document, hit: CueHit) -> bool:
    """A participle or infinitive: its subject is that of the verb which governs it."""
    form = document.text[hit.start : hit.end]
    if document.language == "en":
        before = document.text[max(0, hit.start - 6) : hit.start]
        return form.endswith("ing") and not re.search(r"(?:is|was|are|were|be|been|’s|'s|’re|'re) $", before)
    ending = _INFINITIVE.get(document.language)
    return ending is not None and ending.search(form) is not None and form == hit.cue.lemma


def _of_governing(document: _Document, hit: CueHit, start: int) -> Subject | None:
    text = document.text
    if document.language == "en" and text[max(0, hit.start - 2) : hit.start].strip() != ",":
        near = subject_before(text, start, hit.start, document.names, document.grammar, document.language)
        if near is not None and near.form == "name" and near.end >= hit.start - 2:  # footage of X saying
            return near
    number = bisect_left(document.hit_starts, hit.start) - 1
    while number >= 0 and document.hits[number].start >= start:
        earlier = document.hits[number]
        if earlier.cue.kind != "source" and not _unfinite(document, earlier) and _introduces(document, earlier):
            subject = subject_before(text, start, earlier.start, document.names, document.grammar, document.language)
            if subject:
                return subject
        number -= 1
    return leading_subject(text, start, hit.start, document.names, document.grammar, document.language)


def _sentence_start(document: _Document, at: int) -> int:
    number = bisect_right(document.starts, at) - 1
    start = document.sentences[max(0, number)].char_start
    while number > 0 and not document.text[start:at].strip():
        behind = document.text[document.sentences[number - 1].char_start : start].rstrip()
        if not behind.endswith(":"):
            break
        number -= 1
        start = document.sentences[number].char_start
    return start


def _source(document: _Document, passage: Passage, low: int, following: int) -> Attribution | None:
    text = document.text
    number = max(0, bisect_right(document.starts, passage.open_at) - 1)
    sentence = document.sentences[number]
    first = bisect_left(document.hit_starts, max(sentence.char_start, passage.open_at - _HEAD))
    for hit in document.hits[first : first + 12]:
        if hit.start >= sentence.char_end or hit.start > passage.close_at + 60:
            break
        if hit.cue.kind != "source" or passage.start <= hit.start < passage.end:
            continue
        subject = _source_subject(document, hit, sentence.char_end)
        if subject:
            return Attribution(subject, hit, "source", sentence.char_end)
    return None


def _source_subject(document: _Document, hit: CueHit, limit: int) -> Subject | None:
    text = document.text
    start = hit.end
    stop = start
    limit = min(limit, start + 160)
    for stop in range(start, limit):
        if text[stop] in ",;:«»“”\"()\n" and document.names.covering(stop) is None:
            break
    else:
        stop = limit
    if hit.cue.lemma == "so" and text[hit.end : hit.end + 1] != " ":
        return None
    return read_phrase(text, start, stop, document.names, document.grammar, document.language)


def _carried(
    document: _Document, passage: Passage, previous: tuple[Passage, Attribution, Quotation | None]
) -> Attribution | None:
    """The speech goes on: this passage follows at once on one whose speaker is known."""
    before, attribution, quotation = previous
    if quotation is None or attribution.rule in ("signature", "label"):
        return None
    between = document.text[before.close_at : passage.open_at]
    if len(between) > 400:
        return None
    rest = document.text[max(before.close_at, attribution.end) : passage.open_at]
    if not rest.strip(" .\n\u00a0,;"):
        return Attribution(None, attribution.hit, "continued", attribution.end)
    if not re.search(r"[.!?]\s|\n", between) and len(between) < 150:
        return Attribution(None, attribution.hit, "same_sentence", passage.close_at)
    return None


_SIGNED = re.compile(r"[\s\u00a0]*([–—―-]{1,2})?[\s\u00a0]*")


def _signature(document: _Document, passage: Passage, following: int) -> Attribution | None:
    """``"…" Jane Doe, professor at …`` or ``"…" — Jane Doe``: a name alone after the passage, without a verb."""
    text = document.text
    match = _SIGNED.match(text, passage.close_at, document.end)
    if match is None or "\n" in match.group():
        return None
    at = match.end()
    stop = min(following, document.end, at + 120)
    line = text.find("\n", at, stop)
    stop = line if line > 0 else stop
    number = document.names.covering(at)
    if number is not None and document.names.mentions[number].char_start == at:
        mention = document.names.mentions[number]
        if mention.kind == "person" and (match.group(1) or text[mention.char_end : mention.char_end + 1] in (",", "\n", "", "(")):
            return Attribution(Subject(at, mention.char_end, number, "name", mention.gender, "s"), None, "signature", mention.char_end)
        if not match.group(1):
            return None
    if match.group(1) and text[at : at + 1].isupper():
        end = sentence_end(text, at, stop)
        comma = text.find(",", at, end)
        end = comma if comma > 0 else end
        return Attribution(Subject(at, end, None, "phrase", None, "s"), None, "signature", end)
    return None
