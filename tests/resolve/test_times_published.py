"""The day of a report by what stands in it, the days that it covers, and the days of its pictures."""

from __future__ import annotations

import pytest

from sayso.records import Block, Caption, Interval
from sayso.resolve.published import caption_taken, coverage, infer_published
from sayso.resolve.times import scan_times

STAMPED = [
    ("TIKRIT, Iraq, Mar 30, 2015 (Northern News) - Troops pushed in.", "2015-03-30"),
    ("SAN RAMON, 3 JAN 90 (XYZ) -- A BOMB WENT OFF.", "1990-01-03"),
    ("Geneva, 12 March 2024 – The office is alarmed.", "2024-03-12"),
    ("15 October، 2017\n\nMarun - The town is quiet.", "2017-10-15"),
    ("15 October 2017 | Field report\n\nThe town is quiet.", "2017-10-15"),
    ("A title\n\nPublished: 12 October 2017, 10:22 GMT\n\nThe army advanced.", "2017-10-12"),
    ("Issued 17 June 2024\n\nIt covers 10-16 June 2024.", "2024-06-17"),
    ("Wednesday, 8 March 2023\n\nGunmen came on Monday.", "2023-03-08"),
    ("BARAWE, May 14 - Shells fell on Tuesday, as they have since February 2022.", "2024-05-14"),
    ("Posted on August 12 2016 by an editor: the market burned.", "2016-08-12"),
]


@pytest.mark.parametrize(("text", "day"), STAMPED, ids=[row[0][:40] for row in STAMPED])
def test_datelines_and_stamps(text: str, day: str) -> None:
    published = infer_published(text, scan_times(text))
    assert (published.start, published.end, published.basis) == (day, day, "dateline")
    assert published.evidence


UNKNOWN = [
    "The army said Sunday it had taken the town.",
    "BARAWE, May 14 - Shells fell on the town.",
    "On 7 October 2023 gunmen crossed the border. The war goes on, officials said Tuesday.",
    "Nothing is dated here.",
]


@pytest.mark.parametrize("text", UNKNOWN)
def test_too_little_is_unknown(text: str) -> None:
    published = infer_published(text, scan_times(text))
    assert (published.start, published.end, published.basis, published.evidence) == (None, None, "unknown", ())


def with_caption(lead: str, caption: str, *, file_picture: bool = False) -> tuple[str, Caption]:
    text = f"{lead}\n\n{caption}"
    return text, Caption(start=len(lead) + 2, end=len(text), file_picture=file_picture)


PICTURES = [
    (
        "Militias backed from abroad said Sunday they had begun their assault on the town.",
        "Civilians rest in Manbij, Aug. 4, 2016.",
        False,
        "2016-08-07",
    ),
    (
        "Militias backed from abroad said Thursday they had begun their assault on the town.",
        "Civilians rest in Manbij, Aug. 4, 2016.",
        False,
        "2016-08-04",
    ),
    (
        "Militias backed from abroad said Sunday they had begun their assault on the town.",
        "FILE - Fighters in Manbij, Aug. 4, 2016.",
        True,
        None,
    ),
    ("Militias have begun.", "Civilians rest in Manbij, Aug. 4, 2016.", False, None),
    (
        "Militias backed from abroad said Wednesday they had begun their assault on the town.",
        "Civilians rest in Manbij, Aug. 4, 2016.",
        False,
        None,
    ),
]


@pytest.mark.parametrize(
    ("lead", "caption", "file_picture", "day"), PICTURES, ids=[row[0] + row[1] for row in PICTURES]
)
def test_the_weekday_of_the_lead_after_a_picture(lead: str, caption: str, file_picture: bool, day: str | None) -> None:
    text, picture = with_caption(lead, caption, file_picture=file_picture)
    published = infer_published(text, scan_times(text), captions=[picture])
    assert published.start == day
    if day:
        assert published.basis == "inferred"
        assert len(published.evidence) == 2


def test_a_weekday_beside_its_day_gives_the_year() -> None:
    text = (
        "The garrison of the town surrendered, the alliance said on Sunday, in the war that followed the 2021 coup.\n\n"
        "More than two thousand men gave themselves up between Thursday, January 4, and Friday night, it added."
    )
    assert infer_published(text, scan_times(text)).start == "2024-01-07"


def test_the_last_day_covered_where_nothing_else_tells() -> None:
    text = "UPDATE No. 6\n\nReporting period: 1-7 May 2023\n\nShelling went on."
    published = infer_published(text, scan_times(text))
    assert (published.start, published.basis) == ("2023-05-07", "inferred")
    assert coverage(text, scan_times(text)) == Interval(start="2023-05-01", end="2023-05-07")


def test_what_is_given_comes_first() -> None:
    text = "Geneva, 12 March 2024 – The office is alarmed."
    given, metadata, url = (Interval(start=day, end=day) for day in ("2020-01-01", "2020-01-02", "2020-01-03"))
    mentions = scan_times(text)
    assert infer_published(text, mentions, given=given, metadata=metadata, url_day=url).basis == "given"
    assert infer_published(text, mentions, metadata=metadata, url_day=url).start == "2020-01-02"
    assert infer_published(text, mentions, url_day=url).basis == "url"
    assert infer_published(text, mentions).basis == "dateline"


def test_a_block_that_is_a_time_stamp() -> None:
    text = "The town fell.\n\nSeen by many at 12:00 PM, Nov 30, 2024, in the old quarter of the town by the river"
    start = text.index("Seen")
    blocks = [Block(kind="paragraph", start=0, end=14), Block(kind="timestamp", start=start, end=len(text))]
    assert infer_published(text, scan_times(text), blocks=blocks).start == "2024-11-30"


TAKEN = [
    ("Civilians rest at a school in Manbij, Syria, Aug. 4, 2016.", "2016-08-04", "2016-08-04"),
    ("This picture of the 2014 takeover, taken on 3 May 2016, shows the bridge.", "2016-05-03", "2016-05-03"),
    ("A frame grab from video released Aug. 11, 2016, of a strike on 2 May 2015.", "2016-08-11", "2016-08-11"),
    ("Smoke over the port on Friday.", "2016-08-12", "2016-08-12"),
    ("Men at prayer, in an undated picture.", None, None),
    ("The mosque in March 2015.", "2015-03-01", "2015-03-31"),
]


@pytest.mark.parametrize(("text", "start", "end"), TAKEN, ids=[row[0] for row in TAKEN])
def test_the_day_of_a_picture(text: str, start: str | None, end: str | None) -> None:
    taken = caption_taken(scan_times(text), text=text, day=Interval(start="2016-08-14", end="2016-08-14"))
    assert (taken.start, taken.end) == (start, end) if taken else start is None


@pytest.mark.parametrize(
    ("title", "days"),
    [
        ("Daily casualty bulletin: Wednesday 14 May 2014", ("2014-05-14", "2014-05-14")),
        ("Shelling of the regions over the past day, 4 October 2023", ("2023-10-03", "2023-10-04")),
        ("ConflictWatch - May 2017", ("2017-05-01", "2017-05-31")),
        ("CONFLICT TRACKER, MONTHLY DIGEST - APRIL 2019", ("2019-04-01", "2019-04-30")),
        ("Regional Overview: Africa, 16-22 March 2024", ("2024-03-16", "2024-03-22")),
        ("1 January to 31 March 2019", ("2019-01-01", "2019-03-31")),
        ("Situation Report No. 7, 19 August 2021", None),
        ("Rebels took the town between 3 and 5 May 2021, the army said", None),
    ],
)
def test_a_title_says_which_days_a_digest_is_of(title: str, days: tuple[str, str] | None) -> None:
    text = f"{title}\n\nTwo men were shot dead in the market."
    found = coverage(text, scan_times(text))
    assert (found.start, found.end) == days if days and found else found is None and days is None
