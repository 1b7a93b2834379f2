"""The clock is a made-up one: no test looks at the machine's."""

from kg.records import Document, Section
from pipelines.common.comparison import Round, compare, table

TEXT = "We train deep neural networks by gradient descent."


def _documents(count):
    sections = (Section(0, len(TEXT), "body"),)
    return [Document(str(n), "t.txt", TEXT, sections) for n in range(count)]


class _Clock:
    """Stands still but for what readers of documents take."""

    def __init__(self):
        self.now, self.read = 0.0, []

    def reader(self, name, seconds):
        def read(documents):
            self.now += seconds * len(documents)
            self.read.append((name, [document.id for document in documents]))

        return read


def test_both_read_every_chunk_in_turns():
    clock = _Clock()
    ours, theirs = clock.reader("ours", 1.0), clock.reader("theirs", 4.0)
    done = compare(_documents(5), ours, theirs, rounds=2, clock=lambda: clock.now)
    assert done == [Round(3, 3.0, 12.0), Round(2, 2.0, 8.0)]
    warm_up, rounds = clock.read[:2], clock.read[2:]
    assert [name for name, _ in warm_up] == ["ours", "theirs"]
    assert rounds == [
        ("ours", ["0", "1", "2"]),
        ("theirs", ["0", "1", "2"]),
        ("theirs", ["3", "4"]),
        ("ours", ["3", "4"]),
    ]


def test_the_table_has_rates_ratio_and_spread():
    words = table([Round(10, 1.0, 4.0), Round(10, 1.0, 2.0)], names=("kg", "other"))
    rows = [row.split() for row in words.splitlines()]
    assert rows[0][:2] == ["kg", "10.0"]
    assert rows[1][:2] == ["other", "3.3"]
    assert rows[2] == ["ratio", "3.00"]
    assert "2.00 to 4.00, median 3.00 (2 rounds)" in words
