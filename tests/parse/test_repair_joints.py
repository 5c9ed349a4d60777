"""Times, particles and statements where two statements meet: each goes to the verb that it belongs to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sayso.parse import Grammar

ROWS = {
    "the wounded who were treated": ("Doctors treated 40 wounded in Kona on Monday.", "40", "wounded"),
    "war wounded": ("Teams in Adre have treated 1,450 war wounded since mid-June.", "wounded", "treated"),
    "left wounded": ("The blast left 40 wounded in Kona.", "wounded", "left"),
    "the council of a member": (
        "A member of the Bor Council, which is to govern the city, denied it.",
        "is",
        "Council",
    ),
    "that before a statement": ("Families told monitors that rents have doubled.", "that", "doubled"),
    "deaths beside cases": ("The ministry recorded 1,200 cases of measles and 30 deaths.", "deaths", "cases"),
    "killings beside attacks": (
        "The mission verified 40 attacks on schools and 12 killings of teachers.",
        "killings",
        "attacks",
    ),
    "camps beside villages": ("The army carried out 12 raids on villages and three camps.", "camps", "villages"),
    "police and groups": ("Gunmen exchanged fire with police and self-defence groups in Solino.", "groups", "police"),
    "a pronoun and its verb behind a noun": (
        "Islamic State overran Raqqa in January 2014 and made it the Syrian seat of the caliphate it proclaimed that June.",
        "proclaimed",
        "caliphate",
    ),
    "what stands before it": (
        "Islamic State overran Raqqa in January 2014 and made it the Syrian seat of the caliphate it proclaimed that June.",
        "overran",
        "overran",
    ),
    "a noun behind its preposition": (
        "A porter who said he had been hired for the convoy told the paper he had carried men.",
        "convoy",
        "for",
    ),
    "in front of after": ("Nine men fled Kona, most of them after the army stormed Bama.", "them", "of"),
    "part in front of after": ("Nine men fled Kona, most of them after the army stormed Bama.", "most", "fled"),
    "adding beside the saying": (
        "The raids sent many people fleeing to Bunia, the mission said, adding that it fed 2,500 of them.",
        "adding",
        "said",
    ),
    "behind an aside about it": (
        "Their relatives, who asked not to be named, blamed militiamen of the Front who had taken them.",
        "relatives",
        "blamed",
    ),
    "laid to somebody": ("The ministry blamed the raid on a convoy in Kona on rebels of the Front.", "rebels", "on"),
    "that they be freed": ("The rebels demanded that the government free imprisoned fighters.", "fighters", "free"),
    "that they be released": ("The rebels demanded that the army release captured fighters.", "release", "demanded"),
    "held and to be freed": (
        "The groups demanded that the law be repealed and that students detained under the decree be set free.",
        "students",
        "set",
    ),
    "week before after": ("Traders stopped deliveries last week after gunmen seized a lorry.", "week", "stopped"),
    "day before after": ("The army stopped patrols on Monday after a mine killed two men.", "on", "stopped"),
    "a length of time": ("The talks failed two days after gunmen seized a lorry.", "days", "seized"),
    "month of saying": ("Accra said in June it would give Lome five boats.", "in", "said"),
    "beside a semicolon": ("Togo voiced concern; Accra said it would send boats.", "said", "voiced"),
    "statement of its own": ("Togo voiced concern; Accra said it would send boats.", "voiced", "voiced"),
    "content before": ("The army had burnt the village, an elder said.", "burnt", "said"),
    "charged with two deeds": ("Quito accused its neighbour of funding and arming rebels.", "of", "accused"),
    "two verbs, one object": ("The junta funded and armed rebels in the east.", "rebels", "armed"),
    "handed over": ("The four handed over eleven rifles.", "over", "handed"),
    "one of two subjects": ("A leader of the group and eight militants were killed.", "militants", "leader"),
    "denied deed": ("Lima has always denied shipping rifles to the rebels.", "rifles", "shipping"),
    "stopped deed": ("The air force has stopped bombing villages.", "bombing", "stopped"),
    "raids that stopped": ("The air force has stopped bombing raids.", "raids", "stopped"),
    "a passive's second participle": ("Two nurses were dragged from the clinic and shot.", "shot", "dragged"),
    "accused by": ("Marines have been accused by fishermen of extorting money.", "of", "accused"),
    "behind two opening places": (
        "In Beni and Lubero, the rebels, who pledged loyalty, killed 41 people.",
        "rebels",
        "killed",
    ),
    "behind an opening place": ("In Juba, an adviser to the president said they had fled.", "adviser", "said"),
    "within the marks": (
        'The clerks reported in a letter that "gunmen stormed Lalo, herded the men together and left".',
        "herded",
        "stormed",
    ),
    "two verbs before who said it": ("Gunmen stormed Lalo, herded the men together, he said.", "herded", "stormed"),
    "positioned there": (
        "Later in the day, rebels positioned in Qalaat fired nine rockets at homes in the city.",
        "rebels",
        "fired",
    ),
    "believed to be": (
        "It was recalled that in May, men believed to be herders attacked Lalo.",
        "men",
        "attacked",
    ),
    "the month before believed to be": (
        "It will be recalled how in May gunmen suspected to be members of a sect attacked Lalo.",
        "in",
        "attacked",
    ),
    "day before an opening clause": (
        "On July 3, after the General Staff had announced a retreat, Ugandan troops entered Lalo.",
        "On",
        "entered",
    ),
    "who said it, with what he does": (
        "Air raids on Monday hit Lodwar, killing a pastor and wounding 12, a resident who is assisting the poor said.",
        "resident",
        "said",
    ),
    "added to a toll": (
        "He said that only the head and one soldier lost their lives, adding that a team had been sent to Lalo.",
        "adding",
        "said",
    ),
    "warned by those told of": (
        "The head said that gunmen had raided the school, warning that they would return.",
        "warning",
        "raided",
    ),
    "cleared of": ("The army cleared the town of Bama of rebels.", "rebels", "of"),
    "made to": ("He was made to bury the dead.", "bury", "made"),
    "a working charity": ("The Red Cross operating in Mali said food was short.", "Cross", "said"),
    "aid groups": ("Aid groups working in Goma said food was short.", "groups", "said"),
    "students of two peoples": ("Police arrested dozens of Ugandan and Rwandan students.", "students", "of"),
    "the first of two peoples": ("Police arrested dozens of Ugandan and Rwandan students.", "Ugandan", "students"),
    "a country and a people": ("Sudan and Rwandan rebels signed a pact.", "rebels", "Sudan"),
    "two sides, one abbreviated": (
        "Clashes between the Ethiopian National Defense Force (ENDF) and Fano militia have spread to nine zones.",
        "militia",
        "Force",
    ),
    "telegram": ("Officials accuse the militia; 15 guards detained.", "guards", "detained"),
    "object behind a date": ("The army, 5 Oct recaptured Jebel Moya.", "Moya", "recaptured"),
    "done to behind the doer": ("They denounced the killing by police of two teachers.", "of", "killing"),
    "done to behind a doer in commas": ("They condemned the ambush, by gunmen, of a convoy of nurses.", "of", "ambush"),
    "doer of a deed that is condemned": (
        "They condemned the shelling on Monday, by rebels, of Lalo.",
        "by",
        "shelling",
    ),
    "fighters of a group": ("They condemned the killing by fighters of two groups.", "of", "fighters"),
    "said to belong": ("On Sunday men believed to belong to the sect looted a clinic in Lalo.", "men", "looted"),
    "statements from": ("It fell, according to footage and statements from two officers.", "from", "statements"),
    "day of a deed that is condemned": ("Envoys condemned the ambush on Monday, by rebels, of a bus.", "on", "ambush"),
    "name beside an office": (
        "They backed the Special Representative, Ana Sosa, and thanked her.",
        "Sosa",
        "Representative",
    ),
    "pulled off and shot": ("Nine miners were pulled off a bus and shot dead by the group.", "shot", "pulled"),
    "seized by men and shot": (
        "A judge, who was seized by men wearing masks and shot in a field, had led the inquiry.",
        "shot",
        "seized",
    ),
    "one more subject": (
        "A strike killed a baby and two women, and 12 people, including a nun, suffered burns.",
        "people",
        "suffered",
    ),
    "one of a row of verbs": ("Gunmen killed a man and a boy, burned two houses and fled.", "boy", "man"),
    "beside a passing lorry": (
        "Rebels set off a mine as a truck was passing, killing two porters.",
        "killing",
        "set",
    ),
    "whose word it is": (
        "According to its leader, Jean Mbayo, the attackers burst into the village.",
        "Mbayo",
        "leader",
    ),
    "who of a clinic": ("They freed a nurse of the clinic who had been abducted in May.", "abducted", "nurse"),
    "a second bidding": (
        "He announced a curfew in Wajir, Lamu and Garissa counties and directed security officers to search homes.",
        "officers",
        "directed",
    ),
    "a toll with a comma": (
        "12 civilians killed in a raid, civil society calls for two days of mourning",
        "civilians",
        "killed",
    ),
    "two sides of a toll": ("Five soldiers, 11 rebels killed in a gun battle", "soldiers", "killed"),
    "a verb behind a plural": ("Three die in shelling; 300 families flee", "families", "flee"),
    "behind as": ("Four killed as Front militants ambush convoy", "militants", "ambush"),
    "said on a day beside jets": (
        "Shells killed nine people and hurt two over the past day, officials reported on Aug. 7, as jets hit a port.",
        "killed",
        "reported",
    ),
    "some of them": (
        "Twelve civilians were killed, among them three children, and more than 30 were wounded.",
        "children",
        "civilians",
    ),
    "behind some of them": (
        "Nine people were killed, among them two nurses, and more than 30 were wounded.",
        "30",
        "wounded",
    ),
    "fired into a town": ("Rockets fired into a suburb of Beni killed nine people on Friday.", "Rockets", "killed"),
    "fired at a town by name": ("Rockets fired at the river port Lalo killed nine people.", "Rockets", "killed"),
    "source of the whole": (
        "Some 900 people remain in Bara, where food has run out and wells are dry, according to the agency.",
        "according",
        "remain",
    ),
    "a verb beside a gerund": (
        "The group has denied shelling villages and accuses the army of it.",
        "accuses",
        "denied",
    ),
    "behind provided": ("It offered talks provided the government halted raids.", "provided", "halted"),
    "one among the harmed": ("Nurse among three people killed", "people", "killed"),
    "gunned down": ("18 rebels gunned down in a gunfight", "rebels", "gunned"),
    "claims to have": (
        "The militia launched a raid, and claims to have taken two towns, killed nine men.",
        "claims",
        "launched",
    ),
    "a toll that says nothing": (
        "They took a base after a raid in which 70 guards were killed and about 130 taken prisoner, the group's "
        "spokesperson, Aung Min, said in a statement.",
        "spokesperson",
        "said",
    ),
    "called them so and blamed": (
        "State radio, in its news bulletin, called the reports fabricated and blamed foreign media.",
        "blamed",
        "called",
    ),
    "one of several who": ("Ann Kone, one of the leaders of the sect, who had fled, returned.", "fled", "Kone"),
    "source of two verbs": (
        "The war has claimed 600 lives and displaced more than a million, according to the agency.",
        "according",
        "claimed",
    ),
    "after a convoy had left": ("Rebels struck after the convoy had left, killing two men.", "killing", "struck"),
    "two sides of a headline": ("Syrian forces, Druze fighters clash in Homs", "fighters", "forces"),
    "his wife": ("Hassan Nader, his wife and their two sons were killed.", "wife", "Nader"),
    "his friend": ("Gunmen killed Omar Nader, his friend and mentor, on Sunday.", "Nader", "killed"),
    "a name as statement": ("Iyad Nader, 48, a clerk for the railways, and his mother were killed.", "mother", "Nader"),
    "beside a leader": ("A leader of the party, Saleh Omar, and his driver were killed.", "driver", "leader"),
    "scores": ("The strike killed at least 25 soldiers and injured scores, a monitor said.", "injured", "killed"),
    "wants and is paid": (
        "The council, which wants the south to secede and is bankrolled by Qatar, has run Aden.",
        "bankrolled",
        "wants",
    ),
    "the island as well": ("Only Sittwe, the port of Akyab and the island of Leo are in army hands.", "island", "port"),
    "most of the north": ("The rebels hold the capital, Sanaa, most of the north and the port.", "most", "capital"),
    "the port behind the capital": (
        "Only the capital, Kaya, the port of Dori and the island of Leo are in army hands.",
        "port",
        "capital",
    ),
    "the town behind the stronghold": (
        "The rebels captured Kaya, the last stronghold in the north, and the town of Leo in May.",
        "town",
        "Kaya",
    ),
    "advanced after two days": (
        "The army retook Kaya between May 9 and 11 and likely advanced on Leo.",
        "advanced",
        "retook",
    ),
    "a name that is taken": ("The militia wrested Bara from the army.", "Bara", "wrested"),
    "which they control": ("Idlib, which Hayat Tahrir al-Sham controls, was shelled.", "Sham", "controls"),
    "laid siege to a camp": ("The RSF laid siege to the army's headquarters in El Obeid.", "siege", "laid"),
    "were is of two": (
        "48-year-old Iyad Nader, a reporter for Al-Hadath TV and his mother, were killed.",
        "mother",
        "Nader",
    ),
    "his wife beside his brother": (
        "A raid killed a brother of Hatem Saad, his wife and their son.",
        "wife",
        "brother",
    ),
    "of the charity": ("Food is short, said Ann Kone of the charity Action Against Hunger.", "Action", "charity"),
    "by evening": ("By evening hospitals had counted 20 dead.", "evening", "By"),
    "in the same period": ("In the same period rebels killed four men.", "period", "In"),
    "behind an opening side": (
        "On the far side of the border, the governor of Belgorod said he had left.",
        "governor",
        "said",
    ),
    "shelling by": ("Nine people were killed in artillery shelling by the army on a camp.", "shelling", "in"),
    "wounded in shelling by": ("Two were killed and nine others wounded in shelling by the army.", "shelling", "in"),
    "turned over": ("Rebels turned over 31 captives to the envoy.", "over", "turned"),
}


@pytest.mark.parametrize(("text", "word", "head"), ROWS.values(), ids=ROWS.keys())
def test_what_stands_at_a_joint_hangs_on_its_verb(
    parse: Callable[..., Grammar], text: str, word: str, head: str
) -> None:
    grammar = parse(text)
    assert grammar.words[grammar.heads[grammar.words.index(word)]] == head
