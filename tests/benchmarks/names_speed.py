"""Speed of the name finder: ``python tests/benchmarks/names_speed.py FOLDER [LANGUAGE]`` reads text files and prints ms for 3 KB.

The first number is for words never met before, the second for words remembered; the tokeniser's time in the same run is the
measure of how busy the machine is.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from newsetl.reference import load_reference
from newsetl.text.names import Body, NameFinder
from newsetl.text.names_tokens import pieces
from newsetl.text.sentences import split_sentences
from newsetl.work import TOGETHER

SEEDS = Path(__file__).parents[2] / "seeds"


def main() -> None:
    folder, language = Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "fr"
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))[:300]]
    bodies = [Body(text, split_sentences(text, language, 0, len(text)), language, 0, len(text)) for text in texts]
    size = sum(map(len, texts)) / 3000
    finder = NameFinder(load_reference(SEEDS))

    def run() -> float:
        started = time.process_time()
        for at in range(0, len(bodies), TOGETHER):
            finder.find_many(bodies[at : at + TOGETHER])
        return (time.process_time() - started) / size * 1000

    cold, warm = run(), min(run() for _ in range(5))
    started = time.process_time()
    for text in texts:
        pieces(text)
    tokens = (time.process_time() - started) / size * 1000
    print(f"{len(texts)} texts, {size:.0f} x 3 KB: new words {cold:.2f} ms, known words {warm:.2f} ms, tokeniser alone {tokens:.3f} ms")


if __name__ == "__main__":
    main()
