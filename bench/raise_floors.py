"""Raise the floors of tests/floors.yaml to what is reached now.

    python -m bench.raise_floors [SET ...] [--lower REASON]

A floor that is no longer reached is kept, and the command ends with 1, unless `--lower` says why it may fall; the
reason is written into CHANGELOG.md under the version that comes next.
"""

from __future__ import annotations

import argparse
import sys

from bench.floors import (
    ALTERNATIONS,
    CHANGELOG,
    fallen,
    hash_of,
    load_floors,
    pin,
    present_sets,
    save_floors,
    values_of,
)

CHANGED = "### Changed\n"


def main() -> int:
    """Ends with 1 where a floor is no longer reached and nothing says that it may fall."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "sets",
        nargs="*",
        metavar="SET",
        help="gold, holdout, seed, alternations; all that are at hand where none is named",
    )
    parser.add_argument("--lower", metavar="REASON", help="let floors fall, and say why in the changelog")
    args = parser.parse_args()
    reason, floors, low = args.lower, load_floors(), []
    for name in args.sets or [*present_sets(), *ALTERNATIONS]:
        of_what = "shares" if name in ALTERNATIONS else "f1"
        old, values = floors.get(name, {}).get(of_what, {}), values_of(name)
        low += [
            f"{name} {section} {floor:.2f} -> {pin(value):.2f}"
            for section, (floor, value) in fallen(old, values).items()
        ]
        floors[name] = {"hash": hash_of(name), of_what: raised(old, values, may_fall=bool(reason))}
    print("\n".join(low) if low else "No floor has fallen.")
    if low and not reason:
        print("Nothing was written. Mend it, or say why with --lower REASON.")
        return 1
    save_floors(floors)
    if low:
        note_in_changelog(low, reason)
    return 0


def raised(old: dict[str, float], values: dict[str, float], *, may_fall: bool) -> dict[str, float]:
    """The new floors: the higher of old and reached; where one may fall and is no longer reached, what is reached."""
    return {
        name: pin(value) if may_fall and value < old.get(name, 0.0) else max(old.get(name, 0.0), pin(value))
        for name, value in values.items()
    }


def note_in_changelog(low: list[str], reason: str) -> None:
    """One line under "Changed" of the changelog's first version, which is the one that comes next."""
    line = f"- Floors lowered ({'; '.join(low)}): {reason}"
    CHANGELOG.write_text(with_change(CHANGELOG.read_text(encoding="utf-8"), line), encoding="utf-8")


def with_change(changelog: str, line: str) -> str:
    """The changelog with the line under "Changed" of its first version; the heading is made where it is missing."""
    head, mark, version = changelog.partition("\n## ")
    this, older_mark, older = version.partition("\n## ")
    if CHANGED not in this:
        title, _, rest = this.partition("\n")
        this = f"{title}\n\n{CHANGED}\n{rest}"
    before, _, after = this.partition(CHANGED)
    return f"{head}{mark}{before}{CHANGED}\n{line}\n{after.removeprefix(chr(10))}{older_mark}{older}"


if __name__ == "__main__":
    sys.exit(main())
