"""Where and when, in the ordinary sentences of reports of many wars: short texts read from end to end."""

from __future__ import annotations

import msgspec
import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.read import raw_text, read_report
from sayso.records import AnyClaim, Published, Record

NEWS = Published(start="2031-08-20", end="2031-08-20", basis="given")
"""A Wednesday."""


def record_of(text: str) -> Record:
    report = msgspec.structs.replace(read_report(raw_text(text)), published=NEWS)
    return extract_record(report, next(parse_grammars([report])))


def words_of(text: str, claim: AnyClaim) -> str:
    span = getattr(claim, "trigger", None) or claim.evidence[0]
    return text[slice(*span)]


def claim_of(text: str, words: str) -> tuple[Record, AnyClaim]:
    """The first claim that is told by these words."""
    record = record_of(text)
    told = [claim for claim in record.claims if words in words_of(text, claim)]
    assert told, [words_of(text, claim) for claim in record.claims]
    return record, told[0]


PLACES = {
    "a camp for families outside a town": (
        "Rebels left Raqqa on Monday. A rocket hit a camp for displaced families outside Homs.", "hit", ["camp"],
    ),
    "a shelter for widows from a town": (
        "Rebels left Raqqa on Monday. A rocket hit a shelter for widows from Homs.", "hit", ["shelter", "Raqqa"],
    ),
    "the town of a camp in the paragraph before": (
        "RAQQA, Aug 20 (Wire) - A rocket hit a camp outside Homs, a medic said.\n\nTwo men were killed.", "killed", ["Homs"],
    ),
    "a coast, and the governorate": (
        "In Dhamar, on the Red Sea coast, a landmine killed a farmer. Mines have killed 94 civilians in the governorate.",
        "killed 94", ["Dhamar"],
    ),
    "in the south of the province": (
        "Troops repelled an attack in Harib district, in the south of the province. Two commanders were killed.",
        "killed", ["Harib district"],
    ),
    "a war that has killed since": (
        "The war began in 2017 with an attack in Goma. It has since killed 6,000 people.", "killed", [],
    ),
    "a siege that has killed since": (
        "The siege began in Goma in 2017. It has since killed 600 people.", "killed", ["Goma"],
    ),
    "a paragraph that opens with a place": (
        "Shells hit Homs on Monday.\n\nIn Raqqa, life is little better. The garrison beat back an assault in July 2030.",
        "assault", ["Raqqa"],
    ),
    "a treaty that was signed abroad": (
        "Rebels encircled Homs. In May they signed a charter in Nairobi. In June drones struck a depot.", "struck", ["depot", "Homs"],
    ),
    "where somebody fights otherwise": (
        "Raiders burnt Bunia. The army blamed CODECO, which has been fighting for the mines of Goma. Six men were killed.",
        "killed", ["Bunia"],
    ),
    "whither they fled, a paragraph later": (
        "Raiders burnt Bunia.\n\nHundreds fled towards the town of Goma.\n\nSix raiders were killed.", "killed", ["Bunia"],
    ),
    "where they sleep in the town that they fled to, a paragraph later": (
        "Raiders burnt Bunia.\n\nHundreds fled towards the town of Goma, and some sheltered in a church and in a primary "
        "school.\n\nSix raiders were killed.", "killed", ["Bunia"],
    ),
    "an advance, a paragraph later": (
        "Troops edged towards Goma on Monday.\n\nSix raiders were killed.", "killed", ["Goma"],
    ),
    "a village in the rural area of a town": (
        "Nine men were killed in the village of Mina Blava, in the rural area of Ocaña.", "killed", ["Mina Blava"],
    ),
    "a resident of": (
        "Clashes broke out in Goma. Captain Paul Mbeki, 27, a resident of Bukavu, and three soldiers were killed.",
        "killed", ["Goma"],
    ),
    "residents of": ("Nine residents of Bukavu were killed.", "killed", ["Bukavu"]),
    "those who sit in an office": (
        "Raiders burnt Bunia. Some 90 families fled to the town, where the mayor's office has opened a shelter.",
        "fled", ["Bunia"],
    ),
    "an office that is hit": ("In Goma, shells hit an office on Friday.", "hit", ["office", "Goma"]),
    "a clinic elsewhere, and the municipality": (
        "A bomb went off in Ocaña. The injured were flown to a clinic in Bogotá. Fighting broke out in the municipality.",
        "Fighting", ["Ocaña"],
    ),
    "reported in": ("Clashes were reported in Goma.", "Clashes", ["Goma"]),
    "reported around a village": ("Fighting has been reported around the village of Kona.", "Fighting", ["Kona"]),
    "a list within a stretch of a front": (
        "In the Kona sector the enemy attacked 21 times near Hrevka, Neva and Torsk.", "attacked", ["Hrevka", "Neva", "Torsk"],
    ),
    "a stretch of a front before the happening": (
        "In the Kona sector fighting went on near Hrevka and Neva.", "fighting", ["Hrevka", "Neva"],
    ),
    "a stretch of a front alone": ("Three soldiers died in the Kona sector.", "died", ["Kona sector"]),
    "an unknown name and a known one within a state": (
        "In Kachin State, clashes broke out near Mwelo and Bhamo.", "clashes", ["Mwelo", "Bhamo"],
    ),
    "a list goes on in the next sentence": (
        "Clashes broke out in Goma, Sake and Minova. Nine men were killed.", "killed", ["Goma", "Sake", "Minova"],
    ),
    "where soldiers came from": (
        "Gunmen attacked Zikka. By the time soldiers came from Miango, 54 people lay dead.", "dead", ["Zikka"],
    ),
    "what befell a place": ("Nigeria's Middle Belt has seen such bloodshed before.", "bloodshed", ["Middle Belt"]),
    "the city behind a territory": (
        "Some 300 people left Goma for Masisi territory. Schools in the city were looted.", "looted", ["Goma"],
    ),
    "the camp that was named": (
        "Shells hit the Abu Shouk camp. The army said nothing. Three traders were killed in the camp.",
        "killed", ["Abu Shouk camp"],
    ),
    "the camp in another town": (
        "Shells hit the Abu Shouk camp. Three traders were killed in the camp in Tawila.", "killed", ["camp", "Tawila"],
    ),
    "the monastery that was told of": (
        "Shells hit a monastery in Kona. They were fired from a hill near Lalo. Ten men were killed at the monastery.",
        "killed", ["monastery", "Kona"],
    ),
    "the last in": (
        "Rebels besiege El Fasher. The city is the last in Darfur that they do not hold. Nine men were killed.",
        "killed", ["El Fasher"],
    ),
    "a village within a territory": (
        "In Lubero territory, clashes broke out around the village of Mwalo.", "clashes", ["Mwalo"],
    ),
    "the city, and no village behind it": (
        "Shells hit Goma. Rebels entered the village of Mwalo. Schools in the city were looted.", "looted", ["Goma"],
    ),
    "strikes that are no verb": (
        "In Kachin State, strikes on the villages of Mwelo and Takha killed 19 people.", "killed", ["Mwelo", "Takha"],
    ),
    "what a when brought, with its outcome": (
        "The war in Mali began in May, when rebels stormed Goma, killing about 120 people.", "killing", ["Goma"],
    ),
    "what a which tells is aside": (
        "Rebels stormed Goma, which lies on a lake, killing about 120 people.", "killing", ["Goma"],
    ),
    "talks told of behind a battle": ("Shells hit Goma.\n\nTalks will resume next week.", "Talks", []),
    "whose offensive it is": ("Israel's offensive has killed more than 900 people.", "killed", []),
    "whose war it is": ("Sudan's war has killed more than 900 people.", "killed", ["Sudan"]),
    "where a government speaks": ("Some 600 men have been killed, according to the government in Garowe.", "killed", []),
    "where residents speak": ("Some 600 men were killed, according to residents of Garowe.", "killed", ["Garowe"]),
    "who strikes": ("Air strikes by the United States were reported near Bosaso.", "Air strikes", ["Bosaso"]),
    "the town, and not where a road leads": (
        "Rebels hold Bentiu and the road to Malakal. Houses in the town were looted.", "looted", ["Bentiu"],
    ),
    "the town, and not where they went": (
        "Rebels seized Bentiu as troops withdrew towards Malakal. Houses in the town were looted.", "looted", ["Bentiu"],
    ),
    "there, behind what it is capital of": (
        "In Malakal, the capital of Upper Nile State, people camp. Shells killed nine there.", "killed", ["Malakal"],
    ),
    "where they fled from": ("Some 300 people fled from Goma on Friday.", "fled", ["Goma"]),
    "a name with a hyphen": ("Rebels ambushed a column near Khin-O on Friday.", "ambushed", ["Khin-O"]),
    "where a convoy goes": ("A convoy to Kaleba was attacked.", "attacked", ["Kaleba"]),
    "had retaken": ("The army said it had recaptured El Kuwa, a town in West Kordofan.", "recaptured", ["El Kuwa"]),
    "a town that fell": (
        "They hold El Kuwa, a town in West Kordofan that fell to rebels in May.", "fell", ["El Kuwa"],
    ),
    "a village in an unlisted township": (
        "Shells hit the village of Hta Naung, Palin township, on Friday.", "hit", ["Hta Naung"],
    ),
    "townships that are listed": (
        "Shells hit Mwelo, Takha and Palin townships on Friday.", "hit", ["Mwelo", "Takha", "Palin"],
    ),
    "the area of a town, and its province behind": (
        "Troops shot nine men in the rural area of Goma, in the province of North Kivu.", "shot", ["Goma"],
    ),
    "the harmed, and not the ward where they were brought": (
        "Shells hit Goma. A further 31 wounded were brought to a clinic in Sake.", "31", ["Goma"],
    ),
    "residents, in a region that is named too": (
        "Rebels seized Bentiu.\n\nIn Darfur, residents of El Fasher said food was running out.", "running out", ["El Fasher"],
    ),
    "a town, and the river that it lies on": (
        "Rebels stormed Mopti on the Niger river on Friday. The town's clinic was shelled.", "shelled", ["clinic", "Mopti"],
    ),
    "on a lake": ("Navy ships clashed on Lake Chad on Friday.", "clashed", ["Lake Chad"]),
    "a district of a city with a namesake elsewhere": (
        "A drone struck the Dniprovskyi district of Kherson on Friday.", "struck", ["Dniprovskyi district"],
    ),
    "the province that was named first, and the site in a town": (
        "In Cauca, a bomb exploded on Friday outside a police station in Morales.", "exploded", ["police station"],
    ),
    "two villages that are summed up": (
        "Gunmen burned two villages, Hokk and Kaduna Vom, on Friday.", "burned", ["Hokk", "Kaduna Vom"],
    ),
    "two men that are summed up": (
        "Gunmen killed two vigilantes, Musa Bello and Sani Audu, in Goma.", "killed", ["Goma"],
    ),
    "a road between a listed and an unlisted town": (
        "Gunmen seized two men on the road between Goma and La Gabarra.", "two men", ["road", "La Gabarra"],
    ),
    "each where they are": ("Some 26,000 of the displaced live in Goma, 12,000 in Sake and 4,000 in Minova.", "12,000", ["Sake"]),
    "a sum of months, in another paragraph": (
        "Shells hit Goma.\n\nThe fighting has killed 63 people since March.", "63", [],
    ),
    "a sum of months, in the same paragraph": (
        "Shells hit Goma. Fighting has killed 63 people since March.", "63", ["Goma"],
    ),
    "where a report is published": (
        "A report published in Geneva in March counted 601 people killed in Haiti.\n\nNine men were shot.", "shot", [],
    ),
    "where they return to, and not where they come from": (
        "Nine men returned to Bentiu from Malakal. Two of them were killed there.", "killed", ["Bentiu"],
    ),
    "while something is done in the next village": (
        "Six men were killed in Sake and two were shot dead while clearing rubble in Minova.", "shot", ["Minova"],
    ),
    "territories that no list has": (
        "Some 52 civilians were killed in Djugu and Irumu territories.", "52", ["Djugu", "Irumu"],
    ),
    "a site that is hit near a town": (
        "Militiamen attacked the Djaiba displacement site, near Bunia, and killed 31 people.", "31", ["Djaiba displacement site"],
    ),
    "attacks across a country, and one of them": (
        "Drones killed eight people in four attacks across Lebanon. Five died in a strike on Tyre.", "eight", ["Lebanon"],
    ),
    "what an office reports from its seat": ("The army said in Abuja that fighting went on.", "fighting", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "places"), PLACES.values(), ids=PLACES.keys())
def test_places(text: str, words: str, places: list[str]) -> None:
    record, claim = claim_of(text, words)
    names = {place.id: place.name for place in record.places}
    assert [names[place] for place in claim.where] == places


DAYS = {
    "a week of a month": ("Clashes broke out in Goma in the first week of May.", "Clashes", "2031-05-01"),
    "behind a dateline with an of": (
        "BUNIA, Democratic Republic of Congo, Aug 19 (Newswire) - Gunmen killed nine people in overnight raids on Djugu, "
        "police said on Tuesday.", "killed", "2031-08-19",
    ),
    "reported on": ("Clashes were reported in Goma on Friday.", "Clashes", "2031-08-15"),
    "talks to resume": ("Talks in Doha are to resume next week.", "Talks", "2031-08-25"),
    "since the beginning of the day": (
        "Since the beginning of the day 42 clashes have taken place. The enemy shelled Kona.", "shelled", "2031-08-20",
    ),
    "since another day": ("Since Monday 42 clashes have taken place. The enemy shelled Kona.", "shelled", None),
    "how things are, as is said": (
        "Rebels shelled Kona on 12 August. It said that half of the people faced hunger.", "hunger", None,
    ),
    "what was done, as is said": (
        "Rebels shelled Kona on 12 August. It said that gunmen shot two men.", "shot", "2031-08-12",
    ),
    "a conflict since": (
        "The two have been at war since April 2029, a conflict that has killed 900 people.", "killed", "2029-04-01",
    ),
    "a mine since no war": (
        "The two have been rivals since April 2029, and hold a mine that has killed 900 people.", "killed", None,
    ),
    "one dated killing that others are held for": (
        "Police arrested two men over the killing of a priest last month.", "arrested", None,
    ),
    "the killing that others are held for": (
        "Police arrested two men over the killing of a priest last month.", "killing", "2031-07-01",
    ),
    "running out, in a new paragraph": (
        "Rebels seized Bentiu on Friday.\n\nResidents said food was running out.", "running out", None,
    ),
    "a dateline's day where nothing else dates it": (
        "GOMA, Aug. 20 (Wire) - The army said that nine men died in a raid on Sake.", "died", "2031-08-20",
    ),
    "have since": ("Rebels seized Bentiu on Friday and have since burned the mill.", "burned", "2031-08-15"),
    "most of them since": (
        "The war began in October 2029. Since then 4,000 people have been killed, most of them since May.", "killed", "2029-10-01",
    ),
    "told behind a since": (
        "Rebels attacked Goma in June. Some 900 have died since July. About 60,000 fled Sake.", "fled", None,
    ),
    "closed since": ("Clashes hit Bunia on Friday. The road has been closed since.", "closed", "2031-08-15"),
    "done in a month that is also ahead": ("The camp was bombed in September.", "bombed", "2030-09-01"),
    "to be done in a month ahead": ("The camp will be shut in September.", "shut", "2031-09-01"),
    "what was to come": ("Talks in Doha were to resume on Tuesday.", "Talks", "2031-08-26"),
    "announced on": ("The attack was announced on Friday.", "attack", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "day"), DAYS.values(), ids=DAYS.keys())
def test_days(text: str, words: str, day: str | None) -> None:
    _, claim = claim_of(text, words)
    assert (claim.when.start if claim.when is not None else None) == day


def test_talks_abroad_do_not_set_the_next_paragraph() -> None:
    text = (
        "Shells hit Bentiu and Malakal on Monday.\n\nTalks in Doha collapsed.\n\nSome 900 people have fled their homes."
    )
    _, claim = claim_of(text, "900")
    assert claim.where == ()


def test_the_weekdays_of_a_digest_are_those_that_it_covers() -> None:
    text = "Reporting period: 11-17 August 2031\n\nThe militants seized Bentiu on Monday."
    report = msgspec.structs.replace(
        read_report(raw_text(text)), published=Published(start="2031-08-18", end="2031-08-18", basis="given")
    )
    record = extract_record(report, next(parse_grammars([report])))
    assert {claim.when.start for claim in record.claims if claim.when is not None} == {"2031-08-11"}
