"""Bytes -> text whose code points can be counted on: decoded, cleaned of what can't be seen, line ends made one."""

from __future__ import annotations

import codecs
import html
import re
import unicodedata

from charset_normalizer import from_bytes

from sayso.read.raw import RawInput
from sayso.read.refusals import refused

_SAMPLE = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"SQLite format",
    b"{\\rtf",
    b"\xd0\xcf\x11\xe0",
)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b") + b"\x7f"
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_ALIASES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}

_MOST_CONTROLS, _MOST_HIGH, _MOST_CHAOS, _MOST_LOST = 0.05, 0.05, 0.1, 0.01

_LINE_END = re.compile("[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\ufdd0-\ufdef\ud800-\udfff]+"
)
_ENTITY = re.compile(r"&(?:amp|quot|apos|nbsp|lt|gt|[lr][sd]quo|[nm]dash|hellip|#\d{1,6}|#x[0-9a-fA-F]{1,5});")


def _cp1252(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))


_BYTE_OF = {chr(byte): byte for byte in range(256)} | {_cp1252(byte): byte for byte in range(256)}
_LATE = "".join({letter for letter, byte in _BYTE_OF.items() if 0x80 <= byte < 0xC0})
_LATE_SURE = re.escape("".join(sorted(set(_LATE) - set("‘’“”‚„–—«»"))))
_LATE_ANY = re.escape("".join(sorted(_LATE)))
_MOJIBAKE_LEADS = "ÂÃÄÅâð"
_MOJIBAKE = re.compile(rf"(?:[ÂÃ][{_LATE_ANY}]|[ÄÅ][{_LATE_SURE}]|â[{_LATE_ANY}]{{2}}|ð[{_LATE_ANY}]{{3}})+")


def decode_text(raw: RawInput) -> str:
    """The input's bytes in, its text as it stands out. Raises InputRefused: empty, binary, encoding."""
    data = raw.data
    if not data.strip():
        raise refused("empty", raw.uri)
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _sure(raw, codec)
    if wide := _wide_codec(data):
        return _sure(raw, wide)
    if _is_binary(data):
        raise refused("binary", raw.uri)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_other(raw)


def _sure(raw: RawInput, codec: str) -> str:
    try:
        return raw.data.decode(codec)
    except UnicodeDecodeError:
        raise refused("encoding", raw.uri, f"it is marked as {codec} and is not") from None


def _wide_codec(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of English is null."""
    even, odd = data[0:2048:2], data[1:2048:2]
    if odd.count(0) > 0.8 * len(odd) and not even.count(0):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > 0.8 * len(even) and not odd.count(0) else None


def _is_binary(data: bytes) -> bool:
    if data.startswith(_MAGIC):
        return True
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls > max(3, _MOST_CONTROLS * len(sample))


def _decode_other(raw: RawInput) -> str:
    declared = _declared(raw.data) if raw.kind == "html" else None
    text = declared or _mended_utf8(raw.data) or _western(raw.data) or _guessed(raw.data)
    if text is None:
        raise refused("encoding", raw.uri)
    return text


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data, 0, 4096)
    name = found[1].decode("ascii").lower() if found else ""
    try:
        return data.decode(_ALIASES.get(name, name)) if name else None
    except (LookupError, UnicodeDecodeError):
        return None


def _mended_utf8(data: bytes) -> str | None:
    """UTF-8 with a character or two cut in half."""
    text = data.decode("utf-8", "replace")
    lost, whole = text.count("\ufffd"), len(data) - len(text)
    return text.replace("\ufffd", "") if lost <= 2 and whole > 4 * lost else None


def _western(data: bytes) -> str | None:
    """Windows-1252 where the bytes above ASCII are few, as they are in English."""
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    try:
        return data.decode("cp1252") if high <= max(2, _MOST_HIGH * len(data)) else None
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> str | None:
    best = from_bytes(data[:_SAMPLE]).best()
    try:
        return data.decode(best.encoding) if best and best.chaos <= _MOST_CHAOS else None
    except (LookupError, UnicodeDecodeError):
        return None


def clean_text(text: str, uri: str) -> str:
    """Text in, the same without what can't be seen out. Raises InputRefused (encoding) where too many characters are
    lost.
    """
    refuse_lost(text, uri)
    return without_unseen(text)


def refuse_lost(text: str, uri: str) -> None:
    """Raises InputRefused (encoding) where too many characters of a whole text are lost."""
    if text.count("\ufffd") > max(3, _MOST_LOST * len(text)):
        raise refused("encoding", uri, "too many of its characters were lost before it came here")


def without_unseen(text: str) -> str:
    """One kind of line end, no controls, no bidirectional marks, NFC.

    Text that was decoded wrongly on its way here ("itâ€™s") is put right where its bytes are UTF-8.
    """
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    if text.isascii():
        return _plain_lines(text)
    if any(lead in text for lead in _MOJIBAKE_LEADS):
        text = _MOJIBAKE.sub(_mended, text)
    return unicodedata.normalize("NFC", _plain_lines(text))


def clean_line(text: str | None) -> str | None:
    """What metadata says, in one line, without what can't be seen; None where nothing is left of it."""
    return " ".join(without_unseen(text).split()) or None if text else None


def _plain_lines(text: str) -> str:
    """What Python calls printable needs no second look; most texts are, but for their ordinary spaces."""
    text = text.replace("\r\n", "\n").replace("\t", " ").replace("\xa0", " ")
    return text if text.replace("\n", " ").isprintable() else _INVISIBLE.sub("", _LINE_END.sub("\n", text))


def _mended(found: re.Match[str]) -> str:
    try:
        return bytes(_BYTE_OF[letter] for letter in found[0]).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]
