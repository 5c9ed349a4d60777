"""What goes to the model by itself: labels of entries, statements between semicolons."""

from __future__ import annotations

import pytest

from sayso.parse.labels import label_end, slug_end, statements, tail_sign


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("Tamanrit: gunmen stormed the mine.", "Tamanrit: ", id="town"),
        pytest.param("Kala/Balge LGA – 14 people were ambushed.", "Kala/Balge LGA – ", id="district, dash"),
        pytest.param("Wamba LGA – 8 Jan: A group of men came.", "Wamba LGA – 8 Jan: ", id="with its day"),
        pytest.param("Deir al-Qamar, Chouf: shells fell.", "Deir al-Qamar, Chouf: ", id="within its region"),
        pytest.param("Water and Sanitation: only two wells work.", "Water and Sanitation: ", id="subject"),
        pytest.param("Varna: 11", "Varna: ", id="figure alone"),
        pytest.param("Ministry of Health: 30 people died.", "", id="who speaks"),
        pytest.param("Kandor – the group that holds the mine – denied it.", "", id="aside"),
        pytest.param("Kandor – The second city – fell on Monday.", "", id="aside with a capital"),
        pytest.param("The army said this: nobody may leave.", "", id="a sentence"),
        pytest.param("At 10:30 the shells fell.", "", id="time of day"),
    ],
)
def test_label(text: str, label: str) -> None:
    assert text[: label_end(text, 0, len(text))] == label


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        pytest.param("UPDATE 2-Rebels seize Goma", "UPDATE 2-", id="number"),
        pytest.param("RPT-WRAPUP 3-Rebels seize Goma", "RPT-WRAPUP 3-", id="two"),
        pytest.param("CORRECTED (OFFICIAL)-Rebels seize Goma", "CORRECTED (OFFICIAL)-", id="bracket behind"),
        pytest.param("(2nd LD) Rebels seize Goma", "(2nd LD) ", id="within brackets"),
        pytest.param("1ST LEAD Rebels seize Goma", "1ST LEAD ", id="which lead"),
        pytest.param("Breaking: Blast in Goma", "Breaking: ", id="colon"),
        pytest.param("UPDATE 4 - Rebels seize Goma", "UPDATE 4 - ", id="dash"),
        pytest.param("Update: the rebels left.", "", id="goes on in small letters"),
        pytest.param("Lead pipes were stolen.", "", id="a word"),
        pytest.param("Exclusive-use land was mined.", "", id="a compound"),
        pytest.param("UPDATE 2-", "", id="alone"),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert text[: slug_end(text, 0, len(text))] == slug


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        pytest.param("Blast kills 12 - police", "- ", id="dash"),
        pytest.param("Blast kills 12 -health ministry", "-", id="dash that touches"),
        pytest.param("Blast kills 12: army", ": ", id="colon"),
        pytest.param("Blast kills 12 - but nobody in the city of Goma knows", None, id="too long"),
        pytest.param("Flash Update - Displacement from Goma", None, id="a heading"),
        pytest.param("Rebel-held town falls", None, id="a compound"),
        pytest.param("He said it: all is lost.", None, id="a sentence"),
    ],
)
def test_tail(text: str, sign: str | None) -> None:
    found = tail_sign(text, 0, len(text))
    assert (found and text[slice(*found)]) == sign


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Shelling hit the hospital at noon; a nurse and two patients died there.", 2, id="two statements"),
        pytest.param("Three died in Vard; two in Kolm; one in Tar.", 1, id="items of a list"),
        pytest.param("Nine were hurt (among them a nurse; she died later on Monday night) in Vard.", 1, id="brackets"),
        pytest.param('He said: "The town is lost to us; there is no way back for anybody."', 1, id="quotation"),
        pytest.param(
            "The toll stands at 254: 92 villagers and their kin; 138 soldiers of the garrison.", 1, id="items of a sum"
        ),
        pytest.param("Forty civilians were killed in the raid; including four children of one family.", 1, id="part"),
    ],
)
def test_statements(text: str, count: int) -> None:
    stretches = list(statements(text, 0, len(text)))
    assert len(stretches) == count
    assert "".join(text[start:end] for start, end in stretches) == text
