import pytest

from pipelines.pumps import file_growth
from pipelines.pumps.file_growth import growths, main
from pipelines.pumps.file_shapes import Shape

SIZE = 2000
# Growth a doubling: far above 2, for what else the machine does.
MOST = 3.2
# Seconds: what takes less at 4n tells nothing.
LEAST = 0.2


def test_no_shape_of_file_takes_much_longer_than_it_is_longer():
    names = [shape.name for shape, *seen in growths(SIZE) if _is_slow(*seen)]
    # What another process has disturbed once is asked again.
    slow = [
        shape.name
        for name in names
        for shape, *seen in growths(SIZE, name)
        if shape.name == name and _is_slow(*seen)
    ]
    assert slow == []


def _is_slow(times, ratio):
    return sum(times[-1]) > LEAST and ratio > MOST


def test_the_table_has_a_line_a_shape(monkeypatch, capsys):
    refused = Shape("NULs", ".txt", lambda size: "\0" * size)
    read = Shape("prose", ".txt", lambda size: "We study the flow of ideas. " * 9)
    monkeypatch.setattr(file_growth, "shapes", lambda: iter([read, refused]))
    main(size=100, only="")
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[4] for line in lines] == ["prose", "NULs"]
    assert lines[1].endswith("reading")


def test_a_refused_file_takes_reading_only(tmp_path):
    refused = Shape("nothing", ".txt", lambda _: "")
    found = file_growth.build_seconds(refused, 1, tmp_path)
    assert found.extraction == pytest.approx(0, abs=0.1)
