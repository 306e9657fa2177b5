"""Words that a full stop belongs to, and words that begin sentences, by language.

Compiled by us from general knowledge of the languages' spelling and style guides; no list of another project is copied.
Three classes, because they fail differently:

- ``TITLES`` stand before a name: a full stop after the usual ones (``ALWAYS_TITLES``, and those of one or two letters) never
  ends a sentence (``M. Gantz``, ``Prof. Weber``), after a rare one only before a word that begins sentences;
- ``NUMBERED`` stand before a number: no end before a digit or a Roman numeral, else an ordinary word (``art. 5``);
- ``OPEN`` may stand anywhere: an end only where the next word is one that begins sentences (``U.S. The``, ``Inc. The``).

What may follow with a capital but mostly ends the sentence (``etc.``, ``a.m.``) is in no class. Entries are in lower case
(a capital in an entry asks for one in the text: ``Ill.``, not ``ill.``)
without the last full stop. ``STARTERS`` are function words that with a capital say "a sentence begins here".
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple


class Words(NamedTuple):
    """The lists of one language, lower case."""

    titles: frozenset[str]
    numbered: frozenset[str]
    open: frozenset[str]
    starters: frozenset[str]
    stopped: frozenset[str]  # the first three and all that may stand before a full stop without ending a sentence


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Titles that are met in news of any language, because names travel with them.
ALWAYS_TITLES = _set("mr mrs ms dr prof mme mmes mlle st ste sra srta dott sig dhr mevr ws np tzw")
_MET_ANYWHERE = _set("mr mrs ms dr prof mme mlle st ste")
_OPEN_ALL = _set("co corp inc ltd vs jr bros")

TITLES: dict[str, str] = {
    "fr": """m mm mme mmes mlle mlles dr drs pr prof me mes mgr st ste sts stes gal gén col cdt cap capt lt adj sgt brig sr
          sœur fr ab abb min amb prés vve""",
    "en": """mr mrs ms mx messrs dr drs prof profs st rev revd fr sr br hon gen maj col lt cmdr capt cpl sgt pvt adm gov sen
          sens rep reps pres supt insp det cllr amb atty mt ft pte brig cdr rt supt""",
    "es": """sr sra sres sras srta srtas d dª dna dr dra dres dras prof profa lic ing arq gral cnel tte cap sto sta san excmo
          excma ilmo ilma mons pbro hno hna fr rvdo ud uds vd vds""",
    "de": """hr hrn fr frl dr dres prof med jur phil rer nat habil mag ing dipl st sr gen hptm obst lt frhr bgm geb hl stellv
          vors staatssekr""",
    "it": """sig sigg sigra sig.ra sig.na dott dr dott.ssa dottssa prof profssa prof.ssa avv ing arch geom rag on sen gen col
          cap ten magg mar mons don s ss card cav comm""",
    "pt": """sr sra srs sras srta dr dra drs dras prof profa profs eng arq d dom gen cel cap ten sgt maj alm brig dep sen gov
          pres min des pe pde fr exmo exma ilmo ilma mons sto sta s av pça pç r lgo""",
    "nl": """dhr mevr mw mej mgr dr drs mr ir ing prof ds st burg gen kol kap lt ltz maj sgt h.m z.k.h minister-pres""",
    "pl": """ws np tzw tzn m.in tj ang łac niem dr prof hab inż mgr ks bp abp kard o s św gen płk ppłk mjr kpt por ppor sierż
          mec red im ul al pl os p pp woj pow gm""",
    "ru": """г гр г-н г-жа ул пр просп пл пер наб им проф акад доц св тов т д стр кв ген полк""",
    "uk": """м вул пр просп пл проф акад доц св тов ім ген""",
    "tr": """dr prof doç yrd öğr av sn st mr mrs gn alb yzb mah cad sok bul apt hz""",
    "ca": """sr sra srs dr dra prof st sta mn""",
    "ro": """dl dna dr prof ing sf gen col str bd mr""",
    "sv": """dr prof st kapt""",
    "da": """dr prof hr fr frk st kapt""",
    "no": """dr prof hr fr st kapt""",
    "fi": """tri prof""",
    "cs": """p pí sl dr prof doc ing mgr mudr judr rndr phdr bc sv gen plk npor ul nám tř""",
    "sk": """p dr prof doc ing mgr mudr judr sv gen plk ul nám""",
    "hu": """dr prof ifj id özv szt gen u""",
    "el": """κ κκ κα δρ καθ αγ""",
    "ar": """د أ م""",
    "gl": """sr sra srs dr dra prof san sta""",
}

NUMBERED: dict[str, str] = {
    "fr": "art al p pp n no nos nº chap fig vol t tél ch ex env av ap réf alin par § cf v vers janv févr avr juil sept oct "
    "nov déc",
    "en": "no nos art p pp fig figs vol ch sec para op cf v vs ca approx est tel ext rm jan feb apr jun jul aug sept sep "
    "oct nov dec",
    "es": "art arts n no nº núm núms pág págs p pp cap vol fig t tel aprox av avda c ca ctra km a.c d.c s ene feb abr jun "
    "jul ago sept sep oct nov dic",
    "de": "nr nrn art abs s bd bde kap abb abt anm ziff tel ca bzw vgl rd jan jän feb mär apr jun jul aug sept okt nov dez",
    "it": "art artt n nn no pag pagg p pp cap vol fig tel v ca circa sec ecc feb apr giu lug sett ott nov dic",
    "pt": "art arts n no nº núm pág págs p pp cap vol fig t tel aprox av c km séc jan fev abr jun jul ago nov dez",
    "nl": "nr nrs art blz p pp hfst fig vol tel ca jl jan feb mrt apr jun jul aug sept okt nov dec",
    "pl": "nr art par ust pkt poz s str t tom rozdz rys tab tel ok r w",
    "ru": "ст п пп рис табл с стр т гл № янв февр апр авг сент окт нояб дек",
    "uk": "ст п пп рис табл с т гл",
    "tr": "no md s ss c sf bkz",
    "cs": "č čl odst str s tel obr",
    "sk": "č čl ods str s tel obr",
    "ro": "nr art alin pag p vol tel",
    "sv": "nr s sid kl ca tel kap",
    "da": "nr s kl ca tlf kap",
    "no": "nr s kl ca tlf kap",
    "ca": "núm art pàg p vol tel",
}

OPEN: dict[str, str] = {
    "fr": """bd boul av pl sq env hab dép éd coll trad ibid dir cie sté ets éts av apr c.-à-d p.-s inc ltd corp jr""",
    "en": """co corp inc ltd plc llc bros jr sr vs v e.g i.e eg ie al dept univ assn assoc ave blvd rd Mon Tue Tues Wed Thu
          Thur Thurs Fri Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mont Neb Nev
          Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo u.s u.k u.n d.c approx est incl esp""",
    "es": """EE UU EE.UU FF AA PP JJ CC dpto depto prov admón gob cía hnos izq dcha ej p.ej tfno s.a s.l""",
    "de": """bzw ca vgl usw evtl ggf inkl exkl zzgl sog z.b z b d.h d h u.a u a v.a v a o.ä i.d.r u.u a.d i.e gem lt str hrsg
          verf bspw bes insb allg ehem urspr engl franz dt ital span lat Mo Di Mi Do Fr Sa So mio mrd tsd max min mind
          einschl etw chr v.chr n.chr u.s phil z.t z.zt std gez ff u.ä m.e s.o s.u e.v i.r""",
    "it": """spa s.p.a srl s.r.l es p.es ad.es ecc c.so p.zza v.le via l.go tel fam min max prov""",
    "pt": """ltda cia s.a ex p.ex av sáb máx mín depto dpto ed eds obs gab apto conj nac trad org""",
    "nl": """o.a bijv bv b.v d.w.z dwz m.b.t i.v.m n.a.v e.d t.a.v o.l.v a.u.b m.n nl c.q mln mld max min incl excl evt resp
          zgn ned eng fr dld th chr n.v""",
    "pl": """min itp itd ok tys mln mld zł gr godz franc ros wg pn wt ur zm r w ww jw tel pt b d.o.o sp""",
    "ru": """т.е т.д т.п т.к т.н т.ч т.о и.о в.в напр тыс млн млрд руб коп долл р до гор обл р-н дер пос оз вв м мин сек см
          кг англ фр нем лат греч ок ред изд род ум прим букв""",
    "uk": """т.е тис млн млрд грн коп див напр р рр обл рн ін англ нім""",
    "tr": """vb vd örn bkz yy alm ing fr ar müh ltd şti a.ş tic san müd bşk genel md t.c m.ö m.s i.ö i.s""",
    "cs": """např tzv tj atd apod mj resp tis mil mld kč ok r stol n.l př.n.l""",
    "sk": """napr tzv tj atď resp tis mil mld r stor""",
    "ro": """nr etc ex lei mil mld""",
    "sv": """bl.a t.ex d.v.s dvs m.m m.fl f.d s.k p.g.a pga ca kl milj""",
    "da": """bl.a f.eks dvs ca kl mio mia jf pga""",
    "no": """bl.a f.eks dvs ca kl mill mrd jf pga""",
    "fi": """esim mm ns jne ks milj mrd""",
    "hu": """pl stb ún kb ill vö""",
    "ca": """p.ex etc av""",
    "el": """π.χ κ.ά κ.λπ δηλ""",
    "ar": """هـ ق.م""",
}

STARTERS: dict[str, str] = {
    "fr": """le la les l un une des du au aux ce cet cette ces c il ils elle elles on nous vous je j tu mais et ou or donc
          car si s dans en sur sous pour par avec sans selon après avant depuis pendant lors alors ainsi aussi cependant
          toutefois pourtant enfin ensuite puis outre malgré d'après d qui que quand comme où ses son sa leur leurs mon ma
          mes notre nos votre vos tous toutes tout plusieurs certains beaucoup quelques aucun chaque lorsque lorsqu
          puisque parce afin quant dès entre chez contre vers à a y ne n pas plus moins même voici voilà hier aujourd'hui
          demain désormais ici là puisqu de donc lui parmi""",
    "en": """the a an this that these those he she it they we you i his her its their our your my but and or so if in on at
          for from with without by as after before since during while when where which who what why how there here then
          now also however meanwhile although though because according yet nor not all some many most both each every no
          to of under over between among until despite it's that's there's he's she's i'm we're they're don't another such
          even only once still last earlier later today yesterday""",
    "es": """el la los las lo un una unos unas este esta estos estas ese esa esos esas aquel aquella su sus mi mis tu nuestro
          nuestra él ella ellos ellas ello yo nosotros usted ustedes pero y e o u si en con sin por para según desde hasta
          entre sobre tras ante bajo contra de del al a cuando como donde que quien cual porque aunque mientras también
          además así entonces después antes luego ahora hoy ayer mañana no ni sí más menos muy todo todos toda todas
          algunos algunas muchos muchas otro otra otros se le les me nos ya aún sólo solo es son fue era hay había""",
    "de": """der die das den dem des ein eine einen einem einer eines er sie es wir ihr ich man dieser diese dieses diesen
          diesem jene jener sein seine seinen ihre ihren ihrem unser mein aber und oder doch denn wenn weil da dass ob als
          wie wo wer was warum in im an am auf aus bei beim mit nach von vom vor zu zum zur für durch gegen ohne um über
          unter zwischen seit während bis trotz wegen laut auch noch nur nun so dann damit dabei dazu daher deshalb danach
          dort hier heute gestern morgen jetzt schon sehr nicht kein keine keiner alle alles viele einige mehrere jeder
          jede beide zudem außerdem allerdings jedoch dennoch trotzdem inzwischen mittlerweile bereits erst""",
    "it": """il lo la i gli le l un uno una un' del della dei delle dal dalla nel nella al alla questo questa questi queste
          quello quella egli lui lei loro noi voi io suo sua suoi sue ma e ed o se in con senza per su tra fra da di a ad
          secondo dopo prima durante mentre quando come dove che chi cui perché poiché anche inoltre così quindi poi
          allora ora oggi ieri domani non né più meno molto tutto tutti tutte ogni alcuni molti altri altre si ci è sono
          era sarà già ancora solo nell' all' dall' dell' sull'""",
    "pt": """o a os as um uma uns umas este esta estes estas esse essa esses essas isso isto aquele aquela ele ela eles elas
          nós você vocês eu seu sua seus suas meu minha nosso nossa mas e ou se em no na nos nas num numa com sem por pelo
          pela para segundo desde até entre sobre após ante sob contra de do da dos das ao à aos às quando como onde que
          quem qual porque embora enquanto também além assim então depois antes agora hoje ontem amanhã não nem sim mais
          menos muito todo todos toda todas alguns algumas muitos muitas outro outra outros já ainda só é são foi era há
          havia""",
    "nl": """de het een dit dat deze die hij zij ze wij we ik jij je u jullie men er hun zijn haar ons onze mijn maar en of
          want dus als in op aan bij met zonder voor van naar uit door over onder tussen tegen sinds tijdens na tot om
          volgens toen terwijl wanneer waar wat wie hoe waarom omdat hoewel ook nog nu dan daar hier zo niet geen alle
          veel sommige beide toch echter bovendien daarom daarna vandaag gisteren morgen zelfs al wel""",
    "pl": """w we na z ze do od o po przy pod nad przed za dla bez przez między to ten ta te ci tego tej tych on ona ono oni
          one ja my wy jego jej ich nasz ale i a oraz lub albo czy jeśli gdy kiedy jak gdzie co kto który która które że
          bo ponieważ chociaż także też również jednak więc zatem potem teraz dziś dzisiaj wczoraj jutro nie tak już
          jeszcze tylko wszyscy każdy wielu według podczas po wraz""",
    "ru": """в во на с со к ко от до по из у о об при под над перед за для без через между это этот эта эти тот та те он она
          оно они я мы вы ты его её их наш но и а или если когда как где что кто который которая которые потому поэтому
          хотя также тоже однако затем потом теперь сегодня вчера завтра не ни да нет уже ещё еще только все всё каждый
          многие по после согласно""",
    "uk": """в у на з зі до від по при під над за для без через між це цей ця ці той та ті він вона воно вони я ми ви його її
          їх але і й а або якщо коли як де що хто тому також однак потім тепер сьогодні вчора завтра не вже ще тільки всі
          після""",
    "tr": """bu şu o bir ve ama fakat ancak çünkü eğer ise de da ki ne nasıl neden niçin kim hangi her tüm bütün bazı çok
          daha en biz siz onlar ben sen için ile gibi kadar sonra önce böylece ayrıca bununla buna bunun bunlar bugün dün
          yarın şimdi artık yine""",
    "ca": """el la els les l un una aquest aquesta aquests això ell ella però i o si en amb sense per segons des quan com on
          que també""",
    "cs": """v ve na z ze do od po při pod nad před za pro bez ten ta to ti on ona ono oni já my vy jeho její jejich ale a
          nebo když jak kde co kdo který také však tak podle""",
    "sv": """det den de en ett han hon vi jag du ni i på av med för till från om men och eller när som där här då nu också
          inte enligt""",
    "da": """det den de en et han hun vi jeg du i på af med for til fra om men og eller når som der her da nu også ikke
          ifølge""",
    "no": """det den de en et han hun vi jeg du i på av med for til fra om men og eller når som der her da nu også ikke
          ifølge""",
    "ro": """un o acest această aceste el ea ei ele dar și sau dacă în cu fără pentru de la pe după când cum unde ce care""",
}

# Languages that write an ordinal as a number with a full stop ("1. Januar", "19. yüzyıl").
ORDINAL_STOP = _set("de lb da no nb nn fi et lv lt pl cs sk sl hr sr bs mk hu is tr az")

# Those of them that also write it after a Roman numeral ("Ludwig XIV.").
ROMAN_ORDINAL = _set("de lb da no fi cs sk sl hr hu tr")

# German words before an ordinal: after them "3." is a place in an order, not the end of a sentence.
ORDINAL_LEADS = _set(
    "der die das den dem des am vom zum zur im beim bis ab seit und jeder jede jeden jedem dieser diese diesen diesem ihr ihre "
    "ihren ihrem sein seine seinen seinem unser unsere unseren mein meine meinen meinem ein eine einen "
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so"
)
MONTHS = _set(
    "januar jänner februar märz april mai juni juli august september oktober november dezember "
    "jan feb mär apr jun jul aug sep sept okt nov dez "
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık "
    "jahrhundert jahrhunderts jahrhunderten jahrtausend jahrtausends jh yüzyıl yüzyılda yüzyılın"
)
# Units and year words after a number: "20 h. Le match", "2014 r. Obietnica" end; "h. Paul" would not.
UNITS = _set("h m g l km kg cm mm min uhr")
UNITS_OF = {"pl": UNITS | _set("r w"), "ru": UNITS | _set("г гг в вв р ч"), "uk": UNITS | _set("р рр с")}
# What ends in a stop and mostly ends the sentence before a capital, though it looks like initials.
ENDINGS = _set("н.э p.n.e n.e a.m p.m q.b т.д т.п т.е itd itp etc")
# Words of one letter; any other single letter before a full stop is an initial or an abbreviation.
ONE_LETTER_WORDS = {
    "fr": _set("à a y"), "en": _set("a i"), "es": _set("a e o u y"), "it": _set("a è e o i"), "pt": _set("a à o ó e é"),
    "pl": _set("a i o u w z"), "cs": _set("a i o u k s v z"), "sk": _set("a i o u k s v z"), "ru": _set("я и а о у в с к"),
    "uk": _set("я і й є а о у в з"), "el": _set("η ο ή"), "ca": _set("a i o"), "ro": _set("a o e"), "sv": _set("å i"),
}
# Top-level domains never begin sentences after a stop without space ("Bladi.Net").
DOMAIN_ENDS = _set("com net org info fr ma be ch de uk es it pt nl ru pl tr eu io co tv me ai us ca br js")


_EVERY_STARTER = frozenset().union(*(_set(words) for words in STARTERS.values()))


@cache
def words_of(language: str) -> Words:
    """The lists of a language (ISO 639-1); for one without lists, what holds nearly everywhere."""
    if language in STARTERS or language in TITLES:
        titles = _set(TITLES.get(language, "")) | _MET_ANYWHERE
        numbered = _set(NUMBERED.get(language, ""))
        open_words = _set(OPEN.get(language, "")) | _OPEN_ALL
        starters = _set(STARTERS.get(language, "")) or _EVERY_STARTER
    else:
        titles = _MET_ANYWHERE | _set("m mm")
        numbered = _set("no nr art p pp fig vol")
        open_words = _OPEN_ALL
        starters = _EVERY_STARTER
    return Words(titles, numbered, open_words, starters, titles | numbered | open_words)
