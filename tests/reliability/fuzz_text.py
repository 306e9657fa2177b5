"""Feeds the readers of text with what hypothesis thinks of, with the same pieces thrown together at random, and with inputs
that are meant to be slow.

    python tests/reliability/fuzz_text.py --inputs 1000000     # the full size; make test does a few hundred
    python tests/reliability/fuzz_text.py --inputs 0           # only the inputs meant to be slow, with their times

Checks of every input: every span lies where it must, reading twice gives the same, no reader raises anything but ``Rejected``,
and no call takes more than 100 ms of processor time per 10 KB. Hypothesis finds the smallest input that breaks a promise, but
thinks for ten times as long as reading takes: beyond some thousands the inputs come from a seeded generator, a process a core,
and what is read together with ninety-nine others must be what is read alone. Prints one JSON object.
"""

# ruff: noqa: E501, PT017
from __future__ import annotations

import argparse
import collections
import json
import multiprocessing
import os
import random
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from typing import Any

import hypothesis
from hypothesis import strategies as st

from newsetl import resources
from newsetl.errors import Rejected
from newsetl.reference import load_reference
from newsetl.text import dates, decode, header, language, names, published, quotations, sentences, sketch, terms
from newsetl.text.model import Sentence

SECONDS_PER_CHARACTER = 0.1 / 10_000
SMALLEST = 10_000  # characters; a call on a shorter text may take as long as one on a text of this length

# what readers look for, in pieces: hypothesis puts them together in ways that no text does
PIECES = (
    *'"«»“”„‘’\'‹›「」『』()[]{}—–-:;,.!?…/\\|#*_<>&=%@~^`',
    *("\n", "\n\n", "\r\n", "\t", " ", "  ", "\u00a0", "\u2028", "\u200b", "\u200f", "\u202e", "\ufeff", "\x00", "\x1b[31m", "\u0301", "👩‍👩‍👧", "\U0010ffff"),
    *("A. ", "M. ", "Dr. ", "U.S. ", "z.B. ", "St. ", "1. ", "a) ", "12", "2021", "24", "3,5", "10:30", "1990er", "2021-11-24", "24/11/2021", "٢٠٢١"),
    *("date 2021-11 ", "Date: ", "Title: ", "---\n", "Par ", "By ", "PARIS (AFP) - ", "© ", "http://a.b/c?d=e ", "a@b.cd"),
    *("mercredi 24 novembre 2021", "last Monday", "am vergangenen Dienstag", "el lunes", "11月24日", "去年", "вчера", "يوم الاثنين", "le 1er mai", "January to March", "von 1990 bis 2000"),
    *("Benny Gantz ", "Mme Anne-Marie d’Ornano ", "Angela Merkel ", "Reuters ", "l’Allemagne ", "Российской Федерации ", "欧盟", "习近平", "McDonald's ", "van der Bellen ", "IJmuiden ", "ÉTATS-UNIS "),
    *("a déclaré ", "a-t-il ajouté, ", "said ", "told ", "sagte er, ", "dijo que ", "ha detto ", "表示，", "说：", "заявил, что ", "according to ", "laut ", "selon "),
    *("ministre de la Défense ", "élection présidentielle ", "climate change ", "Bundesregierung ", "tremblement de terre ", "the ", "der ", "de ", "и ", "在", "วันนี้", "اليوم "),
)  # fmt: skip
SLOW: dict[str, str] = {
    "letters": "a", "capitals": "A", "spaces": " ", "newlines": "\n", "carriage returns": "\r\n", "tabs": "\t", "digits": "7", "double quotes": '"',
    "guillemets": "«", "closing guillemets": "»", "apostrophes": "'", "brackets": "(", "square brackets": "[", "angle brackets": "<", "dots": ".",
    "commas": ",", "dashes": "-", "em dashes": "— ", "colons": ": ", "initials": "A. ", "dates": "24.11. ", "years": "2021 ", "slashes": "1/", "names": "Ab ",
    "hyphenated": "Ab-", "particles": "de la ", "quoted words": '"a" ', "open quotations": "«a ", "said": '", said ', "hash marks": "# ", "pipes": "|", "marks": "\u0301",
    "keys": "Date: \n", "han": "年", "han words": "中国表示，", "arabic": "ال", "thai": "ก", "emoji": "👩‍👩‍👧", "titles": "M. Dr. ", "months": "mai ", "lists": "1. a\n", "nul": "\x00",
    "months of years": "January 2021 to ", "words": "said Ab Cd, ", "urls": "http://", "addresses": "a@",
}  # fmt: skip
LETTERS = ((0x20, 0x7F), (0xA0, 0x250), (0x370, 0x590), (0x5D0, 0x700), (0x900, 0x980), (0x3040, 0xA000))  # first, one past the last
ENCODINGS = ["utf-16", "utf-8-sig", "windows-1252", "windows-1251", "gb18030", "big5", "shift_jis", "iso-8859-15"]
HYPOTHESIS = 20_000  # inputs that it thinks of
TOGETHER = 100  # inputs whose names are found together
LANGUAGES = ("fr", "en", "de", "es", "it", "pt", "nl", "ru", "zh", "ar", "und", "ja")


class Readers:
    """The readers, built once."""

    def __init__(self, attempts: int = 3) -> None:
        """``attempts``: how often a reader is called that was slow, before that is believed."""
        self.attempts = attempts
        reference = load_reference(resources.folder("seeds"))
        self.names = names.NameFinder(reference)
        self.terms = terms.TermFinder(reference)
        self.quotations = quotations.QuotationFinder(reference)
        self.slowest: dict[str, tuple[float, str]] = {}  # reader -> (share of what is allowed, input)

    def timed(self, reader: str, text: str | bytes, function: Callable[..., Any], *arguments: Any) -> Any:
        """Call a reader and keep the slowest call."""
        shares = []
        for _ in range(self.attempts):
            begun = time.process_time()
            found = function(*arguments)
            shares.append((time.process_time() - begun) / (SECONDS_PER_CHARACTER * max(len(text), SMALLEST)))
            if shares[-1] < 0.3:  # else again: tables built at the first call and garbage of others are not the reader's
                break
        if min(shares) > self.slowest.get(reader, (0.0, ""))[0]:
            self.slowest[reader] = min(shares), repr(text[:30])
        return found

    def read(self, data: bytes, code: str | None = None) -> list[Any] | None:
        """Everything that is read from a file; None when it is rejected. Asserts that spans are where they must be.

        ``code``: the language to read it as, whatever is detected.
        """
        try:
            decoded = self.timed("decode", data, decode.decode, data)
        except Rejected as refusal:
            assert refusal.reason
            assert refusal.detail
            return None
        text = decoded.text
        head = self.timed("header", text, header.read_header, text)
        assert 0 <= head.body_start <= head.body_end <= len(text)
        for field in head.fields:
            assert 0 <= field.char_start <= field.char_end <= len(text), field
            assert field.value_raw == text[field.char_start : field.char_end], field
        body = text[head.body_start : head.body_end]
        reading = self.timed("language", text, language.detect_language, body, None)
        code = code or reading.language
        blocks = self.timed("sentences", text, sentences.split_sentences, text, code, head.body_start, head.body_end)
        at = head.body_start
        for block in blocks:
            assert at <= block.char_start < block.char_end <= head.body_end, block
            surface = text[block.char_start : block.char_end]
            assert surface == surface.strip(), block
            at = block.char_end
        # what is not in a sentence is white space or marks: no word is lost
        dated = self.timed(
            "published", text, published.publication_date, text, head, "1_0123456789abcdef.txt", blocks, code, date(2026, 1, 1)
        )
        found_dates = self.timed("dates", text, dates.find_dates, text, blocks, code, dated)
        mentions = self.timed("names", text, self.names.find, text, blocks, code, head.body_start, head.body_end)
        found_quotations = self.timed("quotations", text, self.quotations.find, text, blocks, code, mentions)
        hits = self.timed("terms", text, self.terms.find, text, blocks, code)
        sketched = self.timed("sketch", text, sketch.sketch, text, blocks)
        for rows in (found_dates, mentions, found_quotations, hits):
            for row in rows:
                _lies_in(row, blocks, len(text))
        for quotation in found_quotations:
            for number in (quotation.speaker_mention_no, quotation.medium_mention_no):
                assert number is None or 0 <= number < len(mentions), quotation
        for mention in mentions:
            assert mention.name_key, mention
        return [decoded, head, reading, blocks, dated, found_dates, mentions, found_quotations, hits, sketched]


def _lies_in(row: Any, blocks: list[Sentence], length: int) -> None:
    assert 0 <= row.sentence_no < len(blocks), row
    assert 0 <= row.char_start < row.char_end <= length, row
    block = blocks[row.sentence_no]
    assert block.char_start <= row.char_start < block.char_end, (row, block)  # a quotation may go on in the sentences after


texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40).map("".join)
inputs = st.one_of(
    texts.map(lambda text: text.encode("utf-8", "replace")),
    st.tuples(texts, st.sampled_from(ENCODINGS)).map(lambda pair: pair[0].encode(pair[1], "ignore")),
    st.binary(max_size=300),
)


def fuzz(readers: Readers, count: int) -> collections.Counter[str]:
    """Read so many inputs, each twice, as a language of its own; returns what became of them.

    Raises:
        AssertionError, Exception: hypothesis' smallest input that breaks a promise.
    """
    seen: collections.Counter[str] = collections.Counter()

    @hypothesis.settings(
        max_examples=count, deadline=None, derandomize=True, database=None, suppress_health_check=list(hypothesis.HealthCheck)
    )
    @hypothesis.given(inputs, st.sampled_from((None, *LANGUAGES)))
    def check(data: bytes, code: str | None) -> None:
        first = readers.read(data, code)
        assert readers.read(data, code) == first
        seen["rejected" if first is None else "read"] += 1

    if count:
        check()
    return seen


def thrown_together(rng: random.Random) -> bytes:
    """A text of pieces and letters of any script; most are short, some long, a few in another encoding or no text at all."""
    parts = []
    for _ in range(1 + int(rng.expovariate(1 / 12))):
        kind = rng.random()
        if kind < 0.8:
            parts.append(rng.choice(PIECES))
        elif kind < 0.95:
            first, last = rng.choice(LETTERS)
            parts.append("".join(chr(rng.randrange(first, last)) for _ in range(rng.randrange(1, 9))))
        else:
            parts.append(chr(rng.randrange(0xD800)))
    text = "".join(parts)
    kind = rng.random()
    if kind < 0.9:
        return text.encode()
    return text.encode(rng.choice(ENCODINGS), "ignore") if kind < 0.98 else rng.randbytes(rng.randrange(300))


def flood(count: int, seed: int) -> tuple[collections.Counter[str], dict[str, tuple[float, str]]]:
    """Read so many inputs, each alone and its names once more among others; returns what became of them and the slowest calls.

    Raises:
        AssertionError, Exception: with the input that breaks a promise.
    """
    rng = random.Random(seed)
    readers = built()
    seen: collections.Counter[str] = collections.Counter()
    while count > 0:
        bodies, alone = [], []
        for _ in range(min(TOGETHER, count)):
            data, code = thrown_together(rng), rng.choice((None, *LANGUAGES))
            try:
                found = readers.read(data, code)
            except Exception as error:
                raise AssertionError(f"{data!r} read as {code}: {error!r}") from error
            seen["rejected" if found is None else "read"] += 1
            if found is not None:
                decoded, head, reading, blocks, *_ = found
                bodies.append(names.Body(decoded.text, blocks, code or reading.language, head.body_start, head.body_end))
                alone.append(found[6])
        for body, own, found in zip(bodies, alone, readers.names.find_many(bodies), strict=True):
            assert found == own, f"{body!r}: other names among others"
        count -= TOGETHER
    return seen, readers.slowest


def built() -> Readers:
    """The readers with their tables, which are built at the first call and would count as slow."""
    readers = Readers()
    readers.read("Le maire a dit « oui » mardi à Paris. The mayor said so.".encode())
    for code in LANGUAGES:
        readers.read(b"Angela Merkel 24 mai 2021", code)
    readers.slowest.clear()
    return readers


def main(arguments: list[str] | None = None) -> int:
    """Fuzz; exit code 1 when a call took too long."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--characters", type=int, default=100_000)
    given = parser.parse_args(arguments)
    readers = built()
    for unit in SLOW.values():
        for code in ("fr", "en", "de", "zh", "ru"):
            readers.read((unit * (given.characters // len(unit))).encode(), code)
    slow = dict(readers.slowest)
    readers.slowest.clear()
    begun = time.monotonic()
    seen = fuzz(readers, min(given.inputs, HYPOTHESIS))
    if given.inputs > HYPOTHESIS:
        processes = len(os.sched_getaffinity(0))
        share = -(-(given.inputs - HYPOTHESIS) // processes)
        with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
            for more, slowest in pool.map(flood, [share] * processes, range(processes)):
                seen += more
                for reader, call in slowest.items():
                    readers.slowest[reader] = max(call, readers.slowest.get(reader, call))
    told = {
        "inputs": sum(seen.values()),
        "outcomes": seen,
        "seconds": round(time.monotonic() - begun),
        "share of the allowed time, slow inputs": {name: [round(share, 3), text] for name, (share, text) in sorted(slow.items())},
        "share of the allowed time, fuzzed": {name: [round(share, 3), text] for name, (share, text) in sorted(readers.slowest.items())},
    }
    print(json.dumps(told, indent=1, ensure_ascii=True))
    return 1 if any(share > 1 for share, _ in (*slow.values(), *readers.slowest.values())) else 0


if __name__ == "__main__":
    sys.exit(main())
