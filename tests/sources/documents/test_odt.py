import io
import zipfile

import pytest

from kg.errors import SourceError
from kg.files.opening import open_data
from kg.sources.documents import odt
from kg.sources.readers import read

TEXT = "We ask how the mills of the north turn, and find that the wind alone turns them, day and"
TEXT += " night, for as long as it blows over the hills."


def opendocument(body, name="content.xml"):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        made.writestr(name, f"<o:d xmlns:o='x' xmlns:t='y'>{body}</o:d>")
    return file.getvalue()


def test_talks_of_a_document_are_read(tmp_path):
    talk = "<t:h>%s</t:h><t:p>Speaker: Ann Lee</t:p><t:p>Abstract: " + TEXT + "</t:p>"
    (tmp_path / "x.odt").write_bytes(opendocument(talk % "On mills" + talk % "On rye"))
    first, second = read([tmp_path / "x.odt"])
    assert (first.title, first.record_line) == ("On mills", 1)
    assert (second.title, second.record_line) == ("On rye", 4)


def test_a_document_without_content_or_words():
    with pytest.raises(SourceError, match="without its content"):
        list(odt.parse(open_data(opendocument("", "styles.xml"), name="x")))
    (text,) = odt.parse(open_data(opendocument(""), name="x"))
    assert text.lines == ()
