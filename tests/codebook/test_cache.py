"""Checked data in the cache directory: the same as from YAML, new where a file has changed, never needed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

import sayso.codebook.cache as cache
from sayso.codebook.frames import Checked, Frame
from sayso.codebook.layout import LayoutWords
from sayso.codebook.load import DATA, load_codebook, read_data
from sayso.codebook.places import PlaceWords
from sayso.codebook.times import Holiday, TimeWords
from sayso.codebook.words import PartyEntry
from sayso.errors import CodebookError

FORMS: dict[str, Any] = {
    "layout": LayoutWords,
    "times": TimeWords,
    "holidays": tuple[Holiday, ...],
    "places_words": PlaceWords,
    "frames/assault": tuple[Frame, ...],
    "parties/armed_groups": tuple[PartyEntry, ...],
}


class Word(Checked, frozen=True, kw_only=True):
    word: str
    weight: float = 1.0


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache directory that only this test has."""
    monkeypatch.setattr(cache.platformdirs, "user_cache_dir", lambda name: str(tmp_path / "cache" / name))
    return cache.cache_folder()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "words.yaml"
    path.write_text("- word: siege\n- {word: truce, weight: 2.5}\n", encoding="utf-8")
    return path


def read(path: Path) -> tuple[Word, ...]:
    return read_data(path, tuple[Word, ...])


def kept(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*")) if folder.exists() else []


def fields(value: Any) -> Any:
    """The value as nested tuples of fields: some of the types do not compare."""
    if isinstance(value, msgspec.Struct):
        return type(value), tuple(fields(getattr(value, name)) for name in value.__struct_fields__)
    return tuple(map(fields, value)) if isinstance(value, tuple) else value


@pytest.mark.parametrize("name", FORMS)
def test_what_comes_back_is_what_was_kept(name: str, folder: Path) -> None:
    path, form = DATA / f"{name}.yaml", FORMS[name]
    fresh = read_data(path, form)
    again = read_data(path, form)
    assert len(kept(folder)) == 1
    assert again is not fresh
    assert fields(again) == fields(fresh) == fields(msgspec.yaml.decode(path.read_bytes(), type=form))


def test_the_whole_codebook_comes_back(folder: Path) -> None:
    made, recalled = load_codebook.__wrapped__(), load_codebook.__wrapped__()
    assert fields(recalled) == fields(made)


def test_a_changed_file_is_noticed(data: Path, folder: Path) -> None:
    assert [entry.word for entry in read(data)] == ["siege", "truce"]
    data.write_text("- word: raid\n", encoding="utf-8")
    assert [entry.word for entry in read(data)] == ["raid"]
    assert len(kept(folder)) == 2


def test_a_changed_type_is_noticed(data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(data)
    monkeypatch.setattr(cache, "_types", lambda: b"other types")
    read(data)
    assert len(kept(folder)) == 2


def test_another_form_of_the_same_file_is_another_entry(data: Path) -> None:
    read(data)
    assert read_data(data, list[dict[str, Any]])[0] == {"word": "siege"}


def test_a_file_at_fault_is_named_every_time_and_never_kept(folder: Path) -> None:
    for _ in range(2):
        with pytest.raises(CodebookError, match=r"layout\.yaml"):
            read_data(DATA / "layout.yaml", tuple[Word, ...])
    assert kept(folder) == []


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut short": lambda data: data[: len(data) // 2],
    "something else": lambda data: msgspec.msgpack.encode({"word": 1}),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_made_anew(data: Path, folder: Path, damage: Callable[[bytes], bytes]) -> None:
    fresh = read(data)
    (path,) = folder.iterdir()
    whole = path.read_bytes()
    path.write_bytes(damage(whole))
    assert read(data) == fresh
    assert path.read_bytes() == whole


def test_a_closed_directory_is_done_without(data: Path, folder: Path) -> None:
    folder.parent.parent.mkdir(parents=True)
    folder.parent.write_text("a file where the directory would be")
    assert [entry.word for entry in read(data)] == ["siege", "truce"]


def test_a_write_that_fails_leaves_nothing(data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(cache.os, "replace", refuse)
    assert [entry.word for entry in read(data)] == ["siege", "truce"]
    assert kept(folder) == []


def test_what_was_kept_long_ago_goes_when_its_file_has_changed(data: Path, folder: Path) -> None:
    read(data)
    (old,) = folder.iterdir()
    os.utime(old, (0, 0))
    data.write_text("- word: raid\n", encoding="utf-8")
    read(data)
    assert len(kept(folder)) == 1
    assert not old.exists()
