"""Calendar expressions in Chinese, both scripts: one regular expression, since words are not set apart."""

from __future__ import annotations

import re
from datetime import date

from newsetl.text.dates_base import (
    Base,
    FutureTest,
    day_in_month,
    day_of_month,
    month_near,
    safe_shift,
    shift_month,
    week_start,
    weekday_near,
)
from newsetl.text.dates_numeric import numeric_date
from newsetl.text.edtf import month_value, valid_date

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": 0, "○": 0, "两": 2, "兩": 2, "廿": 2, "卅": 3, "初": 0, "元": 1, "正": 1}
_NUMBER = "[0-9０-９]{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_COUNT = "[0-9０-９]{1,4}|[一二三四五六七八九十两兩百]{1,5}"
_YEAR = "[0-9０-９]{2,4}|[一二三四五六七八九〇零○]{2,4}|[一二两兩]千(?:零?[一二三四五六七八九十]{1,3})?"
_RELATIVE_DAYS = {
    "大前": -3, "前": -2, "昨": -1, "今": 0, "本": 0, "当": 0, "當": 0, "明": 1, "后": 2, "後": 2, "大后": 3, "大後": 3,
}  # fmt: skip
_RELATIVE_YEARS = {"前年": -2, "去年": -1, "今年": 0, "本年": 0, "明年": 1, "后年": 2, "後年": 2, "同年": None, "当年": None, "當年": None}
_STEP = "(?:上上|下下|上|下|这|這|本)(?:个|個)?"
_WEEK = "(?:星期|礼拜|禮拜|週|周)"
_SEASONS = {"春": 21, "夏": 22, "秋": 23, "冬": 24}

EXPRESSION = re.compile(
    rf"(?P<numeric>(?<!\d)\d{{1,4}}(?P<sep>[-/. ])\d{{1,2}}(?P=sep)\d{{1,4}}(?!\d))"
    rf"|(?P<yrange>(?<!\d)(?P<yfrom>[12]\d{{3}})\s?年?\s?[至到~～–—-]\s?(?P<yuntil>[12]\d{{3}})\s?年)"
    rf"|(?P<full>(?:(?P<year>{_YEAR})\s?年|(?P<ryear>前年|去年|今年|本年|明年|后年|後年|同年|当年|當年))"
    rf"(?:的?\s?(?:(?:(?:农历|農曆)?(?P<month>{_NUMBER}|正|元)\s?月(?:份)?|(?P<tmonth>本月))(?:(?P<phase>初(?![一二三四五六七八九十])|底|中旬|上旬|下旬)|\s?(?P<day>初?(?:{_NUMBER}))\s?(?:日|号|號)?(?:至\s?(?P<day2>{_NUMBER})\s?[日号號])?)?"
    rf"|(?P<season>[春夏秋冬])[季天]|(?P<half>初|底|中|年底|年初|末)))?)"
    rf"|(?P<md>(?P<month2>{_NUMBER}|正)\s?月\s?(?P<mday>初?(?:{_NUMBER}))\s?(?:(?:日|号|號)(?:至\s?(?P<mday2>{_NUMBER})\s?[日号號])?|(?![0-9]))(?:[，,（(]?\s?{_WEEK}(?P<mwd>[一二三四五六日天])[)）]?)?)"
    rf"|(?P<newyear>大年初(?P<nyday>[一二三四五六七八九十]))"
    rf"|(?<!《)(?P<rday>大前天|大后天|大後天|[前昨今明后後当當][天日]|本日|昨晚|今晚|今早|昨夜|明晚)(?![头頭][条條])"
    rf"|(?P<wd>(?P<step>{_STEP})?{_WEEK}(?P<weekday>[一二三四五六日天])(?![一二三四五六七八九十]))"
    rf"|(?P<period>{_STEP}(?P<punit>{_WEEK}|月|季度|学年|世纪)(?![一二三四五六日])|(?P<today>目前)(?!.))"
    rf"|(?P<ago>(?P<count>{_COUNT})\s?(?P<unit>天|日|周|週|星期|个星期|個星期|个月|個月|月|年)(?P<side>之?前|以前|之?后|之?後|以后|以後))"
    rf"|(?P<decade>(?:(?P<century>20|19|二十)?世[纪紀])?(?P<dec>[0-9]{{2}}|[一二三四五六七八九]十)年代)"
    rf"|(?P<monthonly>(?P<lmonth>{_NUMBER})\s?月(?:份|底|初|中旬|上旬|下旬)?(?!\d))"
    rf"|(?P<dayonly>(?P<oday>{_NUMBER})\s?(?:日|号|號)(?![本元内内子用常后後前报報]))"
)
_REACH, _REACH_AFTER = 10, 20  # an expression begins and ends within these of its first such character
_TRIGGER = re.compile("[年月日号號天周週星期礼禮晚早夜]|\\d[-/. ]\\d")


def number(word: str) -> int | None:
    """Value of a number in Arabic or Chinese digits: ``二十三``, ``廿三``, ``二〇二一``, ``两千零八``; None where it is none."""
    word = word.strip().removeprefix("初")
    if word.isdecimal():
        return int(word)
    if "千" in word:
        head, _, tail = word.partition("千")
        low = number(tail.lstrip("零〇")) if tail else 0
        return None if low is None else _DIGITS[head] * 1000 + low
    if "百" in word:
        head, _, tail = word.partition("百")
        low = number(tail.lstrip("零〇")) if tail else 0
        return None if low is None else (_DIGITS.get(head, 1)) * 100 + low
    if word.startswith(("廿", "卅")):
        return _DIGITS[word[0]] * 10 + (_DIGITS.get(word[1], 0) if len(word) > 1 else 0)
    if "十" in word:
        head, _, tail = word.partition("十")
        if len(head) > 1 or len(tail) > 1:
            return None
        return (_DIGITS[head] if head else 1) * 10 + (_DIGITS[tail] if tail else 0)
    if not word or any(c not in _DIGITS for c in word):
        return None
    return int("".join(str(_DIGITS[c]) for c in word))


def _steps(word: str) -> int:
    """-2 for «上上个», 1 for «下», 0 for «本»."""
    return word.count("下") - word.count("上")


def _year_number(word: str) -> int | None:
    value = number(word)
    if value is None:
        return None
    if len(word) == 2 and word.isdecimal():
        return value + (2000 if value <= 40 else 1900)
    return value if 100 <= value <= 2200 else None


def expressions(text: str, start: int, end: int) -> list[re.Match[str]]:
    """Calendar expressions between two positions: around each character that one must hold.

    Where many such characters stand together and nothing is found, longer and longer stretches are searched at once, so that
    no place is searched over and over.
    """
    found: list[re.Match[str]] = []
    behind = start
    clear, ahead = start, 0  # no expression begins before `clear`
    for hit in _TRIGGER.finditer(text, start, end):
        while hit.start() >= behind:
            if hit.start() < clear:
                break
            match = EXPRESSION.search(text, max(behind, clear, hit.start() - _REACH), min(end, hit.start() + _REACH_AFTER + ahead))
            if match is None:
                clear, ahead = hit.start() + ahead + 1, min(2 * ahead + _REACH, 500) if hit.start() - clear < _REACH else 0
                break
            found.append(match)
            behind = match.end()
    return found


def resolve(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    """EDTF; None where it cannot be told; the empty string where the words are no date."""
    kind = next(name for name in _KINDS if found[name] is not None)
    return _HANDLERS[kind](found, base, future)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _numeric(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    word = found["numeric"].replace(" ", "-")
    if found["sep"] == " " and len(word.split("-")[0]) != 4:
        return ""
    value = numeric_date(word, "zh" if len(word.split("-")[0]) < 4 and int(word.split("-")[0]) > 31 else "fr")
    if value is None:
        return ""
    head, _, tail = word.partition("-")
    if len(head) == 2 and len(word.rsplit("-", 1)[-1]) == 2 and "-" in tail:
        first, second, third = (int(part) for part in word.split("-"))
        swapped = valid_date(2000 + first, second, third) if found["sep"] == "-" else None
        return _iso(swapped) or date(*value).isoformat()
    return date(*value).isoformat()


def _year_range(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    return f"{found['yfrom']}/{found['yuntil']}" if found["yfrom"] < found["yuntil"] else ""


def _full(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    if found["year"]:
        year = _year_number(found["year"])
        if year is None:
            return ""
    else:
        offset = _RELATIVE_YEARS[found["ryear"]]
        year = base.told_year if offset is None else base.year + offset if base.year else None
    if year is None:
        return None
    month = number(found["month"]) if found["month"] else None
    if found["tmonth"] and base.month:
        month = base.month[1]
    if found["season"]:
        return f"{year:04d}-{_SEASONS[found['season']]}"
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= 12:
        return f"{year:04d}"
    day = number(found["day"]) if found["day"] else None
    if day is None:
        return month_value(year, month)
    last = number(found["day2"]) if found["day2"] else None
    first = valid_date(year, month, day)
    if last and first and (until := valid_date(year, month, last)) and first < until:
        return f"{first.isoformat()}/{until.isoformat()}"
    return _iso(first) or month_value(year, month)


def _month_day(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    month = number(found["month2"])
    day = number(found["mday"])
    if month is None or day is None or not valid_date(2000, month if month <= 12 else 13, day):
        return ""
    weekday = _weekday_number(found["mwd"])
    first = day_of_month(month, day, weekday, base, future())
    if first is None:
        return f"XXXX-{month:02d}-{day:02d}"
    last = number(found["mday2"]) if found["mday2"] else None
    if last and (until := valid_date(first.year, month, last)) and first < until:
        return f"{first.isoformat()}/{until.isoformat()}"
    return first.isoformat()


def _weekday_number(word: str | None) -> int | None:
    return None if word is None else "一二三四五六日".find(word if word != "天" else "日")


def _new_year(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    return None  # the lunar calendar is not ours


def _relative_day(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    word = found["rday"]
    start = base.told if word[0] in "当當" and base.told else base.day
    return _iso(safe_shift(start, _RELATIVE_DAYS[word[:-1]])) if start else None


def _weekday(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    weekday = _weekday_number(found["weekday"])
    assert weekday is not None
    if not found["step"]:
        return _iso(weekday_near(weekday, base, future()))
    if base.day is None:
        return None
    monday = week_start(base.day, _steps(found["step"]))
    return _iso(safe_shift(monday, weekday)) if monday else None


def _period(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    if found["today"]:
        return ""
    unit = found["punit"]
    step = _steps(found["period"])
    if unit == "月":
        return month_value(*shift_month(*base.month, step)) if base.month else None
    if unit == "季度":
        if base.month is None:
            return None
        year, month = shift_month(*base.month, 3 * step)
        return f"{year:04d}-{33 + (month - 1) // 3}"
    if unit in ("学年", "世纪"):
        return ""
    monday = week_start(base.day, step) if base.day else None
    sunday = safe_shift(monday, 6) if monday else None
    return f"{monday.isoformat()}/{sunday.isoformat()}" if monday and sunday else None


def _ago(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    count, unit, before = number(found["count"]), found["unit"], "前" in found["side"]
    if count is None:
        return ""
    sign = -1 if before else 1
    if unit == "年":
        return f"{base.year + sign * count:04d}" if base.year and 1 <= base.year + sign * count <= 9999 else None
    if unit.endswith("月"):
        return month_value(*shift_month(*base.month, sign * count)) if base.month and count < 1200 else None
    days = count * (1 if unit in "天日" else 7)
    return _iso(safe_shift(base.day, sign * days)) if base.day else None


def _decade(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    tens = number(found["dec"])
    if tens is None or tens % 10:
        return ""
    century = 20 if found["century"] in (None, "20", "二十") else int(found["century"])
    if found["century"] is None and tens < 30:
        century = 21
    return f"{century - 1}{tens // 10}X"


def _month_only(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    month = number(found["lmonth"])
    return month_near(month, base, future()) if month and month <= 12 else ""


def _day_only(found: re.Match[str], base: Base, future: FutureTest) -> str | None:
    day = number(found["oday"])
    if day is None or not 1 <= day <= 31 or base.near is None:
        return ""
    return _iso(day_in_month(day, None, base, future())) or ""


_HANDLERS = {
    "numeric": _numeric,
    "yrange": _year_range,
    "full": _full,
    "md": _month_day,
    "newyear": _new_year,
    "rday": _relative_day,
    "wd": _weekday,
    "period": _period,
    "ago": _ago,
    "decade": _decade,
    "monthonly": _month_only,
    "dayonly": _day_only,
}
_KINDS = tuple(_HANDLERS)


def shape(found: re.Match[str]) -> str:
    """Which kind of expression it is."""
    return "zh_" + next(name for name in _KINDS if found[name] is not None)
