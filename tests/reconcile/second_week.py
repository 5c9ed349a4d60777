"""A second made-up week, of another battle: two attacks on one town, a toll that is corrected, one that rises, a truce that one
side denies, a town that both hold."""

from __future__ import annotations

from tests.reconcile.conftest import Told

MARKET = (
    "Mortar shells kill nine at market in Sake, hospital says\n\nSAKE, Congo - Mortar shells fell on "
    "the central market of Sake on Monday morning, killing nine people and wounding 21, the director "
    "of the town's hospital, Paul Kasereka, said. Traders ran between burning stalls and the wounded "
    "were carried off on motorcycles. The Congolese army accused M23 rebels of firing the shells from "
    "the hills above the town. Schools in Sake stayed shut and hundreds of families took the road to "
    "Goma on foot."
)
SECOND_WEEK: dict[str, Told] = {
    "wire": ("Great Lakes Wire", "2024-03-04", MARKET),
    "copy": ("Lake Herald", "2024-03-04", "Nine die as shells hit Sake market\n\n" + MARKET.partition("\n\n")[2]),
    "rewrite": (
        "Radio Virunga", "2024-03-05",
        "Market burns in Sake after shelling\n\nNine people were killed and 21 wounded when mortar shells "
        "fell on the central market of Sake on Monday morning, according to the director of the town's "
        "hospital, Paul Kasereka. Traders ran between burning stalls and the wounded were carried off on "
        "motorcycles, Great Lakes Wire reported. Hundreds of families took the road to Goma on foot."
    ),
    "governor": (
        "Kivu Morning", "2024-03-05",
        "Governor: 14 dead in Sake\n\nGOMA - The military governor of North Kivu, Peter Ilunga, said on "
        "Tuesday that 14 people had been killed by M23 shells that hit the market of Sake on Monday."
    ),
    "rebels": (
        "Plateau News", "2024-03-05",
        "M23 denies shelling Sake\n\nM23 rebels on Tuesday denied that they had shelled the market of "
        "Sake. M23 spokesman Willy Ngabo said that army guns in Goma had fired on Sake on Monday and that "
        "four soldiers were killed there."
    ),
    "un": (
        "Relief Bulletin", "2024-03-06",
        "Civilians hit in Sake\n\nAt least eight civilians, three of them children, were killed when "
        "shells struck a busy market in Sake, North Kivu, on Monday, the United Nations mission in Congo "
        "said on Wednesday."
    ),
    "correction": (
        "Great Lakes Wire", "2024-03-06",
        "Hospital corrects toll of Sake market shelling\n\nSAKE, Congo - Seven people were killed when "
        "mortar shells fell on the central market of Sake on Monday, the director of the town's hospital, "
        "Paul Kasereka, said on Wednesday, correcting an earlier toll of nine. Two bodies had been counted "
        "twice, he said."
    ),
    "drone1": (
        "Great Lakes Wire", "2024-03-07",
        "Drone hits fuel depot in Sake, three dead\n\nSAKE, Congo - A drone struck a fuel depot on the "
        "edge of Sake on Thursday, killing three workers and setting tankers on fire, the mayor said."
    ),
    "drone2": (
        "Kivu Morning", "2024-03-08",
        "Three workers killed by drone in Sake\n\nGOMA - Three workers died on Thursday when a drone fired "
        "at a fuel depot in Sake, witnesses told Kivu Morning. The blaze was put out at night."
    ),
    "weekly": (
        "Protection Monitor", "2024-03-09",
        "Weekly update: Sake under fire twice\n\nOn Monday, mortar shells hit the central market in Sake, "
        "killing seven people and wounding 21. On Thursday, a drone struck a fuel depot in the town and "
        "killed three workers. Aid deliveries to Sake were halted on Friday."
    ),
    "deal": (
        "Capital Tribune", "2024-03-08",
        "Angola announces ceasefire in eastern Congo\n\nLUANDA - Congo's government and M23 rebels have "
        "agreed to a ceasefire that takes effect on Sunday, Angola's foreign ministry said on Friday."
    ),
    "no deal": (
        "Plateau News", "2024-03-09",
        "M23 says it has signed nothing\n\nM23 rebels have not agreed to any ceasefire, their spokesman "
        "Willy Ngabo said on Saturday, a day after Angola announced a truce between Congo's government and "
        "M23."
    ),
    "gov deal": (
        "Lake Herald", "2024-03-09",
        "Kinshasa welcomes truce\n\nKINSHASA - Congo's government said on Saturday it would respect the "
        "ceasefire with M23 that Angola announced on Friday."
    ),
    "taken": (
        "Plateau News", "2024-03-10",
        "M23 takes Masisi\n\nM23 rebels captured the town of Masisi on Saturday after two days of "
        "fighting, their spokesman Willy Ngabo said on Sunday."
    ),
    "held": (
        "Capital Tribune", "2024-03-10",
        "Army says Masisi has not fallen\n\nGOMA - Congo's army said on Sunday that it still controlled "
        "the town of Masisi after it beat back an M23 assault on Saturday. Eleven rebels were killed, the "
        "army said."
    ),
    "residents": (
        "Radio Virunga", "2024-03-10",
        "Fighters in the streets of Masisi\n\nResidents of Masisi said on Sunday that M23 fighters were in "
        "control of the town after heavy fighting on Saturday. Twenty wounded soldiers were brought to "
        "Goma, a nurse said."
    ),
    "camp1": (
        "Great Lakes Wire", "2024-03-05",
        "Bombs hit camp near Goma, five dead\n\nGOMA, Congo - Two bombs fell on the Mugunga camp for the "
        "displaced near Goma on Tuesday, killing at least five people, camp leaders said."
    ),
    "camp2": (
        "Kivu Morning", "2024-03-06",
        "Toll of camp bombing rises to 12\n\nGOMA - The death toll from Tuesday's bombing of the Mugunga "
        "camp near Goma has risen to 12, the health ministry said on Wednesday. Seven of the dead were "
        "children."
    ),
    "camp3": (
        "Lake Herald", "2024-03-07",
        "Eighteen die in Mugunga\n\nEighteen people are now known to have died in the bombs that fell on "
        "Mugunga camp near Goma on Tuesday, the Red Cross said on Thursday. More than 30 others were "
        "wounded."
    ),
}  # fmt: skip
