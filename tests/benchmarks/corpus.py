"""Makes corpora of any size for benchmarks: distinct articles of realistic length, languages, names and copies.

    python tests/benchmarks/corpus.py FOLDER 100000 [--seed 1] [--of-day 2024-12-30]

Articles are recombined from the sentences of ``seeds/sample`` and, where it is there, ``../shared/raw``: paragraphs of
three articles of one language in a new order. So that two articles made from the same paragraphs are not copies of each
other, every fifth of their rarer words gives way to another one of that language, as often as it is used there; half of
the persons get another surname, a few of them often and most of them seldom, and numbers change. One in twenty is a wire
copy of an earlier one (a paragraph dropped, another agency line), one in a hundred has the same bytes. The same seed
gives the same bytes.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from newsetl.text.names_lists import packed_lists

ROOT = Path(__file__).resolve().parents[2]
RAW = ROOT.parent / "shared" / "raw"
TARGET = 3_000  # bytes of UTF-8 an article: the length that the figures are stated for
NEAR_COPY, EXACT_COPY = 0.05, 0.01
PER_FOLDER = 1_000  # files in a folder, as archives keep them
_ONSETS = ["b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "gr", "kr", "tr", "st", "sch"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou"]
_ENDS = ["n", "r", "l", "s", "nd", "rt", "ng", "ck", "tti", "son", "ez", "ov", "eau", "ier", "berg", "man"]
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?؟。]+[»”\"]?(?=\s|$)|$)")
#: A word; of writing without spaces, two letters.
_WORD = re.compile(r"([\u4e00-\u9fff]{2}|[^\W\d_\u4e00-\u9fff]+)")
OTHER_WORDS = 0.2  # of the words that may change
COMMON = 150  # words of a language that never do: they hold its sentences together
SURNAMES, OTHER_SURNAME = 100_000, 0.5
_NUMBER = re.compile(r"(?<![\d.,-])[1-9]\d(?![\d.,-])")


def _surnames(rng: random.Random, count: int) -> list[str]:
    return [
        (rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_ENDS)).title()
        for _ in range(count)
    ]


class Paragraph(NamedTuple):
    """Three sentences in pieces."""

    pieces: list[str]  # words at the odd places, what stands between them at the even ones
    words: list[int]  # places of words that may give way
    surnames: list[int]  # places of surnames


class Language(NamedTuple):
    """What the articles of a folder give."""

    articles: list[list[Paragraph]]
    words: list[str]  # those that may give way, each as often as it stands there


def _read(texts: list[str]) -> Language | None:
    given = (packed_lists()["given_m"], packed_lists()["given_f"])
    articles = []
    for text in texts:
        sentences = [match[0].strip() for match in _SENTENCE.finditer(text) if len(match[0].strip()) > 25]
        if len(sentences) >= 4:
            articles.append([_WORD.split(" ".join(sentences[at : at + 3])) for at in range(0, len(sentences), 3)])
    if not articles:
        return None
    counts = Counter(word for article in articles for pieces in article for word in pieces[1::2])
    common = {word for word, _ in counts.most_common(COMMON)}

    def gives_way(word: str) -> bool:
        return word not in common and not (word[0].isupper() or (word[0].islower() and len(word) < 4))

    def is_surname(pieces: list[str], at: int) -> bool:
        before = pieces[at - 2] if at > 2 and pieces[at - 1] == " " else ""
        return before.istitle() and pieces[at].istitle() and len(pieces[at]) > 3 and any(before.lower() in names for names in given)

    return Language(
        [
            [
                Paragraph(
                    pieces,
                    [at for at in range(1, len(pieces), 2) if gives_way(pieces[at])],
                    [at for at in range(1, len(pieces), 2) if is_surname(pieces, at)],
                )
                for pieces in article
            ]
            for article in articles
        ],
        [word for word, count in counts.items() if gives_way(word) for _ in range(count)],
    )


def _languages() -> list[Language]:
    folders = [*sorted(path for path in (ROOT / "seeds" / "sample").iterdir() if path.is_dir() and path.name != "broken")]
    if RAW.is_dir():
        folders += sorted(path for path in RAW.iterdir() if path.is_dir())
    read = (_read([path.read_text(encoding="utf-8", errors="ignore") for path in sorted(folder.glob("*.txt"))]) for folder in folders)
    return [language for language in read if language]


def _article(rng: random.Random, language: Language, names: list[str]) -> list[str]:
    """Paragraphs of a new article."""
    pool = [paragraph for article in rng.choices(language.articles, k=3) for paragraph in article]
    rng.shuffle(pool)
    other: dict[str, str] = {}  # surnames of this article
    body: list[str] = []
    size, target = 0, rng.gauss(TARGET, TARGET / 4)
    while size < target:
        pieces, words, surnames = pool[len(body) % len(pool)]
        pieces = pieces.copy()
        changed = rng.choices(words, k=round(OTHER_WORDS * len(words))) if words else []
        for at, word in zip(changed, rng.choices(language.words, k=len(changed)), strict=True):
            pieces[at] = word
        for at in surnames:
            # by the cube of an even draw the first of 100,000 names is drawn in one case of fifty, the last ones hardly ever
            other.setdefault(pieces[at], names[int(len(names) * rng.random() ** 3)] if rng.random() < OTHER_SURNAME else pieces[at])
        if other:
            pieces = [other.get(piece, piece) for piece in pieces]
        paragraph = _NUMBER.sub(lambda _: str(rng.randrange(11, 99)), "".join(pieces))
        body.append(paragraph)
        size += len(paragraph.encode())
    return body


def articles(count: int, seed: int = 1, of_day: date | None = None) -> Iterator[str]:
    """``count`` texts, of ten years or, as a day's news is, of one day."""
    rng = random.Random(seed)
    languages = _languages()
    weights = [len(language.articles) for language in languages]
    names = _surnames(rng, SURNAMES)
    recent: list[str] = []
    for number in range(count):
        roll = rng.random()
        if recent and roll < EXACT_COPY:
            yield rng.choice(recent)
            continue
        if recent and roll < EXACT_COPY + NEAR_COPY:
            paragraphs = rng.choice(recent).split("\n\n")
            if len(paragraphs) > 3:
                paragraphs.pop(rng.randrange(2, len(paragraphs)))
            yield "\n\n".join([*paragraphs, f"(Wire {number})"])
            continue
        body = _article(rng, rng.choices(languages, weights)[0], names)
        day = f"{rng.randrange(2015, 2025)}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
        is_dated = rng.random() < 0.7 or of_day is not None
        text = (
            (f" date {of_day or day} " if is_dated else "") + "\n\n".join(body) + f"\n\n{rng.choice(names)} {rng.choice(names)}, {number}\n"
        )
        if len(recent) < 1000:
            recent.append(text)
        else:
            recent[rng.randrange(1000)] = text
        yield text


def made_from() -> str:
    """What the articles are recombined from, for those who read the figures."""
    count = sum(len(language.articles) for language in _languages())
    if RAW.is_dir():
        return f"recombined from {count:,} articles of seeds/sample and ../shared/raw"
    return f"recombined from the {count:,} articles of seeds/sample alone, so few that many fall into a few stories, as no news does"


def write(folder: Path, count: int, seed: int = 1, of_day: date | None = None) -> int:
    """Write a corpus below ``folder``; returns its bytes."""
    total = 0
    for number, text in enumerate(articles(count, seed, of_day)):
        if number % PER_FOLDER == 0:
            (folder / f"{number // PER_FOLDER:04d}").mkdir(parents=True, exist_ok=True)
        data = text.encode()
        (folder / f"{number // PER_FOLDER:04d}" / f"{number:07d}.txt").write_bytes(data)
        total += len(data)
    return total


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("count", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--of-day", type=date.fromisoformat, help="all of one day, as what a refresh brings")
    given = parser.parse_args()
    print(f"{write(given.folder, given.count, given.seed, given.of_day):,} bytes in {given.count:,} files, {made_from()}")
