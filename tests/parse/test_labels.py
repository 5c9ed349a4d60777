"""What goes to the model by itself: labels of entries, statements between semicolons."""

from __future__ import annotations

import pytest

from sayso.parse.labels import label_end, statements


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
    ("text", "count"),
    [
        pytest.param("Shelling hit the hospital at noon; a nurse and two patients died there.", 2, id="two statements"),
        pytest.param("Three died in Vard; two in Kolm; one in Tar.", 1, id="items of a list"),
        pytest.param("Nine were hurt (among them a nurse; she died later on Monday night) in Vard.", 1, id="brackets"),
        pytest.param('He said: "The town is lost to us; there is no way back for anybody."', 1, id="quotation"),
        pytest.param("Forty civilians were killed in the raid; including four children of one family.", 1, id="part"),
    ],
)
def test_statements(text: str, count: int) -> None:
    stretches = list(statements(text, 0, len(text)))
    assert len(stretches) == count
    assert "".join(text[start:end] for start, end in stretches) == text
