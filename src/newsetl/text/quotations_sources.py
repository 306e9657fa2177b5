"""The source that "according to" names: the noun phrase after ``selon``, ``según``, ``laut``, before ``zufolge``."""

from __future__ import annotations

import re

from newsetl.text.quotations_cues import CueHit
from newsetl.text.quotations_document import Document
from newsetl.text.quotations_phrases import Subject, read_phrase
from newsetl.text.quotations_speakers import subject_after, with_apposition
from newsetl.text.quotations_verbs import implied_subject

_SOURCE_PHRASE = 160  # of the noun phrase after "according to"
_BEFORE_NAMES = ("so", "pour", "para", "per")  # so Anna Schmidt; Pour Jeanne Morel, …
_PHRASE_END = ",;:«»“”\"()\n"
# selon lequel, selon que, according to which
_NOT_SOURCE = re.compile(r"\s*(?:que|qu['’]|lequel|laquelle|lesquel\w*|les cas|le cas|which|whom|whether|lo que|che|a cual"
    r"|o qual)(?!\w)", re.I)
# dem Bericht des Ministeriums; von Anna Schmidt: up to the verb, which stands second
_GERMAN_SOURCE = re.compile(
    r"\s+(?:von |aus )?((?:(?:der|dem|den|des|eine[mrs]|(?:sein|ihr|dies)e[rmsn]|mehrere[rn]|ersten) )?(?:[a-zäöüß]+e[nrm] )?"
    r"[A-ZÄÖÜ0-9][\w.&/-]*(?:,? (?:(?:des|der|von|vom|für|und) (?:(?:den|der|dem) )?)?[A-ZÄÖÜ][\w.&/-]*)*)"
)


def source_subject(document: Document, hit: CueHit, limit: int) -> Subject | None:
    """The noun phrase after "according to"; None for "so" and "pour" where they are other words."""
    text, names, grammar, language = document.text, document.names, document.grammar, document.language
    limit = min(limit, hit.end + _SOURCE_PHRASE)
    for verb in document.hits_within(hit.end, hit.end + 3):  # según explicó Ana Ruiz
        return subject_after(text, verb.end, limit, names, grammar, language) or implied_subject(document, verb)
    if hit.cue.lemma == "zufolge":  # dem Bericht zufolge
        sentence = document.sentences[document.sentence_at(hit.start)].char_start
        before = max(sentence, hit.start - _SOURCE_PHRASE, text.rfind(",", sentence, hit.start) + 1)
        return read_phrase(text, before, hit.start, names, grammar, language)
    if language == "de":
        return _german_source(document, hit, limit)
    stop = limit
    for place in range(hit.end, limit):
        if text[place] in _PHRASE_END and names.covering(place) is None:
            stop = place
            break
    if _NOT_SOURCE.match(text, hit.end, limit):
        return None
    subject = read_phrase(text, hit.end, stop, names, grammar, language)
    if subject:
        subject = with_apposition(text, subject, stop, limit, names)
    if subject and hit.cue.lemma in _BEFORE_NAMES and not _names_alone(document, subject, text[stop : stop + 1]):
        return None
    return subject


def _german_source(document: Document, hit: CueHit, limit: int) -> Subject | None:
    """The noun phrase after ``laut``; ``so`` names its speaker alone: ``„…“, so Anna Schmidt``."""
    text, names = document.text, document.names
    found = _GERMAN_SOURCE.match(text, hit.end, limit)
    if found is None:
        return None
    start, stop = found.span(1)
    number = names.covering(start)
    if number is not None and names.mentions[number].char_start == start:
        stop = names.mentions[number].char_end
    if text[stop - 1] == "." and (stop >= limit or text[stop : stop + 1] in ("", " ", "\n")):
        stop -= 1
    subject = read_phrase(text, start, stop, names, document.grammar, "de") or Subject(start, stop, None, "phrase", None, "s")
    if hit.cue.lemma in _BEFORE_NAMES and not _names_alone(document, subject, text[stop : stop + 1]):
        return subject if subject.form == "name" and text.startswith(" weiter", stop) else None
    return subject


def _names_alone(document: Document, subject: Subject, after: str) -> bool:
    """``Pour Jeanne Morel,`` but not ``Pour éviter la colère de Jeanne Morel,``."""
    if subject.mention is None or after not in (",", "."):
        return False
    name = document.names.mentions[subject.mention].char_start
    if name == subject.start or document.text[subject.start].isupper():
        return True
    return document.grammar.determiner.match(document.text, subject.start) is not None
