import pytest

from kg.sources.pages.header_addresses import with_addresses
from kg.sources.pages.header_lines import HeaderLine, header_form


@pytest.mark.parametrize(
    ("lines", "forms"),
    [
        (["Ana Cruz¹", "¹ Zzyx Works"], ["authors", "affiliation"]),
        (["Ana Cruz¹", "² Zzyx Works"], ["authors", "other"]),
        (["Ana Cruz", "Deltares, Delft, Netherlands"], ["authors", "affiliation"]),
        (["On mills", "Winter in Oslo, Norway"], ["other", "other"]),
        (["Ana Cruz", "Lund University", "Box 118"], ["authors", "affiliation", "affiliation"]),
        (["Ana Cruz,", "Zzyx"], ["authors", "authors"]),
        (["Ana Cruz", "Zzyx"], ["authors", "other"]),
    ],
)  # fmt: skip
def test_lines_by_those_above(lines, forms):
    text = "\n".join(lines)
    places = [(text.index(line), text.index(line) + len(line)) for line in lines]
    read = [HeaderLine(header_form(text[a:b]), a, b) for a, b in places]
    assert [line.form for line in with_addresses(text, read)] == forms
