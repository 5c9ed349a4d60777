"""Where the dead and the wounded are set: the finest place that the words give, in short texts read from end to end."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Event, Figure, Published, Record, Report


def record_of(text: str) -> Record:
    block = Block(kind="paragraph", start=0, end=len(text))
    report = Report(id="sha256:0", text=text, blocks=(block,))
    return extract_record(report, next(iter(parse_grammars([report]))))


def chain(record: Record, place: str | None) -> list[str]:
    """The name of a place and of all that it lies in."""
    known, names = {p.id: p for p in record.places}, []
    while place in known:
        names.append(known[place].name)
        place = known[place].within
    return names


def set_in(text: str) -> list[str]:
    """The names of the places of the first figure, each followed by those that hold it."""
    record = record_of(text)
    figure = next(claim for claim in record.claims if isinstance(claim, Figure))
    return [name for place in figure.where for name in chain(record, place)]


CASES = [
    ("there", "The army shelled Raqqa on Monday. Nine people were killed there.", ["Raqqa"]),
    ("nobody there", "Homs was calm. There were 12 dead in Goma.", ["Goma"]),
    (
        "there, in the same sentence",
        "Homs lies near Raqqa, which rebels entered after they killed 12 men there.",
        ["Raqqa"],
    ),
    ("in the state", "Rebels roam Zamfara. Some 300 people were killed in the state.", ["Zamfara"]),
    (
        "in the country",
        "Rebels burnt a mill in Bujumbura, in Burundi. Some 300 people are displaced in the country.",
        ["Burundi"],
    ),
    (
        "the subject of the sentence before",
        "Homs lies on the road to Raqqa. Rebels killed 30 men in the city.",
        ["Homs"],
    ),
    (
        "where an object was captured",
        "Rebels held Raqqa. They sold women captured in Goma there. The raiders killed 12 guards.",
        ["Raqqa"],
    ),
    (
        "a site with its town",
        "Jets bombed Homs. Two bombs hit a mosque in Raqqa. Nine people were killed.",
        ["mosque", "Raqqa"],
    ),
    ("near, within a wide one", "In Kachin State, shells killed two farmers near Bhamo.", ["Bhamo"]),
    ("a town before its state", "Troops left Bhamo, Kachin State, where 12 men were killed.", ["Bhamo"]),
    (
        "where somebody was recruited before",
        "Soldiers entered a camp in Raqqa. Three boys, recruited in Goma, were freed.",
        ["Goma"],
    ),
    (
        "whose men hold roads elsewhere",
        "Rebels burnt Raqqa. Jets hunted Karim Musa, who left the talks and whose men hold roads in Goma. Nine men died.",
        ["Raqqa"],
    ),
    (
        "what goes on to this day",
        "Shells hit Homs. Rebels have blocked roads in Goma since 2021. Nine men were killed.",
        ["Goma"],
    ),
    ("gone into, within a wide one", "In Kachin State, rebels pushed into Bhamo and killed nine men.", ["Bhamo"]),
    ("what is called the last town in", "Uvira is the last town in South Kivu. Rebels killed nine men.", ["Uvira"]),
    ("the suspect is no place", "Rebels burnt Raqqa. Karim Musa is the last suspect in Goma. Nine men died.", ["Goma"]),
    ("a village called as a man", "Gunmen killed nine men in Dan Musa village on Monday.", ["Dan Musa village"]),
    ("of two townships", "Air strikes on Kyaukme and Nawnghkio townships killed nine men.", ["Kyaukme", "Nawnghkio"]),
    (
        "an unknown place named again",
        "Rebels hold the village of Luvungi and Goma. Nine men were killed as they fled Luvungi.",
        ["Luvungi"],
    ),
    (
        "where one of them gave up",
        "Rebels hold Raqqa. Nine men have been killed since May, among them Rao, who laid down arms in Goma in June.",
        ["Raqqa"],
    ),
    (
        "the province of a town's name",
        "Clashes hit Suwayda. Nine men died as fighting swept the province.",
        ["Suwayda"],
    ),
    (
        "there, two sentences on",
        "Rebels hit a camp in Djibo. It is the second time this year. They killed 100 troops there in May.",
        ["Djibo"],
    ),
    (
        "a part of the city by a strange name",
        "Jets hit Raqqa. A shell killed nine men in the Rimal neighbourhood.",
        ["Rimal neighbourhood"],
    ),
    ("the port of a city", "Two dockers were killed at the port of Berbera.", ["port", "Berbera"]),
    ("a house in a village", "A shell killed two sisters in a house in the village of Toretsk.", ["house", "Toretsk"]),
    ("a hospital that says it", "According to the Noor hospital four people died. Shells had hit Raqqa.", []),
    (
        "when a bomber struck there",
        "The wounded were taken to a hospital in Goma. Six people died when a bomber rammed a gate in the village of Lalo.",
        ["Lalo"],
    ),
    (
        "what is shelled, in the countryside of a city",
        "A child was killed in the shelling of the village of Verdola in the northern countryside of Raqqa.",
        ["Verdola"],
    ),
    ("a source at a hospital", "Two people were shot, according to a source at the general hospital.", []),
    ("a hospital to which they were taken", "A guard who was flown to a hospital in Nairobi died.", []),
    (
        "the same district",
        "Rebels hid in Bijapur district. Later, 31 men were killed in the same district.",
        ["Bijapur district"],
    ),
    ("at a place", "Rebels detonated a mine under a lorry at Kutrabad, killing two men.", ["Kutrabad"]),
    (
        "no place of another time",
        "The army fought in a war that ended with a deal in Pretoria in November 2002. Rebels killed 30 men.",
        [],
    ),
    (
        "where a bishop sits",
        "Rebels killed six people in Cabo Delgado, the Bishop of Pemba, Antonio Juliano, told reporters.",
        ["Cabo Delgado"],
    ),
    ("nearby", "The raiders moved on to nearby Dosara, where they killed six people.", ["Dosara"]),
    ("a crossroads", "Troops killed four rebels at the Mangbo crossroads.", ["Mangbo crossroads"]),
    ("where it happened", "The attack happened at Dabasi. Four guards were killed.", ["Dabasi"]),
    ("a state that has no adjective", "A raid by jets killed 22 people in U.S. strikes on Raqqa.", ["Raqqa"]),
    (
        "a site that is said to lie somewhere",
        "Homs was calm. Jets hit the clinic, which is located in the town of Douma, killing three people.",
        ["clinic", "Douma"],
    ),
    (
        "what the attacks hit",
        "Three people were killed by rocket attacks that targeted Azaz on Friday.",
        ["Azaz"],
    ),
    (
        "a quarter beside its town",
        "Gunmen killed two bankers in the Floralia neighborhood, in eastern Cali.",
        ["Floralia neighborhood", "eastern Cali"],
    ),
    (
        "a quarter with the name of a town elsewhere",
        "A bomb killed two people in the Belen neighborhood of the city of Medellin.",
        ["Belen neighborhood", "Medellin"],
    ),
    (
        "a quarter of the town told of before",
        "Shells hit Medellin on Monday. Two people died in the El Pedregal neighborhood.",
        ["El Pedregal neighborhood", "Medellin"],
    ),
    ("a neighbour of the town", "Rebels killed eight men in a town on the border with Chad.", []),
    (
        "two sites of one town",
        "The Noor Hospital and the Nile Hotel in Khartoum were hit. Two people were killed.",
        ["Khartoum"],
    ),
    ("beside another town", "Rockets killed three people in Amran, 50 km north of Sanaa, on Monday.", ["Amran"]),
    (
        "told again in the corner of the country",
        "A bombing killed 44 people in a town in northern Syria on Monday. A lorry blew up in Qamishli, officials said.",
        ["Qamishli", "northern Syria"],
    ),
    (
        "sites of the town told of before",
        "Rebels stormed the town of Bria, set the police station ablaze and broke open the prison, killing two guards.",
        ["prison", "Bria"],
    ),
    (
        "what the strikes hit",
        "Air strikes killed 29 civilians in a town in northern Nigeria on Monday. The strikes hit Potiskum.",
        ["Potiskum", "northern Nigeria"],
    ),
    (
        "a market of a region",
        "Air strikes on a market killed nine people in a town in northern Mali. The strikes hit Gao.",
        ["Gao", "market", "northern Mali"],
    ),
    (
        "the result of a strike",
        "Nine people died as a result of an air strike on a house in Kutum in Sudan.",
        ["house", "Kutum", "Sudan"],
    ),
    (
        "told of both verbs",
        "Nine men were killed and four were hurt in a raid on a house on Nuzha Street in Kutum.",
        ["house", "Kutum", "Nuzha Street", "Kutum"],
    ),
    (
        "a part of the town told of before",
        "Shells fell on Taiz on Monday. A rocket killed three people in the Ghurab Osmanli neighbourhood.",
        ["Ghurab Osmanli neighbourhood", "Taiz"],
    ),
    ("who is backed is no place", "A bomb killed three people as US-backed fighters advanced on Raqqa.", ["Raqqa"]),
    ("a dateline without its dash", "NAIROBI At least nine people were killed in Garissa.", ["Garissa"]),
    ("a camp at an unknown place", "Nine people were killed in the camp at Dar Wenje.", ["camp", "Dar Wenje"]),
    (
        "an unknown village in an unknown township",
        "Soldiers entered Hta Naung village in Palin Township and killed six people.",
        ["Hta Naung village", "Palin Township"],
    ),
    (
        "a quarter of a city",
        "A bomb killed nine people in the Wardhigley neighbourhood of Mogadishu.",
        ["Wardhigley neighbourhood", "Mogadishu"],
    ),
    (
        "a site behind a dateline",
        "BANGKOK (Plains Agency) - Shells hit a crowded market in the town of Kawkareik, killing six people.",
        ["crowded market", "Kawkareik", "Kawkareik"],
    ),
    (
        "in the parts of",
        "A raid killed four men in Dersana village in the western parts of Aleppo.",
        ["Dersana village", "Aleppo"],
    ),
    (
        "what is hit lies in what is named",
        "Jets bombed Kutum, hitting a market. Doctors said 12 people were killed.",
        ["market", "Kutum"],
    ),
    (
        "where one speaks is not where it happened",
        "In Nairobi, refugees told how militiamen entered the town of Baidoa, killing nine men.",
        ["Baidoa"],
    ),
    (
        "where those killed come from",
        "Gunmen fired on a bus in Gusau. Four of the dead were traders from Sokoto.",
        ["Gusau"],
    ),
    (
        "what is told of a town in passing",
        "In El Geneina, where 40,000 people are trapped, the council said shells had hit a camp in Nyala.",
        ["El Geneina"],
    ),
    (
        "the one town of the region",
        "Air strikes in northern Ethiopia killed 22 people on Monday. The jets hit a school in Adigrat, residents said.",
        ["Adigrat", "northern Ethiopia"],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_place_of_a_figure(text: str, wanted: list[str]) -> None:
    found = set_in(text)
    assert [name for name in wanted if name not in found] == []


def test_two_towns_of_the_region_are_no_one_place() -> None:
    told = "Nine people were killed in Nigeria on Monday. " + "Officials met and talked at length. " * 20
    found = set_in(told + "Gunmen attacked a bus in Maiduguri. Gunmen shot a trader in Kaduna.")
    assert found == ["Nigeria"]


APART = [
    (
        "a sum over the war is not of the last town",
        "Shells hit Yefren on Monday. Since 2011 at least 9,400 people have been killed.",
        1,
    ),
    ("what is long past is told elsewhere", "Shells hit Yefren on Monday. The war killed 300 people in 2009.", 1),
    ("more than a town holds", "Shells hit Yefren on Monday. Some 2.4 million people depend on food aid.", 1),
    (
        "the toll of a whole war",
        "Shells hit Yefren on Monday. More than 60,000 people have been killed in the war.",
        1,
    ),
    ("what goes on there", "Shells hit Yefren on Monday. Twelve people have been killed since October.", 0),
]


@pytest.mark.parametrize(("text", "nowhere"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_what_is_not_set_in_the_town_told_of_before(text: str, nowhere: int) -> None:
    block = Block(kind="paragraph", start=0, end=len(text))
    published = Published(start="2013-11-21", end="2013-11-21", basis="given")
    report = Report(id="sha256:0", text=text, blocks=(block,), published=published)
    record = extract_record(report, next(iter(parse_grammars([report]))))
    figure = [claim for claim in record.claims if isinstance(claim, Figure)][-1]
    assert (not figure.where) == bool(nowhere)


def test_what_was_told_of_years_ago_does_not_move_the_story() -> None:
    text = "A bomb hit a bus in Goma.\n\nIn 2009 rebels seized the town of Beni.\n\nNine drivers were hurt."
    first, after = text.index("In 2009"), text.index("Nine")
    spans = ((0, first - 2), (first, after - 2), (after, len(text)))
    blocks = tuple(Block(kind="paragraph", start=start, end=end) for start, end in spans)
    published = Published(start="2013-11-21", end="2013-11-21", basis="given")
    report = Report(id="sha256:0", text=text, blocks=blocks, published=published)
    record = extract_record(report, next(iter(parse_grammars([report]))))
    figure = [claim for claim in record.claims if isinstance(claim, Figure)][-1]
    assert [name for one in figure.where for name in chain(record, one)][:1] == ["Goma"]


def test_a_site_without_a_name_stays_in_its_paragraph() -> None:
    text = "Gunmen struck Yefren on Monday.\n\nRebels burned the market.\n\nNine men were killed, a nurse said."
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(kind="paragraph", start=at, end=at + len(part)))
        at += len(part) + 2
    report = Report(id="sha256:0", text=text, blocks=tuple(blocks))
    record = extract_record(report, next(iter(parse_grammars([report]))))
    figure = next(claim for claim in record.claims if isinstance(claim, Figure))
    assert [place.name for place in record.places if place.id in figure.where] == ["Yefren"]


def _figures_where(text: str) -> list[list[str]]:
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(kind="paragraph", start=at, end=at + len(part)))
        at += len(part) + 2
    report = Report(id="sha256:0", text=text, blocks=tuple(blocks))
    record = extract_record(report, next(iter(parse_grammars([report]))))
    names = {place.id: place.name for place in record.places}
    return [[names[place] for place in claim.where] for claim in record.claims if isinstance(claim, Figure)]


def test_labels_of_a_digest_set_their_entries_and_no_other_paragraph() -> None:
    text = (
        "Misrata: Two men were shot dead.\n\nBenghazi: A nurse was killed.\n\nAwlad Talib: Four soldiers died.\n\n"
        "The monitor has counted 340 dead since May."
    )
    assert _figures_where(text) == [["Misrata"], ["Benghazi"], ["Awlad Talib"], []]


FILED = {
    "a date behind it": ("Geneva, 17 September 2024 – Rebels stormed Benghazi.\n\nA mortar killed six.", ["Benghazi"]),
    "in brackets": ("GENEVA (17 September 2024) – Rebels stormed Benghazi.\n\nA mortar killed six.", ["Benghazi"]),
    "two towns": ("Geneva/Cairo, 3 May 2021 – Rebels stormed Benghazi.\n\nA mortar killed six.", ["Benghazi"]),
    "at home": ("Benghazi, 3 May 2021 – A mortar killed six people in Libya.\n\nAnother killed two.", ["Libya"]),
}


@pytest.mark.parametrize(("text", "where"), FILED.values(), ids=FILED.keys())
def test_where_a_report_is_filed_from_nothing_happens(text: str, where: list[str]) -> None:
    assert all(places == where for places in _figures_where(text))


def test_a_label_that_is_called_a_place_elsewhere() -> None:
    text = "Gunmen raided the villages of Nkoe and Litamba.\n\nNkoe: Two elderly men were found dead."
    assert _figures_where(text) == [["Nkoe"]]


def test_a_demand_is_not_set_in_the_town_told_of_before() -> None:
    record = record_of("Shells hit Yefren on Monday. Norway called for a ceasefire.")
    (request,) = (claim for claim in record.claims if isinstance(claim, Event) and claim.type == "REQUEST")
    assert request.where == ()


SET_IN = {
    "the flag of a ship": ("The Liberia-flagged tanker was hit off Aden. Two sailors were killed.", "Liberia", False),
    "where it is bound": ("A shell hit a Gaza-bound convoy in Rafah. Two drivers were killed.", "Gaza", False),
    "the finer of two": (
        "Troops executed 27 farmers during a sweep through Pauk township in Magway Region.",
        "Pauk",
        True,
    ),
    "a longer name": ("Gunmen raided Gidan Kaya village in Zamfara, killing two.", "Gidan Kaya", True),
    "whose people speak": ("Residents of Solino, which fell to gangs, said two were killed.", "Solino", True),
    "police of the town": ("In Pulwama, police said they had arrested four men.", "Pulwama", True),
    "where it is in and near which": ("Two men were killed in Goma near Bukavu.", "Bukavu", False),
    "what a place is measured by": (
        "A bomb hit a bus in Goma. It was the deadliest since 2009, when 49 died in Beni. Nine drivers were hurt.",
        "Goma",
        True,
    ),
    "of the speaker's own work": (
        "Gunmen struck Goma on Monday, according to Ali Sadi, who heads a union in Beni. Nine people were killed.",
        "Goma",
        True,
    ),
    "the region behind the town": (
        "In Goma, in the Masisi hills, gunmen struck. Nine people were killed.",
        "Goma",
        True,
    ),
    "a name behind near": ("Near Tibú, nine farmers were found dead.", "Tibú", True),
    "a name that nobody knows": ("Nine protesters were hurt at a sit-in at Kanduveli on Monday.", "Kanduveli", True),
    "in a sector": ("In the Kharkiv direction, the enemy attacked three times near Vovchansk.", "Vovchansk", True),
    "behind the site": ("Hundreds fled to Chad, while 40 took refuge in a school in Abéché.", "Abéché", True),
}


@pytest.mark.parametrize(("text", "place", "there"), SET_IN.values(), ids=SET_IN.keys())
def test_what_only_tells_a_thing_apart_sets_nothing(text: str, place: str, there: bool) -> None:
    record = record_of(text)
    figure = [claim for claim in record.claims if isinstance(claim, Figure)][-1]
    names = [name for one in figure.where for name in chain(record, one)]
    assert any(place in name for name in names) is there


def test_a_title_sets_what_has_no_place_of_its_own() -> None:
    title, text = "Update 3: Clashes in Derna", "Eight people were killed on Monday."
    blocks = (
        Block(kind="headline", start=0, end=len(title)),
        Block(kind="paragraph", start=len(title) + 2, end=len(title) + 2 + len(text)),
    )
    report = Report(id="sha256:0", text=f"{title}\n\n{text}", blocks=blocks)
    record = extract_record(report, next(iter(parse_grammars([report]))))
    figure = next(claim for claim in record.claims if isinstance(claim, Figure))
    assert [name for place in figure.where for name in chain(record, place)][:1] == ["Derna"]


ELSEWHERE = {
    "nationwide": "Rebels burnt a mill in Goma. Nationwide, 300 people were killed.",
    "of the country": "Rebels burnt a mill in Goma. Rebels have killed nine men and hold 40% of the country.",
    "in the south": "Rebels burnt a mill in Goma. Some 64 people were killed in the south.",
}


@pytest.mark.parametrize("text", ELSEWHERE.values(), ids=ELSEWHERE.keys())
def test_a_figure_set_in_no_named_place(text: str) -> None:
    assert set_in(text) == []


def test_a_paragraph_of_another_time_is_not_set_where_the_last_one_was() -> None:
    lines = ("Rebels burnt a mill in Goma.", "In 2011 officers staged a coup. Rebels killed nine men.")
    text = "\n\n".join(lines)
    starts = (0, len(lines[0]) + 2)
    blocks = tuple(
        Block(kind="paragraph", start=start, end=start + len(line)) for start, line in zip(starts, lines, strict=True)
    )
    day = Published(start="2031-08-20", end="2031-08-20", basis="given")
    report = Report(id="sha256:0", text=text, blocks=blocks, published=day)
    record = extract_record(report, next(iter(parse_grammars([report]))))
    assert [claim.where for claim in record.claims if isinstance(claim, Figure)] == [()]


ALONE = {
    "where an object was captured": (
        "Rebels held Raqqa. They sold women captured in Goma there. Nine men died.",
        ["Raqqa"],
    ),
    "whose men hold roads elsewhere": (
        "Rebels burnt Raqqa. Jets hunted Karim Musa, who left the talks and whose men hold roads in Goma. Nine men died.",
        ["Raqqa"],
    ),
    "where one of them gave up": (
        "Rebels hold Raqqa. Nine men have been killed since May, among them Rao, who laid down arms in Goma in June.",
        ["Raqqa"],
    ),
    "a site with its own town": (
        "Jets bombed Homs. Two bombs hit a mosque in Raqqa. Nine people were killed.",
        ["mosque", "Raqqa", "Raqqa"],
    ),
    "what it led somebody to do elsewhere": (
        "Clashes hit Homs. Nine men died on Monday when tribesmen fought, prompting Israel to bomb a base in Raqqa.",
        ["Homs"],
    ),
    "of which it is the largest": ("The plant, Goma's largest, was hit. Nine men died in Raqqa.", ["Raqqa"]),
}


@pytest.mark.parametrize(("text", "names"), ALONE.values(), ids=ALONE.keys())
def test_a_figure_set_there_and_nowhere_else(text: str, names: list[str]) -> None:
    assert set_in(text) == names


def test_a_letterhead_is_no_place() -> None:
    text = "EUPHRATES RELIEF NETWORK\n\nRAQQA CITY: a mine killed four people."
    head = Block(kind="heading", start=0, end=text.index("\n"))
    body = Block(kind="paragraph", start=head.end + 2, end=len(text))
    report = Report(id="sha256:0", text=text, blocks=(head, body))
    record = extract_record(report, next(iter(parse_grammars([report]))))
    assert [place.name for place in record.places] == ["RAQQA CITY"]
