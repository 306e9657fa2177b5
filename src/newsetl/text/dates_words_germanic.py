"""Words of calendar expressions in English, German and Dutch; the keys are told in ``dates_words``."""

from __future__ import annotations

Words = dict[str, str]

EN: Words = {
    "day": "day;days",
    "week": "week;weeks",
    "month_unit": "month;months",
    "year": "year;years",
    "weekend": "weekend;weekends;week-end",
    "quarter": "quarter;quarters",
    "decade": "decade;decades",
    "century": "century;centuries",
    "relative": (
        "-2=day before yesterday;-1=yesterday;0=today;0=tonight;1=tomorrow;1=tmrw;2=day after tomorrow;2=day after tmrw"
    ),
    "narrative": "1=next day;1=following day;-1=previous day;-1=last day;-1=past day;-1=day before;1=day after",
    "last": "last;past",
    "next": "next;coming;upcoming",
    "following": "following",
    "preceding": "preceding;previous",
    "this": "this;current",
    "same": "same",
    "ago_before": "",
    "ago_after": "ago",
    "in_before": "in;within",
    "later_after": "later;from now;hence",
    "earlier_after": "earlier",
    "of": "of;'s",
    "article": "the;on",
    "in": "in;during;at;by;since;until;till;from;for;between;early;late;mid",
    "to": "to;until;till;through",
    "and": "and;or",
    "between": "between;from",
    "one": "a;an;one",
    "part": "morning;afternoon;evening;night;noon;midnight",
    "phase": "early;late;mid;mid-;beginning of;the beginning of;end of;the end of;start of;the start of;middle of",
    "spring": "spring",
    "summer": "summer",
    "autumn": "autumn;fall",
    "winter": "winter",
    "month": "9=sept",
    "weekday": "1=tues;3=thur;3=thurs",
    "needs_day": "may;march;jan;feb;mar;apr;jun;jul;aug;sep;sept;oct;nov;dec",
    "needs_date": "mon;tue;tues;wed;thu;thur;thurs;fri;sat;sun",
    "capital": "may;march;mar;jan;sat;sun;mon;wed;dec;august",
    "year_before": "in;since;by;until;till;from;before;after;during;year;of;for;early;late;mid;around;circa;to;and;between",
    "bc": "bc;bce",
    "decades": "",
    "after": "after;from;since",
    "before": "before",
    "business": "business;working",
    "fortnight": "fortnight",
    "now": "now",
}

DE: Words = {
    "day": "tag;tage;tagen;tages;tg",
    "week": "woche;wochen",
    "month_unit": "monat;monate;monaten;monats",
    "year": "jahr;jahre;jahren;jahres",
    "weekend": "wochenende;wochenenden;wochenendes",
    "quarter": "quartal;quartals",
    "decade": "jahrzehnt;jahrzehnte;jahrzehnten",
    "century": "jahrhundert;jahrhunderts;jahrhunderten",
    "relative": "-2=vorgestern;-1=gestern;0=heute;1=morgen;2=übermorgen",
    "narrative": "1=tag darauf;1=nächsten tag;1=folgetag;-1=vortag;1=tags darauf;-1=tag zuvor",
    "last": (
        "letzten;letzter;letzte;letztes;letztem;vergangenen;vergangene;vergangener;vergangenes;vorigen;vorige;voriges;"
        "voriger"
    ),
    "next": "nächsten;nächste;nächster;nächstes;nächstem;kommenden;kommende;kommender;kommendes",
    "following": "darauffolgenden;folgenden;folgende",
    "preceding": "vorangegangenen;vorherigen",
    "this": "diesen;dieser;dieses;diesem;diese;laufenden",
    "same": "selben;gleichen",
    "ago_before": "vor",
    "ago_after": "zuvor",
    "in_before": "in;binnen",
    "later_after": "später;danach",
    "earlier_after": "früher;vorher",
    "of": "des;von;vom;der",
    "article": "der;dem;den;am;das;die;zum",
    "in": "im;in;seit;ab;bis;um;für;vom",
    "to": "bis;bis zum;zum",
    "and": "und;oder",
    "between": "zwischen;von;vom",
    "one": "ein;eine;einem;einer;einen",
    "part": "morgen;abend;nacht;mittag;nachmittag;vormittag;früh;morgens;abends;nachts",
    "phase": "anfang;ende;mitte",
    "spring": "frühling;frühjahr",
    "summer": "sommer",
    "autumn": "herbst",
    "winter": "winter",
    "month": "3=maerz;1=feber",
    "weekday": (
        "5=sonnabend;0=montags;1=dienstags;2=mittwochs;3=donnerstags;4=freitags;5=samstags;6=sonntags;0=montagabend;"
        "1=dienstagabend;2=mittwochabend;3=donnerstagabend;4=freitagabend;5=samstagabend;6=sonntagabend;0=montagmorgen;"
        "1=dienstagmorgen;2=mittwochmorgen;3=donnerstagmorgen;4=freitagmorgen;5=samstagmorgen;6=sonntagmorgen;"
        "0=montagnachmittag;1=dienstagnachmittag;2=mittwochnachmittag;3=donnerstagnachmittag;4=freitagnachmittag;"
        "5=samstagnachmittag;6=sonntagnachmittag;0=montagnacht;1=dienstagnacht;2=mittwochnacht;3=donnerstagnacht;"
        "4=freitagnacht;5=samstagnacht;6=sonntagnacht"
    ),
    "needs_day": "jan;jän;feb;apr;aug;sep;sept;okt;nov;dez",
    "needs_date": "mo;di;mi;do;fr;sa;so",
    "year_before": "jahr;jahre;jahres;im jahr;seit;anfang;ende;mitte;bis;ab;von;vor;nach;um;und;zwischen;saison",
    "bc": "v",
    "decades": "",
    "after": "nach;ab",
    "before": "vor",
    "shifted_year": "-1=vorjahr;-1=vorjahres;-1=vorjahren",
    "shifted_week": "-1=vorwoche",
    "shifted_month": "-1=vormonat;-1=vormonats",
}

NL: Words = {
    "day": "dag;dagen",
    "week": "week;weken",
    "month_unit": "maand;maanden",
    "year": "jaar;jaren",
    "weekend": "weekend;weekeinde;weekends",
    "quarter": "kwartaal",
    "decade": "decennium;decennia",
    "century": "eeuw;eeuwen",
    "relative": (
        "-2=eergisteren;-1=gisteren;0=vandaag;1=morgen;2=overmorgen;0=vanavond;0=vanmorgen;0=vanmiddag;0=vannacht;"
        "0=vanochtend;-1=gisteravond;1=morgenavond"
    ),
    "narrative": "1=volgende dag;1=dag erna;1=dag daarop;-1=dag ervoor;-1=laatste dag;-1=vorige dag;0=deze dag",
    "last": "vorige;vorig;afgelopen;verleden;laatste;voorgaande;jongstleden;jl",
    "next": "volgende;volgend;komende;komend;aanstaande",
    "following": "daaropvolgende;eropvolgende",
    "preceding": "voorafgaande",
    "this": "deze;dit;huidige",
    "same": "dezelfde;hetzelfde",
    "ago_before": "",
    "ago_after": "geleden",
    "in_before": "over;binnen",
    "later_after": "later;nadien;vanaf nu",
    "earlier_after": "eerder;tevoren",
    "of": "van;in;'s",
    "article": "de;het;op;den;per",
    "in": "in;sinds;tot;vanaf;rond;tijdens;voor;uit;om",
    "to": "tot;tot en met;t/m",
    "and": "en;of",
    "between": "tussen;van;vanaf",
    "one": "een;één",
    "part": "ochtend;avond;nacht;middag;namiddag;ochtends;avonds",
    "phase": "begin;eind;half;medio;einde",
    "spring": "lente;voorjaar",
    "summer": "zomer",
    "autumn": "herfst;najaar",
    "winter": "winter",
    "month": "2=febr;3=mrt;9=sept",
    "weekday": (
        "2=woens;5=zat;6=zon;0=maan;1=dins;3=don;4=vrij;0=maandagavond;1=dinsdagavond;2=woensdagavond;3=donderdagavond;"
        "4=vrijdagavond;5=zaterdagavond;6=zondagavond;0=maandagochtend;1=dinsdagochtend;2=woensdagochtend;"
        "3=donderdagochtend;4=vrijdagochtend;5=zaterdagochtend;6=zondagochtend;0=maandagmiddag;1=dinsdagmiddag;"
        "2=woensdagmiddag;3=donderdagmiddag;4=vrijdagmiddag;5=zaterdagmiddag;6=zondagmiddag;0=maandagnacht;"
        "5=zaterdagnacht;6=zondagnacht"
    ),
    "needs_day": "jan;feb;febr;mrt;apr;jun;jul;aug;sep;sept;okt;nov;dec",
    "needs_date": "ma;di;wo;do;vr;za;zo;woens;zat;zon;maan;dins;don;vrij",
    "year_before": "in;sinds;tot;vanaf;voor;na;rond;eind;begin;jaar;van;tussen;en;uit;seizoen",
    "bc": "v",
    "decades": "jaren",
    "after": "na;vanaf;gerekend vanaf",
    "before": "voor",
}
