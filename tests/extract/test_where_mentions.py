"""Which words of a text name places, and what the text says of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.extract.where.places import PlaceMention, find_places, site_mention
from sayso.extract.where.words import Words, noun_at
from sayso.parse import Grammar, parse_grammars
from sayso.records import Block, Report, Span


def grammar_of(text: str) -> Grammar:
    block = Block(kind="paragraph", start=0, end=len(text))
    return next(iter(parse_grammars([Report(id="sha256:0", text=text, blocks=(block,))])))


def mentions_of(text: str, masked: tuple[Span, ...] = ()) -> tuple[PlaceMention, ...]:
    return find_places(grammar_of(text), masked=masked)


def printed(text: str, *roles: str) -> list[str]:
    return [text[slice(*m.span)] for m in mentions_of(text) if m.role in roles]


NAMES = [
    ("in the name of", "In the Name of the Martyrs, fighters stormed the Free Port in Tadjoura.", ["Tadjoura"]),
    ("no name of an operation", "Forces launched Operation Volcano of Anger in Tarhuna on Monday.", ["Tarhuna"]),
    ("a preposition with a capital", "Near Tibú, nine farmers were found dead.", ["Tibú"]),
    ("a prefix of the city", "Shells fell on Kharkiv and the town of Chuhuiv on Monday.", ["Kharkiv", "Chuhuiv"]),
    ("a list", "Rebels hold Goma, Bukavu and Uvira.", ["Goma", "Bukavu", "Uvira"]),
    ("a state behind a comma", "A man was shot in Dayton, Ohio.", ["Dayton", "Ohio"]),
    ("another spelling", "Clashes erupted near Deir el-Zour on Friday.", ["Deir el-Zour"]),
    ("an article and a hyphen", "Troops entered Al-Fashir and Ar-Raqqah.", ["Al-Fashir", "Ar-Raqqah"]),
    ("an unknown village", "Gunmen attacked the village of Gidan Dawa at dawn.", ["Gidan Dawa"]),
    ("a village called as men are", "Shells fell on the village of Sheikh Dali.", ["Sheikh Dali"]),
    ("a village called as a people is", "Troops entered the village of Arab Dali.", ["Arab Dali"]),
    ("a quarter called as men are", "Rockets hit Hajj Dali neighbourhood.", ["Hajj Dali neighbourhood"]),
    ("a hill's name", "Shells fell on the town of Tel Saroun.", ["Tel Saroun"]),
    ("called after a father", "Shells fell on the Abu Zaki district and killed a man in Umm Dali.", ["Abu Zaki district", "Umm Dali"]),
    ("no town of a rocket", "Rebels fired Grad rockets at the town of Vesko.", ["Vesko"]),
    ("a town's rocket attack", "The Haifa rocket attack killed two.", ["Haifa"]),
    ("an unknown town behind in", "Two officers were shot in Solvano on Sunday.", ["Solvano"]),
    ("an unknown river", "They crossed the Tukwe River at night.", ["Tukwe River"]),
    ("an unknown forest", "Bandits hide in Dumbiri forest.", ["Dumbiri forest"]),
    ("taken", "Rebels seized Mwelo, Kibanga and Sake in North Kivu.", ["Mwelo", "Kibanga", "Sake", "North Kivu"]),
    (
        "a list of unknown counties",
        "Some 6,000 people fled Tolwange and Urkuk counties.",
        ["Tolwange", "Urkuk"],
    ),
    (
        "a list of unknown districts",
        "They raided Mwelo, Kibanga and Tareke districts.",
        ["Mwelo", "Kibanga", "Tareke"],
    ),
    ("no peoples", "Raids on Arab and Kurdish villages went on.", []),
    ("an article of its own", "Two officers were shot in al-Solvano on Sunday.", ["al-Solvano"]),
    ("strongholds at", "They were pushed out of strongholds at Mbarule.", ["Mbarule"]),
    ("bombardments on", "Bombardments on Mathong killed two people.", ["Mathong"]),
    ("a dateline", "NAIROBI (Wire) - Two aid workers were released.", ["NAIROBI"]),
    ("no person", "Mr. Jordan Lee met Victoria Marshall, 34, and President Chad Ford.", []),
    ("a person and a town", "Victoria Lopez, 34, of Tulsa, was not hurt.", ["Tulsa"]),
    ("no month", "It happened in March and again in August.", []),
    ("no ordinary word", "Police said Reading the names took an hour.", []),
    ("no adjective", "Syrian troops fought Turkish soldiers.", []),
    ("no acronym", "The SWAT team met NATO and UN officials.", []),
    ("in capitals", "RUSSIA SAID TWO SHIPS WERE HIT IN THE BLACK SEA NEAR ODESA.", ["RUSSIA", "BLACK SEA", "ODESA"]),
    ("in small letters", "the army shelled positions in idlib and rebels near aleppo fled.", ["idlib", "aleppo"]),
    ("of and the", "Aid reached the Horn of Africa and the Strait of Hormuz.", ["Horn of Africa", "Strait of Hormuz"]),
    (
        "a kind behind",
        "Shelling hit Kharkiv region and North Kivu province.",
        ["Kharkiv region", "North Kivu province"],
    ),
    ("the state by its letters", "He flew from Basra to the US on Monday.", ["Basra", "US"]),
    ("no state in us", "They told us in Basra to go.", ["Basra"]),
    ("an elided article", "Soldiers mutinied in Côte d'Ivoire.", ["Côte d'Ivoire"]),
    ("a short state behind a town", "He lives in Baton Rouge, La. and works there.", ["Baton Rouge", "La."]),
    ("a county in an office's name", "The Walker County Fair Queen was crowned.", ["Walker County"]),
    ("a state in a department's name", "The Kentucky Department of Education paid.", ["Kentucky"]),
    ("no town in a street's name", "A bomb blew up on Haifa Street in Baghdad.", ["Baghdad"]),
    ("no illness", "Lassa fever and the West Nile virus spread in Kano.", ["Kano"]),
    ("everyday words in capitals", "A CAR BOMB BLEW UP IN QUITO IN RESPONSE TO A DRUG LAW. IN ADDITION, TWO ARE IN SERIOUS CONDITION.",
     ["QUITO"]),
    ("a country by its letters", "He flew from Basra to CAR on Monday.", ["Basra", "CAR"]),
    ("a camp with a name", "Thousands live in Jabalia refugee camp.", ["Jabalia refugee camp"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in NAMES], ids=[case[0] for case in NAMES])
def test_names(text: str, names: list[str]) -> None:
    assert printed(text, "name") == names


def test_a_town_that_gives_the_time_is_no_place() -> None:
    assert printed("The shelling of Kherson began at 9 p.m. Kyiv time.", "name") == ["Kherson"]


def test_peoples_are_context_and_no_places() -> None:
    assert printed("Syrian troops fought the Turks.", "people") == ["Syrian", "Turks"]


def test_nothing_is_found_inside_masked_spans() -> None:
    text = "The Raqqa Revolutionaries Front left Aleppo."
    assert [m.name for m in mentions_of(text, ((4, 33),))] == ["Aleppo"]


def test_an_institution_with_a_town_in_its_name() -> None:
    (mention,) = mentions_of("The Tulsa City Council met.")
    assert (mention.stem, mention.inside_name) == ("Tulsa", True)


PARTS = [
    ("north of a country", "They control northern Syria.", "northern Syria", (1, 0), None, True),
    ("outskirts", "Tanks reached the eastern outskirts of Rafah.", "eastern outskirts of Rafah", (0, 1), None, True),
    ("distance and direction", "It fell 50 km north of Raqqa.", "50 km north of Raqqa", (1, 0), 50_000, False),
    ("miles", "It fell 30 miles south-east of Mosul.", "30 miles south-east of Mosul", (-1, 1), 48_270, False),
    ("distance only", "It fell 15 km outside Goma.", "15 km outside Goma", None, 15_000, False),
    ("a direction only", "It fell west of Kherson.", "west of Kherson", (0, -1), None, True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "direction", "metres", "part"), [case[1:] for case in PARTS], ids=[case[0] for case in PARTS]
)
def test_parts(text: str, name: str, direction: tuple[int, int] | None, metres: int | None, part: bool) -> None:
    (mention,) = mentions_of(text)
    assert (mention.name, mention.direction, mention.distance_m, mention.part) == (name, direction, metres, part)


def test_a_distance_that_tells_where_another_place_is() -> None:
    town, city = mentions_of("Troops left the town of Ain Issa, 50 km north of Raqqa, on Sunday.")
    assert (town.name, city.name, city.distance_m) == ("Ain Issa", "Raqqa", None)


BEARINGS = [
    ("a comma", "Shells hit Ain Issa, 50 km north of Raqqa, on Sunday.", "Raqqa", None),
    ("no comma, and miles in brackets", "Shells hit Douma 20 km (12 miles) east of Damascus.", "Damascus", None),
    ("a direction", "Shells hit Douma, east of Damascus, on Sunday.", "Damascus", None),
    ("roughly", "Shells hit Douma, approximately 20 km east of Damascus, on Sunday.", "Damascus", None),
    ("a noun behind the name", "Shells hit Douma municipality, 20 km east of Damascus.", "Damascus", None),
    ("a country is no town", "Shells fell in Syria, north of Aleppo.", "north of Aleppo", (1, 0)),
]


@pytest.mark.parametrize(
    ("text", "name", "direction"), [case[1:] for case in BEARINGS], ids=[case[0] for case in BEARINGS]
)
def test_a_town_is_told_by_another_one(text: str, name: str, direction: tuple[int, int] | None) -> None:
    first, other = mentions_of(text)
    assert (other.name, other.direction, other.beside) == (name, direction, direction is None)
    assert first.near == ("" if direction else other.stem)


def test_a_name_that_no_list_knows_lies_at_the_point_behind_it() -> None:
    village, point = mentions_of("Shells hit the village of Qutbil, 30 km east of Gao, on Sunday.")
    assert (village.name, village.anchor, point.distance_m) == ("Qutbil", 1, 30_000)


CAPITALS = [
    ("by its people", "Shells hit the Syrian capital on Monday.", "Syrian capital", None),
    ("by its state", "Shells hit Syria's capital on Monday.", "Syria's capital", None),
    ("beside it", "Fighting broke out east of Syria's capital.", "east of Syria's capital", (0, 1)),
    ("claimed", "Shells hit the group's de facto Syrian capital.", None, None),
    ("money", "Syrian capital controls were eased.", None, None),
]


@pytest.mark.parametrize(
    ("text", "name", "direction"), [case[1:] for case in CAPITALS], ids=[case[0] for case in CAPITALS]
)
def test_capitals_by_their_states(text: str, name: str | None, direction: tuple[int, int] | None) -> None:
    mentions = [(m.name, m.direction) for m in mentions_of(text) if m.role == "name"]
    assert mentions == ([(name, direction)] if name is not None else [])


def test_the_town_is_a_district_s_that_bears_its_name() -> None:
    mentions = mentions_of("Rebels overran Laukkaing on Friday. The army said the town had not fallen.")
    assert mentions[mentions[-1].anchor or 0].name == "Laukkaing"


def test_a_title_s_capitals_are_no_names() -> None:
    text = "Rebels Say They Control Key Trade Town Near Goma\n\nRebels took a town near Goma on Friday."
    blocks = (Block(kind="headline", start=0, end=48), Block(kind="paragraph", start=50, end=len(text)))
    (grammar,) = parse_grammars([Report(id="sha256:0", text=text, blocks=blocks)])
    assert [mention.name for mention in find_places(grammar) if mention.role == "name"] == ["Goma", "Goma"]


def test_the_capital_is_the_one_that_was_named() -> None:
    text = "Shells hit Damascus, and Damascus burned. Moscow was silent. Calm came back to the capital."
    mentions = mentions_of(text)
    assert mentions[mentions[-1].anchor or 0].name == "Damascus"


OWNED = [
    ("held", "Jets hit rebel-held Atareb on Monday.", "Atareb"),
    ("controlled", "Jets hit the government-controlled Qutbil on Monday.", "Qutbil"),
    ("a company of the state", "The state-controlled Vostokgaz denied it.", None),
    ("an article within the name", "Jets bombed Jisr al-Shaghour in Syria.", "Jisr al-Shaghour"),
    ("an article before the name", "Two died near the town of Al Tabqah.", "Al Tabqah"),
    ("owned by its country", "Two died in Syria's Mayadeen on Monday.", "Mayadeen"),
]


@pytest.mark.parametrize(("text", "name"), [case[1:] for case in OWNED], ids=[case[0] for case in OWNED])
def test_names_in_other_spellings(text: str, name: str | None) -> None:
    names = [mention.name for mention in mentions_of(text)]
    assert name in names if name is not None else not names


def test_qualifiers() -> None:
    mentions = mentions_of("A fire broke out in Paris, Texas, and the village of Gidan Dawa in Zamfara.")
    assert [(m.name, m.qualifiers) for m in mentions if m.qualifiers] == [
        ("Paris", ("Texas",)),
        ("Gidan Dawa", ("Zamfara",)),
    ]
    (region, village) = mentions_of("Two died in the Kharkiv region village of Hlushkove.")
    assert (region.name, village.qualifiers) == ("Kharkiv region", ("Kharkiv",))


@pytest.mark.parametrize(
    ("text", "acts"),
    [("Moscow said it would retaliate.", True), ("Moscow lies on a river.", False), ("They left Moscow.", False)],
    ids=["says", "lies", "object"],
)
def test_acts(text: str, acts: bool) -> None:
    (mention,) = mentions_of(text)
    assert mention.acts is acts


SITES = [
    ("hospital", "A strike hit Al-Noor Hospital in Gaza City.", "Al-Noor Hospital", "Gaza City"),
    ("church", "A bomb exploded at Saint Mary's Church in Cairo.", "Saint Mary's Church", "Cairo"),
    ("airport by its town", "Drones struck Belgorod airport.", "Belgorod airport", "Belgorod"),
]


@pytest.mark.parametrize(("text", "name", "around"), [case[1:] for case in SITES], ids=[case[0] for case in SITES])
def test_named_sites(text: str, name: str, around: str) -> None:
    mentions = mentions_of(text)
    (site,) = [m for m in mentions if m.role == "site"]
    assert (site.name, site.anchor is not None and mentions[site.anchor].name) == (name, around)


def test_of_nouns_that_begin_alike_none_hides_the_other() -> None:
    nouns = frozenset(("medical complex", "medical center", "medical center annex", "camp"))
    words = Words(grammar_of("The wounded lay in the medical center, the medical complex and a medical tent."), ())
    ends = [noun_at(words, token, nouns) for token, word in enumerate(words.grammar.words) if word == "medical"]
    assert [None if end is None else words.grammar.words[end] for end in ends] == ["center", "complex", None]


def test_a_list_ends_in_what_its_members_are() -> None:
    mentions = mentions_of("Rain fell in Becker, Clay and Otter Tail counties.")
    assert [(m.stem, m.kind) for m in mentions][:2] == [("Becker", "region"), ("Clay", "region")]


def test_a_county_s_name_alone_holds_no_town() -> None:
    (mention, *_) = mentions_of("Schools closed in Hamilton, Madison and Warren.")
    assert mention.qualifiers == ()


ROADS = [
    ("a street", "A bomb blew up on Haifa Street in Baghdad.", ["Haifa Street"]),
    ("a street by number", "A man was shot at 42nd Street and Fifth Avenue.", ["42nd Street", "Fifth Avenue"]),
    ("in small letters", "Shells fell on Al-Rashid street.", ["Al-Rashid street"]),
    ("a highway by number", "Highway 4 and County Road 15 were closed.", ["Highway 4", "County Road 15"]),
    ("a code", "The M5 motorway was cut when the M23 came.", ["M5 motorway"]),
    ("a saint", "A Paris St. Germain fan died.", []),
    ("a verb", "Forces drive on and road crews follow.", []),
]


@pytest.mark.parametrize(("text", "names"), [case[1:] for case in ROADS], ids=[case[0] for case in ROADS])
def test_roads(text: str, names: list[str]) -> None:
    assert printed(text, "site") == names


def test_a_common_noun_is_a_site_where_it_is_asked_for() -> None:
    grammar = grammar_of("Shells hit a crowded mosque in Raqqa.")
    mentions = find_places(grammar)
    site = site_mention(grammar, grammar.lowers.index("mosque"), mentions=mentions)
    assert site is not None
    assert (site.name, site.role, site.anchor is not None and mentions[site.anchor].name) == (
        "crowded mosque",
        "site",
        "Raqqa",
    )
    assert site_mention(grammar, grammar.lowers.index("shells")) is None


def test_the_city_is_the_one_named_last() -> None:
    mentions = mentions_of("Fighting in Bukavu eased. Reinforcements reached Goma. Residents of the city stayed home.")
    (back,) = [m for m in mentions if m.role == "back"]
    assert back.anchor is not None and mentions[back.anchor].name == "Goma"


WORDS = [
    "Kharkiv",
    "the",
    "of",
    "50",
    "km",
    "north",
    "Mr.",
    "Jordan",
    "-",
    "U.S.",
    "'s",
    ",",
    "Church",
    "IN",
    "al",
    "İstanbul",
    "city",
    "D",
    "Sen.",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_spans_lie_in_the_text_and_names_match_them(text: str) -> None:
    mentions = mentions_of(text) if text else ()
    for mention in mentions:
        start, end = mention.span
        assert 0 <= start < end <= len(text)
        assert mention.role == "back" or text[start:end] == mention.name
        assert mention.anchor is None or 0 <= mention.anchor < len(mentions)
