"""Whether it happened: what is denied, doubted, demanded or only spoken of, in whole reports of a sentence."""

from __future__ import annotations

import pytest

from sayso.extract import extract_record
from sayso.parse import parse_grammars
from sayso.records import Event, Figure, Published, Report, report_id

CASES = {
    "a report called false": ("Reports that the rebels shelled the camp are false.", "shelled", "negated"),
    "what could be confirmed": ("The mission said that it could confirm the deaths of nine men.", "deaths", "happened"),
    "arrested over it": (
        "A judge ordered the arrest of a colonel over the massacre of six priests.",
        "massacre",
        "happened",
    ),
    "to be arrested for it": (
        "A judge ordered police to arrest a colonel for the shelling of the camp.",
        "shelling",
        "happened",
    ),
    "a sentence for it": (
        "Prosecutors asked for a life sentence for the killing of two nurses.",
        "killing",
        "happened",
    ),
    "an arrest that is ordered": ("A judge ordered the arrest of a colonel over the massacre.", "arrest", "demanded"),
    "what could not": ("The mission could not confirm the deaths of nine men.", "deaths", "possible"),
    "what a crowd voices": (
        "Youths threw stones at a convoy to denounce the inaction of the army.",
        "denounce",
        "happened",
    ),
    "whom he directed to": ("He directed the agencies to raid the camp.", "raid", "demanded"),
    "a request that is turned down": (
        "Kyiv asked for missiles, a request that Washington has turned down.",
        "turned down",
        "happened",
    ),
    "were it to": ("Were the army to attack the town, it would burn.", "attack", "conditional"),
    "should they": ("Should the army shell the town, the rebels would leave.", "shell", "conditional"),
    "a report called true": ("Reports that the rebels shelled the camp are true.", "shelled", "happened"),
    "claims that are not true": ("Claims of an attack on the camp are not true, the mayor said.", "attack", "negated"),
    "not of the facts": (
        "The information about 40 soldiers killed near Gao does not correspond to reality.",
        "killed",
        "negated",
    ),
    "it is not true": ("It is not true that the town has fallen, the army said.", "fallen", "negated"),
    "scheduled": ("Talks with the rebels resume in Doha on Tuesday.", "Talks", "planned"),
    "nobody claims what took place": ("No group has claimed responsibility for the bombing.", "bombing", "happened"),
    "what a video purports to show": (
        "The group posted a video purporting to show the killing of two envoys.",
        "killing",
        "happened",
    ),
    "claimed responsibility for doing": (
        "The Front claimed responsibility for killing a judge.",
        "killing",
        "happened",
    ),
    "escaped what was done": ("The mayor escaped an ambush by rebels near Kona.", "ambush", "happened"),
    "escaped what was not done": ("The two men escaped arrest.", "arrest", "negated"),
    "not commented on": ("The ministry has not commented on the air strike.", "air strike", "happened"),
    "whether it was": ("We could not establish whether the hostages were shot.", "shot", "possible"),
    "not known if": ("The mayor did not know if rebels had killed the two men.", "killed", "possible"),
    "examined": ("Prosecutors are examining whether soldiers torched the village.", "torched", "possible"),
    "rumours unproven": ("Rumours that the bishop had been abducted are unproven.", "abducted", "possible"),
    "reports unconfirmed": ("Reports of a massacre in Lodwar are unconfirmed.", "massacre", "possible"),
    "claims false": ("Claims that the navy bombed Lodwar are false.", "bombed", "negated"),
    "claims that turned out false": ("Claims that police beat him turned out to be false.", "beat", "negated"),
    "reports not true": ("The report that six men were shot was not true.", "shot", "negated"),
    "reports confirmed": ("Reports that six men were killed were confirmed by the mayor.", "killed", "happened"),
    "claimed falsely": ("The minister falsely claimed that rebels had burned a church.", "burned", "negated"),
    "rejected that": ("The general rejected that his men had shelled Lodwar.", "shelled", "negated"),
    "going to": ("Rebels were going to blow up the bridge.", "blow up", "planned"),
    "is going to": ("The army is going to attack Lodwar.", "attack", "planned"),
    "defused": ("A car bomb near the barracks was defused by experts.", "car bomb", "negated"),
    "called upon to": ('"We call upon the rebels to leave the town," the group said.', "leave", "demanded"),
    "in no mood to": ("The guerrillas are in no mood to lay down their arms.", "lay", "negated"),
    "denied reports about": (
        "A military source denied reports carried by outlets close to the rebels about the downing of a jet.",
        "downing",
        "negated",
    ),
    "not stopped": ("Police did not stop the attack on the mosque.", "attack", "happened"),
    "not admitted": ("The group did not admit the killing of the two envoys.", "killing", "happened"),
    "not carried out": ("The army did not carry out the strike, its spokesman said.", "strike", "negated"),
    "failed to prevent": ("Guards failed to prevent the attack on the camp.", "attack", "happened"),
    "none of one, some of the other": ("The army reported no attacks and two arrests in Gao.", "arrests", "happened"),
    "none of the first": ("The army reported no attacks and two arrests in Gao.", "attacks", "negated"),
    "there was one and not the other": (
        "Residents said there was shelling but no air strikes.",
        "shelling",
        "happened",
    ),
    "and not the other": ("Residents said there was shelling but no air strikes.", "air strikes", "negated"),
    "told of": ("Residents told the agency of torture and rape.", "torture", "happened"),
    "told to": ("The governor told the rebels to leave the town.", "leave", "demanded"),
    "considered": ("Western nations are considering a no-fly zone.", "no-fly zone", "possible"),
    "what is required": ("The plan would require an attack to cripple the air defences.", "cripple", "demanded"),
    "no confirmation": ("There is no confirmation that rebels shelled Bor.", "shelled", "possible"),
    "neither confirmed nor denied": (
        "The ministry neither confirmed nor denied that its jets had bombed Bor.",
        "bombed",
        "possible",
    ),
    "what is published of it": ("What was published about the fall of Bor is false.", "fall", "negated"),
    "what is not clear of it": ("What happened in the shelling of Bor is not clear.", "shelling", "happened"),
    "no sign": ("There is no sign that the rebels have left the town.", "left", "negated"),
    "no evidence": ("NATO said it had no evidence anyone had been killed.", "killed", "negated"),
    "no evidence of": ("The ministry found no evidence of an attack on the plant.", "attack", "negated"),
    "what is demanded": ("Protesters repeated their demand that the president step down.", "step down", "demanded"),
    "what is feared": ("There are fears that the militia will attack the camp.", "attack", "planned"),
    "a part in it denied": ("The commander denied any role in the attack.", "attack", "happened"),
    "guilt of it denied": ("The rebels denied responsibility for the bombing.", "bombing", "happened"),
    "the charge denied": (
        "The ministry dismissed accusations that its soldiers had raped women.",
        "accusations",
        "happened",
    ),
    "what is charged denied": (
        "The ministry dismissed accusations that its soldiers had raped women.",
        "raped",
        "negated",
    ),
    "no comment on it": ("The army declined to comment on the strike.", "strike", "happened"),
    "goes on": ("Fighting for the town was continuing on Friday.", "Fighting", "ongoing"),
    "rages": ("Clashes are raging around Sake.", "Clashes", "ongoing"),
    "went on": ("The shelling continued on Friday.", "shelling", "happened"),
    "sought": ("The rebels are seeking a ceasefire.", "ceasefire", "possible"),
    "is to": ("President Okello is to visit Juba next week.", "visit", "planned"),
    "until it comes": ("The group would not free them until the army withdrew from Dubti.", "withdrew", "conditional"),
    "until, of today": ("The strike goes on until the police release the teachers.", "release", "conditional"),
    "until it came": ("The rebels fought until the army withdrew from Dubti.", "withdrew", "happened"),
    "when it comes": ("The rebels will disarm when the army withdraws from Dubti.", "withdraws", "conditional"),
    "when it came": ("The rebels disarmed when the army withdrew from Dubti.", "withdrew", "happened"),
    "looked into": ("Lawyers called for an inquiry into the killing of 12 herders.", "killing", "happened"),
    "to be looked into": ("Lawyers urged the court to investigate the killing of 12 herders.", "killing", "happened"),
    "avenged": ("The clan vowed to avenge the massacre of its herders.", "massacre", "happened"),
    "what is wanted of them": ("Lawyers called for an end to the killing of herders.", "killing", "demanded"),
    "who they are": ("Students demanded the release of detained teachers.", "detained", "happened"),
    "marched for": ("Students marched to demand the resignation of the minister.", "demand", "happened"),
    "struck against": ("Nurses went on strike to protest the killing of a colleague.", "killing", "happened"),
    "would march for": ("Students will march to demand the resignation of the minister.", "demand", "planned"),
    "not let": ("The governor refused to let the militia attack the camp.", "attack", "negated"),
}


@pytest.mark.parametrize(("text", "trigger", "realis"), CASES.values(), ids=CASES.keys())
def test_realis(text: str, trigger: str, realis: str) -> None:
    report = Report(id=report_id(text.encode()), text=text)
    record = extract_record(report, next(parse_grammars([report])))
    found = {text[slice(*e.trigger)]: e.realis for e in record.claims if isinstance(e, Event)}
    assert next((found[words] for words in found if trigger in words), found) == realis


WHOSE = {
    "left dead and wounded": ("A firefight left five bandits dead and two nuns slightly wounded.", "", "bandits"),
    "martyred": ("Two nuns martyred in Bor clash.", "", "nuns"),
    "a video shows": ("The video shows the Kenyan army bombing a camp of rebels.", "kenya", "rebels"),
    "arrest": ("Mr Bazoum's arrest angered his party.", "", "bazoum"),
    "by others": ("The coup followed Mr Bazoum's overthrow by the guard.", "guard", "bazoum"),
    "the army's": ("The army's arrest of nine teachers was a mistake.", "army", "teachers"),
    "the militia's": ("The militia's abductions went on in March.", "militia", ""),
    "condemned for": ("Israel's killing of the commander was condemned by Iran.", "iran", "israel"),
}


@pytest.mark.parametrize(("text", "actor", "recipient"), WHOSE.values(), ids=WHOSE.keys())
def test_whose_deed(text: str, actor: str, recipient: str) -> None:
    report = Report(id=report_id(text.encode()), text=text)
    record = extract_record(report, next(parse_grammars([report])))
    event = [claim for claim in record.claims if isinstance(claim, Event)][-1]
    named = {item.id: (item.name or "").lower() for item in (*record.parties, *record.people)}
    told = [" ".join(named[who] for who in ids) for ids in (event.actor, event.recipient)]
    assert all(word in words if word else not words for word, words in zip((actor, recipient), told, strict=True)), told


def events_of(text: str) -> list[Event]:
    report = Report(id=report_id(text.encode()), text=text, published=Published(start="2024-06-14", basis="given"))
    return [c for c in extract_record(report, next(parse_grammars([report]))).claims if isinstance(c, Event)]


def test_an_attack_told_again_brings_its_day() -> None:
    told = events_of("Gunmen stormed a church, killing 12 people. The attack happened on 2 June 2024 in Kajuru.")
    assert [event.when and event.when.start for event in told] == ["2024-06-02", "2024-06-02"]


def test_what_is_watched_or_counted_is_no_happening() -> None:
    told = events_of("A group that tracks arrests and deaths condemned the raid on Bor as a war crime.")
    assert [event.type for event in told] == ["ACCUSE", "ASSAULT"]


def test_a_headline_is_not_a_war_that_began_long_ago() -> None:
    told = events_of("Russian missiles hit flats\n\nRussia launched its full-scale invasion in February 2022.")
    assert len(told) == 2


def test_forces_of_two_sides_are_two_parties() -> None:
    text = "Security forces shot two men. Opposition forces attacked a base. Forces loyal to the emir fled."
    report = Report(id=report_id(text.encode()), text=text)
    record = extract_record(report, next(parse_grammars([report])))
    events = [claim for claim in record.claims if isinstance(claim, Event)]
    assert len({event.actor for event in events if event.actor}) == len(events) == 3


def test_the_year_of_an_aside_dates_nothing_else() -> None:
    text = "The government, formed by lawmakers ousted in the 2021 coup, said 17 people had died."
    report = Report(id=report_id(text.encode()), text=text)
    record = extract_record(report, next(parse_grammars([report])))
    assert [claim.when for claim in record.claims if isinstance(claim, Figure)] == [None]
