"""Words that calendar expressions are made of, by language: compiled for this project, beside the month and day names of CLDR.

Each entry is a list of words or phrases separated by ``;``; a phrase may hold an apostrophe, hyphen or spaces. The keys:

``day week month year weekend quarter decade century``  units of time, singular and plural
``relative``   offset in days -> words (``hier`` -1); ``narrative`` the same, counted from the day told last (``le lendemain``)
``last next this same``  modifiers of a unit, weekday, month or season; ``following preceding`` count from what was told last
``ago_before ago_after``  «il y a» N units; N units «ago»; ``in_before later_after`` the same for the future
``of article in to and between``  the small words inside dates and ranges; ``one`` an article that counts as 1
``part`` part of a day; ``phase`` start, middle, end of a period; ``seasons`` spring, summer, autumn, winter
``month weekday`` names of our own beside CLDR; ``needs_day`` months and ``needs_date`` weekdays that are also other words and hold
only beside a day or year; ``year_before`` words after which four digits are a year; ``after before`` for «two weeks after …»
"""

from __future__ import annotations

from newsetl.text.dates_words_germanic import DE, EN, NL
from newsetl.text.dates_words_other import AR, PL, RU, TR
from newsetl.text.dates_words_romance import ES, FR, IT, PT

WORDS: dict[str, dict[str, str]] = {
    "fr": FR,
    "en": EN,
    "es": ES,
    "pt": PT,
    "it": IT,
    "de": DE,
    "nl": NL,
    "ar": AR,
    "ru": RU,
    "pl": PL,
    "tr": TR,
}
