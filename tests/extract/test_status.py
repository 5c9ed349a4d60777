"""Whether a thing happened: what a clause's own words and those above it make of it."""

from __future__ import annotations

import pytest

from sayso.codebook import codebook_index
from sayso.extract.reading import Reading
from sayso.extract.realis.status import status_of
from sayso.parse import parse_grammars
from sayso.records import Report, report_id

CASES = {
    "told": ("The army attacked the town.", "attack", "happened", None),
    "not": ("The army did not attack the town.", "attack", "negated", None),
    "will": ("The army will attack the town.", "attack", "planned", None),
    "will, and": ("The army will attack the town and burn it.", "burn", "planned", None),
    "must, and": ("The rebels must leave the town and free the captives.", "free", "demanded", None),
    "could be, and": ("The men could be tried and executed.", "execute", "possible", None),
    "did not, or": ("The army did not attack the town or burn it.", "burn", "negated", None),
    "has not, or": ("The army has not attacked the town or burned it.", "burn", "negated", None),
    "will not, a third": ("The army will not attack the town, burn it or loot the mill.", "loot", "negated", None),
    "has not, a second of three": (
        "The army has not attacked the town, burned it or looted the mill.",
        "burn",
        "negated",
        None,
    ),
    "has not, a third": ("The army has not attacked the town, burned it or looted the mill.", "loot", "negated", None),
    "nobody, or": ("Neither side attacked the town or burned it.", "burn", "negated", None),
    "would later, and": ("The rebels would later storm the port and burn it.", "burn", "happened", None),
    "either, or": ("The rebels killed the men or abducted them.", "abduct", "happened", None),
    "will not, or": ("The rebels will not leave the town or free the captives.", "free", "negated", None),
    "did not, but did": ("The army did not attack the town but burned a camp.", "burn", "happened", None),
    "will, and has": ("The army will attack the town and has burned a camp.", "burn", "happened", None),
    "the way they go": ("Troops were going door to door and beating men.", "beat", "happened", None),
    "will not": ("The army will not attack the town.", "attack", "negated", None),
    "may": ("The army may attack the town.", "attack", "possible", None),
    "must": ("The rebels must leave the town.", "leave", "demanded", None),
    "under way": ("The army is attacking the town.", "attack", "ongoing", None),
    "plan": ("The army plans to attack the town.", "attack", "planned", None),
    "has yet to": ("The army has yet to attack the town.", "attack", "negated", None),
    "failed": ("The army failed to take the town.", "take", "negated", None),
    "prevented": ("Guards prevented the crowd from storming the gate.", "storm", "negated", None),
    "tried": ("The rebels tried to storm the port.", "storm", "possible", None),
    "urged": ("The council urged the rebels to leave.", "leave", "demanded", None),
    "forced": ("Soldiers forced the families to leave.", "leave", "happened", None),
    "purpose": ("The army sent troops to retake the town.", "retake", "planned", None),
    "only after": ("The rebels will talk only after troops withdraw.", "withdraw", "conditional", None),
    "condition": ("If the rebels attack the town, the army will answer.", "attack", "conditional", None),
    "began": ("The rebels began withdrawing from the port.", "withdraw", "happened", "started"),
    "stopped": ("The army stopped shelling the town.", "shell", "happened", "ended"),
    "goes on": ("The army continues to besiege the town.", "besiege", "ongoing", "ongoing"),
    "went on to": ("The rebels went on to storm the port.", "storm", "happened", "started"),
    "was able to": ("The rebels were able to storm the port.", "storm", "happened", None),
    "has been able to": ("The rebels have been able to storm the port.", "storm", "happened", None),
    "is able to": ("The rebels are able to storm the port.", "storm", "possible", None),
    "was not able to": ("The rebels were not able to storm the port.", "storm", "negated", None),
    "would later": ("The rebels would later storm the port.", "storm", "happened", None),
    "would go on to": ("The rebels would go on to storm the port.", "storm", "happened", "started"),
    "said they would later": ("He said the rebels would later storm the port.", "storm", "planned", None),
    "a possible deed": ("Diplomats spoke of a possible attack on the port.", "attack", "possible", None),
    "a planned deed": ("Diplomats spoke of the planned attack on the port.", "attack", "planned", None),
    "an impending deed": ("Diplomats spoke of an impending attack on the port.", "attack", "expected", None),
    "a well-planned deed": ("Diplomats spoke of a well-planned attack on the port.", "attack", "happened", None),
    "a planned deed called off": ("The planned attack on the port was called off.", "attack", "negated", None),
    "cancelled a plan": ("The army cancelled plans to storm the port.", "storm", "negated", None),
    "what it would be": ("An assault on the port would be a mistake.", "assault", "planned", None),
    "what it could do": ("A raid on the port could cut off the city, he said.", "raid", "possible", None),
    "what the known one will do": ("Monday's raid on the port will anger the clans.", "raid", "happened", None),
    "are dead": ("Three dockers are dead.", "dead", "happened", None),
    "committed a deed": ("Gunmen committed a massacre in the village.", "massacre", "happened", None),
    "committed to do": ("The two sides committed to withdraw from the port.", "withdraw", "planned", None),
    "stopped short": ("The army stopped short of attacking the town.", "attack", "negated", None),
    "instead of": ("Instead of attacking the town, the army left.", "attack", "negated", None),
    "behind instead of": ("The army went home instead of attacking the town.", "attack", "negated", None),
    "rather than": ("Rather than attacking the town, the army left.", "attack", "negated", None),
    "whether": ("It is unclear whether the army attacked the town.", "attack", "possible", None),
    "asked whether": ("The mayor asked whether the army had attacked the town.", "attack", "possible", None),
    "asked if": ("Asked if the army had attacked the town, he shrugged.", "attack", "possible", None),
    "said if": ("The rebels said they would leave if the army attacked the town.", "attack", "conditional", None),
    "beside what is blocked": ("Residents blocked the road, burning tyres.", "burn", "happened", None),
}


@pytest.mark.parametrize(("text", "lemma", "realis", "phase"), CASES.values(), ids=CASES.keys())
def test_status_comes_from_what_a_clause_stands_under(text: str, lemma: str, realis: str, phase: str | None) -> None:
    report = Report(id=report_id(text.encode()), text=text)
    reading = Reading(report, next(parse_grammars([report])), index=codebook_index())
    clause = next(clause for clause in reading.clauses if clause.lemma == lemma)
    status = status_of(reading, clause)
    assert (status.realis, status.phase) == (realis, phase)
