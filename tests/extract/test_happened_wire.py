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
JOINED = {
    "two adjectives": Told("Indian and Pakistani soldiers exchanged small-arms fire.", "ASSAULT", None, "pakistani", "indian"),
    "two adjectives of shelling": Told("Thai and Cambodian shelling killed six monks.", "ASSAULT", None, "cambodian", "monks"),
}  # fmt: skip
OF_WHOM = {
    "of who did it": Told(
        "The armed aggression of Russia against Ukraine goes on.", "ASSAULT", None, "russia", "ukraine", realis="ongoing"
    ),
    "repelled": Told("The army repelled 12 assaults of the militia near Terny.", "ASSAULT", None, "militia", "army"),
    "assault actions": Told("The army repelled the enemy's assault actions near Terny.", "ASSAULT", None, "enemy", "army"),
    "so many stopped": Told("The army stopped 19 attacks near Terny.", "ASSAULT", None, "", "army"),
    "attacks by their kind": Told("Militant attacks on Bara left five dead.", "ASSAULT", None, "militant"),
    "soldiers of others": Told("The army captured 400 soldiers near Bara.", "COERCE", "arrest", "army", "soldiers"),
    "captured guns": Told("The rebels captured three guns and a tank.", "COERCE", "seize", "rebels"),
    "recovered rifles": Told("Troops recovered four Kalashnikovs.", "COERCE", "seize", "troops"),
    "gas in shells": Told("Police fired tear gas shells at nine students.", "ASSAULT", "crowd-control", "police"),
    "pressed an offensive": Told("Azerbaijan pressed an offensive near Fizuli.", "ASSAULT", None, "azerbaijan"),
    "took with them": Told(
        "The rebels burned a barn and took with them nine girls.", "ASSAULT", "abduct", "rebels", "girls"
    ),
    "tried to flee": Told(
        "Police shot dead three men as they tried to flee the village.", "FLEE", None, "men", realis="possible"
    ),
    "while they crossed": Told("Guards caught nine women while they were crossing into Greece.", "FLEE", None, "women"),
    "a verb in a headline": Told(
        "Al-Shabaab overruns army base in central Somalia, dozens feared dead", "ASSAULT", None, "shabaab"
    ),
    "breached": Told("Rebels breached the defences of the garrison near Jaffna.", "ASSAULT", None, "rebels"),
    "laid to somebody": Told("The union pinned the strike on the militia.", "ASSAULT", None, "militia", ""),
    "to be set free": Told(
        "The rebels demanded that the army free captured fighters.", "RETREAT", "release", "army", "fighters",
        realis="demanded",
    ),
}  # fmt: skip
DONE = {
    "bled to death": Told("A farmer bled to death after the raid.", "ASSAULT", None, "", "farmer"),
    "rushed to hospital": Told("Nine soldiers were rushed to hospital in Cotabato.", "AID", None, "", "soldiers"),
    "broke out": Told("Inmates broke out of the prison in Tajoura.", "OTHER", None, "inmates"),
    "guns": Told("Ethiopian tanks blasted rebel trenches.", "ASSAULT", "heavy-weapons", "ethiopian", "rebel"),
    "rained bullets": Told("Fighters rained bullets on the guards.", "ASSAULT", "firearms", "fighters", "guards"),
    "out of action": Told("Rebels put two companies out of action.", "ASSAULT", None, "rebels", "companies"),
    "let go": Told(
        "Rebels made off with mortars and let go 60 conscripts.", "RETREAT", "release", "rebels", "conscripts"
    ),
    "dragged out": Told("Soldiers dragged out young men.", "ASSAULT", "abduct", "soldiers", "men"),
    "pulled off a train": Told(
        "Eleven passengers were pulled off a train at Mastung.", "ASSAULT", "abduct", "", "passengers"
    ),
    "ordered into": Told("The president ordered 1,200 soldiers into Cali.", "MOBILIZE", "troops", "president"),
    "packed up": Told("A force known as the Zambezi Group packed up in May.", "RETREAT", "withdraw", "force"),
    "go on firing": Told(
        "The militia would go on firing, it said.", "ASSAULT", "firearms", "militia", realis="planned"
    ),
    "list of participles": Told(
        "Police found 23 people, bound, blindfolded and shot.", "ASSAULT", "firearms", "", "people"
    ),
    "doer of both": Told(
        "The clinic was shot up and stripped of drugs by militiamen.", "ASSAULT", "firearms", "militia"
    ),
    "not the source": Told(
        "Gunmen burned a bus, police said. They led away two women.", "ASSAULT", "abduct", "gunmen", "women"
    ),
    "no agency": Told(
        "Mare, who speaks for Fano, told Reuters its fighters had shelled Debark.", "ASSAULT", None, "fano"
    ),
    "into the streets": Told("Thousands of students poured into the streets.", "PROTEST", "demo", "students"),
    "combed": Told("Troops combed the forest for the attackers.", "COERCE", "seize", "troops", "attackers"),
    "own men": Told("The army lost 12 of its own men in the valley.", "ASSAULT", None, "", "army"),
    "some of them": Told("Rebels caught the porters and killed five of them.", "ASSAULT", None, "rebels", "porters"),
    "massacre": Told("Gunmen committed a massacre in the village.", "ASSAULT", None, "gunmen"),
    "went on to": Told("The militia went on to shell the port.", "ASSAULT", None, "militia"),
    "of its inhabitants": Told("Boko Haram took Baga and its inhabitants fled.", "FLEE", None, "inhabitants"),
}
ROWS = {**SIDES, **JOINED, **OF_WHOM, **DONE}


@pytest.mark.parametrize("told", ROWS.values(), ids=ROWS.keys())
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
