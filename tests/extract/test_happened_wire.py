"""What happened, in the words of news agencies and broadcasters: sides, those to whom it was done, and whether it was."""

from __future__ import annotations

import pytest

from tests.extract.test_happened import Told, events, read, said

SIDES = {
    "pitted against": Told("Clashes pitted the army against Fano fighters.", "ASSAULT", None, "army", "fano"),
    "pitting against": Told(
        "Clashes pitting the army against Fano fighters flared near Gashena.", "ASSAULT", None, "fano", "army"
    ),
    "took place between": Told(
        "Clashes took place between the army and Fano fighters on Monday.", "ASSAULT", None, "army", "fano"
    ),
    "broke out between": Told(
        "Street battles have broken out between the army and the militia, killing four traders.", "ASSAULT", None,
        "militia", "traders",
    ),
    "resumed between": Told("Fighting resumed between Wagner and the army.", "ASSAULT", None, "wagner", "army"),
    "involving": Told("Clashes involving soldiers and smugglers erupted at dawn.", "ASSAULT", None, "smugglers"),
}  # fmt: skip
DONE = {
    "own men": Told("The army lost 12 of its own men in the valley.", "ASSAULT", None, "", "army"),
    "some of them": Told("Rebels caught the porters and killed five of them.", "ASSAULT", None, "rebels", "porters"),
    "massacre": Told("Gunmen committed a massacre in the village.", "ASSAULT", None, "gunmen"),
    "went on to": Told("The militia went on to shell the port.", "ASSAULT", None, "militia"),
    "of its inhabitants": Told("Boko Haram took Baga and its inhabitants fled.", "FLEE", None, "inhabitants"),
}


@pytest.mark.parametrize("told", [*SIDES.values(), *DONE.values()], ids=[*SIDES, *DONE])
def test_reads_wire_wordings(told: Told) -> None:
    record = read(told.text)
    found = events(record, told.type)
    assert found, [claim for claim in record.claims]
    assert any(
        told.actor in said(record, event.actor)
        and told.recipient in said(record, event.recipient)
        and event.realis == told.realis
        for event in found
    ), found
