import pytest

from kg.records import Document, Remark
from pipelines.accounting.account import account_for, account_of

TEXT = (
    "We ask how long a walk on a growing graph needs until every vertex was seen. " * 2
)
ENTRY = "@misc{a, title = {On\n\n mills}\n}"


def document(**lines):
    return Document(id="", source="x", text="x", sections=(), **lines)


@pytest.mark.parametrize(
    ("text", "items", "counts"),
    [
        (TEXT, [], (0, 0, len(TEXT))),
        (TEXT, [document(first_line=0, last_line=0)], (len(TEXT), 0, 0)),
        (TEXT, [Remark("x", None, "refused")], (0, len(TEXT), 0)),
        (TEXT, [Remark("x", None, "not UTF-8", lost=False)], (0, 0, len(TEXT))),
        (f"Home\n\n{TEXT}", [Remark("x", 1, "odd")], (0, 0, len(TEXT))),
        (f"Home\n\n{TEXT}", [Remark("x", 1, "odd", last=3)], (0, len(TEXT), 0)),
        (ENTRY, [document(record_line=1)], (20, 0, 0)),
        (f'% Mine: {TEXT[:70]}\n@string{{a = "An uncommon journal"}}', [], (0, 0, 0)),
        (f'% Mine: {TEXT[:70]} @string{{a = "An odd journal"}}', [], (0, 0, 0)),
        ('{"a": 1}\n{"a": 2}', [document(record_line=1)], (8, 0, 8)),
    ],
)
def test_characters_are_in_documents_in_remarks_or_unsaid(text, items, counts):
    account = account_of(text.split("\n"), items)
    assert (account.in_documents, account.in_remarks, account.unsaid) == counts
    assert account.characters == sum(counts)


def test_an_entry_ends_where_its_brace_closes():
    entries = f"@misc{{a, title={{A}}\n}} @misc{{b, title={{B\n\n{TEXT}}}\n}} @misc{{c\n{ENTRY}"
    items = [document(record_line=1), document(record_line=2)]
    account = account_of(entries.split("\n"), items)
    assert (account.in_remarks, account.losses) == (0, [(5, 6)])


def test_a_file_is_read_and_counted(tmp_path):
    (tmp_path / "x.txt").write_text(TEXT)
    account = account_for(tmp_path / "x.txt")
    assert (account.documents, account.in_documents) == (1, len(TEXT))
