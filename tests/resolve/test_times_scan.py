"""Which words are a time expression, with and without their preposition, and which only look like one."""

from __future__ import annotations

import pytest

from sayso.codebook.times import TimeForm, load_times
from sayso.resolve.times import scan_times

FORMS = [pytest.param(form, text, id=f"{form.name}: {text}") for form in load_times().forms for text in form.reads]


def bracketed(text: str) -> tuple[str, list[str]]:
    """A text with its brackets gone, and what stood in them."""
    pieces = text.replace("]", "[").split("[")
    return "".join(pieces), pieces[1::2]


@pytest.mark.parametrize(("form", "text"), FORMS)
def test_every_form_reads_its_own_examples(form: TimeForm, text: str) -> None:
    plain, wanted = bracketed(text)
    found = [plain[slice(*mention.span)] for mention in scan_times(plain)]
    assert all(any(words in span for span in found) for words in wanted), found


FULL = [
    ("Thousands have fled since April.", "since April", "April", "since"),
    ("They must leave by Wednesday, he said.", "by Wednesday", "Wednesday", "by"),
    ("The clashes began on Friday morning.", "on Friday morning", "Friday morning", "at"),
    ("It lost ground in the last two years.", "in the last two years", "the last two years", "at"),
    ("Shells fell between 3 and 5 May.", "between 3 and 5 May", "3 and 5 May", "at"),
    ("From 28 January to 3 February 2024 it rained.", "From 28 January to 3 February 2024", None, "from"),
    ("The truce held until May.", "until May", "May", "until"),
    ("Nobody came before Eid al-Fitr.", "before Eid al-Fitr", "Eid al-Fitr", "before"),
    ("He left after Friday prayers.", "after Friday", "Friday", "at"),
    ("Talks failed before last month's attack.", "last month", "last month", "at"),
    ("Nobody came to today's talks.", "today", "today", "at"),
    ("The town fell around 12 May.", "around 12 May", "12 May", "at"),
    ("War has raged since about 2014.", "since about 2014", "2014", "since"),
    ("He was shot on the 14th.", "on the 14th", "14th", "at"),
    ("The siege lasted from 2012 to 2016.", "from 2012 to 2016", "2012 to 2016", "from"),
    ("The truce holds until 9 a.m. GMT Tuesday.", "until 9 a.m. GMT Tuesday", "Tuesday", "until"),
    ("It was extended until 9 a.m. local time Saturday.", "until 9 a.m. local time Saturday", "Saturday", "until"),
    ("The depot was hit by overnight shelling.", "by overnight", "overnight", "at"),
    ("The fire was out by overnight.", "by overnight", "overnight", "by"),
    ("It ended by noon Friday, he said.", "by noon Friday", "Friday", "by"),
    ("It was a year of war, from Monday on.", "from Monday", "Monday", "from"),
]


@pytest.mark.parametrize(("text", "full", "span", "opening"), FULL, ids=[row[1] for row in FULL])
def test_the_preposition_goes_along(text: str, full: str, span: str | None, opening: str) -> None:
    (mention,) = scan_times(text)
    assert text[slice(*mention.full)] == full
    assert mention.opening == opening
    if span:
        assert text[slice(*mention.span)] == span


SEVERAL = [
    ("On 3, 5 and 7 May shells fell.", ["On 3", "5", "7 May"]),
    ("On April 24 and 25, leaders met.", ["On April 24", "25"]),
    ("in May and June 2019 and in 2020", ["in May", "June 2019", "in 2020"]),
    ("Wednesday, 8 March 2023", ["Wednesday, 8 March 2023"]),
    ("SAN MARTIN, 3 JAN 90 (XYZ) -- IN MAY IT BEGAN.", ["3 JAN 90", "IN MAY"]),
    ("in 1985 and 1987, and in the 1990s", ["in 1985", "1987", "in the 1990s"]),
    ("a week after the attack and two days before Christmas", ["a week after", "two days before Christmas"]),
    ("a 2014 takeover, the November 2015 attack", ["2014", "November 2015"]),
    ("the spring offensive", ["spring"]),
    ("a million fled over the past two weeks", ["over the past two weeks"]),
    ("Mid-May saw the late-November truce end.", ["Mid-May", "the late-November"]),
    ("Oct. 12. The mayor left in Dec. and came back.", ["Oct. 12", "in Dec"]),
]


@pytest.mark.parametrize(("text", "wanted"), SEVERAL, ids=[row[0] for row in SEVERAL])
def test_each_expression_is_a_mention(text: str, wanted: list[str]) -> None:
    assert [text[slice(*mention.full)] for mention in scan_times(text)] == wanted


NOT_TIMES = [
    "They fought until the last quarter of the city was cleared.",
    "The rebels may march on the city.",
    "They march through the valley and the sun sets.",
    "In the fall of the city many died.",
    "A second man was wounded; he sat and fell.",
    "THE MARCH ON THE CAPITAL MAY GO ON.",
    "About 2,014 people and 1,500 homes.",
    "Some 2000 troops and 1998 rounds.",
    "More than 1990 families left.",
    "Resolution 2254 and resolutions 2139 and 2165 stand.",
    "It cost $1999 and 1,950 euros.",
    "The blast came at 10:35 a.m., 20 minutes later, and lasted 30 hours.",
    "He is a 24-year-old man in his 50s.",
    "They trained every Friday and each July.",
    "A curfew from 1800 to 0600 was announced.",
    "The fighting lasted for several months.",
    "April Smith and June Jones spoke with Mr. May.",
    "In the early hours.",
    "Flight 1987 and Article 2010.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_what_only_looks_like_a_time(text: str) -> None:
    assert [text[slice(*mention.full)] for mention in scan_times(text)] == []


YEARS = [
    ("In 2015 rebels took the town.", ["In 2015"]),
    ("Since March 2012 militants have held it.", ["Since March 2012"]),
    ("At the end of 2015 troops left.", ["At the end of 2015"]),
    ("In 2020 clashes erupted.", ["In 2020"]),
    ("In 2000 soldiers' homes there was no water.", []),
    ("He said in 2015 hours more would come.", []),
    ("A vote will be held in two months.", ["in two months"]),
    ("They took the town in two months.", []),
    ("They will not take the town in two months.", []),
    ("In 2014 clashes began.", ["In 2014"]),
    ("His failed 1996 campaign.", ["1996"]),
    ("In 2000 villages there was no water.", []),
    ("The 2011-2014 war, and 2016-17.", ["2011-2014", "2016-17"]),
    ("A total of 1990 people.", []),
    ("at 2000 GMT", []),
    ("No. 1998 and no. 2003", []),
]


@pytest.mark.parametrize(("text", "wanted"), YEARS, ids=[row[0] for row in YEARS])
def test_a_number_is_a_year_only_where_it_can_be(text: str, wanted: list[str]) -> None:
    assert [text[slice(*mention.full)] for mention in scan_times(text)] == wanted
