"""Event frames: which words tell of which kind of happening, and who is who in it. Data: `data/frames/*.yaml`.

A frame file is a list of frames. Words are lemmas in lower case. The slots that a clause offers, after syntax has been
put right (passives turned round, relative pronouns filled, light verbs taken from their noun):

verbs:  subject, object, indirect, and each preposition by its own word (on, against, from, into, to, with, over ...)
nouns:  poss ("the army's advance"), modifier ("an Israeli strike", "rebel shelling", "a school bombing"), and each
preposition
        (of, by, on, against, from, at, between, with ...); a light verb adds subject and object of its own.
"""

from __future__ import annotations

import msgspec

from sayso.records.claims import ControlState, EventType, Grave, Measure, Phase, Realis


class Checked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The base of every codebook entry: frozen, and unknown keys are refused."""


class Slots(Checked, frozen=True, kw_only=True):
    """Where the actor and the recipient of a happening stand, in order of preference; the first filled slot wins."""

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()


class ControlRule(Checked, frozen=True, kw_only=True):
    """The change of hands that a frame tells: who holds then, who the other side is, and which slots name the area."""

    state: ControlState
    holder: str | None = "actor"
    other: str | None = "recipient"
    area: tuple[str, ...] = ("object",)


class Example(Checked, frozen=True, kw_only=True):
    """A sentence that the frame must read, with the words that must fill its slots (null: must be empty; absent: not
    asked)."""

    text: str
    trigger: str | None = None
    actor: str | msgspec.UnsetType | None = msgspec.UNSET
    recipient: str | msgspec.UnsetType | None = msgspec.UNSET
    realis: Realis | None = None


class Frame(Checked, frozen=True, kw_only=True):
    """One kind of happening.

    verbs: "shell", "take over" (particle), "open fire" and "take hostage" (further words: lemmas or `@classes` among
    the verb's dependents: "lay down @weapon"). In verbs and nouns "|" parts words of which one has to stand there
    ("hand|turn in @weapon"). nouns: "shelling", "air strike", "suicide bombing" (words in order, the last one is the
    head). adjectives: words that tell the happening as a state ("dead", "wounded", "displaced"). agents: nouns that
    name who did it ("attacker", "gunman") and so are no trigger. verb_slots, noun_slots: override the defaults (verb:
    actor subject, recipient object; noun: actor by, poss, modifier, from; recipient on, against, of, at); "whose": a
    person who owns the noun suffers it ("his arrest"). wide: its verbs are tried only where those of no other frame
    fit. agentless: a passive that names nobody who does it ("were bundled into a van") need not have the subject that
    `needs` asks for. needs, never: per slot, lemmas or `@classes` of `nouns.yaml` (`@party`, `@place` and `@person`
    also match resolved mentions): at least one filler must match (an empty slot fails `needs`), or none may. counts:
    slot ("actor", "recipient", or one by its own name, such as "object") -> the measure of a number that stands there.
    weapon: what was used, where the word itself says so ("airstrike": aircraft). place_slots: slots whose filler, when
    it is a place, is where it happened and not a recipient ("shelled the town"). implies: what else one may say of it:
    realis ("ultimatum": demanded), phase ("ceasefire collapsed": ended). bare: its words
    tell something only with a recipient ("a deal with the rebels"), or where that is said not to be ("there is no
    deal"). acled, ucdp: the nearest ACLED sub-event type
    and UCDP type of violence (1 state-based, 2 non-state, 3 one-sided), or null. reads: at least two sentences that it
    must read; not_reads: at least one with one of its words that it must not.
    """

    name: str
    type: EventType
    mode: str | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    verb_slots: Slots = Slots(actor=("subject",), recipient=("object",))
    noun_slots: Slots = Slots(actor=("by", "poss", "modifier", "from"), recipient=("on", "against", "of", "at"))
    two_sided: bool = False
    wide: bool = False
    agentless: bool = False
    needs: dict[str, tuple[str, ...]] = {}
    never: dict[str, tuple[str, ...]] = {}
    counts: dict[str, Measure] = {}
    weapon: str | None = None
    place_slots: tuple[str, ...] = ("object", "of", "on", "at", "in", "over", "against")
    control: ControlRule | None = None
    grave: tuple[Grave, ...] = ()
    realis: Realis | None = None
    phase: Phase | None = None
    blind: bool = False
    bare: bool = False
    acled: str | None = None
    ucdp: int | None = None
    reads: tuple[Example, ...]
    not_reads: tuple[str, ...] = ()
