"""Plain text: paragraphs, furniture, repeats, kinds of block, captions, titles."""

import re
import time

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sayso.errors import InputRefused
from sayso.read import raw_text, read_layout, read_report
from sayso.read.pieces import split_text
from sayso.read.posts import own_words
from sayso.records import Interval, Report

LEAD = "Government troops entered the town of Marun on Sunday after rebels withdrew overnight, two residents said."
MORE = "At least 12 people were killed in the shelling that came before, the hospital said, and dozens were wounded."


def blocks(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, report.text[block.start : block.end]) for block in report.blocks]


def read(text: str, **known: str) -> Report:
    return read_report(msgspec.structs.replace(raw_text(text), **known))


def kind(line: str, *, before: str = "Troops enter Marun after rebels leave") -> str:
    """The kind of a line between a headline and running text."""
    found = blocks(read(f"{before}\n\n{line}\n\n{LEAD}\n\n{MORE}"))
    return next(kind for kind, text in found if text == line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("By Lena Haddad", "byline", id="by"),
        pytest.param("By Lena Haddad and Omar al-Sayed in Marun", "byline", id="by two in"),
        pytest.param("From Musa Bello, Gusau", "byline", id="from"),
        pytest.param("Lena Haddad in Beirut", "byline", id="name in place"),
        pytest.param("Lena Haddad, senior defence correspondent", "byline", id="role"),
        pytest.param("(Reporting by Lena Haddad; Editing by Tom Reed)", "byline", id="credits"),
        pytest.param("10:45 GMT", "timestamp", id="clock"),
        pytest.param("Published 12 Oct 2017", "timestamp", id="published"),
        pytest.param("Last updated at 6:14 p.m. EDT on Sunday, October 15, 2017", "timestamp", id="updated"),
        pytest.param("2 hours ago", "timestamp", id="ago"),
        pytest.param("Daily update, Monday 16 October 2017, 21:30 Damascus time", "timestamp", id="a town's time"),
        pytest.param("12 October، 2017", "timestamp", id="another keyboard's comma"),
        pytest.param("Covers 28-30 January 2024", "timestamp", id="coverage"),
        pytest.param("MARUN, Syria, Oct 15 (Wire) -", "dateline", id="wire dateline"),
        pytest.param("Geneva, 17 March 2021", "dateline", id="place and day"),
        pytest.param("FILE - Fighters ride on a truck in Marun, May 3, 2016.", "caption", id="file caption"),
        pytest.param("A boy stands in a ruined house in Marun, Syria, Oct. 12, 2017.", "caption", id="dated caption"),
        pytest.param("Smoke rises over Marun. (AP Photo/Lena Haddad)", "caption", id="bracket credit"),
        pytest.param("Smoke rises over Marun [Omar al-Sayed/AFP]", "caption", id="square credit"),
        pytest.param("Smoke rises over Marun. Photo: Reuters", "caption", id="label credit"),
        pytest.param("The law was passed by parliament on Oct. 12, 2017.", "paragraph", id="dated sentence"),
        pytest.param("The raid was led by Medecins Sans Frontieres (MSF).", "paragraph", id="acronym in brackets"),
        pytest.param("By Monday the whole town had fallen.", "paragraph", id="sentence with by"),
        pytest.param("Why it matters", "heading", id="heading"),
    ],
)
def test_kinds(line, expected):
    assert kind(line) == expected


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Accessibility links",
            "Breaking News",
            "Share this",
            "Read more: Who are the rebels?",
            "Advertisement",
            "Follow us on Twitter",
        ),
        *(
            "Sign up for our newsletter",
            "We use cookies to improve this site.",
            "Copyright 2017 Wire News. All rights reserved.",
        ),
        *(
            "© 2017 Wire News",
            "Home | World | Sport | Weather",
            "***",
            "-END-",
            "This material may not be published or broadcast.",
        ),
    ],
)
def test_furniture_is_dropped_at_top_and_bottom(line):
    layout = read_layout(raw_text(f"{line}\n\nTroops enter Marun after rebels leave\n\n{LEAD}\n\n{MORE}\n\n{line}"))
    assert line not in layout.report.text
    assert [(dropped.text, dropped.why) for dropped in layout.dropped] == [(line, "furniture")] * 2
    assert layout.dropped[0].at == 0
    assert layout.dropped[1].at == len(layout.report.text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Breaking news of the attack reached the capital at noon.",
        "Home is no longer safe, she said.",
        "Read the way the army reads it, the deal is dead.",
        "Read: they will not leave.",
        "Copyright law was not what the rebels had in mind, he joked.",
        "Share this bread with them, the commander told his men.",
        "No part of this city was spared.",
        "Related or not, the two attacks came within an hour.",
        "Follow them, the officer shouted.",
    ],
)
def test_a_real_sentence_is_never_dropped(sentence):
    assert sentence in read(f"{LEAD}\n\n{sentence}\n\n{MORE}").text


def test_links_under_related_stories_go_with_their_heading():
    report = read(f"{LEAD}\n\nRelated stories\n\nWho are the rebels?\n\nIn maps: the war\n\n{MORE}")
    assert report.text == f"{LEAD}\n\n{MORE}"


def test_dates_of_related_stories_go_with_them():
    report = read(f"{LEAD}\n\nRelated articles\n\nIn maps: the war\n\n4 June 2018\n\n{MORE}\n\n5 June 2018")
    assert report.text == f"{LEAD}\n\n{MORE}\n\n5 June 2018"


def test_the_reports_before_and_behind_go_with_their_labels():
    behind = "Prev Post\n\nTen die in Sorun\n\nNext Post\n\nMarun | Two shot\n\nRiver towns | Residents of…"
    assert read(f"{LEAD}\n\n{behind}").text == LEAD


def test_a_headline_under_the_links_to_other_posts_stays():
    report = read(f"Previous post\n\nNext post\n\nTroops enter Marun after rebels leave\n\n{LEAD}")
    assert report.title == "Troops enter Marun after rebels leave"


def test_menus_above_the_headline_go():
    report = read(
        "Home\nNews\nSport\nWeather\n\nTroops enter Marun after rebels leave\n\n"
        f"{LEAD}\n\nPrivacy policy\nContact us\nAbout us"
    )
    assert report.text == f"Troops enter Marun after rebels leave\n\n{LEAD}"


def test_a_release_keeps_its_head_and_its_title_is_the_news():
    report = read(
        "JOINT TASK FORCE\nPRESS RELEASE\n\nOctober 16, 2017\n\n"
        f"Partner forces clear the town of Marun\n\n{LEAD}\n\n-30-"
    )
    assert report.title == "Partner forces clear the town of Marun"
    assert [kind for kind, _ in blocks(report)] == ["heading", "heading", "timestamp", "headline", "paragraph"]


def test_the_hours_of_a_live_report_stand_apart():
    report = read(f"Battle for Marun\n\n21:40 {LEAD}\n\n20:15 GMT {MORE}\n\n[18:05] - Sirens sounded in Marun.")
    assert [text for kind, text in blocks(report) if kind == "timestamp"] == ["21:40", "20:15 GMT", "[18:05]"]
    assert LEAD in [text for kind, text in blocks(report) if kind == "paragraph"]


@pytest.mark.parametrize("label", ["Reader comments (2)", "3 comments", "Readers' comments", "Have your say"])
def test_what_readers_say_goes(label):
    said = "Idris, Toronto: They burnt the house of my cousin and nobody in the world cared about it."
    report = read(f"Troops enter Marun\n\n{LEAD}\n\n{MORE}\n\n{LEAD} Then it rained.\n\n{label}\n\n{said}")
    assert said not in report.text


def test_a_report_goes_on_under_a_count_of_comments_at_its_top():
    assert LEAD in read(f"Troops enter Marun\n\n3 comments\n\n{LEAD}\n\n{MORE}").text


def test_a_repeated_caption_is_kept_once():
    caption = "Civilians who fled rest at a mosque in Marun, Syria, Oct. 12, 2017."
    layout = read_layout(raw_text(f"{LEAD}\n\n{caption}\n{caption}\n\n{MORE}"))
    assert layout.report.text == f"{LEAD}\n\n{caption}\n\n{MORE}"
    assert [dropped.why for dropped in layout.dropped] == ["repeat"]


def test_clock_times_and_short_list_entries_may_come_twice():
    report = read(f"10:00\n\n{LEAD}\n\n- Dead: none\n\n10:00\n\n{MORE}\n\n- Dead: none")
    assert report.text.count("10:00") == report.text.count("Dead: none") == 2


@pytest.mark.parametrize(
    ("caption", "credit", "file_picture"),
    [
        pytest.param(
            "FILE - This image, provided by Marun FM, an activist group, shows a tank.", "Marun FM", True, id="provided"
        ),
        pytest.param("Smoke over Marun. (AP Photo/Lena Haddad)", "AP Photo/Lena Haddad", False, id="bracket"),
        pytest.param("Smoke over Marun | Credit: AFP", "AFP", False, id="bar"),
        pytest.param(
            "A tank near Marun, in a file photo. Photograph: Lena Haddad/Reuters",
            "Lena Haddad/Reuters",
            True,
            id="file",
        ),
        pytest.param("A woman reads a police file in Marun, Syria, May 3, 2016.", None, False, id="none"),
    ],
)
def test_captions(caption, credit, file_picture):
    report = read(f"{LEAD}\n\n{caption}\n\n{MORE}")
    (found,) = report.captions
    assert (report.text[found.start : found.end], found.credit, found.file_picture) == (caption, credit, file_picture)


def test_the_label_of_a_caption_is_no_part_of_it():
    report = read(f"{LEAD}\n\nImage caption Smoke rises over the market\n\n{MORE}")
    assert blocks(report)[1] == ("caption", "Smoke rises over the market")


def test_a_bullet_stands_before_its_block():
    report = read(
        "HIGHLIGHTS\n- Two bakeries were hit.\n• A school was hit.\n\n"
        f"1. First, they left.\n2. Then they came back.\n\n{LEAD}"
    )
    assert "- Two bakeries" in report.text
    assert [text for kind, text in blocks(report) if kind == "list"] == [
        "Two bakeries were hit.",
        "A school was hit.",
        "First, they left.",
        "Then they came back.",
    ]


def test_a_sentence_that_starts_with_a_number_is_no_entry():
    assert (
        blocks(read(f"{LEAD}\n\n12. Division troops were seen near the town on Monday, residents said."))[1][0]
        == "paragraph"
    )


def test_wrapped_lines_are_joined():
    words = (LEAD + " " + MORE).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 60:
            lines.append(line.strip())
            line = ""
        line += word + " "
    wrapped = "\n".join([*lines, line.strip()])
    assert read(f"{wrapped}\n\n{MORE}").text == f"{LEAD} {MORE}\n\n{MORE}"


def test_wrapped_entries_of_a_list_are_joined():
    text = (
        "- Shelling was reported in the north of the town on Monday,\n"
        "  and three houses near the market were burnt\n"
        "  down by the fire.\n"
        "- Two bakeries that had stayed open throughout the siege\n"
        "  were hit on Tuesday morning, the mayor of the town said.\n"
    )
    assert [text for _, text in blocks(read(text))] == [
        "Shelling was reported in the north of the town on Monday, and three houses near the market were burnt "
        "down by the fire.",
        "Two bakeries that had stayed open throughout the siege were hit on Tuesday morning, the mayor of the "
        "town said.",
    ]


def test_a_date_on_a_line_of_its_own_is_not_wrapped_text():
    text = (
        "Daily monitoring note on the greater metropolitan area\nThursday, March 14, 2024\n\n"
        "Gunmen from an alliance of gangs entered the quarter at\ndawn and set fire to at least three houses near the\n"
        "church, residents said by telephone on Thursday.\n"
    )
    assert [kind for kind, _ in blocks(read(text))] == ["headline", "timestamp", "paragraph"]


def test_a_line_each_is_a_paragraph_each():
    assert [text for _, text in blocks(read(f"{LEAD}\n{MORE}"))] == [LEAD, MORE]


def test_lost_breaks_stay_one_block():
    assert len(read(f"{LEAD} {MORE} " * 9).blocks) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(LEAD, [("headline", "Troops enter Marun"), ("paragraph", LEAD)], id="put in front"),
        pytest.param(
            f"Troops enter Marun\n\n{LEAD}",
            [("headline", "Troops enter Marun"), ("paragraph", LEAD)],
            id="there already",
        ),
        pytest.param(
            f"TROOPS ENTER MARUN.\n{LEAD}", [("headline", "TROOPS ENTER MARUN."), ("paragraph", LEAD)], id="in capitals"
        ),
        pytest.param(
            f"Troops enter Marun. {LEAD}", [("headline", "Troops enter Marun."), ("paragraph", LEAD)], id="run on"
        ),
        pytest.param(
            f"Wed 05 Apr 2017 Troops enter Marun {LEAD}",
            [("timestamp", "Wed 05 Apr 2017"), ("headline", "Troops enter Marun"), ("paragraph", LEAD)],
            id="date and title run on",
        ),
    ],
)
def test_a_given_title_comes_once(text, expected):
    report = read(text, title="Troops enter Marun")
    assert blocks(report) == expected
    assert report.title == "Troops enter Marun"


@pytest.mark.parametrize(
    ("opening", "stamp"),
    [
        pytest.param("Published April 5 2017 ", "Published April 5 2017", id="label"),
        pytest.param("Reuters Wednesday 5 Apr 2017 ", "Reuters Wednesday 5 Apr 2017", id="agency"),
        pytest.param("Last updated at Apr 05,2017 ", "Last updated at Apr 05,2017", id="year behind the comma"),
        pytest.param("5 April 2017, 14:28 GMT - ", "5 April 2017, 14:28 GMT -", id="clock"),
        pytest.param("5 April 2017 saw a day of mourning. ", None, id="subject"),
        pytest.param("April 5, 2017, troops said. ", None, id="told with it"),
    ],
)
def test_a_stamp_run_on_with_the_text_is_parted(opening, stamp):
    found = blocks(read(f"Troops enter Marun\n\n{opening}{LEAD}"))
    told = [("timestamp", stamp), ("paragraph", LEAD)] if stamp else [("paragraph", f"{opening}{LEAD}")]
    assert found == [("headline", "Troops enter Marun"), *told]


def test_entries_that_each_open_with_their_day_stay_whole():
    text = f"Troops enter Marun\n\n5 April 2017 {LEAD}\n\n6 April 2017 {MORE}"
    assert [kind for kind, _ in blocks(read(text))] == ["headline", "paragraph", "paragraph"]


def test_the_sections_behind_a_title_are_no_part_of_it():
    assert read(LEAD, title="Troops enter Marun - Region - World").title == "Troops enter Marun"


def test_the_outlet_behind_a_title_is_no_part_of_it():
    assert (
        read(LEAD, title="Troops enter Marun - Harbour Courier", outlet="The Harbour Courier").title
        == "Troops enter Marun"
    )
    assert read(LEAD, title="Troops enter Marun - without a fight", outlet="The Harbour Courier").title.endswith(
        "a fight"
    )


def test_a_headline_gives_the_title_and_a_byline_the_writer():
    report = read(f"Troops enter Marun after rebels leave\n\nBy Lena Haddad\n\n{LEAD}")
    assert (report.title, report.byline, report.language) == (
        "Troops enter Marun after rebels leave",
        "Lena Haddad",
        "en",
    )
    assert report.published.basis == "unknown"


def test_a_dateline_stays_in_its_paragraph():
    assert blocks(read(f"MARUN, Syria, Oct 15 (Wire) - {LEAD}")) == [
        ("paragraph", f"MARUN, Syria, Oct 15 (Wire) - {LEAD}")
    ]


def test_text_in_capitals_is_read():
    assert [kind for kind, _ in blocks(read(f"{LEAD.upper()}\n\n{MORE.upper()}"))] == ["paragraph", "paragraph"]


def test_the_caller_knows_the_day_better():
    raw = msgspec.structs.replace(raw_text(LEAD), published=Interval(start="2017-10-15", end="2017-10-15"))
    day = Interval(start="2017-10-16", end="2017-10-16")
    assert read_report(raw).published.start == "2017-10-15"
    assert (read_report(raw, published=day).published.start, read_report(raw, published=day).published.basis) == (
        "2017-10-16",
        "given",
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Les forces gouvernementales ont repris la ville dimanche, selon des habitants joints par téléphone.",
            id="French",
        ),
        pytest.param("Правительственные войска вошли в город в воскресенье, сообщили местные жители.", id="Russian"),
        pytest.param("دخلت القوات الحكومية المدينة يوم الأحد بعد انسحاب المسلحين", id="Arabic"),
        pytest.param(
            "Hükümet güçleri pazar günü kente girdi, iki kişi hayatını kaybetti, diye açıkladı valilik.", id="Turkish"
        ),
    ],
)
def test_other_languages_are_refused_by_default(text):
    with pytest.raises(InputRefused) as refusal:
        read(text)
    assert refusal.value.code == "language"
    assert read_report(raw_text(text), any_language=True).language != "en"


@pytest.mark.parametrize(
    "text", ["Turkish forces shell Tal Rifaat", "Seven dead in Homs.", "The US and Russia met yesterday", "SOS"]
)
def test_short_text_has_the_benefit_of_the_doubt(text):
    assert read(text).language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "12 December 2016 35 cases of suffocation in chlorine attack on al-Qusayr",
        "PORT-AU-PRINCE, 3 JAN 91 (RADIO METROPOLE) -- TWO BOMBS EXPLODED",
        "Tue Mar 1 2016 At Least 12 Soldiers wounded in Ambush",
    ],
    ids=["undated names", "shouted", "title"],
)
def test_a_line_of_names_is_english(text):
    assert read(text).language == "en"


@pytest.mark.parametrize(
    "text",
    [
        "El ejército confirma la muerte de doce guerrilleros en la frontera",
        "Mindestens 40 Tote bei Angriff in Kabul, Taliban bekennen sich",
        "Angkatan udara menyerang kota Marawi, 12 orang tewas dan banyak terluka",
    ],
    ids=["Spanish", "German", "Indonesian"],
)
def test_a_line_in_another_language_is_refused(text):
    with pytest.raises(InputRefused):
        read(text)


def test_a_given_language_is_believed():
    assert read("Bombe in Aleppo. Sieben Tote, sagt die Armee der Regierung.", language="en-GB").language == "en"
    with pytest.raises(InputRefused):
        read(LEAD, language="fr")


def test_nothing_but_furniture_is_no_report():
    with pytest.raises(InputRefused) as refusal:
        read("Share this\n\nAdvertisement")
    assert refusal.value.code == "no_article"


LINES = st.sampled_from(
    [
        LEAD,
        MORE,
        "",
        "",
        "Share this",
        "- An entry of a list",
        "2. Second",
        "By Lena Haddad",
        "10:45 GMT",
        "FILE - A tank.",
        "Why?",
        "\u200b",
    ]
)
TEXTS = st.one_of(
    st.lists(LINES, max_size=14).map("\n".join), st.text(max_size=300), st.text(alphabet="aB.-•1) \n\t", max_size=200)
)


@given(TEXTS, st.none() | st.sampled_from(["Troops enter Marun", LEAD, "Share this", "- x", " "]))
@example("1) a\n\n1) a\n\na", "a")
@example(f"Wed 05 Apr 2017 {LEAD}", LEAD)
def test_blocks_lie_in_the_text_in_order_parted_by_blank_lines(text, title):
    raw = msgspec.structs.replace(raw_text(text), title=title)
    try:
        layout = read_layout(raw, any_language=True)
    except InputRefused:
        return
    report, at = layout.report, 0
    for block in report.blocks:
        assert re.fullmatch(r"(\n\n)?\S{0,6}\s*", report.text[at : block.start])
        words = report.text[block.start : block.end]
        assert words and words == words.strip() and "\n" not in words
        at = block.end
    assert at == len(report.text)
    assert all(0 <= dropped.at <= len(report.text) for dropped in layout.dropped)
    assert read_layout(raw, any_language=True) == layout


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("By " + "Aaa Bbb " * 25, id="names"),
        pytest.param("By " + "Aaa and " * 27 + "x", id="joined names"),
        pytest.param("Aaa " * 26 + "in x", id="places"),
        pytest.param("A" + "A'- " * 50 + "x -", id="datelines"),
        pytest.param("on at " * 14 + "12x", id="moments"),
        pytest.param("(" * 50_000, id="brackets"),
        pytest.param("x " * 100 + "Photo: " * 17 + "x.x", id="credits"),
        pytest.param("word " * 200_000, id="one long line"),
        pytest.param("a\n" * 100_000, id="many short lines"),
        pytest.param("&amp;" * 50_000, id="entities"),
    ],
)
def test_hostile_text_is_read_in_bounded_time(text):
    read_report(raw_text(LEAD))
    began = time.process_time()
    assert read_report(raw_text(f"{LEAD}\n\n{text}"), any_language=True).text.startswith(LEAD)
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(
            "Relief Watch@reliefwOn May 3, shells hit Karvosh.\n\n#Karvosh2:30 PM · May 3, 2024540Views31",
            "On May 3, shells hit Karvosh.\n\n#Karvosh\n\n2:30 PM · May 3, 2024",
            id="sign-and-first-word-run-together",
        ),
        pytest.param(
            "ConversationDaily Karvosh@DailyKarvoshPeople fled the town.9:01 PM · Aug 7, 2022·Web App4 Likes\n\nToo bad",
            "People fled the town.\n\n9:01 PM · Aug 7, 2022",
            id="answers-of-readers-are-left-out",
        ),
        pytest.param(
            "Write to desk@example.org for more.\n\nShells hit Karvosh.",
            "Write to desk@example.org for more.\n\nShells hit Karvosh.",
            id="an-address-is-no-author",
        ),
    ],
)
def test_a_short_message_is_its_own_words(text: str, kept: str) -> None:
    assert [piece.text for piece in own_words(split_text(text))] == kept.split("\n\n")
