"""Files, folders, standard input and corpora; each fault is refused alone."""

import gzip
import io
import os

import pytest

from sayso.errors import InputRefused
from sayso.read import EXIT_STATUS, RawInput, find_inputs, read_report

LINE = (
    b'{"uri": "u1", "text": "The town fell on Sunday, the army said.", "published": "2017-10-15", "outlet": "Wire"}\n'
)


def codes(found):
    return [one.code if isinstance(one, InputRefused) else one.uri for one in found]


def test_a_folder_is_walked_in_order_and_hidden_files_are_skipped(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.html", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The town fell.")
    found = list(find_inputs([str(tmp_path)]))
    assert [os.path.basename(one.uri) for one in found] == ["a.txt", "b.txt", "c.html"]
    assert [one.kind for one in found] == ["text", "text", "html"]


def test_a_missing_file_stops_no_other(tmp_path):
    (tmp_path / "a.txt").write_text("The town fell.")
    assert codes(find_inputs([str(tmp_path / "no.txt"), str(tmp_path / "a.txt")])) == [
        "missing",
        str(tmp_path / "a.txt"),
    ]


def test_a_corpus_gives_one_input_a_line(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_bytes(
        LINE + b"\n" + b'{"html": "<p>x</p>", "gold": 1}\nno json\n[1]\n{"uri": "u4"}\n{"text": 7}\n' + LINE.strip()
    )
    found = list(find_inputs([str(path)]))
    assert codes(found) == ["u1", f"{path}:3", "bad_line", "bad_line", "bad_line", "bad_line", "u1"]
    assert (found[0].outlet, found[0].published.start, found[1].kind) == ("Wire", "2017-10-15", "html")
    assert found[2].what == f"{path}, line 4"
    assert found[4].what == "u4"
    assert found[0].id == found[6].id != found[1].id


def test_gzip_is_read_as_what_it_holds(tmp_path):
    (tmp_path / "c.jsonl.gz").write_bytes(gzip.compress(LINE * 3))
    (tmp_path / "t.txt.gz").write_bytes(gzip.compress(b"The town fell."))
    (tmp_path / "x.gz").write_bytes(gzip.compress(b"The town fell." * 99)[:30])
    assert codes(find_inputs([str(tmp_path)])) == ["u1", "u1", "u1", str(tmp_path / "t.txt.gz"), "unreadable"]


def test_standard_input_is_told_by_what_it_holds():
    assert [one.uri for one in find_inputs(["-"], stdin=io.BytesIO(LINE * 2))] == ["u1", "u1"]
    (page,) = find_inputs(["-"], stdin=io.BytesIO(b"<!DOCTYPE html><html><body>x</body></html>"))
    assert (page.kind, page.uri) == ("html", "-")


def test_limits_hold_for_files_and_for_lines(tmp_path):
    (tmp_path / "big.txt").write_bytes(b"a" * 300)
    (tmp_path / "c.jsonl").write_bytes(b'{"text": "' + b"a" * 300 + b'"}\n' + LINE)
    (tmp_path / "d.txt.gz").write_bytes(gzip.compress(b"a" * 1000))
    assert codes(find_inputs([str(tmp_path)], limit=200)) == ["too_large", "too_large", "u1", "too_large"]


def test_a_corpus_is_streamed():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            data = (LINE * (len(buffer) // len(LINE) + 1))[: len(buffer) // len(LINE) * len(LINE)]
            buffer[: len(data)] = data
            return len(data)

    found = find_inputs(["-"], stdin=Endless())
    assert [next(found).uri for _ in range(5)] == ["u1"] * 5


def test_lone_surrogates_in_a_line_are_left_out(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_bytes(b'{"text": "The town of Hom\\ud800s fell."}')
    (found,) = find_inputs([str(path)])
    assert read_report(found).text == "The town of Homs fell."


@pytest.mark.parametrize(
    ("published", "days"),
    [
        pytest.param('"2017-10-15T09:30:00Z"', ("2017-10-15", "2017-10-15"), id="time"),
        pytest.param('"2017-02"', ("2017-02-01", "2017-02-28"), id="month"),
        pytest.param('"2017"', ("2017-01-01", "2017-12-31"), id="year"),
        pytest.param('"Sun, 15 Oct 2017 09:30:00 GMT"', ("2017-10-15", "2017-10-15"), id="mail"),
        pytest.param('{"start": "2017-10-15", "end": "2017-10-16"}', ("2017-10-15", "2017-10-16"), id="interval"),
        pytest.param('"2017-13-45"', None, id="no day"),
        pytest.param('"some day"', None, id="words"),
        pytest.param("null", None, id="null"),
    ],
)
def test_given_days(tmp_path, published, days):
    path = tmp_path / "c.jsonl"
    path.write_text(f'{{"text": "The town fell.", "published": {published}}}')
    (found,) = find_inputs([str(path)])
    assert isinstance(found, RawInput)
    assert (found.published and (found.published.start, found.published.end)) == days
    assert read_report(found).published.basis == ("given" if days else "unknown")


def test_each_refusal_has_its_own_exit_status():
    assert len(set(EXIT_STATUS.values())) == len(EXIT_STATUS) == 9
    assert all(status > 2 for status in EXIT_STATUS.values())


def test_a_name_that_is_no_utf8_can_be_written(tmp_path):
    path = os.fsencode(tmp_path) + b"/bad\xff.txt"
    with open(path, "wb") as file:
        file.write(b"The town fell.")
    (found,) = find_inputs([str(tmp_path)])
    assert found.uri.encode().endswith(b"bad\\udcff.txt")
    assert codes(find_inputs([os.fsdecode(path + b".gone")])) == ["missing"]


@pytest.mark.parametrize(
    "days", ['{"start": "2017-01-05", "end": "2017-01-02"}', '{"start": "soon", "end": null}', '"2017-99-99"']
)
def test_days_that_make_no_sense_are_not_given(tmp_path, days):
    path = tmp_path / "corpus.jsonl"
    path.write_text(f'{{"text": "The town fell.", "published": {days}}}')
    (found,) = find_inputs([str(path)])
    assert found.published is None
