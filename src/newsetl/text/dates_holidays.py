"""Feasts that fall on a fixed day or at a fixed distance from Easter, by name in each language: compiled for this project.

Only feasts of one meaning in all countries where the language is read stand here; a national day does not.
"""

from __future__ import annotations

from datetime import date, timedelta

from newsetl.text.edtf import valid_date

# name -> (month, day), or days after Easter Sunday
FIXED: dict[str, tuple[int, int]] = {
    "new_year": (1, 1), "new_year_eve": (12, 31), "epiphany": (1, 6), "valentine": (2, 14), "patrick": (3, 17), "earth_day": (4, 22),
    "labour_day": (5, 1), "st_john": (6, 24), "assumption": (8, 15), "halloween": (10, 31), "all_saints": (11, 1), "christmas": (12, 25),
    "christmas_eve": (12, 24), "boxing_day": (12, 26), "kings_day_nl": (4, 27), "women_day": (3, 8),
}  # fmt: skip
MOVABLE: dict[str, int] = {
    "easter": 0, "easter_monday": 1, "good_friday": -2, "palm_sunday": -7, "ascension": 39, "pentecost": 49, "whit_monday": 50,
    "ash_wednesday": -46, "corpus_christi": 60, "shrove_saturday": -50, "maundy_thursday": -3, "rose_monday": -48,
}  # fmt: skip

_NAMES: dict[str, str] = {
    "fr": "christmas=noël;christmas=noel;christmas_eve=réveillon de noël;new_year=jour de l'an;new_year=nouvel an;"
        "new_year_eve=saint-sylvestre;easter=pâques;"
    "easter_monday=lundi de pâques;good_friday=vendredi saint;pentecost=pentecôte;whit_monday=lundi de pentecôte;"
    "ascension=jeudi de l'ascension;"
    "assumption=assomption;all_saints=toussaint;valentine=saint-valentin;labour_day=fête du travail;epiphany=épiphanie;"
    "palm_sunday=dimanche des rameaux",
    "en": "christmas=christmas;christmas=christmas day;christmas_eve=christmas eve;boxing_day=boxing day;new_year=new year;"
        "new_year=new year's day;"
    "new_year_eve=new year's eve;easter=easter;easter=easter sunday;easter_monday=easter monday;good_friday=good friday;"
    "palm_sunday=palm sunday;"
    "valentine=valentine's day;halloween=halloween;all_saints=all saints' day;earth_day=earth day;patrick=st patrick's day;"
    "patrick=saint patrick;"
    "patrick=st. patrick's day;labour_day=international workers' day;labour_day=may day;ash_wednesday=ash wednesday;pentecost=pentecost;"
    "women_day=international women's day",
    "es": "christmas=navidad;christmas_eve=nochebuena;new_year_eve=nochevieja;new_year=año nuevo;epiphany=día de reyes;"
        "palm_sunday=domingo de ramos;"
    "good_friday=viernes santo;maundy_thursday=jueves santo;easter=domingo de pascua;easter=domingo de resurrección;"
    "valentine=san valentín;"
    "labour_day=día del trabajo;labour_day=día del trabajador;all_saints=día de todos los santos;earth_day=día de la tierra;"
    "patrick=día de san patricio;"
    "ash_wednesday=miércoles de ceniza;women_day=día internacional de la mujer",
    "pt": "christmas=natal;christmas_eve=véspera de natal;new_year=ano novo;easter=páscoa;good_friday=sexta-feira santa;"
        "ash_wednesday=quarta-feira de cinzas;"
    "labour_day=dia do trabalho;labour_day=dia do trabalhador;all_saints=dia de todos os santos;corpus_christi=corpus christi;"
    "palm_sunday=domingo de ramos;"
    "women_day=dia internacional da mulher",
    "it": "christmas=natale;christmas_eve=vigilia di natale;boxing_day=santo stefano;new_year=capodanno;new_year_eve=san silvestro;"
        "easter=pasqua;"
    "easter_monday=pasquetta;easter_monday=lunedì dell'angelo;good_friday=venerdì santo;palm_sunday=domenica delle palme;"
    "epiphany=epifania;"
    "assumption=ferragosto;all_saints=ognissanti;valentine=san valentino;labour_day=festa dei lavoratori;labour_day=festa del lavoro",
    "de": "christmas=weihnachten;christmas=weihnachtstag;christmas_eve=heiligabend;christmas_eve=heiliger abend;new_year=neujahr;"
        "new_year_eve=silvester;"
    "epiphany=heilige drei könige;epiphany=dreikönigstag;easter=ostern;easter=ostersonntag;easter_monday=ostermontag;"
    "good_friday=karfreitag;"
    "maundy_thursday=gründonnerstag;palm_sunday=palmsonntag;ascension=christi himmelfahrt;pentecost=pfingsten;pentecost=pfingstsonntag;"
    "whit_monday=pfingstmontag;corpus_christi=fronleichnam;all_saints=allerheiligen;assumption=mariä himmelfahrt;st_john=johannistag;"
    "ash_wednesday=aschermittwoch;rose_monday=rosenmontag;shrove_saturday=fastnachtssamstag;valentine=valentinstag;"
    "labour_day=tag der arbeit",
    "nl": "christmas=kerst;christmas=kerstmis;christmas=eerste kerstdag;boxing_day=tweede kerstdag;christmas_eve=kerstavond;"
        "new_year=nieuwjaar;"
    "new_year=nieuwjaarsdag;new_year_eve=oudejaarsdag;new_year_eve=oudejaarsavond;easter=pasen;easter=eerste paasdag;"
    "easter_monday=tweede paasdag;"
    "easter_monday=paasmaandag;good_friday=goede vrijdag;ascension=hemelvaartsdag;ascension=hemelvaart;pentecost=pinksteren;"
    "whit_monday=pinkstermaandag;"
    "kings_day_nl=koningsdag;all_saints=allerheiligen;valentine=valentijnsdag;earth_day=dag van de aarde;patrick=st. patrick's day;"
    "labour_day=dag van de arbeid;palm_sunday=palmzondag",
}  # fmt: skip
HOLIDAYS: dict[str, dict[str, str]] = {
    language: {phrase: name for name, _, phrase in (entry.partition("=") for entry in names.split(";"))}
    for language, names in _NAMES.items()
}


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gauss's rule as given by Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    offset = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * offset) // 451
    month, day = divmod(h + offset - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday(name: str, year: int) -> date | None:
    """The day of a feast in a year; None outside the calendar."""
    if not 1583 <= year <= 9998:  # the Gregorian rule does not hold before
        return None
    if name in FIXED:
        return valid_date(year, *FIXED[name])
    return easter(year) + timedelta(days=MOVABLE[name])
