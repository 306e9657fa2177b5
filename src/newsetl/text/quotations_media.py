"""The medium that a quotation was given to or that reports it: ``told Reuters``, ``à l'AFP``, ``quoted by the Times``."""

from __future__ import annotations

import re

from newsetl.text.quotations_document import Attribution, Document
from newsetl.text.quotations_marks import Passage

_REACH = 160  # code points after a cue in which its medium stands
# names of media and words that such names contain; compiled for this list, edit freely
_MEDIUM = re.compile(
    r"(?:^|\W)(?:AFP|AP|Reuters|EFE|dpa|ANSA|Lusa|MAP|APS|TAP|Xinhua|TASS|Tass|Anadolu|Belga|Bloomberg|BBC|CNN|CNBC|MSNBC"
        r"|NBC|CBS|ABC|NPR|PBS|Fox|RFI|RTL|RTBF|TF1"
    r"|BFM\w*|LCI|TV5\w*|CNews|Europe 1|France ?(?:2|3|24|Info|Inter|Bleu|Culture)|franceinfo|Mediapart|Médiapart"
        r"|Al[- ]Jazeera|Al[- ]Arabiya|Sky|ITV|RT|Sputnik"
    r"|Guardian|Telegraph|Independent|Economist|Spiegel|Zeit|Bild|Welt|ZDF|ARD|RAI|Repubblica|Corriere|País|Mundo"
        r"|Vanguardia|Folha|Globo|Público|Expresso"
    r"|Monde|Figaro|Libération|Parisien|Echos|Point|Obs|Express|Soir|Temps|Croix|Humanité|Politico|Axios|Haaretz|Maariv)(?!\w)"
    r"|News|Times|Post(?!\w)|Journal|Herald|Tribune|Gazette|Magazine|Press(?!\w)|Presse|Radio|Télé|Television|TV|Media"
        r"|Média|Agence|Zeitung|Nachrichten|Diario"
    r"|Jornal|\.(?:com|net|fr|org|info)$"
)
_TO = re.compile(
    r"(?:(?<!\w)(?:à|au|aux|auprès de|auprès du|sur|dans|par|pour|de|du|chez|micro de|told|tells|telling|to|by|with|on|in"
        r"|from|a|al|alla|all|zu|gegenüber|der|à|ao)"
    r"(?: (?:la|le|les|the|el|il|journal|quotidien|site|chaîne|radio|agence|magazine|newspaper|l))*[ ]?(?:l['’]|(?:chaîne"
        r"|agence|radio)\s(?:de presse |d['’]\w+ )?)?)\s*$",
    re.I,
)
_SAME = re.compile(r"(?:rapportée?s?|cités?|relayée?s?) par (?:la même source|le même média|le même journal)", re.I)


def is_medium(surface: str) -> bool:
    """Is this the name of a medium?"""
    return _MEDIUM.search(surface) is not None


def reporting_medium(document: Document, attribution: Attribution | None, passage: Passage, speaker: int | None) -> int | None:
    """The mention of the medium that a passage is reported by, other than its speaker; None when none is named."""
    if attribution is None:
        return None
    hit, names, text = attribution.hit, document.names, document.text
    start = hit.start if hit else attribution.end
    if start < passage.start:
        end = passage.open_at
    else:
        end = min(document.end, start + _REACH, document.sentences[document.sentence_at(start)].char_end)
    for number in names.within(start, end):
        mention = names.mentions[number]
        if number == speaker or mention.kind not in ("organisation", "place") or not is_medium(text[mention.char_start : mention.char_end]):
            continue
        if _TO.search(text, max(start, mention.char_start - 30), mention.char_start):
            return number
    if hit and hit.start >= passage.end and _SAME.search(text, hit.end, end):
        for number in reversed(names.within(document.start, passage.open_at)):
            mention = names.mentions[number]
            if mention.kind == "organisation" and is_medium(text[mention.char_start : mention.char_end]):
                return number
    return None
