"""The lines that news carries at its two ends: dateline, byline, date line; agency signature, copyright line."""

from __future__ import annotations

import re

from newsetl.text.dates_value import month_by_name, parse_date_value
from newsetl.text.model import Field

_AGENCIES = (
    "AFP|Agence France-Presse|Reuters|AP|Associated Press|EFE|EFECOM|Europa "
    "Press|ANSA|Adnkronos|AGI|dpa|DPA|Lusa|LUSA|Belga|BELGA|ANP|APS|MAP|TAP|SPA|WAM|"
    "QNA|PTI|ANI|Xinhua|Xinhuanet|TASS|RIA "
    "Novosti|Interfax|Kyodo|Yonhap|PAP|ATS|Keystone-ATS|APA|AAP|CP|UPI|Bloomberg|Anadolu|AA|NAN|GNA|KUNA|BBC|CNN|"
    "Folhapress|Agência Brasil|Notimex|Télam|Telam|IRNA|MENA|Petra|SANA|WAFA|أ ف ب|رويترز|واس|وكالات|新华社|中新社"
)
_AGENCY = rf"(?:{_AGENCIES})(?:\s?[/,&+-]\s?(?:{_AGENCIES}))*"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_PLACE_WORD = rf"(?:{_CAPITAL}[\w'’.-]*|[dl]['’]{_CAPITAL}[\w'’-]*)"
_PLACE = rf"{_PLACE_WORD}(?:[ ](?:(?:de|del|la|le|les|du|des|of|the|di|da|do|al|el|am|an|der|sur|en)[ ])*{_PLACE_WORD}){{0,3}}"
_DAY_MONTH = (
    r"(?:(?:le|on|el|den|il|op)[ ])?(?:[^\W\d_]{3,10}\.?,?[ ])?"
    r"(?:\d{1,2}(?:er|st|nd|rd|th|º|\.)?[ ]?(?:de[ ])?[^\W\d_]{3,10}\.?|[^\W\d_]{3,10}\.?[ ]\d{1,2}(?:st|nd|rd|th)?)"
    r"(?:,?[ ](?:de[ ])?\d{4})?"
)
_DASH = r"[ ]?(?:\.?[–—-]{1,2}|--)[ ]+"
_DATELINE = re.compile(
    rf"({_PLACE})(?:,[ ]({_PLACE}))?(?:[ ]?\(({_PLACE})\))?(?:,?[ ]({_DAY_MONTH}))?(?:,?[ ]?[(/\[]({_AGENCY})[^()\]\n]{{0,30}}[)/\]])?"
    rf"(?:(?P<dash>{_DASH})|(?P<stop>[.:]\s+))(?=[^\W\d_]|[\"“«¡¿'‘(\[])"
)
_MARK = re.compile(r"[ .)][–—-]|\)[.:]")  # every dateline ends with one of these; most texts have none so near their head
_DATELINE_LENGTH = 160
_AGENCY_ALONE = re.compile(rf"(?:{_AGENCIES})$", re.IGNORECASE)
_CAPITALS_AND_DASH = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ'’. ]{2,40}[ ]?[–—-]{1,2}[ ]")
_DETERMINERS = frozenset(["le", "la", "les", "el", "il", "on", "the", "am", "den", "op", "o", "a", "in", "en"])  # «Le 24 novembre – …»
_MIN_CAPITALS = 4  # OMS, FHC and the like are no places; LIMA and OSLO are
_PARTICLES = frozenset(["DE", "DEL", "LA", "LE", "LES", "DU", "DES", "OF", "THE", "DI", "DA", "DO", "AL", "EL", "SUR"])
_MAX_CAPITALS_WORDS = 2  # three words in capitals are a headline
# section labels that stand where a place does
_LABELS = frozenset(
    [
        "urgent", "exclusif", "exclusive", "exclusiva", "video", "vidéo", "opinion", "opinión", "direct", "live", "alerte",
        "alert", "breaking", "analyse", "analysis", "interview", "entretien", "portrait", "reportage", "infographie", "photos",
        "podcast", "tribune", "éditorial", "editorial", "edito", "édito", "vrai", "faux", "fact-check", "update", "eilmeldung",
    ]
)  # fmt: skip
_BYLINE = re.compile(
    rf"(?:Par|By|Por|Von|Di|Da|Door|PAR|BY)[ ]({_PLACE_WORD}"
    rf"(?:[ ](?:(?:de|van|von|der|den|du|la|le|el|al|bin|ben|et|and|y|und|e|en)[ ])*{_PLACE_WORD}){{1,6}}"
    r"(?:[ ]?[,|–—-][ ][^\n]{1,60})?)[ \t]*(?=\n)"
)
_DATE_PREFIX = re.compile(
    r"(?:(?:publié|posté|mis à jour|modifié|published|posted|updated|last "
    "updated|publicado|actualizado|veröffentlicht|aktualisiert|pubblicato|aggiornato|gepubliceerd|atualizado)"
    r"(?:[ ](?:le|on|el|em|am|il|op))?[ ]?:?[ ])?(?:le[ ])?",
    re.IGNORECASE,
)
_CHANGED = re.compile("mis à jour|modifié|updated|last updated|actualizado|aktualisiert|aggiornato|atualizado", re.IGNORECASE)
_LEADING = re.compile(r"\s*")
_WORDS = re.compile(r"[^\W\d_]+")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)[ ]|copyright\b|all rights reserved|tous droits réservés|todos los derechos|alle rechte|tutti i diritti|todos os "
    "direitos|alle rechten|"
    r"droits de reproduction|جميع الحقوق|版权所有)|(?:all rights reserved|tous droits réservés|reservados todos los derechos)\.?$",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    rf"(?:\(?(?:(?:source|avec|with|con|mit|com|met|par|by)[ ]?:?[ ])?{_AGENCY}\)?\.?|[a-z]{{2,4}}(?:[-/][a-z]{{2,5}}){{1,5}})$",
    re.IGNORECASE,
)
_TAIL_AGENCY = re.compile(rf"(?<=[.!?…»”\"])\s*\((?:(?:source|avec|with|con|mit)[ ]?:?[ ])?({_AGENCY})\)\.?$")
_MAX_CLOSING_LINE = 240
_MAX_CLOSING_LINES = 4
_LOOK_AT_LINES = 3  # a byline or date line stands among the first three


def opening_lines(text: str, start: int) -> tuple[int, list[Field]]:
    """Byline, date line and dateline at the head of the body: where the body now begins, and the fields."""
    fields: list[Field] = []
    position = start
    for _ in range(_LOOK_AT_LINES):
        line_end = text.find("\n", position, position + 200)
        if line_end < 0:
            break
        if field := _byline(text, position) or _date_line(text, position, line_end):
            fields.append(field)
            following = _skip(text, line_end)
            if following >= len(text):
                return start, []  # nothing behind it: it is the text
            if position == start:
                start = following
            position = following
            continue
        position = _skip(text, line_end)  # a title may stand before them
        if line_end - position > 160:
            break
    if field := _dateline(text, start):
        fields.append(field)
        start = _skip(text, field.char_end)
    return start, fields


def _skip(text: str, position: int) -> int:
    return _LEADING.match(text, position).end()  # type: ignore[union-attr]


def _byline(text: str, position: int) -> Field | None:
    found = _BYLINE.match(text, position, position + 200)
    return Field("byline", found[1], " ".join(found[1].split()), found.start(1), found.end(1), "byline") if found else None


def _date_line(text: str, position: int, line_end: int) -> Field | None:
    """A line that is a full date and nothing else."""
    prefix = _DATE_PREFIX.match(text, position, line_end)
    at = prefix.end() if prefix else position
    raw = text[at:line_end].strip()
    if not 6 <= len(raw) <= 60 or not any(c.isdecimal() for c in raw):
        return None
    value = parse_date_value(raw)
    if value is None or len(value) < 10:
        return None
    key = "updated" if prefix and _CHANGED.match(prefix[0]) else "date"
    return Field(key, raw, value, at, at + len(raw), "date_line")


def _dateline(text: str, start: int) -> Field | None:
    """``RABAT, 24 nov. (AFP) –`` or ``Rabat (Maroc) —``: a place, and enough beside it to be no subject of a sentence."""
    if not _MARK.search(text, start, start + _DATELINE_LENGTH):
        return None
    found = _DATELINE.match(text, start, start + _DATELINE_LENGTH)
    if not found:
        return None
    place, _, country, day, agency = found[1], found[2], found[3], found[4], found[5]
    if place.lower() in _DETERMINERS or place.lower().split()[0].strip(".") in _LABELS:
        return None
    if day and not any(word in month_by_name() for word in _WORDS.findall(day.lower())):
        return None
    if found["stop"] and not (agency and day):
        return None  # "Madrid, 23 may (EFE). …": a full stop needs both beside it
    if not (agency or day or country) and not _capitals(text, place, found.end()):
        return None
    raw = text[found.start() : found.end()].rstrip()
    return Field("dateline", raw, place, found.start(), found.start() + len(raw), "dateline")


def _capitals(text: str, place: str, after: int) -> bool:
    """Whether a place that stands alone before the dash is written as datelines are: in capitals, one or two words."""
    words = [word for word in place.split() if word not in _PARTICLES]
    if not place.isupper() or "." in place or len(place) < _MIN_CAPITALS or len(words) > _MAX_CAPITALS_WORDS:
        return False
    return not _AGENCY_ALONE.match(place) and not _CAPITALS_AND_DASH.match(text, after)


def closing_lines(text: str, start: int) -> tuple[int, list[Field]]:
    """Copyright lines and agency signatures at the end: where the body ends, and the fields, in text order."""
    fields: list[Field] = []
    end = len(text)
    for _ in range(_MAX_CLOSING_LINES):
        stop = len(text[max(start, end - _MAX_CLOSING_LINE * 2) : end].rstrip()) + max(start, end - _MAX_CLOSING_LINE * 2)
        line_start = text.rfind("\n", start, stop) + 1
        if line_start <= start or stop - line_start > _MAX_CLOSING_LINE:
            break
        line = text[line_start:stop]
        offset = len(line) - len(line.lstrip())
        line = line.strip()
        if _COPYRIGHT.match(line) or (len(line) < 120 and _COPYRIGHT.search(line[-40:])):
            key, rule = "copyright", "copyright_line"
        elif len(line) <= 60 and _SIGNATURE.match(line):
            key, rule = "agency", "signature"
        else:
            break
        fields.append(Field(key, line, " ".join(line.split()), line_start + offset, line_start + offset + len(line), rule))
        end = len(text[start:line_start].rstrip()) + start
    window = max(start, end - 60)
    tail = text[window:end].rstrip()
    if (found := _TAIL_AGENCY.search(tail)) and window + found.start() > start:
        fields.append(Field("agency", found[1], found[1], window + found.start(1), window + found.end(1), "signature"))
        end = window + found.start()
    fields.reverse()
    return end, fields
