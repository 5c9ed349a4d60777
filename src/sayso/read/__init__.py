"""bytes -> Report: inputs found, decoded, freed of furniture, laid out in blocks; what can't be read is refused
alone."""

from sayso.read.inputs import LIMIT, find_inputs
from sayso.read.layout import Dropped, Layout
from sayso.read.raw import RawInput, raw_text
from sayso.read.refusals import EXIT_STATUS
from sayso.read.relevance import judge_relevance
from sayso.read.report import read_layout, read_report

__all__ = [
    "EXIT_STATUS",
    "LIMIT",
    "Dropped",
    "Layout",
    "RawInput",
    "find_inputs",
    "judge_relevance",
    "raw_text",
    "read_layout",
    "read_report",
]
