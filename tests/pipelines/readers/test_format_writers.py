from pipelines.readers.format_writers import WRITERS
from pipelines.readers.made_up_works import make_works


def test_every_format_has_a_file_of_its_own():
    texts = {name: write(make_works()) for name, write in WRITERS.items()}
    assert len(set(texts.values())) == len(WRITERS) == 12
    assert all(
        text.count("\n") or name.endswith(".json") for name, text in texts.items()
    )
