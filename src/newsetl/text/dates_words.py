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

Words = dict[str, str]

FR: Words = {
    "day": "jour;jours;journée;journees", "week": "semaine;semaines", "month_unit": "mois", "year": "an;ans;année;années;annee;annees",
    "weekend": "week-end;week-ends;weekend;weekends", "quarter": "trimestre", "decade": "décennie;décennies", "century": "siècle;siècles",
    "relative": "-2=avant-hier;-2=avant hier;-1=hier;0=aujourd'hui;1=demain;2=après-demain;2=après demain;2=apres-demain",
    "narrative": "1=lendemain;-1=veille;2=surlendemain;-2=avant-veille",
    "last": "dernier;dernière;derniere;derniers;dernières;passé;passée", "next": "prochain;prochaine;prochains;prochaines",
    "following": "suivant;suivante;d'après", "preceding": "précédent;précédente;d'avant", "this": "ce;cet;cette", "same": "même",
    "ago_before": "il y a;il ya;y a;voici;voilà;cela fait", "in_before": "dans;d'ici", "later_after": "plus tard;après",
    "earlier_after": "plus tôt;auparavant",
    "of": "de;d';du;des", "article": "le;la;l';les;au;aux;à", "in": "en;dans;courant", "to": "au;à;jusqu'à;jusqu'au;jusqu'en;a", "and": "et;ou",
    "between": "entre;depuis", "one": "un;une",
    "part": "matin;soir;après-midi;nuit;midi;soirée;matinée", "phase": "début;fin;mi;mi-;courant",
    "spring": "printemps", "summer": "été", "autumn": "automne", "winter": "hiver",
    "month": "2=fev;8=aout", "weekday": "", "needs_day": "mars;janv;févr;fev;avr;juil;juill;sept;oct;nov;déc;dec;sep",
    "needs_date": "lun;mar;mer;jeu;ven;sam;dim",
    "year_before": "en;depuis;dès;avant;après;d'ici;fin;début;jusqu'en;vers;an;année;l'an;l'année;de;à partir de;exercice;saison;édition",
    "bc": "av;avant j", "decades": "années;annees", "business": "ouvrables;ouvrés",
}  # fmt: skip

EN: Words = {
    "day": "day;days", "week": "week;weeks", "month_unit": "month;months", "year": "year;years", "weekend": "weekend;weekends;week-end",
    "quarter": "quarter;quarters", "decade": "decade;decades", "century": "century;centuries",
    "relative": "-2=day before yesterday;-1=yesterday;0=today;0=tonight;1=tomorrow;1=tmrw;2=day after tomorrow;2=day after tmrw",
    "narrative": "1=next day;1=following day;-1=previous day;-1=last day;-1=past day;-1=day before;1=day after",
    "last": "last;past", "next": "next;coming;upcoming", "following": "following", "preceding": "preceding;previous", "this": "this;current",
    "same": "same", "ago_before": "", "ago_after": "ago", "in_before": "in;within", "later_after": "later;from now;hence", "earlier_after": "earlier",
    "of": "of;'s", "article": "the;on", "in": "in;during;at;by;since;until;till;from;for;between;early;late;mid", "to": "to;until;till;through",
    "and": "and;or", "between": "between;from", "one": "a;an;one",
    "part": "morning;afternoon;evening;night;noon;midnight", "phase": "early;late;mid;mid-;beginning of;the beginning of;end of;the end of;start of;the start of;middle of",
    "spring": "spring", "summer": "summer", "autumn": "autumn;fall", "winter": "winter",
    "month": "9=sept", "weekday": "1=tues;3=thur;3=thurs", "needs_day": "may;march;jan;feb;mar;apr;jun;jul;aug;sep;sept;oct;nov;dec",
    "needs_date": "mon;tue;tues;wed;thu;thur;thurs;fri;sat;sun", "capital": "may;march;mar;jan;sat;sun;mon;wed;dec;august",
    "year_before": "in;since;by;until;till;from;before;after;during;year;of;for;early;late;mid;around;circa;to;and;between",
    "bc": "bc;bce", "decades": "", "after": "after;from;since", "before": "before", "business": "business;working",
    "fortnight": "fortnight", "now": "now",
}  # fmt: skip

ES: Words = {
    "day": "día;dia;días;dias", "week": "semana;semanas", "month_unit": "mes;meses", "year": "año;años", "weekend": "fin de semana",
    "quarter": "trimestre", "decade": "década;decada;décadas", "century": "siglo;siglos",
    "relative": "-2=anteayer;-2=antes de ayer;-1=ayer;0=hoy;1=mañana;2=pasado mañana;-1=anoche",
    "narrative": "1=día siguiente;1=dia siguiente;1=próximo día;1=próximo dia;1=proximo día;1=proximo dia;-1=día anterior;-1=último día;"
    "-1=último dia;-1=víspera",
    "last": "pasado;pasada;pasados;último;ultimo;última;ultima;últimos", "next": "próximo;proximo;próxima;proxima;próximos;que viene;entrante",
    "following": "siguiente", "preceding": "anterior;previo", "this": "este;esta;presente;actual", "same": "mismo;misma",
    "ago_before": "hace;desde hace", "ago_after": "atrás", "in_before": "dentro de;en", "later_after": "después;más tarde;despues", "earlier_after": "antes",
    "of": "de;del", "article": "el;la;los;las;para;al", "in": "en;durante;desde;hasta", "to": "al;a;hasta", "and": "y;e;o", "between": "entre;desde", "one": "un;una",
    "part": "noche;tarde;madrugada;por la mañana;por la noche;por la tarde", "phase": "principios de;finales de;mediados de;inicios de;comienzos de;fines de",
    "spring": "primavera", "summer": "verano", "autumn": "otoño", "winter": "invierno",
    "month": "", "weekday": "2=mi;2=mie;5=sab;2=miercoles;5=sabado", "needs_day": "ene;feb;mar;abr;may;jun;jul;ago;sep;sept;set;oct;nov;dic",
    "needs_date": "lun;mar;mi;mié;mie;jue;vie;sáb;sab;dom",
    "year_before": "en;desde;hasta;de;año;del;antes de;entre;y;para;durante;finales de;temporada",
    "bc": "a;antes de cristo", "decades": "años", "after": "a partir de;desde;después de", "before": "antes de", "business": "hábiles;laborables",
}  # fmt: skip

PT: Words = {
    "day": "dia;dias", "week": "semana;semanas", "month_unit": "mês;meses;mes", "year": "ano;anos", "weekend": "fim de semana;fim-de-semana;final de semana",
    "quarter": "trimestre", "decade": "década;décadas", "century": "século;séculos",
    "relative": "-2=anteontem;-1=ontem;0=hoje;1=amanhã;1=amanha;2=depois de amanhã;2=depois de amanha",
    "narrative": "1=dia seguinte;1=próximo dia;1=proximo dia;-1=dia anterior;-1=último dia;-1=ultimo dia;-1=véspera",
    "last": "passado;passada;passados;último;ultimo;última;ultima", "next": "próximo;proximo;próxima;proxima;que vem;próximos",
    "following": "seguinte", "preceding": "anterior", "this": "este;esta;neste;nesta;deste;desta;corrente;atual", "same": "mesmo;mesma",
    "ago_before": "há;faz", "ago_after": "atrás", "in_before": "daqui a;dentro de;em", "later_after": "depois;mais tarde", "earlier_after": "antes",
    "of": "de;do;da;dos", "article": "o;a;os;as;ao;à", "in": "em;no;na;nos;nas;durante;desde;até", "to": "a;até;ao", "and": "e;ou", "between": "entre;desde",
    "one": "um;uma",
    "part": "manhã;tarde;noite;madrugada;à noite;à tarde;de manhã;pela manhã;à noite", "phase": "início de;fim de;final de;meados de;começo de;inícios de;finais de",
    "spring": "primavera", "summer": "verão", "autumn": "outono", "winter": "inverno",
    "month": "", "weekday": "1=terca;5=sabado;0=2ª;1=3ª;2=4ª;3=5ª;4=6ª;0=2ª-feira;1=3ª-feira;2=4ª-feira;3=5ª-feira;4=6ª-feira;0=segunda feira;1=terça feira;"
    "2=quarta feira;3=quinta feira;4=sexta feira;1=terca-feira",
    "needs_day": "jan;fev;mar;abr;mai;jun;jul;ago;set;out;nov;dez", "needs_date": "seg;ter;qua;qui;sex;sáb;dom", "ordinal_weekday": "segunda;terça;quarta;quinta;sexta",
    "year_before": "em;desde;até;de;ano;do;entre;e;para;durante;temporada", "bc": "a;antes de cristo", "decades": "anos",
    "after": "depois de;a partir de", "before": "antes de", "business": "úteis",
}  # fmt: skip

IT: Words = {
    "day": "giorno;giorni;giornata", "week": "settimana;settimane", "month_unit": "mese;mesi", "year": "anno;anni",
    "weekend": "weekend;week-end;fine settimana", "quarter": "trimestre", "decade": "decennio;decenni", "century": "secolo;secoli",
    "relative": "-2=l'altroieri;-2=altroieri;-2=altro ieri;-2=l'altro ieri;-2=avantieri;-1=ieri;0=oggi;1=domani;2=dopodomani;0=stasera;0=stamattina;0=stanotte",
    "narrative": "1=giorno dopo;1=giorno seguente;1=indomani;-1=giorno prima;-1=ultimo giorno;-1=giorno passato;-1=vigilia",
    "last": "scorso;scorsa;scorsi;ultimo;ultima;passato;passata", "next": "prossimo;prossima;prossimi;venturo",
    "following": "seguente;successivo;successiva;dopo", "preceding": "precedente;prima", "this": "questo;questa;quest';corrente", "same": "stesso;stessa",
    "ago_before": "", "ago_after": "fa;or sono", "in_before": "fra;tra;in;entro", "later_after": "dopo;più tardi", "earlier_after": "prima",
    "of": "di;del;dello;della;dell';d'", "article": "il;lo;la;l';i;le;al;nella;per", "in": "nel;nell';in;dal;durante;entro;da", "to": "al;a;fino al;all'", "and": "e;ed;o",
    "between": "tra;fra;dal;da", "one": "un;una;un'",
    "part": "mattina;sera;pomeriggio;notte;mattino;mattinata;serata", "phase": "inizio;fine;metà;inizi di;fine di;metà di",
    "spring": "primavera", "summer": "estate", "autumn": "autunno", "winter": "inverno",
    "month": "", "weekday": "0=lunedi;1=martedi;2=mercoledi;3=giovedi;4=venerdi", "needs_day": "gen;feb;mar;apr;mag;giu;lug;ago;set;ott;nov;dic",
    "needs_date": "lun;mar;mer;gio;ven;sab;dom",
    "year_before": "nel;dal;del;al;entro il;anno;fino al;il;e;stagione;dell'anno", "bc": "a", "decades": "anni",
    "after": "dopo;da", "before": "prima di;prima del", "business": "lavorativi",
}  # fmt: skip

DE: Words = {
    "day": "tag;tage;tagen;tages;tg", "week": "woche;wochen", "month_unit": "monat;monate;monaten;monats", "year": "jahr;jahre;jahren;jahres",
    "weekend": "wochenende;wochenenden;wochenendes", "quarter": "quartal;quartals", "decade": "jahrzehnt;jahrzehnte;jahrzehnten",
    "century": "jahrhundert;jahrhunderts;jahrhunderten",
    "relative": "-2=vorgestern;-1=gestern;0=heute;1=morgen;2=übermorgen", "narrative": "1=tag darauf;1=nächsten tag;1=folgetag;-1=vortag;1=tags darauf;-1=tag zuvor",
    "last": "letzten;letzter;letzte;letztes;letztem;vergangenen;vergangene;vergangener;vergangenes;vorigen;vorige;voriges;voriger",
    "next": "nächsten;nächste;nächster;nächstes;nächstem;kommenden;kommende;kommender;kommendes", "following": "darauffolgenden;folgenden;folgende",
    "preceding": "vorangegangenen;vorherigen", "this": "diesen;dieser;dieses;diesem;diese;laufenden", "same": "selben;gleichen",
    "ago_before": "vor", "ago_after": "zuvor", "in_before": "in;binnen", "later_after": "später;danach", "earlier_after": "früher;vorher",
    "of": "des;von;vom;der", "article": "der;dem;den;am;das;die;zum", "in": "im;in;seit;ab;bis;um;für;vom", "to": "bis;bis zum;zum", "and": "und;oder", "between": "zwischen;von;vom",
    "one": "ein;eine;einem;einer;einen",
    "part": "morgen;abend;nacht;mittag;nachmittag;vormittag;früh;morgens;abends;nachts", "phase": "anfang;ende;mitte",
    "spring": "frühling;frühjahr", "summer": "sommer", "autumn": "herbst", "winter": "winter",
    "month": "3=maerz;1=feber", "weekday": "5=sonnabend;0=montags;1=dienstags;2=mittwochs;3=donnerstags;4=freitags;5=samstags;6=sonntags;"
    "0=montagabend;1=dienstagabend;2=mittwochabend;3=donnerstagabend;4=freitagabend;5=samstagabend;6=sonntagabend;"
    "0=montagmorgen;1=dienstagmorgen;2=mittwochmorgen;3=donnerstagmorgen;4=freitagmorgen;5=samstagmorgen;6=sonntagmorgen;"
    "0=montagnachmittag;1=dienstagnachmittag;2=mittwochnachmittag;3=donnerstagnachmittag;4=freitagnachmittag;5=samstagnachmittag;6=sonntagnachmittag;"
    "0=montagnacht;1=dienstagnacht;2=mittwochnacht;3=donnerstagnacht;4=freitagnacht;5=samstagnacht;6=sonntagnacht",
    "needs_day": "jan;jän;feb;apr;aug;sep;sept;okt;nov;dez", "needs_date": "mo;di;mi;do;fr;sa;so",
    "year_before": "jahr;jahre;jahres;im jahr;seit;anfang;ende;mitte;bis;ab;von;vor;nach;um;und;zwischen;saison", "bc": "v", "decades": "",
    "after": "nach;ab", "before": "vor",
    "shifted_year": "-1=vorjahr;-1=vorjahres;-1=vorjahren", "shifted_week": "-1=vorwoche", "shifted_month": "-1=vormonat;-1=vormonats",
}  # fmt: skip

NL: Words = {
    "day": "dag;dagen", "week": "week;weken", "month_unit": "maand;maanden", "year": "jaar;jaren", "weekend": "weekend;weekeinde;weekends",
    "quarter": "kwartaal", "decade": "decennium;decennia", "century": "eeuw;eeuwen",
    "relative": "-2=eergisteren;-1=gisteren;0=vandaag;1=morgen;2=overmorgen;0=vanavond;0=vanmorgen;0=vanmiddag;0=vannacht;0=vanochtend;-1=gisteravond;1=morgenavond",
    "narrative": "1=volgende dag;1=dag erna;1=dag daarop;-1=dag ervoor;-1=laatste dag;-1=vorige dag;0=deze dag",
    "last": "vorige;vorig;afgelopen;verleden;laatste;voorgaande;jongstleden;jl", "next": "volgende;volgend;komende;komend;aanstaande",
    "following": "daaropvolgende;eropvolgende", "preceding": "voorafgaande", "this": "deze;dit;huidige", "same": "dezelfde;hetzelfde",
    "ago_before": "", "ago_after": "geleden", "in_before": "over;binnen", "later_after": "later;nadien;vanaf nu", "earlier_after": "eerder;tevoren",
    "of": "van;in;'s", "article": "de;het;op;den;per", "in": "in;sinds;tot;vanaf;rond;tijdens;voor;uit;om", "to": "tot;tot en met;t/m", "and": "en;of", "between": "tussen;van;vanaf",
    "one": "een;één",
    "part": "ochtend;avond;nacht;middag;namiddag;ochtends;avonds", "phase": "begin;eind;half;medio;einde",
    "spring": "lente;voorjaar", "summer": "zomer", "autumn": "herfst;najaar", "winter": "winter",
    "month": "2=febr;3=mrt;9=sept", "weekday": "2=woens;5=zat;6=zon;0=maan;1=dins;3=don;4=vrij;0=maandagavond;1=dinsdagavond;2=woensdagavond;3=donderdagavond;4=vrijdagavond;"
    "5=zaterdagavond;6=zondagavond;0=maandagochtend;1=dinsdagochtend;2=woensdagochtend;3=donderdagochtend;4=vrijdagochtend;5=zaterdagochtend;6=zondagochtend;"
    "0=maandagmiddag;1=dinsdagmiddag;2=woensdagmiddag;3=donderdagmiddag;4=vrijdagmiddag;5=zaterdagmiddag;6=zondagmiddag;0=maandagnacht;5=zaterdagnacht;6=zondagnacht",
    "needs_day": "jan;feb;febr;mrt;apr;jun;jul;aug;sep;sept;okt;nov;dec", "needs_date": "ma;di;wo;do;vr;za;zo;woens;zat;zon;maan;dins;don;vrij",
    "year_before": "in;sinds;tot;vanaf;voor;na;rond;eind;begin;jaar;van;tussen;en;uit;seizoen", "bc": "v", "decades": "jaren",
    "after": "na;vanaf;gerekend vanaf", "before": "voor",
}  # fmt: skip

AR: Words = {
    "day": "يوم;أيام;يوما;اليوم;يومين;يومي", "week": "أسبوع;أسابيع;الأسبوع;أسبوعا;أسبوعين", "month_unit": "شهر;أشهر;شهور;الشهر;شهرا;شهرين",
    "year": "سنة;سنوات;عام;أعوام;العام;السنة;عاما;عامين;سنتين", "weekend": "عطلة نهاية الأسبوع;نهاية الأسبوع", "quarter": "الربع", "decade": "عقد;العقد;عقود", "century": "قرن;القرن",
    "relative": "-2=أول أمس;-2=أمس الأول;-1=أمس;-1=الأمس;-1=البارحة;1=غدا;1=غداً;1=الغد;2=بعد غد;0=اليوم",
    "narrative": "1=اليوم التالي;-1=اليوم السابق;-1=آخر يوم;-1=اليوم الماضي",
    "last": "الماضي;الماضية;المنصرم;الفائت;الأخير;الماضيين", "next": "القادم;القادمة;المقبل;المقبلة", "following": "التالي;التالية", "preceding": "السابق;السابقة",
    "this": "هذا;هذه;الجاري;الحالي;الحالية;الجارية", "same": "نفس;نفسه;ذاته", "ago_before": "قبل;منذ", "ago_after": "مضت;خلت", "in_before": "بعد;خلال;في غضون", "later_after": "لاحقا",
    "of": "من;عام;سنة;لعام;شهر;لسنة", "article": "يوم;إلى;في;الموافق", "in": "في;منذ;عام;سنة;حتى;خلال;مطلع;أواخر", "to": "إلى;حتى;الى", "and": "و;أو", "between": "بين;من",
    "one": "واحد;واحدة", "part": "صباح;مساء;ليل;ليلة;صباحا;مساء;ظهر", "phase": "مطلع;أواخر;أوائل;نهاية;بداية;منتصف",
    "spring": "ربيع;الربيع", "summer": "صيف;الصيف", "autumn": "خريف;الخريف", "winter": "شتاء;الشتاء",
    "month": "4=ابريل;10=اكتوبر;8=اغسطس;6=جوان;4=نيسان;4=إبريل;11=تشرين ثاني;10=تشرين أول;12=كانون أول;1=كانون ثاني;7=يوليه;6=يونيه",
    "weekday": "0=الإثنين;2=الاربعاء;6=الاحد;0=اثنين;0=الأثنين;1=ثلاثاء;2=أربعاء;3=خميس;4=جمعة;5=سبت;6=أحد;1=الثلاثا",
    "needs_day": "ماي;آب;أوت;جوان", "needs_date": "أحد;سبت;جمعة;خميس", "year_before": "عام;سنة;العام;لعام;في;منذ;بعام;وعام;حتى", "bc": "ق", "decades": "",
    "after": "بعد", "before": "قبل",
}  # fmt: skip

RU: Words = {
    "day": "день;дня;дней", "week": "неделя;неделю;недели;недель;неделе", "month_unit": "месяц;месяца;месяцев;месяце",
    "year": "год;года;году;лет;годом;годы", "weekend": "выходные", "quarter": "квартал;квартале", "century": "век;веке;века",
    "relative": "-2=позавчера;-1=вчера;0=сегодня;1=завтра;2=послезавтра", "narrative": "1=на следующий день;-1=накануне",
    "last": "прошлый;прошлую;прошлой;прошлом;прошлого;прошедший;минувший;минувшую", "next": "следующий;следующую;следующем;будущем;следующей;ближайший",
    "this": "этот;эту;этом;этого;нынешнем;этой", "same": "того же", "ago_after": "назад", "in_before": "через", "later_after": "спустя",
    "of": "г", "article": "во", "in": "в;с;до;к;на", "to": "по;до", "and": "и", "between": "между;с", "one": "один",
    "part": "утром;вечером;ночью;днём;днем;вечера;утра", "phase": "начале;конце;середине",
    "month": "1=январь;2=февраль;3=март;4=апрель;5=май;6=июнь;7=июль;8=август;9=сентябрь;10=октябрь;11=ноябрь;12=декабрь;1=январе;2=феврале;3=марте;4=апреле;5=мае;"
    "6=июне;7=июле;8=августе;9=сентябре;10=октябре;11=ноябре;12=декабре",
    "weekday": "2=среду;4=пятницу;5=субботу;0=понедельника;1=вторника;2=среды;3=четверга;4=пятницы;5=субботы;6=воскресенья",
    "spring": "весной;весна;весны", "summer": "летом;лето", "autumn": "осенью;осень", "winter": "зимой;зима",
    "needs_day": "янв;февр;мар;апр;июн;июл;авг;сент;окт;нояб;дек", "needs_date": "пн;вт;ср;чт;пт;сб;вс", "year_before": "в;с;до;к;на;по;и", "bc": "до", "decades": "",
}  # fmt: skip

PL: Words = {
    "day": "dzień;dni;dnia", "week": "tydzień;tygodni;tygodnie;tygodniu;tygodnia", "month_unit": "miesiąc;miesięcy;miesiące;miesiącu;miesiąca",
    "year": "rok;roku;lat;lata;rokiem", "weekend": "weekend;weekendu",
    "relative": "-2=przedwczoraj;-1=wczoraj;0=dziś;0=dzisiaj;1=jutro;2=pojutrze", "last": "ubiegły;ubiegłym;ubiegłego;zeszły;zeszłym;zeszłego;minionym;ostatni",
    "next": "przyszły;przyszłym;przyszłego;następny;najbliższy", "this": "tym;ten;tego;bieżącym", "ago_after": "temu", "in_before": "za", "later_after": "później",
    "of": "r", "article": "dnia", "in": "w;we;od;do;na;po", "to": "do", "and": "i", "between": "między;od", "one": "jeden",
    "month": "1=styczeń;2=luty;3=marzec;4=kwiecień;5=maj;6=czerwiec;7=lipiec;8=sierpień;9=wrzesień;10=październik;11=listopad;12=grudzień;1=styczniu;2=lutym;3=marcu;"
    "4=kwietniu;5=maju;6=czerwcu;7=lipcu;8=sierpniu;9=wrześniu;10=październiku;11=listopadzie;12=grudniu",
    "weekday": "2=środę;5=sobotę;6=niedzielę;0=poniedziałku;1=wtorku;2=środy;3=czwartku;4=piątku;5=soboty;6=niedzieli",
    "needs_day": "sty;lut;mar;kwi;cze;lip;sie;wrz;paź;lis;gru;maj;maja", "needs_date": "pon;wt;śr;czw;pt;sob;niedz", "year_before": "w;od;do;rok;roku;z;i", "bc": "p", "decades": "",
    "part": "rano;wieczorem;wieczór;nocy", "phase": "początku;końcu;połowie", "spring": "wiosną;wiosna", "summer": "latem;lato", "autumn": "jesienią;jesień", "winter": "zimą;zima",
}  # fmt: skip

TR: Words = {
    "day": "gün;günü;günün", "week": "hafta;haftanın", "month_unit": "ay;ayın;ayı", "year": "yıl;yılı;yılın;sene;yılında", "weekend": "hafta sonu",
    "relative": "-1=dün;-1=dünkü;0=bugün;1=yarın", "narrative": "1=ertesi gün;-1=önceki gün",
    "last": "geçen;önceki;son;geçtiğimiz", "next": "gelecek;önümüzdeki;sonraki", "this": "bu", "ago_after": "önce", "later_after": "sonra;içinde", "of": "", "article": "",
    "in": "", "to": "", "and": "ve", "between": "", "one": "bir", "month": "", "weekday": "4=cuması;2=çarşambası",
    "needs_day": "oca;şub;mar;may;nis;haz;tem;ağu;eyl;eki;kas;ara;ocak;ekim", "needs_date": "pzt;sal;çar;per;cum;cmt;paz;pazar", "year_before": "", "bc": "", "decades": "",
    "part": "sabah;akşam;gece", "phase": "", "spring": "ilkbahar", "summer": "yaz", "autumn": "sonbahar", "winter": "kış",
}  # fmt: skip

WORDS: dict[str, Words] = {"fr": FR, "en": EN, "es": ES, "pt": PT, "it": IT, "de": DE, "nl": NL, "ar": AR, "ru": RU, "pl": PL, "tr": TR}
