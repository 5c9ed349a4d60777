"""Whose word a number is: outlets, posts, officials and rivals, in reports from many wars."""

from __future__ import annotations

import pytest

from tests.extract.counted_table import said_by

HARM = ("killed", "injured", "missing")

ROWS = [
    ("killed behind the noun", "Radio Ndeke reported about 16 villagers killed in Bria.", [("16", "Radio Ndeke")]),
    ("state before the noun", "Dawn News reported about two injured paramedics.", [("2", "Dawn News")]),
    ("two tolls", "Dawn News reported at least 18 deaths and dozens of injuries.",
     [(">=18", "Dawn News"), ("12", "Dawn News")]),
    ("counted dead and wounded", "The UN mission counted 33 dead and 60 wounded.",
     [("33", "UN mission"), ("60", "UN mission")]),
    ("range as a place", "Local media reported between two and four killed.", [("2-4", "Local media")]),
    ("identified", "Monitors identified 19 victims from three villages.", [("19", "Monitors")]),
    ("names of", "The Kachin News Group listed the names of five people killed in the raid.",
     [("5", "Kachin News Group")]),
    ("post from somebody", "A Facebook post from Amina Yusuf identified four wounded in the raid.", [("4", "Amina Yusuf")]),
    ("posts from two", "Posts from Ahmed Khan and Sara Malik provided the names of 16 people who were killed.",
     [("16", "Ahmed Khan and Sara Malik")]),
    ("images posted by", "Images posted by the Kachin News Group show at least three injured children.",
     [(">=3", "Kachin News Group")]),
    ("a report of nobody", "A report said that nine people were killed.", [("9", "report")]),
    ("reported and according", "The number of injured was reported to be 17, according to the mayor.", [("17", "mayor")]),
    ("as reported by", "Later the number of those killed rose to 22, as reported by journalist Saher Amin.",
     [("22", "journalist Saher Amin")]),
    ("and that", "The agency reported the bombing of a house and that the attack resulted in two deaths and one injury.",
     [("2", "agency"), ("1", "agency")]),
    ("by relatives that", "It was later reported by relatives that five civilians had died.", [("5", "relatives")]),
    ("a toll of", "The governor gave a toll of 30 dead.", [("30", "governor")]),
    ("released a toll", "The ministry released a death toll of 500 people.", [("500", "ministry")]),
    ("only agency to report", "AFP was the only agency to report that one person was injured.", [("1", "AFP")]),
    ("first to report", "Sahara News was the first to report three killed and five injured.",
     [("3", "Sahara News"), ("5", "Sahara News")]),
    ("in a statement from", "In a statement from the Khan family, it was reported that eight relatives had been killed.",
     [("8", "Khan family")]),
    ("two by name", "Six people were killed, according to Suspilne and the regional prosecutor.",
     [("6", "Suspilne and regional prosecutor")]),
    ("whilst", "Radio Ndeke Luka provided the highest death toll of seven people killed, whilst Le Monde reported three.",
     [("7", "Radio Ndeke Luka"), ("3", "Le Monde")]),
    ("while", "Radio Kivu put the toll at 12, while the army counted eight.", [("12", "Radio Kivu"), ("8", "army")]),
    ("comma alone", "The mayor said 10 people had died, the army said four.", [("10", "mayor"), ("4", "army")]),
    ("semicolon", "The tribal leader told Reuters that 13 people were killed; a medic said nine.",
     [("13", "tribal leader"), ("9", "medic")]),
    ("documented", "The Syrian Observatory recorded 14 deaths, while the White Helmets documented 17.",
     [("14", "Syrian Observatory"), ("17", "White Helmets")]),
    ("sentence before", "The police confirmed two deaths. Witnesses spoke of five.", [("2", "police"), ("5", "Witnesses")]),
    ("the figure at", "The rebels said 20 soldiers had been killed. The army put the figure at three.",
     [("20", "rebels"), ("3", "army")]),
    ("the real figure", "State TV said 40 people died. Opposition activists said the real figure was 90.",
     [("40", "State TV"), ("90", "Opposition activists")]),
    ("raised the number", "The ministry initially reported three dead and later raised the number to five.",
     [("3", "ministry"), ("5", "ministry")]),
    ("adding", "Dabanga said that four people were killed, adding that 12 were wounded.",
     [("4", "Dabanga"), ("12", "Dabanga")]),
    ("the outlet's own", "Four people were killed in the raid. The mayor said three were hurt.", [("4", ""), ("3", "mayor")]),
    ("where and when it was said", "One source reported on Telegram, on 14 March, that 17 members of the family were killed.",
     [("17", "source")]),
    ("posted on", "An activist posted on Instagram that her uncle and three neighbours had been killed.", [("3", "activist")]),
    ("posted to", "Halima Idrissi posted to Telegram that two of her cousins were killed.", [("2", "Halima Idrissi")]),
    ("wrote about", "At noon the channel raised its toll, writing about 14 deaths and 50 injuries.",
     [("14", "channel"), ("50", "channel")]),
    ("quoted in the middle", "Kivu Agency reported that three civilians, “two women and a girl,” were killed.",
     [("3", "Kivu Agency"), ("2", "Kivu Agency"), ("1", "Kivu Agency")]),
    ("between dashes", "Musa Keita – a friend from school – said two brothers were killed.", [("2", "Musa Keita")]),
    ("behind a dateline", "GOMA, Congo – Musa Keita said two brothers were killed.", [("2", "Musa Keita")]),
    ("behind an interview", "In an interview with Radio Goma, Karim Musa said that four men were killed.", [("4", "Karim Musa")]),
    ("behind a post, told who", "In a post on Facebook, Ana Diaz, a nurse, wrote that four men were killed.", [("4", "Ana Diaz")]),
    ("behind an interview, between dashes",
     "In an interview with Radio Goma, Ana Diaz – a nurse – said that four men were killed.", [("4", "Ana Diaz")]),
    ("a number as", "Sahel Arabic estimated the total number of deaths as 15.", [("15", "Sahel Arabic")]),
    ("an estimate at", "UNICEF provided an estimate of those killed at 20.", [("20", "UNICEF")]),
    ("a source by its account", "One source, @kivu_watch, posted on X that the death toll had risen to 22.", [("22", "source")]),
    ("no noun, no count", "The mayor said four people had died. He is 40.", [("4", "mayor")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_whose_word_a_number_is(text: str, wanted: list[tuple[str, str]]) -> None:
    assert said_by(text, *HARM) == wanted
