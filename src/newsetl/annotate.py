"""One raw document in, its rows out: the readers of ``text`` called in order."""

from __future__ import annotations

import re
from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from newsetl.contracts import STEPS
from newsetl.errors import Rejected
from newsetl.reference import Reference
from newsetl.text import dates, header, language, names, published, quotations, sentences, sketch, terms
from newsetl.text.decode import decode
from newsetl.text.model import Decoded, Header, Mention, Published, Sentence

Rows = dict[str, list[tuple[Any, ...]]]

READING_VERSION = "1"  # raise when title, byline or the order of the readers change what is stored
TITLES_VERSION = "1"  # raise when which titles are searched for topic terms changes
_FILE_NAME = re.compile(r"(?:(\d{1,9})_)?([0-9a-fA-F]{16})(?:\.|$)")  # NNN_<16 hex>.txt, as the seed documents
_WORD = re.compile(r"\w+")
_LETTER = re.compile(r"[^\W\d_]")


class Source(NamedTuple):
    """Where a document comes from; its file name may tell a date."""

    seq: int
    document_id: str
    path: str


class Unread(NamedTuple):
    """A document to be read: its bytes, or its text where it was decoded before."""

    text: bytes | Decoded
    source: Source
    steps: Collection[str]
    known_language: str | None = None  # of an earlier reading


class Annotator:
    """The readers of a process, built once from the reference lists."""

    def __init__(self, reference: Reference, expected: Collection[str] = (), today: date | None = None) -> None:
        """``expected`` languages are a prior of the detection; ``today`` bounds dates of publication."""
        self.reference = reference
        self.expected: Mapping[str, float] | None = dict.fromkeys(expected, 1.0) or None
        self.today = today or date.today()
        self.names = names.NameFinder(reference)
        self.terms = terms.TermFinder(reference)
        self.quotations = quotations.QuotationFinder(reference)
        self._versions: dict[str, dict[str, str]] = {}

    def versions(self, language_code: str) -> dict[str, str]:
        """The version of each step for texts of a language; a stored version that differs is out of date."""
        if language_code not in self._versions:
            expected = ",".join(sorted(self.expected or ()))
            reading = ".".join(
                (
                    READING_VERSION,
                    header.VERSION,
                    language.VERSION,
                    sentences.VERSION,
                    published.VERSION,
                    *((expected,) if expected else ()),
                )
            )
            found = self.names.version(language_code)
            self._versions[language_code] = {
                "reading": reading,
                "names": found,
                "dates": dates.VERSION,
                "quotations": f"{self.quotations.version(language_code)}/{found}",
                "topics": f"{self.terms.version(language_code)}.{TITLES_VERSION}",
                "sketch": sketch.VERSION,
            }
        return self._versions[language_code]

    def read(self, data: bytes, source: Source, rows: Rows) -> None:
        """Decode and annotate a new document; its rows are added to ``rows``.

        Raises:
            Rejected: nothing was added.
        """
        (failure,) = self.read_together([Unread(data, source, STEPS)], rows)
        if failure is not None:
            raise failure

    def read_together(self, documents: Sequence[Unread], rows: Rows) -> list[Exception | None]:
        """Annotate documents reader by reader rather than one after the other; their rows are added to ``rows`` in order.

        The tables of a reader stay in the cache of the processor while it is at work, and those of a language while its texts are
        read, one after the other: a quarter of the time.

        Returns:
            For each document what went wrong, ``None`` where nothing did; nothing was added for one that failed.
        """
        results: list[Rows | Exception] = [{} for _ in documents]
        going = [(number, self._reading(document)) for number, document in enumerate(documents)]
        answers: dict[int, list[Mention] | Exception] = {}
        languages: dict[int, str] = {}
        while going:
            asked: list[tuple[int, names.Body]] = []
            told = len(languages)
            for item in list(going):
                number, reading = item
                try:
                    answer = answers.pop(number, None)
                    wanted = reading.throw(answer) if isinstance(answer, Exception) else reading.send(answer)
                    if isinstance(wanted, str):
                        languages[number] = wanted
                    elif wanted is not None:
                        asked.append((number, wanted))
                    continue
                except StopIteration as end:
                    results[number] = end.value
                except MemoryError:
                    raise
                except Exception as error:  # a text that a reader stumbles over must not stop the others
                    results[number] = error
                going.remove(item)
            if len(languages) > told:
                going.sort(key=lambda item: languages[item[0]])
            if asked:
                answers = dict(zip([number for number, _ in asked], self._names([body for _, body in asked]), strict=True))
        for result in results:
            if not isinstance(result, Exception):
                for name, found in result.items():
                    rows.setdefault(name, []).extend(found)
        return [result if isinstance(result, Exception) else None for result in results]

    def _names(self, bodies: list[names.Body]) -> list[list[Mention] | Exception]:
        """The names of each text, or what went wrong with it."""
        try:
            return [*self.names.find_many(bodies)]
        except MemoryError:
            raise
        except Exception as error:
            if len(bodies) == 1:
                return [error]
            return [found for body in bodies for found in self._names([body])]

    def _reading(self, document: Unread) -> Generator[names.Body | str | None, list[Mention] | None, Rows]:
        """Run the readers that the steps need, yielding between them, once the language; returns the rows of just these steps.

        Names are asked for rather than looked up here: the body is yielded and its names are sent, so that they are found in
        many texts at once.

        What a step rests on (sentences, names) is read again rather than fetched: it is cheaper than carrying it. Not so
        the language, which costs as much as a step.

        Raises:
            Rejected: the text is not an article.
        """
        text_or_data, source, steps, known_language = document
        decoded = decode(text_or_data) if isinstance(text_or_data, bytes) else text_or_data
        text = decoded.text
        head = header.read_header(text)
        body = text[head.body_start : head.body_end]
        if not (_WORD if head.fields else _LETTER).search(body):  # figures behind a header are a text of figures
            if head.fields:
                raise Rejected("header_only", "a header with no text behind it: check how the file was made")
            raise Rejected("no_text", "no letter in the text: not an article")
        yield None
        reading, fit = language.read_language(body, self.expected) if known_language is None else (None, None)
        code = reading.language if reading else known_language or "und"
        yield code
        blocks = sentences.split_sentences(text, code, head.body_start, head.body_end)
        key = (source.seq, source.document_id)
        out: Rows = {}

        yield None
        dated: Published | None = None
        if "reading" in steps or "dates" in steps:
            file_name = source.path.rsplit("/", 1)[-1]
            dated = published.publication_date(text, head, file_name, blocks, code, self.today)
        if "dates" in steps:
            out["dates"] = [
                (*key, sentence, start, end, text[start:end], *rest)
                for sentence, start, end, *rest in dates.find_dates(text, blocks, code, dated)
            ]
        yield None
        if "reading" in steps and dated is not None and reading is not None:
            own = language.detect_sentence_languages(text, blocks, reading, fit, head.body_start)
            out["documents"] = [(*key, *_document(decoded, head, body, blocks, source.path), *reading[:3], *dated)]
            out["document_metadata"] = [(*key, *field) for field in head.fields]
            out["language_candidates"] = [(*key, rank, *candidate) for rank, candidate in enumerate(reading.candidates, 1)]
            out["sentences"] = [
                (*key, no, start, end, kind, None if spoken == code else spoken, text[start:end])
                for no, ((start, end, kind), spoken) in enumerate(zip(blocks, own, strict=True))
            ]
        mentions: list[Mention] = []
        if "names" in steps or "quotations" in steps:
            mentions = (yield names.Body(text, blocks, code, head.body_start, head.body_end)) or []
        if "names" in steps:
            out["mentions"] = [
                (*key, no, sentence, start, end, text[start:end], *rest) for no, (sentence, start, end, *rest) in enumerate(mentions)
            ]
        yield None
        if "quotations" in steps:
            out["quotations"] = [(*key, no, *quotation) for no, quotation in enumerate(self.quotations.find(text, blocks, code, mentions))]
        yield None
        if "topics" in steps:
            in_title = self.terms.find(text, _title_in_header(text, head, blocks), code)
            out["topic_hits"] = [(*key, None, start, end, text[start:end], term) for _, start, end, term in in_title] + [
                (*key, sentence, start, end, text[start:end], term) for sentence, start, end, term in self.terms.find(text, blocks, code)
            ]
        yield None
        if "sketch" in steps:
            out["sketches"] = [(*key, *row) for row in sketch.sketch(text, blocks)]
        versions = self.versions(code)
        out["annotations"] = [(*key, step, versions[step]) for step in steps]
        return out


def _title_in_header(text: str, head: Header, blocks: list[Sentence]) -> list[Sentence]:
    """The title that the header gives, as a block to search for topic terms; none where the text begins with it again."""
    titles = [field for field in head.fields if field.key == "title" and field.char_end <= head.body_start]
    if not titles:
        return []
    title = Sentence(titles[0].char_start, titles[0].char_end, "heading")
    first = text[blocks[0].char_start : blocks[0].char_end] if blocks else ""
    return [] if _WORD.findall(first) == _WORD.findall(text[title.char_start : title.char_end]) else [title]


def _document(decoded: Decoded, head: Header, body: str, blocks: list[Sentence], path: str) -> Iterator[Any]:
    """The columns of ``core.documents`` from source_seq to word_count."""
    text = decoded.text
    fields = {field.key: field.value or field.value_raw for field in reversed(head.fields)}  # the first of a kind stands
    title: str | None = fields.get("title")
    title_source = "header" if title else None
    if not title and blocks and blocks[0].kind == "heading":
        title, title_source = text[blocks[0].char_start : blocks[0].char_end], "heading"
    name = _FILE_NAME.match(path.rsplit("/", 1)[-1])
    yield int(name[1]) if name and name[1] else None
    yield name[2].lower() if name else None
    yield title
    yield title_source
    yield fields.get("byline")
    yield fields.get("source") or fields.get("agency")
    yield fields.get("url")
    yield text
    yield decoded.encoding
    yield decoded.rule
    yield decoded.repair
    yield head.body_start
    yield head.body_end
    yield len(body)
    yield len(_WORD.findall(body))
