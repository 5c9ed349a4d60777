"""What Sayso knows about words, as data files that an analyst can edit, checked on load."""

from sayso.codebook.calendar_words import MONTHS, SHORT_MONTHS, WEEKDAYS
from sayso.codebook.descriptions import DescriptionWords
from sayso.codebook.frames import ControlRule, Example, Frame, Slots
from sayso.codebook.index import Further, Index, Phrases, codebook_index
from sayso.codebook.layout import load_layout
from sayso.codebook.load import Codebook, load_codebook
from sayso.codebook.places import load_place_book
from sayso.codebook.reconciling import (
    FeatureWeights,
    JoiningWeights,
    Level,
    Policy,
    load_joining,
    load_policies,
)
from sayso.codebook.relevance import RelevanceWords, load_relevance
from sayso.codebook.reviewing import (
    GradeWords,
    HarmRule,
    HarmRules,
    ReviewState,
    ReviewStates,
    load_grades,
    load_harm_rules,
    load_states,
)
from sayso.codebook.words import (
    Attribution,
    ConditionWords,
    Cue,
    Embedding,
    Hedges,
    LightVerb,
    NounClass,
    NumberWords,
    PartyEntry,
)

__all__ = [
    "MONTHS",
    "SHORT_MONTHS",
    "WEEKDAYS",
    "Attribution",
    "Codebook",
    "ConditionWords",
    "ControlRule",
    "Cue",
    "DescriptionWords",
    "Embedding",
    "Example",
    "FeatureWeights",
    "Frame",
    "Further",
    "GradeWords",
    "HarmRule",
    "HarmRules",
    "Hedges",
    "Index",
    "JoiningWeights",
    "Level",
    "LightVerb",
    "NounClass",
    "NumberWords",
    "PartyEntry",
    "Phrases",
    "Policy",
    "RelevanceWords",
    "ReviewState",
    "ReviewStates",
    "Slots",
    "codebook_index",
    "load_codebook",
    "load_grades",
    "load_harm_rules",
    "load_joining",
    "load_layout",
    "load_place_book",
    "load_policies",
    "load_relevance",
    "load_states",
]
