"""How many short texts are read right, in the languages and encodings they come in.

    python -m pipelines.encodings.score

Reads: short_texts.json beside this file, texts by language with the encodings that
people use for it. Prints: a line a language, texts right of all, in its own encodings
and in Unicode with and without a byte order mark; then what was wrong.
"""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from kg.errors import SourceError
from kg.files.decoding import Decoder
from pipelines.common.command import run

TEXTS = Path(__file__).with_name("short_texts.json")


class Sample(NamedTuple):
    """A text in an encoding, which is Unicode or one of its language's own."""

    language: str
    encoding: str
    is_unicode: bool
    text: str

    def is_read_right(self) -> bool:
        """Tell whether the text comes out as it was written."""
        try:
            return Decoder().feed(self.text.encode(self.encoding)) == self.text
        except SourceError:
            return False


def samples(path: Path = TEXTS) -> Iterator[Sample]:
    """Yield each text in each encoding that has all of its characters."""
    data = json.loads(path.read_text(encoding="utf-8"))
    for language, entry in data["languages"].items():
        for text in entry["texts"]:
            for encoding in entry["encodings"]:
                if _can_encode(text, encoding):
                    yield Sample(language, encoding, is_unicode=False, text=text)
            for encoding in data["everywhere"]:
                yield Sample(language, encoding, is_unicode=True, text=text)


def _can_encode(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    """Read all texts, and print the table."""
    right: Counter[tuple[str, bool]] = Counter()
    tried: Counter[tuple[str, bool]] = Counter()
    wrong = []
    for sample in samples():
        is_right = sample.is_read_right()
        for key in ((sample.language, sample.is_unicode), ("all", sample.is_unicode)):
            tried[key] += 1
            right[key] += is_right
        if not is_right:
            wrong.append(f"  {sample.encoding:12} {sample.text[:50]}")
    print(f"{'':22}{'own encodings':>14}{'Unicode':>14}")
    for language in dict.fromkeys(language for language, _ in tried):
        own, wide = (
            f"{right[language, kind]} of {tried[language, kind]}"
            for kind in (False, True)
        )
        print(f"{language:22}{own:>14}{wide:>14}")
    print("\n".join(["", "wrong:", *wrong]))


if __name__ == "__main__":
    run(main)
