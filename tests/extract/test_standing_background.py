"""Who stands with whom, as background paragraphs and monitors put it: lists of ties, rivals in asides, wings by name."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Control, Record, Relation, Report, report_id


def read(text: str) -> Record:
    """A short text in, its record out."""
    report = Report(id=report_id(text.encode()), text=text)
    return extract_record(report, next(parse_grammars([report])))


def relations(record: Record) -> list[tuple[str, str, str, str]]:
    """(subject, type, object, realis) of every relation, by names in lower case."""
    names = {item.id: (item.name or "").lower() for items in (record.parties, record.people) for item in items}
    found = (claim for claim in record.claims if isinstance(claim, Relation))
    return [
        (names[one], c.type, names[other], c.realis)
        for c in found
        for one in c.subject
        for other in c.object
        if one in names and other in names
    ]


def is_told(text: str, subject: str, kind: str, other: str) -> bool:
    rows = relations(read(text))
    return any(subject in a and kind == b and other in c and d in ("happened", "ongoing") for a, b, c, d in rows)


TOLD = {
    "what the group wants and who pays it": (
        "The Sanmatenga Council, which wants the north to secede and is bankrolled by Qatar, holds Kaya.",
        "qatar", "funds", "sanmatenga",
    ),
    "wing and member": (
        "Boko Haram, the armed wing of the Ndola Movement and a member of the Lake Chad Alliance, took the town.",
        "boko haram", "part_of", "lake chad alliance",
    ),
    "member together with": (
        "Fatah is a member of the National Front together with the Nasserist Party.", "nasserist", "part_of", "national front",
    ),
    "two groups by name": (
        "Kenya armed two militias, the Kulbiyow Front and the Madobe Brigade, against al-Shabaab.",
        "kenya", "arms", "madobe brigade",
    ),
    "trained and equipped": (
        "In return the Arakan Army has trained and equipped resistance forces in Magway.", "arakan", "backs", "resistance",
    ),
    "money as well as weapons": ("Hezbollah received weapons and money from Iran.", "iran", "funds", "hezbollah"),
    "from one and from the other": (
        "Hezbollah received weapons from Iran and from the Syrian army.", "syrian", "arms", "hezbollah",
    ),
    "formed with money": ("The Tihama Resistance was formed with Emirati money.", "emirates", "funds", "tihama"),
    "form a bloc with": (
        "The Alliance of Sahel States, which Mali formed with Burkina Faso and Niger, left ECOWAS.",
        "niger", "part_of", "sahel states",
    ),
    "acted as a proxy": ("Amal acted as a proxy for the Syrian army in Tyre.", "amal", "part_of", "syrian"),
    "seen as sympathetic": (
        "The Kandahar Brigade, seen as sympathetic to the Taliban, holds the pass.", "kandahar", "allied_with", "taliban",
    ),
    "control over operations": (
        "The Rwandan army exercised de facto control over M23 operations.", "rwanda", "leads", "23",
    ),
    "a wing by its name": ("Hamas's Qassam Brigades fired rockets.", "qassam", "part_of", "hamas"),
    "pitted": ("Most battles pitted the Malian army against al-Qaeda.", "malian", "opposes", "qaeda"),
    "have fought since": ("The Islamic State and al-Shabaab have fought since 2015.", "islamic state", "opposes", "shabaab"),
    "fought each other since": (
        "The Malian army and al-Qaeda have fought each other since 2012.", "malian", "opposes", "qaeda",
    ),
    "never hid its ally": (
        "Amal has never hidden its contacts with Hezbollah, the Lebanese ally of Iran.", "hezbollah", "allied_with", "iran",
    ),
    "whose position": (
        "Beijing's position is unclear. It supplies the junta with jets, yet it maintains ties with the Arakan Army.",
        "china", "allied_with", "arakan",
    ),
    "patrons of": ("Rwanda and Uganda, longtime patrons of the M23, deny it.", "rwanda", "backs", "23"),
    "an association of": ("CODECO, an association of Lendu militias, holds Mongbwalu.", "lendu", "part_of", "codeco"),
    "fought beside": ("Rwandan special forces have fought beside the M23.", "rwanda", "backs", "23"),
    "the two have feuded": (
        "The Moro Islamic Liberation Front and Abu Sayyaf met. The two have feuded since the raid on Jolo.",
        "moro", "opposes", "sayyaf",
    ),
    "relies on": ("Bangui depends on Wagner mercenaries.", "wagner", "backs", "african"),
    "subsumes": ("The Libyan National Army subsumes the Tariq Brigade.", "tariq", "part_of", "libyan national"),
    "perceived as": ("France is widely perceived as siding with the Libyan National Army.", "france", "backs", "libyan"),
    "a name behind its leader": (
        "Cairo stands behind Khalifa Haftar's Libyan National Army.", "egypt", "backs", "libyan national army",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "subject", "kind", "other"), TOLD.values(), ids=TOLD)
def test_told(text: str, subject: str, kind: str, other: str) -> None:
    assert is_told(text, subject, kind, other)


NOT_TOLD = {
    "what the south is": (
        "The Sanmatenga Council, which wants South Yemen to secede and is bankrolled by Qatar, holds Kaya.", "funds", "yemen",
    ),
    "foes are no party of their own": (
        "Factions of the Syrian National Army, the SDF's foes in the north, massed near Manbij.", "part_of", "syrian national",
    ),
    "a dash is no hyphen": (
        "Ahmed Madobe and the Kulbiyow brigade – trained by Kenya – hold Kismayo.", "backs", "brigade",
    ),
    "who calls them so": (
        "Washington has long described the Haqqani network as a proxy of Pakistan.", "part_of", "united states",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "side"), NOT_TOLD.values(), ids=NOT_TOLD)
def test_not_told(text: str, kind: str, side: str) -> None:
    assert not [row for row in relations(read(text)) if row[1] == kind and (side in row[0] or side in row[2])]


def test_whoever_is_somebodys_rival_is_not_theirs() -> None:
    text = "Menaka is ringed by the Islamic State in the Greater Sahara, JNIM's rival, which has run the area for two years."
    held = [claim for claim in read(text).claims if isinstance(claim, Control) and claim.state == "held"]
    assert [claim.holder for claim in held] == [(party.id,) for party in read(text).parties if "Sahara" in party.name]
