"""Words that set how a clause is to be taken: who says it, how sure, whether it happened; and what nouns stand for."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.codebook.frames import Checked
from sayso.records.claims import Act, ActorStatus, Modifier, Phase, Protected, Realis, RelationType
from sayso.records.mentions import PartyKind, PlaceKind

CueKind = Literal["speech", "belief", "intention", "perception", "document"]


class Cue(Checked, frozen=True, kw_only=True):
    """Reporting words of one act. Data: `data/cues.yaml`, a list.

    verbs: lemmas, with particle or fixed dependents where needed ("point out", "go on record"); nouns: "statement",
    "claim", "warning" (their content is a that-clause, an of-phrase or an infinitive); adjectives: "adamant",
    "confident" (of a person); phrases: adverbial attributions whose object is the speaker ("according to", "in the
    view of", "in the words of"). kind: speech (said aloud or in writing), belief (think, believe, fear), intention
    (want, plan, vow), perception (see, hear, learn), document (show, reveal: the subject is a report, a video, a
    poll). realis: how the content is to be taken (null: as told). object_is_content: "denied the attack", "condemned
    the killing" (the object is what is spoken of). quote_only: a verb that reports only beside quotation marks
    ("smile", "shrug", "continue"). hedge: the cue itself casts doubt ("allege"). numbered: the verb's last word leads
    to a number and the whole is what is said ("put the dead at 40"); objects: nouns one of which must be its object
    ("raised its estimate to 60", not "raised its force to 60"; "rejected the charge"); empty where any will do. silent:
    forms by which nothing is said ("asked not to be named", "not authorised to brief reporters").
    """

    act: Act
    kind: CueKind = "speech"
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    realis: Realis | None = None
    object_is_content: bool = False
    quote_only: bool = False
    hedge: bool = False
    numbered: bool = False
    objects: tuple[str, ...] = ()
    silent: bool = False


class Embedding(Checked, frozen=True, kw_only=True):
    """Words that set the status of the clause under them. Data: `data/embeddings.yaml`, a list.

    verbs, nouns, adjectives: lemmas governing an infinitive, a gerund, a that-clause or a noun ("plan", "fail",
    "threat", "ready", "stop"); realis: what that makes of what stands under them; phase: "begin", "resume", "halt";
    subject_of: whose deed the embedded clause is, the embedding word's subject ("vowed to attack") or object ("forced
    them to leave"); only_clauses: a noun under it keeps its own status ("told the agency of the attack");
    factive: what stands under it took place, whatever stands above ("demanded an inquiry into the killings");
    before_nouns: adjectives before a noun of what happens ("the planned raid", "a possible attack"), and nowhere else;
    done_in_past: what one was able to do was done ("were able to flee"), what one is able to do keeps `realis`.
    """

    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    realis: Realis | None = None
    phase: Phase | None = None
    subject_of: Literal["subject", "object"] = "subject"
    only_clauses: bool = False
    factive: bool = False
    done_in_past: bool = False
    before_nouns: bool = False


class LightVerb(Checked, frozen=True, kw_only=True):
    """Verbs whose meaning is their noun's. Data: `data/light_verbs.yaml`, a list.

    verbs: "launch", "carry out", "come" with via under; via: where the noun stands (object, or a preposition: "come
    under fire", "engage in clashes"); subject, object, prepositions: what the verb's own slots are to the noun's
    happening (actor, recipient); factive: the happening took place although the verb is denied ("did not admit the
    killing").
    """

    verbs: tuple[str, ...]
    via: str = "object"
    subject: Literal["actor", "recipient"] | None = "actor"
    object: Literal["actor", "recipient"] | None = None
    slots: dict[str, Literal["actor", "recipient"]] = msgspec.field(default_factory=dict)
    realis: Realis | None = None
    phase: Phase | None = None
    factive: bool = False


class Attribution(Checked, frozen=True, kw_only=True):
    """Words by which a deed that another noun tells is laid to somebody. Data: `data/attributions.yaml`, a list.

    words: verbs and adjectives; nouns: words of taking part ("role", "involvement"), or, with names, of those who did
    it ("author", "mastermind"). deed: where the deed stands at the word: subject, object or a preposition; via: where a
    noun of taking part may stand between the two; doer: the slots of those who did it, in order of preference; status:
    how sure the text is of them.
    """

    words: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    deed: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    doer: tuple[str, ...] = ()
    names: bool = False
    status: ActorStatus = "stated"


class NounClass(Checked, frozen=True, kw_only=True):
    """Nouns that stand for one sort of thing. Data: `data/nouns.yaml`, a list.

    name: the class, as frames write it with an @ ("person", "structure", "vehicle", "weapon", "site", "ground",
    "group", ...). nouns: lemmas, singular; several words where needed ("aid worker"). group: the figure's group when
    they are counted (civilians, fighters, soldiers, police, children, women, men, elderly, journalists, aid_workers,
    medics, prisoners, refugees, people, ...). unit: what is counted (people, households, incidents, structures,
    vehicles, weapons, animals, ...). party_kind: the kind of party that such a word can stand for when it describes
    ("rebels": armed_group); party: whether the bare plural is a party of its own (a class of people who act, speak or
    are acted on). place_kind: the kind of place that the noun describes ("town"). role: the noun names what somebody
    is ("spokesman", "general", "mayor"). collective: one word for many ("group", "army"). protected: what the law
    protects there. theme: the humanitarian theme the thing belongs to (food, water, ...).
    """

    name: str
    nouns: tuple[str, ...]
    group: str | None = None
    unit: str | None = None
    party_kind: PartyKind | None = None
    party: bool = False
    place_kind: PlaceKind | None = None
    protected: Protected | None = None
    theme: str | None = None
    role: bool = False
    collective: bool = False


class NumberWords(Checked, frozen=True, kw_only=True):
    """Number words and bounds. Data: `data/numbers.yaml`, one mapping; the counting conventions are named and
    versioned.

    out_of, no_shares: the wholes of "one in ten"; nouns behind them that make it no share ("two in ten days").
    """

    convention: str
    units: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    fractions: dict[str, float]
    out_of: dict[str, int]
    no_shares: tuple[str, ...]
    before: dict[str, Modifier]
    after: dict[str, Modifier]


class Hedges(Checked, frozen=True, kw_only=True):
    """Words that say how sure a statement is. Data: `data/hedges.yaml`, one mapping of lists.

    words: adverbs and phrases that are hedges wherever they stand ("reportedly", "apparently", "could not be
    verified"); modals: modal verbs and the realis that they give.
    """

    words: tuple[str, ...]
    modals: dict[str, Realis]


class ConditionWords(Checked, frozen=True, kw_only=True):
    """How people are off. Data: `data/conditions.yaml`, one mapping.

    themes: theme -> nouns and noun phrases that belong to it ("bread": food); harms: those that nobody misses; help:
    those of access that are help where they are needed; poison: words beside a gas that is no fuel; ruling: verbs
    whose power is no electricity. want_verbs: the subject wants the thing; fail_verbs: the thing itself gives out;
    harm_verbs: it is gone by harm (harm_themes only); dear_verbs tell of
    want beside dear_words only; killing_verbs and killing_words: diseases and hunger at work; live_on_verbs,
    poor_food: what people live on; sleep_verbs, crowding_verbs, sleep_places, rough_words: where they sleep
    (rough_words are want by themselves); barring_verbs: aid turned back; hampering_verbs: access made hard;
    severing_verbs: people cut off from things; fuelled: places that stand still without fuel, whose theme it then
    is too; helpers: people of whom there are too few, and no group in want; collectives: nouns in the singular that
    are one; working_verbs, working_words with limits: services that work in part; arrival_verbs: what may stand
    with "no" ("no convoy has reached"); stopping_verbs and aid_work: help that ends; stock_units: "fuel for two
    days"; shared_words: "a single latrine"; lacking_adjectives and lacking_nouns of things; states: adjectives and
    participles of people that are a condition by themselves, with their theme ("malnourished": nutrition).
    run_roles: role -> words that play it in a run of words; runs: patterns over roles and themes ("thing" is any
    theme's noun; "..", "..." and "...." are gaps of up to 2, 5 and 9 words; "a|b" either; "a?" may be missing; "=>
    theme" the theme where the things do not give it); run_themes: themes of words that are no things.
    """

    themes: dict[str, tuple[str, ...]]
    harms: tuple[str, ...]
    help: tuple[str, ...]
    poison: tuple[str, ...]
    ruling: tuple[str, ...]
    want_verbs: tuple[str, ...]
    fail_verbs: tuple[str, ...]
    harm_verbs: tuple[str, ...]
    harm_themes: tuple[str, ...]
    dear_verbs: tuple[str, ...]
    dear_words: tuple[str, ...]
    killing_verbs: tuple[str, ...]
    killing_words: tuple[str, ...]
    live_on_verbs: tuple[str, ...]
    poor_food: tuple[str, ...]
    sleep_verbs: tuple[str, ...]
    crowding_verbs: tuple[str, ...]
    barring_verbs: tuple[str, ...]
    hampering_verbs: tuple[str, ...]
    severing_verbs: tuple[str, ...]
    fuelled: tuple[str, ...]
    helpers: tuple[str, ...]
    collectives: tuple[str, ...]
    sleep_places: tuple[str, ...]
    rough_words: tuple[str, ...]
    working_verbs: tuple[str, ...]
    working_words: tuple[str, ...]
    limits: tuple[str, ...]
    arrival_verbs: tuple[str, ...]
    stopping_verbs: tuple[str, ...]
    aid_work: tuple[str, ...]
    stock_units: tuple[str, ...]
    shared_words: tuple[str, ...]
    lacking_adjectives: tuple[str, ...]
    lacking_nouns: tuple[str, ...]
    states: dict[str, str]
    run_roles: dict[str, tuple[str, ...]]
    run_themes: dict[str, str]
    runs: tuple[str, ...]


class PartyEntry(Checked, frozen=True, kw_only=True):
    """An actor of the codebook. Data: `data/parties/*.yaml`, a list in each.

    id: a short stable slug ("syrian-democratic-forces"); name: as the field writes it; kind; country: ISO 3166-1
    alpha-2 of its home or null; wikidata: only where you are sure; names: every other name and acronym as printed
    (matched case-sensitively; an acronym of three letters or fewer, or one that is an ordinary word in capitals, goes
    into `acronyms`, and is matched only where the report also uses a full name or the context is plain); adjectives:
    demonyms that may stand for it before a noun ("Israeli"); metonyms: places or buildings that speak for it ("the
    Kremlin", "Ankara"); stands_for: descriptions that may refer to it once it has been named ("jihadists",
    "militants", "rebels", "paramilitaries"); part_of: the id of the party that it belongs to, where lasting.
    """

    id: str
    name: str
    kind: PartyKind
    country: str | None = None
    wikidata: str | None = None
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    stands_for: tuple[str, ...] = ()
    part_of: str | None = None


class NameWords(Checked, frozen=True, kw_only=True):
    """Words inside names. Data: `data/names.yaml`, one mapping.

    titles: words before a person's name ("colonel", "sheikh"); offices: those that are no part of a name, whatever
    stands before them ("Foreign Minister"); organisations: last words of an organisation's name and
    the kind of party that it then is ("ministry": state); particles: lower-case words inside a person's name ("bin",
    "van"). things: words behind the first of a name that is nobody's ("Tana County"); also_surnames: those of them
    that are surnames too, behind a given name; heights: first words of such a name ("Lake Tana"); places: of one in
    another language ("Tal Afar"); openings: first words of an organisation's name in other languages ("Jaysh
    al-Nasr"), and its kind; doubtful: acronyms of parties that are words or other things in capitals as well ("KIA"),
    and count only where the party's country is spoken of; national: names of movements that have a society in each
    country ("Red Crescent"), and its kind.
    """

    titles: frozenset[str]
    offices: frozenset[str]
    organisations: dict[str, PartyKind]
    particles: tuple[str, ...]
    openings: dict[str, PartyKind]
    national: dict[str, PartyKind]
    things: frozenset[str]
    also_surnames: frozenset[str]
    heights: frozenset[str]
    places: frozenset[str]
    doubtful: frozenset[str]


class MeasureWords(Checked, frozen=True, kw_only=True):
    """What a number is a number of, where no frame says so. Data: `data/measures.yaml`, one mapping.

    nouns, states: measure -> lemmas that are counted, participles and adjectives of people; tolls: nouns of a running
    count, by the measure that they have when bare; toll_links: words through which the number hangs on them; present,
    in_need, sheltering: verbs with people as subject or object; shelters: nouns of where only those stay who have
    fled; touching: verbs whose bare number is one of people; rising: verbs of a running count; changes, degrees:
    words of which a share says how great the change is; holding: verbs by which nouns of harm have parts; parts,
    wholes, further: words of a part and its whole, and of more of the same; added, also: words of people told of
    besides others; naming: of lists of names; pictures: of what shows some; anew, elsewhere: of a happening that is
    another one; deadly: adverbs that make a wound a death; gravely: adverbs that say how bad a wound is; hit: nouns
    of the harmed, dead or not; alive, lifeless: lemmas that say beside these which they are; harming: verbs whose
    object is a number without a frame; leaving, arriving: verbs of people on the move; cumulative, since, long,
    lasting, lists, flow: words, happenings and registers that make a total or a rate of a number; earlier,
    first_accounts, at_that_time: words of a count that was given before, on those who gave it, of the moment;
    not_counted: units and the like; not_people: classes of nouns whose number is no figure.
    """

    nouns: dict[str, tuple[str, ...]]
    states: dict[str, tuple[str, ...]]
    tolls: dict[str, tuple[str, ...]]
    toll_links: tuple[str, ...]
    present: tuple[str, ...]
    in_need: tuple[str, ...]
    sheltering: tuple[str, ...]
    shelters: tuple[str, ...]
    touching: tuple[str, ...]
    rising: tuple[str, ...]
    changes: tuple[str, ...]
    degrees: tuple[str, ...]
    holding: tuple[str, ...]
    parts: tuple[str, ...]
    wholes: tuple[str, ...]
    further: tuple[str, ...]
    added: tuple[str, ...]
    also: tuple[str, ...]
    naming: tuple[str, ...]
    pictures: tuple[str, ...]
    anew: tuple[str, ...]
    elsewhere: tuple[str, ...]
    deadly: tuple[str, ...]
    gravely: tuple[str, ...]
    hit: tuple[str, ...]
    alive: tuple[str, ...]
    lifeless: tuple[str, ...]
    harming: dict[str, tuple[str, ...]]
    leaving: tuple[str, ...]
    arriving: tuple[str, ...]
    cumulative: tuple[str, ...]
    since: tuple[str, ...]
    long: tuple[str, ...]
    lasting: tuple[str, ...]
    flow: tuple[str, ...]
    earlier: tuple[str, ...]
    first_accounts: tuple[str, ...]
    at_that_time: tuple[str, ...]
    lists: tuple[str, ...]
    not_counted: tuple[str, ...]
    not_people: tuple[str, ...]


class RelationWords(Checked, frozen=True, kw_only=True):
    """How one party stands to another. Data: `data/relations.yaml`, a list; see its head for what the lists mean."""

    type: RelationType
    behind: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    pacts: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    gifts: tuple[str, ...] = ()
    bonds: tuple[str, ...] = ()
    reversed: bool = False
