"""A made-up week of a made-up battle, by invented outlets: copies, rival counts, a correction, a disputed truce, rival
claims of a town, two descriptions of the same dead, and a round-up."""

from __future__ import annotations

from tests.reconcile.conftest import Told

HOSPITAL = (
    "Shells hit hospital in Dilling\n\nDILLING, Sudan - Artillery shells struck the teaching hospital of Dilling on Monday, killing "
    "eight people and wounding 20, doctors said. The Sudanese army blamed the Rapid Support Forces. A ward for children burned "
    "until the evening, and the only operating theatre of the district has lost its roof. Ambulances took the wounded to El Obeid "
    "over a road that the rains have half washed away."
)
WEEK: dict[str, Told] = {
    "wire": ("Northern Wire", "2024-07-02", HOSPITAL),
    "copy": ("Daily Herald", "2024-07-02", HOSPITAL + " More follows."),
    "broadcast": ("Coast Radio", "2024-07-03", "Ward for children burns in Dilling\n\n" + HOSPITAL.partition("\n\n")[2]),
    "denial": (
        "Plains Agency", "2024-07-02",
        "RSF denies shelling hospital of Dilling\n\nDILLING - The Rapid Support Forces denied on Tuesday that they had shelled the "
        "teaching hospital in Dilling on Monday. A spokesman for the Rapid Support Forces said that the army's own guns had shelled "
        "the hospital.",
    ),
    "governor": (
        "Savanna Post", "2024-07-02",
        "Fifteen dead in hospital of Dilling, governor says\n\nDILLING - The governor of South Kordofan, Musa Tia, said on Tuesday "
        "that 15 people were killed when artillery shells struck the teaching hospital of Dilling on Monday.",
    ),
    "correction": (
        "Northern Wire", "2024-07-04",
        "Toll of Dilling hospital corrected\n\nDILLING, Sudan - Doctors at the teaching hospital of Dilling said on Wednesday that six "
        "people were killed when artillery shells struck it on Monday, and not eight, as they had said before.",
    ),
    "truce": (
        "Plains Agency", "2024-07-05",
        "Truce agreed for Dilling\n\nDILLING - The Sudanese army and the Rapid Support Forces agreed on Thursday to a ceasefire in "
        "Dilling to bury the dead, the Red Cross said.",
    ),
    "breach": (
        "Savanna Post", "2024-07-06",
        "Army shells Dilling in spite of truce, RSF says\n\nDILLING - The Rapid Support Forces said on Friday that the Sudanese army "
        "had shelled the market of Dilling on Friday, hours after the ceasefire began. Three people were killed.",
    ),
    "no breach": (
        "Northern Wire", "2024-07-06",
        "Army denies breach of truce in Dilling\n\nDILLING, Sudan - The Sudanese army denied that it had shelled the market of Dilling "
        "on Friday, hours after the ceasefire began. Residents said that three people were killed.",
    ),
    "taken": (
        "Plains Agency", "2024-07-07",
        "RSF says it has taken Dilling\n\nDILLING - The Rapid Support Forces said on Sunday that they had captured Dilling after heavy "
        "fighting on Saturday. The Rapid Support Forces control the town, a spokesman said.",
    ),
    "held": (
        "Northern Wire", "2024-07-07",
        "Army says it holds Dilling\n\nDILLING, Sudan - The Sudanese army said on Sunday that it had repelled an attack on Dilling on "
        "Saturday in heavy fighting. The Sudanese army controls the town, the army said.",
    ),
    "fighters": (
        "Daily Herald", "2024-07-07",
        "Drone kills 12 fighters near Kadugli, army says\n\nKADUGLI - A drone killed 12 fighters of the Rapid Support Forces in a "
        "convoy near Kadugli on Saturday, the Sudanese army said.",
    ),
    "civilians": (
        "Savanna Post", "2024-07-07",
        "Twelve civilians die as drone hits convoy near Kadugli\n\nKADUGLI - A drone killed 12 civilians in a convoy near Kadugli on "
        "Saturday, residents said. They said that the dead were on their way to a wedding.",
    ),
    "round-up": (
        "Coast Radio", "2024-07-07",
        "The war on Saturday\n\nIn Kadugli, a drone struck a convoy on Saturday, killing 12 people, the Red Cross said.\n\nIn Nyala, an "
        "air strike on Saturday killed five people in a market.\n\nIn El Fasher, artillery shells killed two children on Saturday.",
    ),
}  # fmt: skip
