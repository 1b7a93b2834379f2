import pytest

from kg.sources.records.calendar.summaries import is_called_off, split_summary


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Ann Lee (Oslo): On mills", ("Ann Lee (Oslo)", "On mills", "")),
        ("Ann Lee – On mills: a survey", ("Ann Lee", "On mills: a survey", "")),
        ("Ann Lee, “On mills”", ("Ann Lee", "On mills", "")),
        ("On mills - Ann Lee (University of Oslo)",
         ("Ann Lee (University of Oslo)", "On mills", "")),
        ("On mills by Ann Lee", ("Ann Lee", "On mills", "")),
        ("On mills (Ann Lee, University of Oslo)",
         ("Ann Lee, University of Oslo", "On mills", "")),
        ("Geometry seminar: Ann Lee (Oslo)", ("Ann Lee (Oslo)", "", "Geometry seminar")),
        ("[Colloquium] Ann Lee: On mills", ("Ann Lee", "On mills", "Colloquium")),
        ("Séminaire: Jean Dupont (CNRS) – Sur les moulins",
         ("Jean Dupont (CNRS)", "Sur les moulins", "Séminaire")),
        ("Ann Lee: TBA", ("Ann Lee", "", "")),
        ("Ann Lee", ("Ann Lee", "", "")),
        ("On mills", ("", "On mills", "")),
        ("Spectral theory: old and new", ("", "Spectral theory: old and new", "")),
        ("Weekly seminar", ("", "", "Weekly seminar")),
        ("", ("", "", "")),
    ],
)  # fmt: skip
def test_lines_of_events_have_parts(line, parts):
    assert tuple(split_summary(line)) == parts


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("CANCELED - On mills", True),
        ("Abgesagt: X", True),
        ("On cancelled mills", False),
    ],
)
def test_what_is_called_off_says_so_first(line, answer):
    assert is_called_off(line) is answer


def test_a_line_of_any_length_is_read():
    assert split_summary("a: b - c (" * 50_000).speakers == ""
