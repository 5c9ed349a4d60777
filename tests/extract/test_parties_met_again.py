"""One party under several words: the government of the country, a name cut short, what stands beside a name."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Block, Record, Report, report_id


class Row(NamedTuple):
    """A party by its name, and all the words of the text that are it; None where no such party is in the record."""

    text: str
    party: str
    words: tuple[str, ...] | None


ROWS = {
    "the government": Row(
        "Malian troops left Gao. Rebels said on Monday that the government had lost the town.", "Mali", ("government",)
    ),
    "the government of a capital": Row(
        "Congolese soldiers fled Bunia. The government in Kinshasa denied that the town had fallen.", "Democratic Republic of the Congo", ("government",)
    ),
    "arms for the government": Row("Malian troops left Gao. Malian police fled. Turkey has armed the government.", "Mali", ("government",)),
    "another state's government": Row(
        "Malian troops left Gao. Niger closed its border. The government said it feared raids.", "Mali", None
    ),
    "a regional government": Row("Somali troops left Bor. The regional government fled to Dinsor.", "Somalia", None),
    "no comment from": Row(
        "Two men died in Bor. There was no comment from Moscow, which denies the raid.", "Russia", ("Moscow",)
    ),
    "a name cut short": Row(
        "Residents told Harbour News that guns were heard. The mayor told Harbour that Bor had fallen.", "Harbour News", ("Harbour News", "Harbour")
    ),
    "met in full": Row(
        'Somali security forces stormed Bor. "The security forces freed ten men," a nurse said.', "Somali armed forces",
        ("Somali security forces", "security forces"),
    ),
    "federal troops": Row(
        "The Russian army shelled Grozny. A general said that federal troops had taken the airfield.", "Russian Armed Forces",
        ("Russian army", "federal troops"),
    ),
    "no agency is a panel": Row(
        "U.N. experts say the army killed ten. Stores of the World Food Programme were looted, the agency said.", "World Food Programme",
        ("World Food Programme", "agency"),
    ),
    "an office of a body": Row("The UN office in Gao said ten men had died.", "United Nations", ("UN office",)),
    "an office of its head": Row(
        "The U.N. secretary-general's office said ten men had died.", "United Nations", ("U.N. secretary-general's office",)
    ),
    "a prime minister's office": Row("The prime minister's office said ten men had died.", "United Nations", None),
    "a movement and its name": Row(
        "Guards shot two members of the pro-independence movement CNRT.", "National Council of Timorese Resistance",
        ("members", "pro-independence movement", "CNRT"),
    ),
    "it said, behind a name with of": Row(
        "The coalition struck Bor, the Syrian Observatory for Human Rights reported. It said two farmers were wounded.",
        "Syrian Observatory for Human Rights",
        ("Syrian Observatory for Human Rights", "It"),
    ),
    "it said, behind a broadcaster": Row(
        "The coalition struck Bor, Kona-based television reported. It said two farmers were wounded.",
        "Kona-based television",
        ("Kona-based television",),
    ),
    "it said, behind who was told of": Row(
        "The ministry rejected the report. It said no raid had taken place.", "ministry", ("ministry",)
    ),
}  # fmt: skip


def read(text: str) -> Record:
    blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    report = Report(id=report_id(text.encode()), text=text, blocks=blocks)
    return extract_record(report, next(parse_grammars([report])))


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS.keys())
def test_which_words_are_one_party(row: Row) -> None:
    parties = [party for party in read(row.text).parties if party.name == row.party]
    assert len(parties) == (row.words is not None)
    found = [tuple(row.text[start:end] for start, end in party.evidence) for party in parties]
    assert found == ([row.words] if row.words is not None else [])
