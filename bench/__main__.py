"""`python -m bench`: how fast, then how right."""

from __future__ import annotations

import sys

from bench import accuracy, speed


def main() -> int:
    return speed.main() or accuracy.main()


if __name__ == "__main__":
    sys.exit(main())
