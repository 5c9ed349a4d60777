"""Names and the places that bear them: keys, spellings, and the file that is built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.codebook.places import load_place_book, load_place_words
from sayso.resolve import gazetteer
from sayso.resolve.gazetteer import find_name
from sayso.resolve.gazetteer_fold import fold, is_latin, sound

SAME_SOUND = [
    ("Raqqa", "Raqa"), ("Raqqa", "Ar-Raqqah"), ("Deir el-Zour", "Deir ez-Zor"), ("Hodeidah", "Hudaydah"),
    ("Khartoum", "Khartum"), ("Fallujah", "Falluja"), ("Al-Fashir", "El Fasher"), ("Tal Rifaat", "Tall Rif'at"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME_SOUND)
def test_transliterations_share_the_weak_key(one: str, other: str) -> None:
    assert sound(fold(one)) == sound(fold(other))


@pytest.mark.parametrize(
    ("name", "key"),
    [("N'Djamena", "ndjamena"), ("São Tomé", "sao tome"), ("Saint-Denis", "st denis"), ("The Hague", "hague"),
     ("Łódź", "lodz"), ("U.S.", "us"), ("Sana’a", "sanaa"), ("İzmir", "izmir")],
)  # fmt: skip
def test_keys(name: str, key: str) -> None:
    assert fold(name) == key


@example("\N{MATHEMATICAL BOLD SCRIPT CAPITAL A}")
@example("the the Hague")
@given(st.text(max_size=30))
def test_a_key_is_its_own_key(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize(("name", "latin"), [("Kyiv", True), ("Ar Raqqah", True), ("Київ", False), ("الرقة", False)])
def test_latin(name: str, latin: bool) -> None:
    assert is_latin(name) is latin


FOUND = [
    ("Kiev", "Kyiv", "UA"), ("Raqa", "Ar Raqqah", "SY"), ("Deir el-Zour", "Deir ez-Zor", "SY"),
    ("Hodeidah", "Al Ḩudaydah", "YE"),
    ("Stalingrad", "Volgograd", "RU"), ("Zaire", "Zaire", "CD"), ("Syria", "Syria", "SY"), ("Ohio", "Ohio", "US"),
    ("Donbas", "Donbas", "UA"), ("Bab el-Mandeb", "Bab el-Mandeb", None), ("Gaza Strip", "Gaza Strip", "PS"),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "name", "country"), FOUND)
def test_names_are_found(asked: str, name: str, country: str | None) -> None:
    assert (name, country) in {(entry.name, entry.country) for entry in find_name(asked)}


def test_a_peoples_adjective_leads_to_its_country() -> None:
    assert [(entry.country, entry.how) for entry in find_name("Syrians")] == [("SY", "people")]


def test_the_file_is_found_again_and_written_where_it_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    monkeypatch.setattr(gazetteer.platformdirs, "user_cache_dir", lambda name: str(blocked / name))
    monkeypatch.setattr(gazetteer.tempfile, "gettempdir", lambda: str(tmp_path))
    monkeypatch.setattr(gazetteer, "build_gazetteer", lambda target: target.write_text("built"))
    path = gazetteer._existing_or_built("places-test.sqlite")
    assert path.read_text() == "built" and path.is_relative_to(tmp_path)
    monkeypatch.setattr(gazetteer, "build_gazetteer", lambda target: pytest.fail("built twice"))
    assert gazetteer._existing_or_built("places-test.sqlite") == path
    assert list(path.parent.iterdir()) == [path]


def test_a_failed_build_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(target: Path) -> None:
        raise ValueError(target)

    monkeypatch.setattr(gazetteer, "build_gazetteer", fail)
    with pytest.raises(ValueError):
        gazetteer._build(tmp_path, "places-test.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_the_codebooks_places_are_on_the_globe_and_plenty() -> None:
    book = load_place_book()
    for entry in (*book.places, *book.countries, *book.areas):
        assert -90 <= entry.lat <= 90 and -180 <= entry.lon <= 180, entry
    assert sum(place.kind == "region" for place in book.places) >= 400
    isos = {country.iso for country in book.countries}
    assert {iso for place in book.places for iso in place.countries} <= isos
    assert {city.country for city in book.cities} <= isos


def test_words_are_in_lower_case() -> None:
    words = load_place_words()
    for field in words.__struct_fields__:
        for word in getattr(words, field):
            assert word == word.lower(), (field, word)
