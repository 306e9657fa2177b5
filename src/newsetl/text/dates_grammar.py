"""What calendar expressions look like: one regular expression over the letters of ``dates_lexicon``, for all languages but Chinese.

Besides the lexicon's letters a token may be ``n`` a day number in digits, ``o`` the same as an ordinal (``21st``), ``N`` another
number, ``Z`` 32..99, ``y`` a year, ``d`` a full numeric date, ``z`` a short one (``22/4``), a punctuation mark, ``|`` a break
between blocks, ``x`` any other word.
"""

from __future__ import annotations

import re

_ARTICLE = "[at]"
_DAY_NUMBER = "[noOCV]"
_SEPARATOR = "[-/]"
_MONTH = r"[mM]\.?"
_OF = "[fb]"  # some languages say "of" and "from" with one word
_YEAR = rf"(?:,?(?:[XLT]4|{_OF}?[at]?4[LX]|{_OF}?[at]?S4)|[,.]?[fbiIat]{{0,2}}(?:4f?)?y|[fi]?Z|f?'[nZN]|[-/](?:y|[nZ]))"
_WEEKDAY = r"(?:[wWv][.]?[,]?[at]?1?[at]?)"
_DAY_MONTH = (
    rf"(?:(?:[noO]\.?|V|C(?={_OF}))(?:1?{_OF}?[at]?|{_SEPARATOR})\(?{_MONTH}\)?"  # 12 de enero, 15. Januar, 2-Oct, second of August
    rf"|(?:[mM](?:,?[at]?|{_SEPARATOR})|M\.|m\.(?=[no](?!x)))[noOV])"  # January 12, Oct/2, mai vingt-neuf
)
_PART = "(?:[at]?f?P)?"
_NUMBER = "(?:[nNZoCVUy])"
_SPAN = rf"{_NUMBER}k?[1-79](?:[,e]?{_NUMBER}[1-79]){{0,2}}"
_DATE = (
    rf"(?:{_WEEKDAY}?\(?{_DAY_MONTH}\)?{_YEAR}?|{_WEEKDAY}?\(?d\)?"
    rf"|[noO]{_SEPARATOR}y{_SEPARATOR}[mM]|[mM]{_SEPARATOR}y{_SEPARATOR}[noO]"
    rf"|nny|nfnfy|y{_SEPARATOR}(?:[mM]{_SEPARATOR}[noO]|[noO]{_SEPARATOR}[mM]))"
)
_RELATIVE = "[at]?[Rr]"
_WEEK = r"(?:[at]?[LXTF]2|[at]?2[LXTF]|j)"

_ALTERNATIVES: tuple[tuple[str, str], ...] = (
    # intervals
    ("day_range", rf"b?f?{_ARTICLE}?(?:{_WEEKDAY})?[noO]\.?[-te]{_ARTICLE}?(?:{_WEEKDAY})?[noO]\.?f?{_MONTH}{_YEAR}?"),
    ("day_range_after", rf"[mM]\.?[no][-te][no]{_YEAR}?(?![:])"),
    ("month_range", r"[bf]?i?[mM]\.?(?:f?y)?[-te]i?[mM](?:[,]?[fia]{0,2}y)?"),
    ("year_range_between", r"bi?a?4?yea?4?y"),
    ("year_range", r"[bf]?i?a?4?y[-t]a?4?i?(?:y|[nZ](?=$|[^\w]))"),
    # counted from a date: two weeks before Christmas, four days from yesterday
    ("from_date", rf"[IiG]?{_SPAN}[IKGBbH]{{1,2}}{_ARTICLE}?(?:{_RELATIVE}|{_DATE}|h|g)"),
    # a weekday of a week or month
    ("nth_weekday", rf"[at]?[noOL]1?[wWv](?:{_OF}[at]?|i)?{_ARTICLE}?(?:[mM]{_YEAR}?|[LXTF]?3[LXTF]?)"),
    ("nth_month_day", rf"{_ARTICLE}?[noO](?:{_OF}{{1,2}}{_ARTICLE}?(?:[LXTF]3|3[LXTF])|T3)"),
    ("weekday_week", rf"(?:i?{_ARTICLE}?1?[wWv],?(?:[-]|{_OF}|i){{0,2}}{_WEEK}|{_WEEK}[,]?[-]?[ai]?1?[wW])"),
    # single days
    ("date", rf"[TX]?{_DATE}(?:[LX](?![1-7])|{_PART})"),
    ("weekday_after_day", r"[no][wv]"),
    ("short", rf"T?(?:{_WEEKDAY}\(?)?(?:z|n-n|nfn(?=[^\w]|$))\)?"),
    ("relative", rf"[Rr]{_PART}"),
    ("weekday_day", rf"[wWv][.]?[,]?{_ARTICLE}?1?{_ARTICLE}?(?:[oOV]|n(?![x:1-9%]))"),
    ("weekday_modified", rf"(?:{_ARTICLE}?[LXTF]1?[wv]|[wv]{_PART}[LXF]|T1w){_PART}"),
    # counted periods
    ("ago", rf"G{_SPAN}|G[1-4](?![LXFTSymMfbn])|G{_ARTICLE}?J|{_SPAN}[AE]"),
    ("ahead", rf"[Ii]{_SPAN}(?![LF])|[I]J|{_SPAN}H"),
    # periods
    ("quarter", rf"[oOL]6(?:{_OF}?[at]?(?:4f?)?y|{_OF}?[at]?(?:[LXT]4|4[LX]))"),
    ("month_year", rf"Q?f?{_MONTH}(?:[,.]?[fbi]{{0,2}}(?:4f?)?y|{_OF}?[at]?(?:S4|[LXTF]4|4[LXF]))"),
    ("month_modified", r"Q?f?(?:[LXT](?:3f)?[mM]|[mM][LX])"),
    ("season", r"(?:[LXT]s|s(?:[,]?[fbiat]{0,2}(?:4f?)?y|[LX]|f?[at]?(?:S4|4[LXF])))"),
    ("year_or_decade", r"[47]f?[yZ]|D4?"),
    ("century", r"(?:[noO]\.?|Y)8|8Y"),
    ("period", r"Q?f?(?:[at]?[LXT][2-7]|[at]?[2-7][LXF]|[at]?F[2-7]|S[2-7])|j"),
    ("month", r"Q?f?[mM]"),
    ("weekday", rf"[wv]{_PART}"),
    ("holiday", r"[LXTF]?h(?:[LX]|[,]?[fi]{0,2}a?(?:4f?)?y)?"),
    ("year", r"Q?y"),
    ("bare_day", r"(?:[ati]1?|1)[noOV](?=$|[,;!?|)]|\.(?![mM]))"),
)
EXPRESSION = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _ALTERNATIVES))
