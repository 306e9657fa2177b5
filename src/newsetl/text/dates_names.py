"""Names of months (1..12) and weekdays (0 is Monday) by language: Unicode CLDR, format context. Written by a tool.

Do not edit: change ``src/newsetl/training/calendar_names.py`` and run it. Our own names stand in the ``dates_words_*`` modules.
"""

from __future__ import annotations

# fmt: off
MONTHS: dict[str, dict[str, int]] = {
    "fr": {
        "janv": 1, "janvier": 1, "févr": 2, "février": 2, "mars": 3, "avr": 4, "avril": 4, "mai": 5, "juin": 6, "juil": 7,
        "juill": 7, "juillet": 7, "août": 8, "sept": 9, "septembre": 9, "oct": 10, "octobre": 10, "nov": 11, "novembre": 11,
        "déc": 12, "décembre": 12,
    },
    "en": {
        "jan": 1, "january": 1, "feb": 2, "february": 2, "mar": 3, "march": 3, "apr": 4, "april": 4, "may": 5, "jun": 6, "june":
        6, "jul": 7, "july": 7, "aug": 8, "august": 8, "sep": 9, "september": 9, "oct": 10, "october": 10, "nov": 11,
        "november": 11, "dec": 12, "december": 12,
    },
    "es": {
        "ene": 1, "enero": 1, "feb": 2, "febrero": 2, "mar": 3, "marzo": 3, "abr": 4, "abril": 4, "may": 5, "mayo": 5, "jun": 6,
        "junio": 6, "jul": 7, "julio": 7, "ago": 8, "agosto": 8, "sep": 9, "sept": 9, "septiembre": 9, "set": 9, "setiembre": 9,
        "oct": 10, "octubre": 10, "nov": 11, "noviembre": 11, "dic": 12, "diciembre": 12,
    },
    "de": {
        "jan": 1, "januar": 1, "jän": 1, "jänner": 1, "feb": 2, "februar": 2, "märz": 3, "apr": 4, "april": 4, "mai": 5, "juni":
        6, "juli": 7, "aug": 8, "august": 8, "sep": 9, "sept": 9, "september": 9, "okt": 10, "oktober": 10, "nov": 11,
        "november": 11, "dez": 12, "dezember": 12,
    },
    "it": {
        "gen": 1, "gennaio": 1, "feb": 2, "febbraio": 2, "mar": 3, "marzo": 3, "apr": 4, "aprile": 4, "mag": 5, "maggio": 5,
        "giu": 6, "giugno": 6, "lug": 7, "luglio": 7, "ago": 8, "agosto": 8, "set": 9, "settembre": 9, "ott": 10, "ottobre": 10,
        "nov": 11, "novembre": 11, "dic": 12, "dicembre": 12,
    },
    "pt": {
        "jan": 1, "janeiro": 1, "fev": 2, "fevereiro": 2, "mar": 3, "março": 3, "abr": 4, "abril": 4, "mai": 5, "maio": 5,
        "jun": 6, "junho": 6, "jul": 7, "julho": 7, "ago": 8, "agosto": 8, "set": 9, "setembro": 9, "out": 10, "outubro": 10,
        "nov": 11, "novembro": 11, "dez": 12, "dezembro": 12,
    },
    "nl": {
        "jan": 1, "januari": 1, "feb": 2, "februari": 2, "maart": 3, "mrt": 3, "apr": 4, "april": 4, "mei": 5, "jun": 6, "juni":
        6, "jul": 7, "juli": 7, "aug": 8, "augustus": 8, "sep": 9, "september": 9, "okt": 10, "oktober": 10, "nov": 11,
        "november": 11, "dec": 12, "december": 12,
    },
    "ar": {
        "جانفي": 1, "كانون الثاني": 1, "يناير": 1, "شباط": 2, "فبراير": 2, "فيفري": 2, "آذار": 3, "مارس": 3, "أبريل": 4,
        "أفريل": 4, "نيسان": 4, "أيار": 5, "ماي": 5, "مايو": 5, "جوان": 6, "حزيران": 6, "يونيو": 6, "تموز": 7, "جويلية": 7,
        "يوليو": 7, "يوليوز": 7, "آب": 8, "أغسطس": 8, "أوت": 8, "غشت": 8, "أيلول": 9, "سبتمبر": 9, "شتنبر": 9, "أكتوبر": 10,
        "تشرين الأول": 10, "تشرين الثاني": 11, "نوفمبر": 11, "نونبر": 11, "دجنبر": 12, "ديسمبر": 12, "كانون الأول": 12,
    },
    "ru": {
        "янв": 1, "января": 1, "февр": 2, "февраля": 2, "мар": 3, "марта": 3, "апр": 4, "апреля": 4, "мая": 5, "июн": 6, "июня":
        6, "июл": 7, "июля": 7, "авг": 8, "августа": 8, "сент": 9, "сентября": 9, "окт": 10, "октября": 10, "нояб": 11,
        "ноября": 11, "дек": 12, "декабря": 12,
    },
    "pl": {
        "sty": 1, "stycznia": 1, "lut": 2, "lutego": 2, "mar": 3, "marca": 3, "kwi": 4, "kwietnia": 4, "maj": 5, "maja": 5,
        "cze": 6, "czerwca": 6, "lip": 7, "lipca": 7, "sie": 8, "sierpnia": 8, "wrz": 9, "września": 9, "paź": 10,
        "października": 10, "lis": 11, "listopada": 11, "gru": 12, "grudnia": 12,
    },
    "tr": {
        "oca": 1, "ocak": 1, "şub": 2, "şubat": 2, "mar": 3, "mart": 3, "nis": 4, "nisan": 4, "may": 5, "mayıs": 5, "haz": 6,
        "haziran": 6, "tem": 7, "temmuz": 7, "ağu": 8, "ağustos": 8, "eyl": 9, "eylül": 9, "eki": 10, "ekim": 10, "kas": 11,
        "kasım": 11, "ara": 12, "aralık": 12,
    },
}
WEEKDAYS: dict[str, dict[str, int]] = {
    "fr": {
        "lun": 0, "lundi": 0, "mar": 1, "mardi": 1, "mer": 2, "mercredi": 2, "jeu": 3, "jeudi": 3, "ven": 4, "vendredi": 4,
        "sam": 5, "samedi": 5, "dim": 6, "dimanche": 6,
    },
    "en": {
        "mon": 0, "monday": 0, "tue": 1, "tuesday": 1, "wed": 2, "wednesday": 2, "thu": 3, "thursday": 3, "fri": 4, "friday": 4,
        "sat": 5, "saturday": 5, "sun": 6, "sunday": 6,
    },
    "es": {
        "lun": 0, "lunes": 0, "mar": 1, "martes": 1, "mié": 2, "miércoles": 2, "jue": 3, "jueves": 3, "vie": 4, "viernes": 4,
        "sáb": 5, "sábado": 5, "dom": 6, "domingo": 6,
    },
    "de": {
        "mo": 0, "montag": 0, "di": 1, "dienstag": 1, "mi": 2, "mittwoch": 2, "do": 3, "donnerstag": 3, "fr": 4, "freitag": 4,
        "sa": 5, "samstag": 5, "so": 6, "sonntag": 6,
    },
    "it": {
        "lun": 0, "lunedì": 0, "mar": 1, "martedì": 1, "mer": 2, "mercoledì": 2, "gio": 3, "giovedì": 3, "ven": 4, "venerdì": 4,
        "sab": 5, "sabato": 5, "dom": 6, "domenica": 6,
    },
    "pt": {
        "seg": 0, "segunda": 0, "segunda-feira": 0, "ter": 1, "terça": 1, "terça-feira": 1, "qua": 2, "quarta": 2,
        "quarta-feira": 2, "qui": 3, "quinta": 3, "quinta-feira": 3, "sex": 4, "sexta": 4, "sexta-feira": 4, "sáb": 5, "sábado":
        5, "dom": 6, "domingo": 6,
    },
    "nl": {
        "ma": 0, "maandag": 0, "di": 1, "dinsdag": 1, "wo": 2, "woensdag": 2, "do": 3, "donderdag": 3, "vr": 4, "vrijdag": 4,
        "za": 5, "zaterdag": 5, "zo": 6, "zondag": 6,
    },
    "ar": {
        "الاثنين": 0, "الثلاثاء": 1, "الأربعاء": 2, "الخميس": 3, "الجمعة": 4, "السبت": 5, "الأحد": 6,
    },
    "ru": {
        "пн": 0, "понедельник": 0, "вт": 1, "вторник": 1, "ср": 2, "среда": 2, "четверг": 3, "чт": 3, "пт": 4, "пятница": 4,
        "сб": 5, "суббота": 5, "воскресенье": 6, "вс": 6,
    },
    "pl": {
        "pon": 0, "poniedziałek": 0, "wt": 1, "wtorek": 1, "śr": 2, "środa": 2, "czw": 3, "czwartek": 3, "piątek": 4, "pt": 4,
        "sob": 5, "sobota": 5, "niedz": 6, "niedziela": 6,
    },
    "tr": {
        "pazartesi": 0, "pzt": 0, "sal": 1, "salı": 1, "çar": 2, "çarşamba": 2, "per": 3, "perşembe": 3, "cum": 4, "cuma": 4,
        "cmt": 5, "cumartesi": 5, "paz": 6, "pazar": 6,
    },
}
