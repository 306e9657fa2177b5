"""Day numbers in words: cardinals and ordinals from 1 to 31, as tokens that stand in calendar expressions."""

from __future__ import annotations

_LAST = 31  # days of a month

_EN_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_EN_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_CARDINALS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt",
    "es": "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve "
        "veinte "
    "veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve treinta",
    "it": "uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto "
        "diciannove "
    "venti ventuno ventidue ventitré ventiquattro venticinque ventisei ventisette ventotto ventinove trenta trentuno",
    "pt": "um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn "
        "zwanzig",
    "nl": "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien "
        "twintig",
}  # fmt: skip
_ORDINALS = {
    "fr": "premier seconde troisième quatrième cinquième sixième septième huitième neuvième dixième",
    "es": "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo",
    "it": "primo secondo terzo quarto quinto sesto settimo ottavo nono decimo",
    "pt": "primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono décimo",
    "de": "erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte dreizehnte vierzehnte fünfzehnte "
        "sechzehnte siebzehnte "
    "achtzehnte neunzehnte zwanzigste",
    "nl": "eerste tweede derde vierde vijfde zesde zevende achtste negende tiende elfde twaalfde dertiende veertiende vijftiende "
        "zestiende zeventiende "
    "achttiende negentiende twintigste",
    "ar": "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر",
}  # fmt: skip
_AR_CARDINALS = "واحد اثنين ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة"
_AR_FEMININE = "الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة"


def cardinals(language: str) -> dict[str, int]:
    """Words for 2..31 (1 where it is not also an article) -> number; a compound keeps its hyphens or spaces."""
    words = dict(zip(_CARDINALS.get(language, "").split(), range(1, 40), strict=False))
    if language == "en":
        for unit, word in enumerate(_EN_UNITS, 1):
            for join in (" ", "-"):
                words[f"twenty{join}{word}"] = 20 + unit
        words |= {"thirty": 30, "thirty one": 31, "thirty-one": 31}
    elif language == "fr":
        units = _CARDINALS["fr"].split()
        for unit in range(2, 10):
            words[f"vingt-{units[unit - 1]}"] = words[f"vingt {units[unit - 1]}"] = 20 + unit
        words |= {"vingt et un": 21, "vingt-et-un": 21, "trente": 30, "trente et un": 31, "trente-et-un": 31, "une": 1}
        words |= {"dix sept": 17, "dix huit": 18, "dix neuf": 19}
    elif language == "es":
        words |= {"treinta y uno": 31, "dieciseis": 16, "veintidos": 22, "veintitres": 23, "veintiseis": 26}
    elif language == "pt":
        units = _CARDINALS["pt"].split()
        words |= {f"vinte e {units[unit - 1]}": 20 + unit for unit in range(1, 10)}
        words |= {"trinta": 30, "trinta e um": 31, "duas": 2, "dezasseis": 16, "dezassete": 17, "dezanove": 19, "quatorze": 14}
    elif language == "it":
        words |= {"ventitre": 23}
    elif language in ("de", "nl"):
        units = _CARDINALS[language].split()
        units[0] = "ein" if language == "de" else units[0]
        for unit in range(1, 10):
            join = "und" if language == "de" else ("ën" if units[unit - 1].endswith("e") else "en")
            tens, thirty = ("zwanzig", "dreißig") if language == "de" else ("twintig", "dertig")
            words[units[unit - 1] + join + tens] = 20 + unit
            if unit == 1:
                words |= {thirty: 30, units[0] + join + thirty: 31}
    elif language == "ar":
        words = dict(zip(_AR_CARDINALS.split(), range(1, 11), strict=True))
        words |= {"ثلاث": 3, "أربع": 4, "خمس": 5, "ست": 6, "سبع": 7, "ثمان": 8, "ثماني": 8, "تسع": 9, "عشر": 10, "اثنان": 2}
        words |= {f"{unit} وعشرين": 20 + number for unit, number in list(words.items())[1:9]} | {"عشرين": 20, "ثلاثين": 30}
    return {word: number for word, number in words.items() if number <= _LAST}


def ordinals(language: str) -> dict[str, int]:
    """Ordinal words, inflected, -> number."""
    words: dict[str, int] = {}
    if language == "en":
        teens = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        words = dict(zip([*_EN_ORDINALS, *teens.split()], range(1, 21), strict=True))
        for unit, word in enumerate(_EN_ORDINALS, 1):
            words |= {f"twenty {word}": 20 + unit, f"twenty-{word}": 20 + unit}
        return words | {"thirtieth": 30, "thirty first": 31, "thirty-first": 31}
    base = _ORDINALS.get(language, "").split()
    if language in ("es", "it", "pt"):
        for number, word in enumerate(base, 1):
            words |= {word: number, word[:-1] + "a": number}
        if language == "es":
            words |= {"primer": 1, "tercer": 3, "segun": 2}
    elif language == "fr":
        words = dict(zip(base, range(1, 11), strict=True)) | {"première": 1, "deuxième": 2, "second": 2}
    elif language in ("de", "nl"):
        words = dict(zip(base, range(1, 21), strict=True))
        for word, number in cardinals(language).items():
            if number > 20:
                words[word + "ste"] = number
        if language == "de":
            words = {word + end: number for word, number in words.items() for end in ("", "n", "r", "s", "m")}
    elif language == "ar":
        words = dict(zip(base, range(1, 11), strict=True)) | dict(zip(_AR_FEMININE.split(), range(1, 11), strict=True))
        ones = {"الحادي": 1, "الحادية": 1} | {word: number for word, number in words.items() if 2 <= number <= 9}
        for word, number in ones.items():
            words |= {f"{word} {teen}": 10 + number for teen in ("عشر", "عشرة")}
            words |= {f"{word} {twenty}": 20 + number for twenty in ("والعشرين", "والعشرون")}
        words |= {"العشرين": 20, "العشرون": 20, "الثلاثين": 30, "الثلاثون": 30, "الحادي والثلاثين": 31, "الحادي والثلاثون": 31, "أول": 1}
    return words
