"""Writes ``src/newsetl/text/dates_names.py``: names of months and weekdays from CLDR (through babel).

    python -m newsetl.training.calendar_names

Run it after a change of babel; the checked-in module spares every worker the import of babel. The ``format`` context is
used, since babel's stand-alone names depend on the order in which locales are loaded.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

from babel import Locale

# regional locales add names: Maghreb and Levant months in Arabic, Brazil in Portuguese, Austria in German
LOCALES = {
    "fr": ["fr", "fr_CA"], "en": ["en"], "es": ["es", "es_MX", "es_PE"], "de": ["de", "de_AT"], "it": ["it"], "pt": ["pt", "pt_PT"],
    "nl": ["nl"], "ar": ["ar", "ar_EG", "ar_LB", "ar_DZ", "ar_MA", "ar_IQ"], "ru": ["ru"], "pl": ["pl"], "tr": ["tr"],
}  # fmt: skip
WIDTH = 128
TARGET = Path(__file__).resolve().parent.parent / "text" / "dates_names.py"


def names(kind: str, locales: list[str]) -> dict[str, int]:
    """Lower-case name -> 1..12 for months, 0 (Monday)..6 for weekdays; full names and abbreviations without the dot."""
    found: dict[str, int] = {}
    for code in locales:
        locale = Locale.parse(code)
        for width in ("wide", "abbreviated"):
            for number, name in getattr(locale, kind)["format"][width].items():
                name = name.replace("\u00a0", " ")
                found.setdefault(name.lower().rstrip("."), number)
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0])))


def main() -> None:
    """Write the module."""
    lines = [
        '"""Names of months (1..12) and weekdays (0 is Monday) by language: Unicode CLDR, format context. Written by a tool.\n',
        "Do not edit: change ``src/newsetl/training/calendar_names.py`` and run it. Our own names stand in the ``dates_words_*`` modules.",
        '"""\n',
        "from __future__ import annotations\n",
        "# fmt: off",
    ]
    for constant, kind in (("MONTHS", "months"), ("WEEKDAYS", "days")):
        lines.append(f"{constant}: dict[str, dict[str, int]] = {{")
        for language, locales in LOCALES.items():
            entries = ", ".join(f'"{name}": {number}' for name, number in names(kind, locales).items())
            lines.append(f'    "{language}": {{')
            lines.extend(wrap(entries + ",", WIDTH, initial_indent=" " * 8, subsequent_indent=" " * 8, break_on_hyphens=False))
            lines.append("    },")
        lines.append("}")
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
