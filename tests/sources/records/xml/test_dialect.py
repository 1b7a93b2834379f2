"""What every dialect says of itself is true of its module."""

import re
from importlib import import_module

import pytest

from kg.files.opening import open_text
from kg.sources.records.record_values import RecordValues
from kg.sources.records.xml.element_parsing import parse_element
from kg.sources.records.xml_records import DIALECTS


@pytest.mark.parametrize("module", DIALECTS.values())
def test_an_empty_record_is_read_as_nothing(module):
    dialect = import_module(module).DIALECT
    read = dialect.reader(open_text("<a/>", name="x.xml"))
    for name in dialect.records:
        for values in read(parse_element(f"<{name}/>").element):
            assert isinstance(values, str) or (values.title, values.authors) == ("", [])
            assert isinstance(values, str | RecordValues)


@pytest.mark.parametrize("module", DIALECTS.values())
def test_names_are_without_prefixes(module):
    dialect = import_module(module).DIALECT
    for name in (*dialect.records, *dialect.paths):
        assert re.fullmatch(r"[A-Za-z_][\w.-]*", name)
