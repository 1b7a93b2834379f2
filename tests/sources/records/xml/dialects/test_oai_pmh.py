"""Answers of OAI-PMH with metadata of each dialect."""

import pytest

PAYLOADS = {
    "oai_dc": '<oai_dc:dc xmlns:dc="d"><dc:title>Mills</dc:title><dc:creator>Lee, Ann'
    "</dc:creator><dc:date>2019</dc:date></oai_dc:dc>",
    "arXiv": "<arXiv><id>0704.1</id><created>2019-01-01</created><authors><author><keyname>Lee"
    "</keyname><forenames>Ann</forenames></author></authors><title>Mills</title></arXiv>",
    "arXivRaw": "<arXivRaw><id>0704.1</id><version><date>1 Jan 2019</date></version><title>Mills"
    "</title><authors>Ann Lee</authors></arXivRaw>",
    "mods": "<mods:mods><mods:titleInfo><mods:title>Mills</mods:title></mods:titleInfo><mods:name>"
    "<mods:namePart>Lee, Ann</mods:namePart></mods:name><mods:originInfo><mods:dateIssued>2019"
    "</mods:dateIssued></mods:originInfo></mods:mods>",
    "jats": "<article><front><article-meta><title-group><article-title>Mills</article-title>"
    "</title-group><contrib-group><contrib><string-name>Ann Lee</string-name></contrib>"
    "</contrib-group><pub-date><year>2019</year></pub-date></article-meta></front></article>",
    "marcxml": "<record><datafield tag='245'><subfield code='a'>Mills /</subfield></datafield>"
    "<datafield tag='100'><subfield code='a'>Lee, Ann,</subfield></datafield><datafield tag='260'>"
    "<subfield code='c'>c2019.</subfield></datafield></record>",
}


def record(payload, number=1):
    return (
        f"<record><header><identifier>oai:x:{number}</identifier><datestamp>2024-01-01"
        f"</datestamp></header><metadata>\n{payload}</metadata></record>"
    )


def answer(*records):
    return f"<OAI-PMH><ListRecords>{''.join(records)}</ListRecords></OAI-PMH>"


@pytest.mark.parametrize("name", PAYLOADS)
def test_metadata_of_each_dialect(read, name):
    documents, rejects, _ = read(answer(*(record(PAYLOADS[name], n) for n in (1, 2))))
    assert rejects == []
    assert [document.id for document in documents] == ["oai:x:1", "oai:x:2"]
    for document in documents:
        assert (document.title, document.year) == ("Mills", 2019)
        assert document.authors[0].name in ("Lee, Ann", "Ann Lee")


def test_what_is_no_work_is_counted(read):
    gone = (
        "<record><header status='deleted'><identifier>x</identifier></header></record>"
    )
    thesis = record("<etd:thesis><title>A</title></etd:thesis>")
    documents, rejects, warnings = read(
        answer(gone, gone, thesis, record(PAYLOADS["oai_dc"]))
    )
    assert (len(documents), rejects) == (1, [])
    assert "2 records are no works (deleted): not read" in warnings
    assert (
        "1 record is no work (<thesis> of no dialect that is known): not read"
        in warnings
    )


def test_answers_one_behind_another(read):
    text = answer(record(PAYLOADS["mods"])) + "\n<?xml version='1.0'?>\n"
    documents, rejects, _ = read(text + answer(record(PAYLOADS["oai_dc"])))
    assert ([d.title for d in documents], rejects) == (["Mills", "Mills"], [])


@pytest.mark.parametrize("root", ["<ListRecords>{}</ListRecords>", "{}"])
def test_records_without_their_answer(read, root):
    documents, rejects, _ = read(root.format(record(PAYLOADS["jats"])))
    assert ([document.title for document in documents], rejects) == (["Mills"], [])


def test_of_a_record_without_header_the_marc_within_is_read(read):
    whole = record(PAYLOADS["jats"])
    documents, rejects, _ = read(
        f"<ListRecords>{PAYLOADS['marcxml']}{whole}</ListRecords>"
    )
    assert ([document.title for document in documents], rejects) == (
        ["Mills", "Mills"],
        [],
    )
    documents, rejects, _ = read(f"<ListRecords><record/>{whole}</ListRecords>")
    assert (len(documents), rejects) == (1, ["a record without title and abstract"])


def test_a_record_that_is_never_closed_costs_itself(read):
    broken = record(PAYLOADS["marcxml"]).removesuffix("</record>")
    documents, rejects, _ = read(answer(broken, record(PAYLOADS["marcxml"], 2)))
    assert [document.id for document in documents] == ["oai:x:2"]
    assert rejects == ["a broken <record>: it is never closed; not read"]
