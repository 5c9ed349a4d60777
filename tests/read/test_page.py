"""Web pages: the article without its furniture, captions, metadata, live pages, hostile pages."""

import time

import pytest

from sayso.errors import InputRefused
from sayso.read import RawInput, read_layout, read_report
from sayso.records import Report, report_id

SENTENCES = [
    "Government troops entered the town of Marun on Sunday after rebels withdrew overnight, two residents said.",
    "At least 12 people were killed in the shelling that came before, the hospital said, and dozens were wounded.",
    "The rebels, who had held the town since 2014, said they had moved to higher ground to spare its people.",
    "Buses stood waiting on the road to the south, where aid groups had put up tents for some 3,000 families.",
]
PARAGRAPHS = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
NAVIGATION = (
    '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav>'
)
FOOTER = '<footer><p>Copyright 2017 Northern Radio. All rights reserved.</p><a href="/p">Privacy policy</a></footer>'


def page(article: str, *, head: str = "") -> bytes:
    title = "<title>Troops enter Marun as rebels leave - Northern Radio</title>"
    body = f"<body>{NAVIGATION}<main><article>{article}</article></main>{FOOTER}</body>"
    return f'<!DOCTYPE html><html lang="en"><head>{title}{head}</head>{body}</html>'.encode()


def raw(data: bytes, uri: str = "page.html") -> RawInput:
    return RawInput(id=report_id(data), uri=uri, data=data, kind="html")


def blocks(report: Report) -> list[tuple[str, str]]:
    return [(block.kind, report.text[block.start : block.end]) for block in report.blocks]


HEADLINE = "<h1>Troops enter Marun as rebels leave</h1>"


def test_an_article_without_its_page():
    report = read_report(
        raw(
            page(
                HEADLINE + PARAGRAPHS + "<aside><h2>Related stories</h2><ul><li><a>Who are they?</a></li></ul></aside>"
            )
        )
    )
    assert report.text == "\n\n".join(["Troops enter Marun as rebels leave", *SENTENCES])
    assert [kind for kind, _ in blocks(report)] == ["headline", *["paragraph"] * 4]
    assert report.title == "Troops enter Marun as rebels leave"


def test_captions_stay_where_their_figures_stood_and_come_once():
    figure = (
        '<figure><img src="a.jpg"><figcaption><span class="visually-hidden">Image caption</span> '
        "Smoke over the town on Sunday "
        '<span class="credit">Image copyright Kestrel Images</span></figcaption></figure>'
    )
    report = read_report(
        raw(
            page(
                HEADLINE
                + f"<p>{SENTENCES[0]}</p>"
                + figure
                + f"<p>{SENTENCES[1]}</p>"
                + figure
                + f"<p>{SENTENCES[2]}</p>"
            )
        )
    )
    assert [kind for kind, _ in blocks(report)] == ["headline", "paragraph", "caption", "paragraph", "paragraph"]
    (caption,) = report.captions
    assert (report.text[caption.start : caption.end], caption.credit) == (
        "Smoke over the town on Sunday",
        "Kestrel Images",
    )


def test_metadata():
    head = (
        '<meta property="og:site_name" content="Northern Radio">'
        '<meta property="article:published_time" content="2017-10-15T21:12:00+02:00">'
        '<meta name="author" content="Lena Haddad"><meta property="og:title" content="Another title for the networks">'
    )
    report = read_report(raw(page(HEADLINE + PARAGRAPHS, head=head)))
    assert (report.outlet, report.byline, report.title) == (
        "Northern Radio",
        "Lena Haddad",
        "Troops enter Marun as rebels leave",
    )
    assert (report.published.start, report.published.end, report.published.basis) == (
        "2017-10-15",
        "2017-10-15",
        "metadata",
    )


@pytest.mark.parametrize(
    ("uri", "day"),
    [
        pytest.param("https://radio.example/2017/10/15/marun", "2017-10-15", id="digits"),
        pytest.param("https://radio.example/world/2017/oct/05/marun", "2017-10-05", id="month by name"),
        pytest.param("https://radio.example/2017/19/45/marun", None, id="no day"),
        pytest.param("https://radio.example/marun-20171015", None, id="a number"),
    ],
)
def test_a_day_in_the_address(uri, day):
    published = read_report(raw(page(HEADLINE + PARAGRAPHS), uri)).published
    assert (published.start, published.basis) == (day, "url" if day else "unknown")


def test_a_live_page_is_read_whole_with_its_clock_times():
    posts = "".join(
        f'<section class="post" id="p{n}"><p class="clock"><time>1{n}:05</time></p>'
        f"<h2>What happened next</h2><p>{sentence}</p></section>"
        for n, sentence in enumerate(SENTENCES)
    )
    found = blocks(read_report(raw(page(HEADLINE + posts))))
    assert [text for kind, text in found if kind == "paragraph"] == SENTENCES
    assert [text for kind, text in found if kind == "timestamp"] == ["10:05", "11:05", "12:05", "13:05"]


def test_an_article_cut_up_by_advertisements_is_read_whole():
    part = '<div class="row"><div class="body article__body">{}</div><aside><p>Advertisement</p></aside></div>'
    chunks = "".join(part.format(f"<p>{sentence}</p>") for sentence in SENTENCES)
    report = read_report(raw(page(HEADLINE + chunks)))
    assert [text for kind, text in blocks(report) if kind == "paragraph"] == SENTENCES


def test_headings_and_lists():
    article = (
        HEADLINE
        + f"<p>{SENTENCES[0]}</p><h2>Who was let go?</h2><p>{SENTENCES[1]}</p>"
        + "<ul><li>Two bakeries were hit.</li><li>A school was hit.</li></ul>"
    )
    kinds = dict((text, kind) for kind, text in blocks(read_report(raw(page(article + f"<p>{SENTENCES[2]}</p>")))))
    assert (kinds["Who was let go?"], kinds["Two bakeries were hit."]) == ("heading", "list")


def test_dropped_blocks_are_there_for_the_desk():
    layout = read_layout(raw(page(HEADLINE + PARAGRAPHS + "<p>Share this story</p>" + f"<p>{SENTENCES[0]}</p>")))
    assert {("Share this story", "furniture"), (SENTENCES[0], "repeat")} <= {(d.text, d.why) for d in layout.dropped}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<html><body><nav><a>Home</a><a>News</a></nav></body></html>", id="menu"),
        pytest.param(b"<html></html>", id="nothing in it"),
        pytest.param(b"<html><!--" + b"x" * 100_000, id="comment that never ends"),
        pytest.param(
            b"<html><body><script>" + b"var a = 'Troops entered the town.';" * 99 + b"</script></body></html>",
            id="script",
        ),
    ],
)
def test_a_page_without_an_article_is_refused(data):
    with pytest.raises(InputRefused) as refusal:
        read_report(raw(data))
    assert refusal.value.code == "no_article"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<html><body>" + b"<div>" * 50_000 + PARAGRAPHS.encode(), id="deeply nested"),
        pytest.param(b"<html><body><article><p>" + b"<b>" * 20_000 + b"Shells fell.", id="deep in a paragraph"),
        pytest.param(b"<html><body>" + b"<i>x</i>" * 100_000, id="too many elements"),
        pytest.param(page("<p>" * 20_000 + PARAGRAPHS), id="unclosed paragraphs"),
        pytest.param(page(PARAGRAPHS + "<p <p <<<>>> <![CDATA[ x ]]> <script>while(1){}"), id="broken markup"),
        pytest.param(page(PARAGRAPHS * 800), id="long"),
        pytest.param(page(PARAGRAPHS.replace("Sunday", "Sun\x00day\x0b\x1b")), id="controls"),
    ],
)
def test_hostile_pages_end_in_bounded_time(data):
    began = time.process_time()
    try:
        report = read_report(raw(data))
    except InputRefused as refusal:
        assert refusal.code in ("no_article", "too_large")
    else:
        assert "while(1)" not in report.text and "\x00" not in report.text
    assert time.process_time() - began < 5


def test_nothing_of_the_machine_gets_in(tmp_path):
    (tmp_path / "secret").write_text("the secret of the machine")
    entity = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>'
    data = entity.encode() + page(
        PARAGRAPHS + "<p>&x; stood on the wall of the house, a witness said on Monday.</p>"
    ).removeprefix(b"<!DOCTYPE html>")
    assert "secret" not in read_report(raw(data)).text


def test_a_page_in_another_language_is_refused():
    sentence = "Les forces gouvernementales sont entrées dans la ville dimanche, ont déclaré deux habitants."
    with pytest.raises(InputRefused) as refusal:
        read_report(
            raw(
                page(
                    "<h1>La ville est tombée dimanche soir</h1>"
                    + f"<p>{sentence}</p><p>{sentence} Les combats continuent.</p>"
                )
            )
        )
    assert refusal.value.code == "language"


def test_what_metadata_says_is_cleaned_like_text():
    page = "<html><head><title>Army\x80 takes â\x80\x98key\x99 town of Bama</title></head><body><article>{}</article></body></html>"
    body = "".join(
        f"<p>The army said on day {n} that it had taken the town of Bama from the rebels.</p>" for n in range(9)
    )
    report = read_report(RawInput(id="x", uri="x", data=page.format(body).encode(), kind="html"))
    assert report.title and report.title.isprintable()
    assert report.text.replace("\n", " ").isprintable()


def test_a_garbled_paragraph_does_not_cost_the_page():
    body = "".join(
        f"<p>The army said on day {n} that it had taken the town of Bama from the rebels.</p>" for n in range(40)
    )
    page = f"<html><body><article>{body}<p>B�ma f�ll �n th� d�y</p></article></body></html>"
    report = read_report(RawInput(id="x", uri="x", data=page.encode(), kind="html"))
    assert "from the rebels" in report.text


def test_a_day_that_no_calendar_has_is_no_date():
    body = "".join(
        f"<p>The army said that it had taken the town of Bama, part {n} of many, by force.</p>" for n in range(9)
    )
    page = f"<html><body><article>{body}</article></body></html>"
    raw = RawInput(id="x", uri="https://example.org/2017/02/31/bama", data=page.encode(), kind="html")
    assert read_report(raw).published.start is None


@pytest.mark.parametrize("form", ["<p>{}</p>", "<p>{}", "{}<br>", "<div><span>{}</span></div>"])
def test_a_piece_of_a_page_is_an_article_too(form):
    raw = RawInput(id="x", uri="x", data=form.format(SENTENCES[1]).encode(), kind="html")
    assert read_report(raw).text == SENTENCES[1]
