"""Who speaks: the subject of a cue, before it, after it or inverted, as a name, a noun phrase or a pronoun."""

from __future__ import annotations

import re

from newsetl.text.quotations_phrases import ABBREVIATION, OF, MentionIndex, Subject, only_determiner, read_phrase
from newsetl.text.quotations_words import Grammar

_NP_LONGEST = 220  # code points looked at for a noun phrase
_LOOK_BACK = 280  # code points before a verb in which its subject begins
_JOINS = re.compile(r"(?:(?<=\s)|(?<=,))(?:and|but|et|mais|puis|y|pero|e|ma|mas|und|aber)$", re.IGNORECASE)
_ADVERB_ENDS = ("ly", "ment", "mente")


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
    phrase = read_phrase(text, *pieces[-1], index, grammar, language)
    if phrase and phrase.form in ("pronoun", "nobody") and phrase.end >= end - 1:
        return phrase
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
        if set_off and phrase and phrase.form == "name" and phrase.mention is not None:  # the director, Jane Doe, said
            mention = index.mentions[phrase.mention]
            alone = (mention.char_start, mention.char_end) == _trimmed(text, *pieces[-1])
            described = read_phrase(text, *pieces[-2], index, grammar, language) if len(pieces) > 1 else None
            if described and described.form == "phrase" and (alone or grammar.determiner.match(text, described.start)):
                return phrase._replace(start=described.start) if mention.kind == "person" else described
            if alone and mention.kind == "person":
                return phrase
        if set_off and len(pieces) > 1:  # a neighbour, who wished to stay unnamed, said
            return read_phrase(text, *pieces[-2], index, grammar, language)
    return phrase


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
    if _CLAUSE_MARK.search(text, low, end - 1):
        for mark in _CLAUSE_MARKS:
            place = text.rfind(mark, low, end - 1)
            if place >= 0 and index.covering(place) is None:
                low = place + 1
    clause = text[low:end].lower()
    if "'" not in clause and "’" not in clause and grammar.clause_words.isdisjoint(clause.split(" ")):
        return low
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
_CLAUSE_MARK = re.compile("[" + "".join(_CLAUSE_MARKS) + "]")
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
            if mention.kind == "person" and not OF.search(text[max(begin, mention.char_start - 14) : mention.char_start]):
                return Subject(mention.char_start, mention.char_end, number, "name", mention.gender, "s")
            if only_determiner(text[begin : mention.char_start]):
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
        adverb = _ADVERB.match(text, at, limit) or _WHEN.match(text, at, limit)
        if adverb and index.covering(at) is None:
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
        if place > at and index.covering(place) is None and not ABBREVIATION.search(text, max(at, place - 8), place + 1):
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
# small letters as they stand, so that a name like Domingo is none
_WHEN = re.compile(
    r"(?:(?:am|el|este|na|nesta|no|neste|ce|on) )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves"
        r"|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?"
        r"|Mon(?:day|tag)|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag"
        r"|hier|aujourd['’]hui|ayer|hoy|anoche|ieri|oggi|ontem|hoje|gestern|heute|yesterday|today)"
    r"(?: (?:matin|soir|après-midi|dernier|passé|pasado|scorso|passado|passada|morning|afternoon|evening|night))?(?=[\s,])"
)
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
        if count >= 1 and grammar.determiner.match(rest) and not OF.search(text[max(0, place - 8) : place] + " "):
            return place
        place = word.end()
    return place
