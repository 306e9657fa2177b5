"""Makes corpora of any size for benchmarks: distinct articles of realistic length, languages, names and copies.

    python tests/benchmarks/corpus.py FOLDER 100000 [--seed 1]

Articles are recombined from the sentences of ``seeds/sample`` and, where it is there, ``../shared/raw``: paragraphs of
three articles of one language in a new order, with other numbers and with surnames drawn from a list, so that every
article has words, names and dates of its own while the language stays that of news. One in twenty is a wire copy of an
earlier one (a paragraph dropped, another agency line), one in a hundred has the same bytes. The same seed gives the same bytes.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TARGET = 3_000  # bytes of UTF-8 an article: the length that the figures are stated for
NEAR_COPY, EXACT_COPY = 0.05, 0.01
PER_FOLDER = 1_000  # files in a folder, as archives keep them
_ONSETS = ["b", "c", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "dr", "gr", "kr", "tr", "st", "sch"]
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ei", "ou"]
_ENDS = ["n", "r", "l", "s", "nd", "rt", "ng", "ck", "tti", "son", "ez", "ov", "eau", "ier", "berg", "man"]
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?؟。]+[»”\"]?(?=\s|$)|$)")
_SURNAME = re.compile(r"(?<=[a-zß-ÿ] )[A-ZÀ-Ý][a-zß-ÿ]{4,}(?= (?:said|told|a déclaré|a dit|sagte|dijo|ha detto|disse)\b)")
_NUMBER = re.compile(r"(?<![\d.,-])[1-9]\d(?![\d.,-])")


def _surnames(rng: random.Random, count: int) -> list[str]:
    return [
        (rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_ENDS)).title()
        for _ in range(count)
    ]


def _materials() -> list[list[list[str]]]:
    """Language groups of articles of paragraphs; a group is a folder of the raw corpus or the sample's articles by script."""
    groups: list[list[list[str]]] = []
    raw = ROOT.parent / "shared" / "raw"
    folders = [*sorted(path for path in (ROOT / "seeds" / "sample").iterdir() if path.is_dir() and path.name != "broken")]
    if raw.is_dir():
        folders += sorted(path for path in raw.iterdir() if path.is_dir())
    for folder in folders:
        articles = []
        for path in sorted(folder.glob("*.txt")):
            text = path.read_text(encoding="utf-8", errors="ignore")
            sentences = [match[0].strip() for match in _SENTENCE.finditer(text) if len(match[0].strip()) > 25]
            if len(sentences) >= 4:
                articles.append([" ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)])
        if articles:
            groups.append(articles)
    return groups


def articles(count: int, seed: int = 1) -> Iterator[str]:
    """``count`` texts."""
    rng = random.Random(seed)
    groups = _materials()
    weights = [len(group) for group in groups]
    names = _surnames(rng, 20_000)
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
        group = rng.choices(groups, weights)[0]
        pool = [paragraph for article in rng.choices(group, k=3) for paragraph in article]
        rng.shuffle(pool)
        body: list[str] = []
        size = 0
        target = rng.gauss(TARGET, TARGET / 4)
        while size < target:
            paragraph = pool[len(body) % len(pool)]
            paragraph = _NUMBER.sub(lambda _: str(rng.randrange(11, 99)), paragraph)
            paragraph = _SURNAME.sub(lambda _: rng.choice(names), paragraph)
            body.append(paragraph)
            size += len(paragraph.encode())
        day = f"{rng.randrange(2015, 2025)}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"
        text = (
            (f" date {day} " if rng.random() < 0.7 else "") + "\n\n".join(body) + f"\n\n{rng.choice(names)} {rng.choice(names)}, {number}\n"
        )
        if len(recent) < 1000:
            recent.append(text)
        else:
            recent[rng.randrange(1000)] = text
        yield text


def write(folder: Path, count: int, seed: int = 1) -> int:
    """Write a corpus below ``folder``; returns its bytes."""
    total = 0
    for number, text in enumerate(articles(count, seed)):
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
    given = parser.parse_args()
    print(f"{write(given.folder, given.count, given.seed):,} bytes in {given.count:,} files")
