from pipelines.readers.example_files import EXAMPLES
from pipelines.readers.formats import main, rows


def test_a_format_has_a_row_with_what_is_read_of_what_is_there():
    example = next(example for example in EXAMPLES if example.name == "jstor.ris")
    (row,) = rows([example._replace(affiliations=2)])
    assert row == "RIS\t1\t1/1\t1/1\t0/2\t1/1"


def test_the_table_has_all_formats(capsys):
    main()
    names = {line.split("\t")[0] for line in capsys.readouterr().out.split("\n")[1:]}
    assert names >= {example.format for example in EXAMPLES}
