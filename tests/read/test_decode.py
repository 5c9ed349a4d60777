"""Bytes in every encoding that reports come in, and what can't be seen in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.read import RawInput, raw_text
from sayso.read.decode import clean_text, decode_text
from sayso.records import report_id

SENTENCE = "Shells fell on the town’s café on Tuesday, the “mayor” said."


def raw(data: bytes, kind: str = "text") -> RawInput:
    return RawInput(id=report_id(data), uri="x", data=data, kind=kind)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings(codec):
    text = (
        SENTENCE
        if "16" not in codec
        else SENTENCE.replace("’", "'").replace("“", '"').replace("”", '"').replace("é", "e")
    )
    assert decode_text(raw(text.encode(codec))) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "empty", id="nothing"),
        pytest.param(b" \n\t", "empty", id="white space"),
        pytest.param(b"%PDF-1.7 text", "binary", id="pdf"),
        pytest.param(b"PK\x03\x04" + b"a" * 90, "binary", id="zip"),
        pytest.param(bytes(range(256)) * 9, "binary", id="noise"),
        pytest.param(b"\xff\xfeS\x00h\x00e\x00\xd8\xd8\xd8", "encoding", id="broken utf-16"),
    ],
)
def test_refused(data, code):
    with pytest.raises(InputRefused) as refusal:
        decode_text(raw(data))
    assert refusal.value.code == code
    assert str(refusal.value).count(".") == 1


def test_declared_charset_of_a_page():
    page = '<html><head><meta charset="windows-1251"></head><body>Привет</body></html>'.encode("cp1251")
    assert "Привет" in decode_text(raw(page, "html"))


def test_a_cut_character_is_left_out():
    data = ("“Many” cafés, “many” crêpes. " * 3).encode() + b"\xe2\x80"
    assert decode_text(raw(data)).endswith("crêpes. ")


@pytest.mark.parametrize(
    ("given_text", "kept"),
    [
        pytest.param("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne", id="line ends"),
        pytest.param("Idl\u00adib\u200b and\ufeff Ham\x00a", "Idlib and Hama", id="invisible"),
        pytest.param("safe\u202eevil\u202c\u2066x\u2069", "safeevilx", id="bidirectional overrides"),
        pytest.param("Cafe\u0301", "Café", id="composed"),
        pytest.param("10\u00a0000\tdead", "10 000 dead", id="spaces"),
        pytest.param("Ministry &amp; army &#8220;x&#8221;", "Ministry & army “x”", id="entities"),
        pytest.param(
            "itâ€™s â€œfallenâ€\x9d, Ã©lite ErdoÄŸan", "it’s “fallen”, élite Erdoğan", id="mojibake put right"
        ),
        pytest.param("“AKÜ”, São Tomé, Åre", "“AKÜ”, São Tomé, Åre", id="no mojibake"),
        pytest.param("AT&T and B&B", "AT&T and B&B", id="ampersands"),
    ],
)
def test_cleaned(given_text, kept):
    assert clean_text(given_text, "x") == kept


def test_lost_characters_are_refused():
    with pytest.raises(InputRefused) as refusal:
        clean_text("Sh�lls f�ll �n th� t�wn", "x")
    assert refusal.value.code == "encoding"


@given(st.text())
def test_cleaning_twice_changes_nothing_that_it_took_away(text):
    try:
        once = clean_text(text, "x")
    except InputRefused:
        return
    assert not any(letter in once for letter in "\r\x00\u202e\u200b\u2028\u00ad\ud800")


def test_lone_surrogates_of_a_string_are_left_out():
    assert raw_text("Hom\ud800s fell.").data == b"Homs fell."
