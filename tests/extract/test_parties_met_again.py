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
