"""DataCite's resources."""

from kg.records import Affiliation, SubjectHeading

RESOURCE = """<resource xmlns="http://datacite.org/schema/kernel-4"><identifier
identifierType="DOI">10.5555/Data.1</identifier><creators><creator><creatorName
nameType="Personal">Lee, Ann B.</creatorName><givenName>Ann B.</givenName><familyName>Lee
</familyName><nameIdentifier nameIdentifierScheme="ORCID">0000-0002-1825-0097</nameIdentifier>
<affiliation affiliationIdentifier="https://ror.org/01xtthb56"
affiliationIdentifierScheme="ROR">University of Oslo</affiliation></creator><creator><creatorName
nameType="Organizational">MILL Group</creatorName></creator></creators><titles><title
titleType="AlternativeTitle">MW</title><title>Logs of mills</title></titles><publisher>Zenodo
</publisher><publicationYear>2021</publicationYear><resourceType
resourceTypeGeneral="Dataset">Logs</resourceType><subjects><subject>wind</subject><subject
subjectScheme="LCSH">Mills</subject></subjects><language>en</language><descriptions><description
descriptionType="Methods">By hand.</description><description descriptionType="Abstract">We log.
</description></descriptions><relatedIdentifiers><relatedIdentifier relatedIdentifierType="DOI"
relationType="Cites">10.5555/m.2</relatedIdentifier><relatedIdentifier relatedIdentifierType="DOI"
relationType="IsVersionOf">10.5555/m.3</relatedIdentifier></relatedIdentifiers></resource>"""


def test_a_resource(read):
    (document,), rejects, _ = read(RESOURCE)
    assert rejects == []
    assert document.text == "Logs of mills\nWe log."
    lee, group = document.authors
    assert (lee.name, lee.orcid) == ("Lee, Ann B.", "0000-0002-1825-0097")
    assert lee.affiliations == (Affiliation("University of Oslo", "01xtthb56"),)
    assert group.name == "MILL Group"
    assert (document.doi, document.year, document.type) == (
        "10.5555/data.1",
        2021,
        "Dataset",
    )
    assert document.keywords == ("wind",)
    assert document.subjects == (SubjectHeading("LCSH", "Mills"),)
    assert document.references == ("10.5555/m.2",)


def test_resources_within_an_answer_of_oai_pmh(read):
    record = "<record><header><identifier>x</identifier></header><metadata>{}</metadata></record>"
    payload = "<oai_datacite><schemaVersion>4</schemaVersion><payload>{}</payload></oai_datacite>"
    texts = [record.format(RESOURCE), record.format(payload.format(RESOURCE))]
    documents, rejects, _ = read(
        f"<OAI-PMH><ListRecords>{''.join(texts)}</ListRecords></OAI-PMH>"
    )
    assert [document.title for document in documents] == ["Logs of mills"] * 2
    assert rejects == []
