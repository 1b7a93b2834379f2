import io
import pickle

import pytest

from kg.worker import (
    Answer,
    Call,
    answer_task,
    make_portable,
    read_message,
    write_message,
)


class OddError(Exception):
    def __init__(self, one, two):
        super().__init__(f"{one} {two}")


@pytest.mark.parametrize("message", [b"a", b"\0" * 100_000])
def test_a_message_is_read_as_it_was_written(message):
    stream = io.BytesIO()
    write_message(stream, message)
    write_message(stream, b"next")
    stream.seek(0)
    assert read_message(stream) == message
    assert read_message(stream) == b"next"
    assert read_message(stream) is None


@pytest.mark.parametrize("kept", range(12))
def test_half_a_message_is_none(kept):
    stream = io.BytesIO()
    write_message(stream, b"abcd")
    assert read_message(io.BytesIO(stream.getvalue()[:kept])) is None


def test_a_call_is_made():
    answer = pickle.loads(
        answer_task(pickle.dumps(Call(max, ([1, 3],), {"default": 0})))
    )
    assert answer == Answer(3)


def test_an_error_has_the_lines_that_raised_it():
    with pytest.raises(ZeroDivisionError) as raised:
        answer_task(pickle.dumps(Call(divmod, (1, 0), {})))
    error = pickle.loads(pickle.dumps(make_portable(raised.value)))
    assert isinstance(error, ZeroDivisionError)
    assert "answer_task" in error.__notes__[0]


def test_an_error_that_cannot_be_made_again_is_told_in_words():
    error = make_portable(OddError("a", "b"))
    assert type(error) is RuntimeError
    assert "OddError: a b" in str(error)
