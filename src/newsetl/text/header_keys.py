"""The names that metadata fields carry in front of a text, and what a value of each may look like."""

from __future__ import annotations

import re

# canonical key -> names in French, English and the other languages we read; compared in lower case
KEY_NAMES: dict[str, tuple[str, ...]] = {
    "date": (
        "date", "published", "published at", "published on", "publication date", "date de publication", "date_publication",
        "publication_date", "published_at", "pubdate", "publié le", "publie le", "publié", "posted", "fecha", "datum", "data",
        "تاريخ", "التاريخ", "تاريخ النشر", "日期", "дата", "опубликовано", "tarih",
    ),
    "updated": (
        "updated", "modified", "last modified", "last updated", "mis à jour", "mis à jour le", "modifié le", "actualizado",
        "aktualisiert",
    ),
    "title": (
        "title", "titre", "headline", "título", "titulo", "titel", "titolo", "العنوان", "عنوان", "标题", "заголовок",
        "название", "başlık", "tytuł",
    ),
    "subtitle": ("subtitle", "sous-titre", "chapô", "chapo", "deck", "standfirst"),
    "byline": (
        "author", "authors", "auteur", "auteurs", "autrice", "byline", "by", "par", "autor", "autora", "autore",
        "creator", "الكاتب", "بقلم", "作者", "автор", "yazar",
    ),
    "source": (
        "source", "média", "media", "journal", "publisher", "newspaper", "outlet", "site", "fuente", "quelle", "fonte",
        "bron", "المصدر", "مصدر", "来源", "источник", "kaynak", "źródło",
    ),
    "url": ("url", "link", "lien", "permalink", "uri"),
    "language": ("lang", "language", "langue", "idioma", "sprache", "lingua", "língua", "taal"),
    "section": ("section", "rubrique", "category", "catégorie", "categories", "sección", "rubrik"),
    "keywords": ("keywords", "tags", "mots-clés", "mots clés", "tag"),
    "summary": ("summary", "description", "résumé", "abstract"),
    "place": ("place", "location", "lieu", "dateline"),
    "copyright": ("copyright", "rights", "droits"),
    "id": ("id", "guid", "doc_id", "identifier", "identifiant"),
}  # fmt: skip
CANONICAL: dict[str, str] = {name: key for key, names in KEY_NAMES.items() for name in names}
# keys that may stand without a colon, as in « date 2021-11 title … »; the others are too often words of the text
BARE = frozenset(
    [
        "date",
        "title",
        "titre",
        "source",
        "author",
        "auteur",
        "byline",
        "url",
        "link",
        "lien",
        "lang",
        "langue",
        "language",
        "publisher",
        "outlet",
    ]
)
CHECKED = frozenset({"date", "url", "language"})  # fields whose value proves itself: the inline form needs one of them

_LANGUAGE_NAMES = {
    "français": "fr", "french": "fr", "anglais": "en", "english": "en", "español": "es", "espagnol": "es", "spanish": "es", "deutsch": "de",
    "allemand": "de", "german": "de", "italiano": "it", "italien": "it", "italian": "it", "português": "pt", "portugais": "pt",
    "portuguese": "pt", "nederlands": "nl", "néerlandais": "nl", "dutch": "nl", "arabe": "ar", "arabic": "ar", "العربية": "ar",
    "chinois": "zh", "chinese": "zh", "中文": "zh", "russe": "ru", "russian": "ru", "русский": "ru", "turc": "tr", "turkish": "tr",
    "polonais": "pl", "polish": "pl",
}  # fmt: skip
_LANGUAGE_CODE = re.compile(r"([a-z]{2,3})(?:[-_][A-Za-z]{2,4})?$")
_URL = re.compile(r"(?:https?://|www\.)\S{3,2000}$")

_ALTERNATIVES = "|".join(re.escape(name) for name in sorted(CANONICAL, key=len, reverse=True))
# a key with its separator: "date: ", "date = " or "date " (group 2 is empty for the bare form)
KEY_AT = re.compile(rf"(?:\*\*|#+ ?)?({_ALTERNATIVES})(?:\*\*)?(?:[ \t]{{0,4}}([:：=])(?:\*\*)?[ \t]{{0,4}}|[ \t]+)", re.IGNORECASE)
KEY_INSIDE = re.compile(rf"[\s|;,]({_ALTERNATIVES})(?:[ \t]{{0,4}}([:：=])[ \t]{{0,4}}|[ \t]+)(?=(.))")
UNKNOWN_KEY_LINE = re.compile(r"([^\W\d_][\w .-]{1,24}):[ \t]+(\S[^\n]{0,300})$", re.MULTILINE)


def language_value(raw: str) -> str | None:
    """ISO code of a language given by code (``fr``, ``fr-FR``) or name; None for anything else."""
    value = raw.strip().strip("\"'").lower() if len(raw) < 40 else ""
    if value in _LANGUAGE_NAMES:
        return _LANGUAGE_NAMES[value]
    code = _LANGUAGE_CODE.match(value)
    return code[1] if code else None


def url_value(raw: str) -> str | None:
    """The address, or None where the value is none."""
    value = raw.strip().strip("\"'<>")
    return value if _URL.match(value) else None
