"""The example in README.md, as the program prints it.

    python -m bench.readme

writes it anew; a test holds it to what is printed.
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from typer.testing import CliRunner

from bench.corpus import ROOT
from sayso.run.main import app

README = ROOT / "README.md"
OPENS, CLOSES = "<!-- example -->\n", "<!-- end of example -->"
WIDTH = "110"
PARAGRAPH = (
    "Government troops shelled the market of Kadugli on 5 March 2024, killing at least 14 civilians, rebels said.\n"
    "The army denied that its soldiers had fired on the town.\n"
)


def example() -> str:
    """The paragraph, the call and what it prints, as Markdown."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("report.txt").write_text(PARAGRAPH, encoding="utf-8")
        call = ["read", "--format", "table", "report.txt"]
        result = CliRunner().invoke(app, call, env={**os.environ, "COLUMNS": WIDTH}, catch_exceptions=False)
    printed = "\n".join(line.rstrip() for line in result.stdout.rstrip().splitlines())
    return f"```text\n{PARAGRAPH}```\n\n```console\n$ sayso {' '.join(call)}\n{printed}\n```\n"


def split_readme() -> tuple[str, str, str]:
    """What stands before the example, the example, and what stands behind it."""
    head, _, rest = README.read_text(encoding="utf-8").partition(OPENS)
    shown, _, tail = rest.partition(CLOSES)
    return head, shown, tail


def main() -> int:
    head, _, tail = split_readme()
    README.write_text(f"{head}{OPENS}{example()}{CLOSES}{tail}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
