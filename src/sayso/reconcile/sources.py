"""What counts as one source: reports that are copies, and outlets that have a statement from one mouth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from sayso.reconcile.accounts import Account
from sayso.reconcile.copies import group_copies
from sayso.reconcile.sets import join_sets
from sayso.reconcile.statements import Statement
from sayso.records import SourceCollapse, SourceCounts

Said = tuple[str, str | None, str, float | None, float | None, float | None, tuple[str, ...]]


class Sources(msgspec.Struct, frozen=True, kw_only=True):
    """Report -> the first report of the independent source that it belongs to; and why reports are one source."""

    of: dict[str, str]
    collapses: tuple[SourceCollapse, ...] = ()


def gather_sources(accounts: Iterable[Sequence[Account]]) -> Sources:
    """The accounts of an incident in, those of one report together, their sources out: copies are one."""
    found = {same[0].report: same for same in accounts}
    twice = tuple(_found_twice(same) for same in found.values() if len(same) > 1)
    records = [same[0].record for same in found.values()]
    if len(records) < 2:
        return Sources(of={report: report for report in found}, collapses=twice)
    groups = group_copies(records)
    links = (link for copies in groups for link in copies.links)
    copied = tuple(
        SourceCollapse(reports=(records[link.one].report.id, records[link.other].report.id), reason=link.reason,
                       why=link.why) for link in links
    )  # fmt: skip
    members = [[records[at].report.id for at in copies.reports] for copies in groups]
    return Sources(of={each: min(group) for group in members for each in group}, collapses=(*twice, *copied))


def _found_twice(same: Sequence[Account]) -> SourceCollapse:
    where = ", ".join(account.name for account in same)
    return SourceCollapse(reports=(same[0].report,), reason="same_bytes", why=f"the same bytes were found at {where}")


def share_speakers(sources: Sources, statements: Sequence[Statement]) -> Sources:
    """Sources by copies in, those by speakers as well out: where all that one report counts is another's too, on the
    word of the same speakers, they are one source; where a single number is, that number has one."""
    said = _said_by(statements)
    heard = [
        (one, other) for one in sorted(said) for other in sorted(said) if one != other and said[one] <= said[other]
    ]
    joined = join_sets([*({report, first} for report, first in sources.of.items()), *heard])
    of = {report: min(group) for group in joined for report in group}
    pairs = sorted({tuple(sorted(pair)) for pair in heard if sources.of[pair[0]] != sources.of[pair[1]]})
    whole = (_collapse(pair, "all that the one counts, the other has from the same speakers") for pair in pairs)
    return Sources(of=of, collapses=(*sources.collapses, *whole, *_by_statement(sources.of, statements)))


def _collapse(reports: Iterable[str], why: str, about: str | None = None) -> SourceCollapse:
    return SourceCollapse(reports=tuple(sorted(reports)), reason="same_speaker", why=why, about=about)


def _said_by(statements: Sequence[Statement]) -> dict[str, set[Said]]:
    """Report -> all that it counts, where somebody who has a name says all of it; what the outlet only repeats (nine
    men in its headline, nine soldiers in the army's words) is none of its own."""
    told = {(each.report, each.measure, each.value) for each in statements if each.voice}
    own = {each.report for each in statements if (each.report, each.measure, each.value) not in told}
    said: dict[str, set[Said]] = defaultdict(set)
    for each in statements:
        if each.report not in own and each.voice:
            said[each.report].add(_said(each))
    return said


def _said(each: Statement) -> Said:
    return each.measure, each.group, each.nature, each.low, each.best, each.high, each.voice


def _by_statement(sources: Mapping[str, str], statements: Sequence[Statement]) -> Iterator[SourceCollapse]:
    """A single number that several sources have from the same speakers."""
    cells: dict[Said, dict[str, str]] = defaultdict(dict)
    for each in statements:
        if each.voice:
            cells[_said(each)].setdefault(sources[each.report], each.report)
    for said, reports in cells.items():
        if len(reports) > 1:
            measure, group, _, low, best, high, voice = said
            number = next(each for each in (best, low, high, 0.0) if each is not None)
            why = f"on the word of the same speaker: {', '.join(voice)}"
            yield _collapse(reports.values(), why, f"{number:g} {group or 'people'} {measure}")


def share_outlets(accounts: Iterable[Sequence[Account]], sources: Sources) -> Iterator[SourceCollapse]:
    """Reports of one outlet that neither copying nor a speaker makes one source: it is one, however much it prints."""
    printed: dict[str, dict[str, str]] = defaultdict(dict)
    for account in (same[0] for same in accounts):
        printed[account.outlet].setdefault(sources.of[account.report], account.report)
    for outlet, reports in printed.items():
        if len(reports) > 1:
            yield SourceCollapse(reports=tuple(sorted(reports.values())), reason="same_outlet", why=f"all in {outlet}")


def count_sources(accounts: Iterable[Sequence[Account]], sources: Sources) -> SourceCounts:
    """How many reports there are, as they were found, by how many outlets, from how many independent sources: what one
    outlet prints comes from one, however much it prints."""
    all_reports = [account for same in accounts for account in same]
    one = join_sets({f"source {sources.of[each.report]}", f"outlet {each.outlet}"} for each in all_reports)
    return SourceCounts(
        reports=len(all_reports),
        outlets=len({account.outlet for account in all_reports}),
        independent=len(one),
    )
