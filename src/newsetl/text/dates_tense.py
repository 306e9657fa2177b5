"""Whether a calendar expression stands beside a verb of the future or of the past: news says «jeudi» for either side of today."""

from __future__ import annotations

import re

_REACH = 90  # code points to either side that a verb may stand away

_FUTURE = {
    "fr": r"\w{2,}(?:era|eront|erai|erons|ira|iront|dra|dront|vra|vront|rra|rront)|va|vont|doit|doivent|devrait|devraient|devait|"
    r"devaient|prévue?s?|"
    r"attendue?s?|prévoit|prévoient|fera|feront|sera|seront|aura|auront|ira|iront|à venir|compte|entend|reviens|d'ici",
    "en": r"will|'ll|won't|shall|is to|are to|was to|were to|due|set to|expected|scheduled|planned|plans|upcoming|ahead of|going to|"
    r"would|may|until|by|wants? to|hopes? to|aims? to|please|let's",
    "es": r"\w+(?:rá|rán|ré|remos)|va a|van a|prevé|prevista|previsto|previstos|previstas|debe|deben|deberá|programad[oa]s?|tendrá|sería",
    "pt": r"\w+(?:rá|rão|rei|remos)|vai|vão|deve|devem|deverá|deverão|previst[oa]s?|marcad[oa]s?|agendad[oa]s?|pretende",
    "it": r"\w{2,}(?:rà|ranno|rò|remo)|previst[oaie]|deve|devono|dovrebbe|dovrebbero|in programma|attes[oaie]",
    "de": r"wird|werden|soll|sollen|sollte|will|wollen|geplant|erwartet|wolle|werde|bevorstehend\w*|findet|ab|bis",
    "nl": r"zal|zullen|gaat|gaan|moet|moeten|wil|willen|verwacht|gepland|zou|zouden|wordt",
    "ar": r"س[يتن]\w+|سوف|المقرر|المتوقع|المزمع|المنتظر|لن",
    "ru": r"будет|будут|планирует\w*|должн\w+|пройдет|состоится|намерен\w*",
    "pl": r"będzie|będą|ma|mają|planuje|odbędzie",
    "zh": r"将|將|会|會|预计|預計|计划|計劃|拟",
}
_PAST = {
    "fr": r"a|ont|avait|avaient|était|étaient|fut|furent|\w+èrent|s'est|est|sont|eu|été",
    "en": r"said|told|was|were|had|has|have|did|won|lost|came|went|took|made|began|met|fell|rose|beat|held|gave|got|left|became|\w{2,}ed",
    "es": r"\w{2,}(?:ó|aron|ieron)|ha|han|había|fue|fueron|era|dijo|hizo",
    "pt": r"\w{2,}(?:ou|aram|eram|iram|eu|iu)|foi|foram|disse|tinha|era|fez",
    "it": r"ha|hanno|è|sono|aveva|avevano|era|erano|stato|stata|stati|fu|disse",
    "de": r"hat|haben|hatte|hatten|war|waren|wurde|wurden|sagte|ist|sind|\w+te|\w+ten|gab|kam|ging",
    "nl": r"heeft|hebben|had|hadden|was|waren|werd|werden|is|zei|\w{3,}de|\w{3,}den",
    "ar": r"كان|كانت|قال|قالت|أعلن|أعلنت|تم",
    "ru": r"\w+(?:ал|ала|али|ил|ила|или|лся|лась|лись)|был\w?",
    "pl": r"\w+(?:ał|ała|ali|ił|iła|ili|ły)|był\w*",
    "zh": r"了|曾|已|说|說|表示",
}
_CUE = r"(?<!\w)(?:(?P<future>{})|(?:{}))(?!\w)"
_CUES = {
    language: re.compile(rf"(?P<future>{future})|(?:{_PAST['zh']})" if language == "zh" else _CUE.format(future, _PAST[language]))
    for language, future in _FUTURE.items()
}
_BREAK = re.compile(r"[.!?;:\n»”]\s|\n")


def is_future(low: str, language: str, start: int, end: int, left: int, right: int) -> bool | None:
    """Whether the verb nearest to ``low[start:end]`` within the sentence ``left..right`` speaks of the future; None without a verb."""
    cues = _CUES.get(language)
    if cues is None:
        return None
    left, right = max(left, start - _REACH), min(right, end + _REACH)
    for stop in _BREAK.finditer(low, left, start):
        left = stop.end()
    if stop_after := _BREAK.search(low, end, right):
        right = stop_after.start()
    nearest = _REACH + 1
    future: bool | None = None
    for cue in cues.finditer(low, left, right):
        if cue.start() >= start and cue.end() <= end:
            continue
        distance = start - cue.end() if cue.end() <= start else cue.start() - end
        # a verb before the date governs it more often than one after it
        if cue.start() >= end:
            distance += 12
        if distance < nearest:
            nearest, future = distance, cue["future"] is not None
    return future
