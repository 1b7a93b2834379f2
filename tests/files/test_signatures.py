import pytest

from kg.errors import SourceError
from kg.files.signatures import (
    SIGNATURES,
    refuse_binary,
    refuse_markup,
    refuse_no_text,
    refuse_signatures,
)


@pytest.mark.parametrize("signature", SIGNATURES, ids=lambda row: row.what)
def test_every_signature_is_refused_by_its_name(signature):
    data = b"\1" * signature.place + signature.mark
    with pytest.raises(SourceError, match=signature.what):
        refuse_signatures(data)
    with pytest.raises(SourceError, match=signature.advice):
        refuse_no_text(data)


@pytest.mark.parametrize("text", [b"PDF", b"words of a text", b"< html", b"a\tb\x07"])
def test_text_is_let_through(text):
    refuse_signatures(text)
    refuse_binary(text)
    refuse_markup(text)


@pytest.mark.parametrize(
    "text", [b"<?xml version='1.0'?>", b" \n<HTML>", b"<!doctype x"]
)
def test_markup_is_refused(text):
    with pytest.raises(SourceError, match="markup"):
        refuse_markup(text)


def test_many_control_characters_are_no_text():
    with pytest.raises(SourceError, match="binary"):
        refuse_binary(bytes(range(9)) * 9)
