"""Who speaks: the subject of a cue, before it, after it or inverted, as a name, a noun phrase or a pronoun."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from newsetl.text.model import Mention
from newsetl.text.quotations_words import Grammar

_ABBREVIATION = re.compile(
    r"(?<![\w.])(?:MM?|Mmes?|Mlles?|Mr|Mrs|Ms|Dr|Drs|Prof|Pr|St|Ste|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Adm|Jr|Sr|Inc|Corp|Co"
        r"|Ltd|vs|No|Sr|Sra|Dra|Hr|Fr"
    r"|Dott|Sig|[A-ZÀ-Þ]|(?:[A-Z]\.)+[A-Z])\.$"
)
_SENTENCE_END = re.compile(r"[.!?…](?=[\s\u00a0]|$|[\"”»’])|\n")
_NP_LONGEST = 220  # code points looked at for a noun phrase
_OF = re.compile(r"(?:^|[\s(])(?:of|for|from|at|in|with|by|to|on|de|du|des|à|au|aux|pour|en|chez|del|di|della|dello|dell|da"
    r"|do|dos|das|von|der|des|für|la|le|les|the|el|los)[\s]+$|(?:^|\s)(?:d|l|dell|all)['’]$", re.IGNORECASE)
_LOWER_NOUN = re.compile(r"[\s-](?!and\b|et\b|et al|y\b|e\b|und\b)[a-zà-ÿ]{3,}")
_LOOK_BACK = 280  # code points before a verb in which its subject begins
_BEFORE_NAME = 80  # code points of title and function that belong to a speaker's surface
_JOINS = re.compile(r"(?:(?<=\s)|(?<=,))(?:and|but|et|mais|puis|y|pero|e|ma|mas|und|aber)$", re.IGNORECASE)
_GERMAN_AUXILIARY = re.compile(r"(?:hat|haben|hatte|hatten)\s")
_GERMAN_NOUN = re.compile(r"\s[A-ZÄÖÜ][a-zäöüß]+")
_ADVERB_ENDS = ("ly", "ment", "mente")
_COMPOUND_LANGUAGES = frozenset(("en", "de"))


class Subject(NamedTuple):
    """A speaker as the text gives it."""

    start: int
    end: int
    mention: int | None  # index of the mention that names the speaker here
    form: str  # name, phrase, pronoun; implied (a verb without one); nobody (a-t-on)
    gender: str | None
    number: str | None


class MentionIndex:
    """The mentions of a document, found by place."""

    def __init__(self, mentions: list[Mention], language: str = "") -> None:
        self.mentions = mentions
        self.compounds = language in _COMPOUND_LANGUAGES  # the head noun stands last: "education secretary"
        self.counts = Counter(mention.entity_key for mention in mentions)
        self.starts = [mention.char_start for mention in mentions]
        self.genders = {mention.entity_key: mention.gender for mention in reversed(mentions) if mention.gender}

    def within(self, start: int, end: int) -> range:
        """Numbers of the mentions that begin in ``[start, end)``."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def covering(self, at: int) -> int | None:
        """The mention that spans ``at``."""
        number = bisect_left(self.starts, at + 1) - 1
        return number if number >= 0 and self.mentions[number].char_end > at else None


def sentence_end(text: str, start: int, limit: int) -> int:
    """The end of the sentence that runs on from ``start``, at most ``limit``; the stop is not included."""
    at = start
    while True:
        match = _SENTENCE_END.search(text, at, limit)
        if match is None:
            return limit
        stop = match.start()
        if text[stop] != "." or not _ABBREVIATION.search(text, max(start, stop - 8), stop + 1):
            return stop
        at = match.end()


def read_phrase(text: str, start: int, end: int, index: MentionIndex, grammar: Grammar, language: str) -> Subject | None:
    """The noun phrase ``text[start:end]`` as a subject: does it name someone, or only describe?"""
    while start < end and text[start] in " \t\n,;.–—-\u00a0'’“”\"":
        start += 1
    while end > start and text[end - 1] in " \t\n,;–—-\u00a0“”\"":
        end -= 1
    if text[end - 1 : end] == "." and not _ABBREVIATION.search(text, max(start, end - 8), end):
        end -= 1
    if language == "de":  # "…", hat Jan Maier geschrieben
        auxiliary = _GERMAN_AUXILIARY.match(text, start, end)
        start = auxiliary.end() if auxiliary else start
    if start >= end:
        return None
    phrase = text[start:end]
    known = grammar.pronouns.get(phrase.lower())
    if known:
        return Subject(start, end, None, "pronoun", *known)
    if phrase.lower() in grammar.nobody:
        return Subject(start, end, None, "nobody", None, None)
    name = _named(text, start, end, index, language)
    if name is not None:
        mention = index.mentions[name]
        begin = start if mention.char_start - start < _BEFORE_NAME else mention.char_start
        return Subject(begin, mention.char_end, name, "name", mention.gender, "s")
    first = phrase.split(None, 1)[0].lower() if phrase else ""
    pronoun = grammar.pronouns.get(first)
    if pronoun and len(phrase) < 40:
        return Subject(start, start + len(first), None, "pronoun", *pronoun)
    if not any(ch.isalpha() for ch in phrase):
        return None
    if language != "en" and not (phrase[0].isupper() or phrase[0].isdigit() or grammar.determiner.match(phrase)):
        return None  # a verb or a conjunction, no noun phrase
    return Subject(start, end, None, "phrase", _gender_of(phrase, language), _number_of(phrase, language))


def _named(text: str, start: int, end: int, index: MentionIndex, language: str) -> int | None:
    numbers = index.within(start, end)
    chosen: int | None = None
    for number in numbers:
        mention = index.mentions[number]
        if mention.usage in ("adjective",):
            continue
        before = text[max(start - 1, mention.char_start - 14) if mention.char_start > start else start : mention.char_start]
        at_start = not text[start : mention.char_start].strip() or _only_determiner(text[start : mention.char_start])
        if not at_start and (_OF.search(before) or mention.kind != "person"):
            continue
        rest = text[mention.char_end : min(end, mention.char_end + 30)]
        if language == "de" and text[mention.char_end - 1] == "s" and _GERMAN_NOUN.match(rest):
            continue  # Maiers Sprecherin Anna Schmidt
        if rest[:2] in ("'s", "’s") or (language in _COMPOUND_LANGUAGES and _LOWER_NOUN.match(rest)):
            continue
        if chosen is not None and index.mentions[chosen].kind == "person" and mention.kind != "person":
            continue
        chosen = number
        if at_start and (mention.kind == "person" or rest[:1] in ",("):
            break
    return chosen


_DETERMINER_ONLY = re.compile(r"\s*(?:the|l['’]|le|la|les|el|los|las|il|lo|gli|i|o|a|os|as|der|die|das|M\.|Mme|Mr\.?|Mrs\.?"
    r"|Ms\.?|Dr\.?)?\s*", re.IGNORECASE)


def _only_determiner(text: str) -> bool:
    return _DETERMINER_ONLY.fullmatch(text) is not None


_FEMININE = {
    "fr": re.compile(r"(?:la|une|cette|sa)\s", re.I), "es": re.compile(r"(?:la|una|esta|las)\s", re.I),
    "it": re.compile(r"(?:la|una|questa)\s|un['’]", re.I), "pt": re.compile(r"(?:a|uma|esta|essa|as)\s", re.I),
    "de": re.compile(r"(?:die|eine|diese)\s", re.I), "en": re.compile(r"(?:the |a |an |his |her )?(?:\w+ )*(?:wom[ae]n"
        r"|\w+woman|mother|wife|daughter|sister|girl|actress)\b", re.I),
}  # fmt: skip
_MASCULINE = {
    "fr": re.compile(r"(?:le|un|ce|cet)\s", re.I), "es": re.compile(r"(?:el|un|este|los)\s", re.I),
    "it": re.compile(r"(?:il|lo|un|uno|questo)\s", re.I),
    "pt": re.compile(r"(?:o|um|este|esse|os)\s", re.I), "de": re.compile(r"(?:der|ein|dieser)\s", re.I),
    "en": re.compile(r"(?:the |a |an |his |her )?(?:\w+ )*(?:m[ae]n|\w+man|father|husband|son|brother|boy|actor)\b", re.I),
}  # fmt: skip
_PLURAL = {
    "fr": re.compile(r"(?:les|des|ces|ses|leurs|plusieurs|certain(?:e)?s|quelques|deux|trois|de nombreu\w+)\s", re.I),
    "en": re.compile(r"(?:these|those|some|several|many|two|three|four|\w+ officials|officials|critics|analysts"
        r"|experts)\b", re.I),
    "es": re.compile(r"(?:los|las|unos|unas|varios|varias)\s", re.I), "it": re.compile(r"(?:i|gli|le|alcuni|alcune)\s", re.I),
    "pt": re.compile(r"(?:os|as|uns|umas|vários|várias)\s", re.I), "de": re.compile(r"(?:zwei|drei|mehrere|einige)\s", re.I),
}  # fmt: skip


def _gender_of(phrase: str, language: str) -> str | None:
    if language in _FEMININE and _FEMININE[language].match(phrase):
        return "f"
    if language in _MASCULINE and _MASCULINE[language].match(phrase):
        return "m"
    return None


def _number_of(phrase: str, language: str) -> str | None:
    if language in _PLURAL and _PLURAL[language].match(phrase):
        return "p"
    return "s"


def subject_before(
    text: str, low: int, verb: int, index: MentionIndex, grammar: Grammar, language: str
) -> Subject | None:
    """The subject that ends before the verb at ``verb``, looking back no further than ``low``."""
    low = max(low, verb - _LOOK_BACK)
    end = verb
    quick = _adjacent(text, low, verb, index, grammar)
    if quick:
        return quick
    for _ in range(6):  # auxiliaries, adverbs and clitics between subject and verb
        last = text[max(low, end - 24) : end].rstrip(" ,\u00a0\n").rpartition(" ")[2]
        if "'" in last or "’" in last:  # s'est, n'a
            last = last.replace("’", "'").partition("'")[0] + "'"
        if last.lower() not in grammar.fillers and not last.endswith(_ADVERB_ENDS):
            break
        match = grammar.filler.search(text, max(low, end - 60), end)
        if match is None or match.start() == end:
            break
        if index.covering(match.start()) is not None:
            break
        end = match.start()
        while end > low and text[end - 1] in " \u00a0":
            end -= 1
    while end > low and text[end - 1] in " ,\u00a0)":
        if text[end - 1] == ")":  # Rep. Jane Doe (D-N.Y.) said
            opening = text.rfind("(", max(low, end - 60), end)
            if opening < 0:
                break
            end = opening
        elif text[end - 1] == "," and text[end - 2 : end - 1] != ")":
            break
        else:
            end -= 1
    joined = _JOINS.search(text, max(low, end - 6), end)
    if joined:  # the minister thanked them and said
        return leading_subject(text, low, joined.start(), index, grammar, language)
    clause = _clause_start(text, low, end, index, grammar)
    segment_end = end = clause + len(text[clause:end].rstrip(" \u00a0"))
    while end > clause and text[end - 1] in " ,\u00a0":
        end -= 1
        segment_end = end
    if end <= clause:
        return None
    pieces = [piece for piece in _split_commas(text, clause, end, index) if text[piece[0] : piece[1]].strip()]
    if not pieces:
        return None
    last = read_phrase(text, *pieces[-1], index, grammar, language)
    if last and last.form in ("pronoun", "nobody") and last.end >= end - 1:
        return last
    set_off = text[segment_end : segment_end + 1] == ","  # X, the head of Y, said
    if set_off or (len(pieces) > 1 and _DESCRIBES.match(text, *_trimmed(text, *pieces[-1]))):
        if clause > low:  # "and" within what is set off does not begin the clause
            pieces = [piece for piece in _split_commas(text, low, end, index) if text[piece[0] : piece[1]].strip()]
        for piece in reversed(pieces[:-1] if len(pieces) > 1 else pieces):
            begin, stop = _trimmed(text, *piece)
            if grammar.preposition.match(text, begin, stop) or _OF_FIRST.match(text, begin, stop):
                continue
            subject = read_phrase(text, begin, stop, index, grammar, language)
            if subject and subject.form == "name":
                return subject
        if set_off and len(pieces) > 1:  # a neighbour, who wished to stay unnamed, said
            return read_phrase(text, *pieces[-2], index, grammar, language)
    return last


def _adjacent(text: str, low: int, verb: int, index: MentionIndex, grammar: Grammar) -> Subject | None:
    """``he said``, and ``Jane Doe said`` where nothing stands before the name: most subjects."""
    end = verb - 1
    if end <= low or text[end] != " ":
        return None
    start = text.rfind(" ", low, end) + 1 or low
    word = text[start:end].lower()
    known = grammar.pronouns.get(word)
    if known and word not in grammar.fillers:
        return Subject(start, end, None, "pronoun", *known)
    number = index.covering(end - 1)
    if number is None:
        return None
    mention = index.mentions[number]
    if mention.kind == "person" and mention.char_end == end and not text[low : mention.char_start].strip(' \u00a0\n"”»,'):
        return Subject(mention.char_start, end, number, "name", mention.gender, "s")
    return None


def _clause_start(text: str, low: int, end: int, index: MentionIndex, grammar: Grammar) -> int:
    """Where the clause begins that ends at ``end``: after a conjunction or a mark that no name covers."""
    for mark in _CLAUSE_MARKS:
        place = text.rfind(mark, low, end - 1)
        if place >= 0 and index.covering(place) is None:
            low = place + 1
    stop = end
    while stop > low:
        space = text.rfind(" ", low, stop)
        word = text[space + 1 if space >= 0 else low : stop].lower().replace("’", "'")
        head, apostrophe, _ = word.partition("'")
        if stop < end - 1 and word in grammar.clause_words and index.covering(stop - 1) is None:
            return stop + 1
        if apostrophe and head + "'" in grammar.clause_words:
            return (space + 1 if space >= 0 else low) + len(head) + 1
        if space < 0:
            break
        stop = space
    return low


_CLAUSE_MARKS = ("\n", ";", ":", "«", "»", "“", "”", '"', "—", "–")
# what follows a name between commas
_DESCRIBES = re.compile(
    r"(?:an?|who|whose|which|\d|une?|qui|spécialiste|membre|directeur|directrice|chef|president|chairman|member"
        r"|head)\b", re.IGNORECASE
)
_OF_FIRST = re.compile(r"(?:of|from|for|and|but|de|du|des|d['’]|et|mais)(?!\w)", re.IGNORECASE)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def leading_subject(text: str, start: int, end: int, index: MentionIndex, grammar: Grammar, language: str) -> Subject | None:
    """The subject of the sentence ``text[start:end]``: the first pronoun or name that begins one of its stretches."""
    for piece in _split_commas(text, start, min(end, start + _NP_LONGEST), index):
        begin, stop = _trimmed(text, *piece)
        if begin >= stop or grammar.preposition.match(text, begin, stop) or grammar.clause.match(text, begin, stop):
            continue
        word = _FIRST_WORD.match(text, begin, stop)
        if word and word.group().lower() in grammar.pronouns:
            return Subject(begin, word.end(), None, "pronoun", *grammar.pronouns[word.group().lower()])
        for number in index.within(begin, stop):
            mention = index.mentions[number]
            if mention.kind == "person" and not _OF.search(text[max(begin, mention.char_start - 14) : mention.char_start]):
                return Subject(mention.char_start, mention.char_end, number, "name", mention.gender, "s")
            if _only_determiner(text[begin : mention.char_start]):
                return Subject(begin, mention.char_end, number, "name", mention.gender, "s")
    return None


_FIRST_WORD = re.compile(r"[\w'’-]+")


def _split_commas(text: str, start: int, end: int, index: MentionIndex) -> list[tuple[int, int]]:
    pieces, at, place = [], start, text.find(",", start, end)
    while place >= 0:
        opening = text.rfind("(", at, place)
        if (opening < 0 or text.find(")", opening, place) >= 0) and index.covering(place) is None:
            pieces.append((at, place))
            at = place + 1
        place = text.find(",", place + 1, end)
    pieces.append((at, end))
    return pieces


def subject_after(
    text: str, verb_end: int, limit: int, index: MentionIndex, grammar: Grammar, language: str
) -> Subject | None:
    """The subject that follows an inverted verb: ``a déclaré jeudi à l'AFP le ministre``, ``said Jane Doe``."""
    limit = min(limit, verb_end + _NP_LONGEST)
    at = verb_end
    inverted = _INVERTED.match(text, at, limit)
    if inverted:
        word = inverted.group(1).lower()
        if word in grammar.nobody:
            return Subject(inverted.start(1), inverted.end(1), None, "nobody", None, None)
        if word in grammar.pronouns:
            return Subject(inverted.start(1), inverted.end(1), None, "pronoun", *grammar.pronouns[word])
    for _ in range(5):
        while at < limit and text[at] in " \u00a0\n,":
            at += 1
        adverb = _ADVERB.match(text, at, limit)
        if adverb:
            at = adverb.end()
            continue
        if grammar.preposition.match(text, at, limit) and index.covering(at) is None:
            at = _after_complement(text, at, limit, index, grammar)
            continue
        break
    if at >= limit:
        return None
    stop = at
    for match in grammar.stop.finditer(text, at, limit):
        place = match.start()
        if place > at and index.covering(place) is None and not _ABBREVIATION.search(text, max(at, place - 8), place + 1):
            stop = place
            break
    else:
        stop = limit
    subject = read_phrase(text, at, stop, index, grammar, language)
    return with_apposition(text, subject, stop, limit, index) if subject else None


_PREFIX = re.compile(r",\s(?:(?:the|le|la|l['’]|el|il|o|a|der|die)\s?)?(?:[\w.'’-]+\s){0,3}$", re.IGNORECASE)
_END_OF_NAME = (",", ".", "", "\n", "(", ")", " (", ";", ":", "»", '"', "”")


def with_apposition(text: str, subject: Subject, stop: int, limit: int, index: MentionIndex) -> Subject:
    """``le ministre de la Défense, Benny Gantz``: a phrase that the name after its comma makes a name."""
    if subject.form != "phrase" or text[stop : stop + 1] != ",":
        return subject
    for number in index.within(stop, min(limit, stop + 40)):
        mention = index.mentions[number]
        after = text[mention.char_end : mention.char_end + 1]
        if mention.kind == "person" and after in _END_OF_NAME and _PREFIX.match(text, stop, mention.char_start):
            return Subject(subject.start, mention.char_end, number, "name", mention.gender, "s")
        break
    return subject


_INVERTED = re.compile(r"(?:[- ]t)?[-'’](il|elle|on|ils|elles|je)\b", re.I)
_ADVERB = re.compile(r"(?:également|aussi|encore|ainsi|notamment|alors|ensuite|enfin|\w{3,}ment|too|also|además|también"
    r"|inoltre|auch|ele|pour sa part|de son côté)(?=[\s,])", re.I)
_WORDS = re.compile(r"\s*(?:[\w'’.-]+)")


def _after_complement(text: str, at: int, limit: int, index: MentionIndex, grammar: Grammar) -> int:
    """The end of ``à l'AFP``, ``dans un communiqué``, ``mardi``: up to a comma, a mention's end or a new noun phrase."""
    first = grammar.preposition.match(text, at, limit)
    place = first.end() if first else at
    for count in range(12):
        covering = index.covering(place + 1 if place < limit and text[place] in " '’" else place)
        if covering is not None:
            return index.mentions[covering].char_end
        if place >= limit or text[place] in ",.;:\n":
            return place
        word = _WORDS.match(text, place, limit)
        if word is None:
            return place + 1
        named = index.within(place, word.end())  # the name in "à l'AFP"
        if named:
            return index.mentions[named[0]].char_end
        rest = text[place:limit].lstrip()
        if count >= 1 and grammar.determiner.match(rest) and not _OF.search(text[max(0, place - 8) : place] + " "):
            return place
        place = word.end()
    return place
