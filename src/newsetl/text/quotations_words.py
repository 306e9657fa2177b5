"""Small words of the six languages whose speakers are read: pronouns, auxiliaries, determiners, words that end a noun phrase."""

from __future__ import annotations

import re
from typing import NamedTuple


class Grammar(NamedTuple):
    """What finding a subject needs to know of a language; every pattern is anchored by its user."""

    pronouns: dict[str, tuple[str | None, str]]  # lower case -> (gender f, m or None, number s or p)
    nobody: frozenset[str]  # pronouns without a speaker: on, man, one
    fillers: frozenset[str]  # last words of what ``filler`` matches, to look before searching
    filler: re.Pattern[str]  # words between a subject and its verb, at the end of the text before the verb
    lead: re.Pattern[str]  # words between a closing mark and an inverted verb: "a", "s'est", "a-t-elle"
    determiner: re.Pattern[str]  # begins a noun phrase
    preposition: re.Pattern[str]  # begins a complement: "à l'AFP", "to reporters"
    stop: re.Pattern[str]  # ends a noun phrase after the verb
    clause_words: frozenset[str]  # its words one by one
    clause: re.Pattern[str]  # begins the clause that holds a subject before the verb
    that: re.Pattern[str]  # between a cue and what is said
    reserves: frozenset[str]  # words that the next three patterns need, to look before searching
    negation: re.Pattern[str]
    hypothesis: re.Pattern[str]
    passive: re.Pattern[str]  # before a participle: the subject is not who speaks


def _words(*words: str) -> str:
    return "|".join(sorted((re.escape(word) for word in " ".join(words).split()), key=len, reverse=True))


def _grammar(
    pronouns: dict[str, tuple[str | None, str]],
    nobody: str,
    filler: str,
    lead: str,
    determiner: str,
    preposition: str,
    stop: str,
    clause: str,
    that: str,
    negation: str,
    hypothesis: str,
    passive: str,
) -> Grammar:
    ignore = re.IGNORECASE
    return Grammar(
        pronouns,
        frozenset(nobody.split()),
        frozenset(word.lower() for word in re.findall(r"[^\W_]+(?:-\w+)?['’]?", filler.replace("['’]", "'").replace("\\w", "")))
        | frozenset(("s’", "l’", "m’", "t’", "n’", "d’")),
        re.compile(rf"(?:(?<=[\s,])|^)(?:{filler})[\s,]*$", ignore),
        re.compile(rf"[\s,;.–—-]*(?:(?:{lead})[\s,]*)*", ignore),
        re.compile(rf"(?:{determiner})", ignore),
        re.compile(rf"(?:{preposition})", ignore),
        re.compile(rf"[,;:()«»“”„\"—–\n]|\.(?=\s|$)|\s(?:{stop})(?!\w)", ignore),
        frozenset(word for word in clause.replace("['’]", "'").split("|") if " " not in word),
        re.compile(rf"[;:«»“”\"—–\n]|(?<!\w)(?:{clause})(?!\w)\s*", ignore),
        re.compile(rf"\s*,?\s*(?:{that})?\s*[:,]?\s*", ignore),
        frozenset(re.findall(r"[^\W\d_]+", re.sub(r"\\\w", " ", f"{negation} {hypothesis} {passive}"))),
        re.compile(negation, ignore),
        re.compile(hypothesis, ignore),
        re.compile(passive, ignore),
    )


_FR_DAYS = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|aujourd['’]hui"
_FR = _grammar(
    {
        "il": ("m", "s"), "elle": ("f", "s"), "ils": ("m", "p"), "elles": ("f", "p"), "je": (None, "s"),
        "celui-ci": ("m", "s"), "celle-ci": ("f", "s"), "ce dernier": ("m", "s"), "cette dernière": ("f", "s"),
        "ces derniers": ("m", "p"), "lui": ("m", "s"), "l'intéressé": ("m", "s"), "l'intéressée": ("f", "s"), "qui": (None, "s"),
    },
    "on",
    r"(?:a|ont|avait|avaient|aura|auront|aurait|auraient|eut|est|sont|était|étaient)(?:[\s]+(?:bien|aussi|déjà|encore"
        r"|toujours|ensuite"
    r"|donc|ainsi|notamment|par ailleurs|en outre|de nouveau|à nouveau|quant à (?:lui|elle)|enfin|\w+ment|jeudi|hier))*"
    r"|(?:s|l|m|t|n)['’](?:est|était|a|ont|avait|y|en)?|se|me|ne|lui|leur|le|la|les|nous|vous|en|y|se sont|se serait"
    r"|également|aussi|ensuite|donc|notamment|enfin|toujours|encore|d['’]ailleurs|ainsi|alors|pour sa part|de son côté"
        r"|quant à lui"
    r"|quant à elle|lui-même|elle-même|par ailleurs|en outre|\w{4,}ment|vient de|vient d['’]|doit|devait|veut|voulait|peut"
        r"|tient à|tenait à|a tenu à|a voulu"
    r"|" + _FR_DAYS,
    r"(?:a|ont|avait|avaient|aura|aurait|auraient|est|sont|était|s['’]est|s['’]était|se|se sont|s['’]|l['’]a|lui a|leur a"
        r"|n['’]a pas|y|me|m['’]a|nous a|nous)"
    r"(?:[ -]t)?(?:[-'’ ](?:il|elle|on|ils|elles|ce))?|également|aussi|encore|ensuite|notamment|enfin|toujours|ainsi|alors"
        r"|même|d['’]abord|tout|bien"
    r"|pour sa part|de son côté|par ailleurs|\w{3,}ment|a tenu à|a voulu|et|puis|comme|avant d['’]|été|(?:c['’]est )?ce qu(?:e|['’])",
    r"(?:le|la|les|un|une|des|son|sa|ses|leur|leurs|mon|ma|notre|ce|cet|cette|ces|deux|trois|plusieurs|certains|certaines"
        r"|quelques|d['’]autres|du|nos|vos|aucune?|chaque|tout|toute|tous|quatre|cinq|M\.|Mme|Mlle|Dr|Me)\s|l['’]",
    r"(?:à|au|aux|dans|lors|devant|sur|en|par|auprès|avant|après|depuis|face|chez|avec|ce|via|vers|pendant|durant|sous|dès"
        r"|le \d|la semaine|samedi|"
    + _FR_DAYS + r")(?!\w)|à l['’]|lors d",
    r"dans|lors|devant|sur|à|au|aux|en|par|auprès|avant|après|depuis|face|chez|avec|via|vers|pendant|durant|qui|que|dont|où"
        r"|mais|alors|tout|pour|samedi"
    r"|" + _FR_DAYS,
    r"que|qu['’]|et|mais|car|si|quand|lorsque|lorsqu['’]|dont|où|comme|alors|tandis que|puis|selon|lequel|laquelle|lesquels|lesquelles",
    r"que|qu['’]|si|s['’]|ce qu['’]|ce que|comme suit|ceci|ainsi|de|d['’]|des|du|comme|à|par|pour|en|être|un|une|le|la|les"
        r"|l['’]",
    r"(?<!\w)(?:n['’]|ne\s)[\w'’ ]{0,25}$",
    r"(?<!\w)(?:aurait|auraient|serait|seraient|si|pourrait|pourraient|devrait|devraient)(?!\w)[\w'’ ]{0,20}$",
    r"(?<!\w)(?:est|sont|été|être|était|étaient|fut)\s+(?:\w+\s+)?$",
)
_EN_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|today|yesterday"
_EN = _grammar(
    {
        "he": ("m", "s"), "she": ("f", "s"), "they": (None, "p"), "we": (None, "p"), "i": (None, "s"), "it": ("n", "s"), "who": (None, "s"),
    },
    "one",
    r"(?:has|have|had|also|later|then|once|previously|recently|again|still|even|just|only|simply|further|reportedly"
        r"|repeatedly|often|never|not|to|did|does|do"
    r"|was|were|is|are|will|would|could|should|may|might|must|himself|herself|themselves|itself|himself|both|all|first"
        r"|went on|be|been|being|quoted as|\w+ly"
    r"|has since|has long|in turn|for (?:his|her|its|their) part|tried|sought|wanted|continued|began|started|went on|came out"
    r"|" + _EN_DAYS + ")",
    r"also|too",
    r"(?:the|a|an|his|her|its|their|our|my|this|that|these|those|one|two|three|several|some|many|another|both)\s",
    r"(?:to|in|at|on|during|after|before|from|of|with|by|via|through|last|this|earlier|" + _EN_DAYS + r")(?!\w)",
    r"in|at|on|during|after|before|while|when|as|who|which|that|to|via|through|about|regarding|last|this|earlier|later"
        r"|because|but|by|into|following|told"
    r"|" + _EN_DAYS,
    r"that|when|while|after|because|if|but|and|as|although|though|since|before|until|so|where|whether|what|how|why"
        r"|according to",
    r"that|as|to|a|an|the|was|it|of|being|for|is|how|what|whether|if|about|with|by|like|simply|are|be|on|in|were|him|her"
        r"|them|not|he|she|they|its|his|their",
    r"(?<!\w)(?:not|never|n['’]t|refused to|declined to|denied)\s+(?:\w+\s+)?$",
    r"(?<!\w)(?:if|would|could|may|might|should|expected to|likely to)\s+(?:\w+\s+){0,3}$",
    r"(?<!\w)(?:was|were|been|be|being|is|are|got)\s+(?:\w+ly\s+)?$",
)
_ES = _grammar(
    {"él": ("m", "s"), "ella": ("f", "s"), "ellos": ("m", "p"), "ellas": ("f", "p"), "éste": ("m", "s"), "ésta": ("f", "s")},
    "uno",
    r"(?:ha|han|había|habían|habría|se|le|les|lo|la|nos|no|también|además|luego|después|ya|todavía|aún|así|\w+mente"
        r"|por su parte|quiso|quería|quien)",
    r"ha|han|había|habían|se|le|les|lo|también|además|así|luego|según|y|como|nos|me|\w+mente",
    r"(?:el|la|los|las|un|una|unos|unas|su|sus|este|esta|estos|estas|dos|tres|varios|varias|algunos|algunas)\s",
    r"(?:a|al|en|durante|ante|tras|desde|sobre|por|con|ayer|hoy|el (?:lunes|martes|miércoles|jueves|viernes|sábado"
        r"|domingo))(?!\w)",
    r"en|durante|ante|tras|desde|sobre|por|con|ayer|hoy|que|quien|cuando|para|al?|este",
    r"que|y|pero|si|cuando|porque|mientras|aunque|según|donde",
    r"que|si|como|de|a|un|una|el|la",
    r"(?<!\w)no\s+(?:\w+\s+)?$",
    r"(?<!\w)(?:habría|habrían|si|podría|podrían)\s+(?:\w+\s+){0,2}$",
    r"(?<!\w)(?:fue|fueron|sido|ser|es|son|era|eran)\s+$",
)
_IT = _grammar(
    {"lui": ("m", "s"), "lei": ("f", "s"), "egli": ("m", "s"), "ella": ("f", "s"), "loro": (None, "p"), "essi": ("m", "p")},
    "",
    r"(?:ha|hanno|aveva|avevano|avrebbe|avrebbero|si|si è|si sono|lo|la|gli|ci|ne|non|anche|inoltre|poi|ancora|così"
        r"|\w+mente|dal canto suo|da parte sua|è|sono)",
    r"ha|hanno|aveva|avevano|si|si è|lo|gli|anche|inoltre|poi|ancora|così|e|come|ci|mi|\w+mente",
    r"(?:il|lo|la|i|gli|le|un|uno|una|suo|sua|questo|questa|due|tre|alcuni|alcune)\s|l['’]|un['’]",
    r"(?:a|al|alla|all['’]|ai|in|nel|nella|durante|dopo|prima|su|sul|sulla|con|per|ieri|oggi|lunedì|martedì|mercoledì"
        r"|giovedì|venerdì|sabato|domenica)(?!\w)",
    r"in|nel|nella|durante|dopo|prima|su|sul|sulla|con|per|ieri|oggi|che|quando|al|alla|ai|a",
    r"che|e|ma|se|quando|perché|mentre|secondo|dove",
    r"che|se|come|di|a|un|una|il|la",
    r"(?<!\w)non\s+(?:\w+\s+)?$",
    r"(?<!\w)(?:avrebbe|avrebbero|se|potrebbe|potrebbero)\s+(?:\w+\s+){0,2}$",
    r"(?<!\w)(?:è|sono|stato|stata|stati|essere|era|erano|viene|venne)\s+$",
)
_PT = _grammar(
    {"ele": ("m", "s"), "ela": ("f", "s"), "eles": ("m", "p"), "elas": ("f", "p")},
    "",
    r"(?:tem|têm|tinha|tinham|teria|teriam|havia|se|lhe|lhes|o|a|não|também|ainda|já|depois|assim|\w+mente|por sua vez|foi"
        r"|quem)",
    r"tem|tinha|se|lhe|também|ainda|já|depois|assim|e|como|nos|me|\w+mente",
    r"(?:o|a|os|as|um|uma|uns|umas|seu|sua|este|esta|esse|essa|dois|duas|três|vários|várias|alguns|algumas)\s",
    r"(?:à|ao|aos|às|em|no|na|nos|nas|durante|após|antes|sobre|por|com|ontem|hoje|nesta|neste|segunda|terça|quarta|quinta"
        r"|sexta)(?!\w)",
    r"em|no|na|nos|nas|durante|após|antes|sobre|por|com|ontem|hoje|que|quando|para|à|ao|nesta|neste",
    r"que|e|mas|se|quando|porque|enquanto|segundo|onde",
    r"que|se|como|de|a|um|uma|o",
    r"(?<!\w)não\s+(?:\w+\s+)?$",
    r"(?<!\w)(?:teria|teriam|se|poderia|poderiam)\s+(?:\w+\s+){0,2}$",
    r"(?<!\w)(?:foi|foram|sido|ser|é|são|era|eram)\s+$",
)
_DE = _grammar(
    {"er": ("m", "s"), "sie": ("f", "s"), "wir": (None, "p"), "dieser": ("m", "s"), "diese": ("f", "s")},
    "man",
    r"(?:hat|haben|hatte|hatten|habe|sich|auch|dann|später|zudem|weiter|dazu|jedoch|aber|nun|am \w+tag|gestern|heute)",
    r"hat|haben|hatte|sich|auch|dann|weiter|dazu|so|und|wie|es",
    r"(?:der|die|das|ein|eine|sein|seine|ihr|ihre|dieser|diese|zwei|drei|mehrere|einige)\s",
    r"(?:am|im|in|bei|vor|nach|gegenüber|auf|der Zeitung|dem|den|gestern|heute|zu|zum|zur)(?!\w)",
    r"am|im|in|bei|vor|nach|gegenüber|auf|dem|gestern|heute|zu|zum|zur|über|mit|aus|dass|der die|weiter|und",
    r"dass|und|aber|wenn|weil|während|ob|als|wie|laut",
    r"dass|ob|wie|als|von|ein|eine|der|die|das",
    r"(?<!\w)(?:nicht|nie)\s+(?:\w+\s+)?$",
    r"(?<!\w)(?:würde|würden|wenn|könnte|könnten)\s+(?:\w+\s+){0,3}$",
    r"(?<!\w)(?:wird|werden|wurde|wurden|worden)\s+(?:\w+\s+){0,3}$",
)
GRAMMARS: dict[str, Grammar] = {"fr": _FR, "en": _EN, "es": _ES, "it": _IT, "pt": _PT, "de": _DE}
