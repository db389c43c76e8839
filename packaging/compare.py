"""Names the files in which two bundles differ: python packaging/compare.py A B; 1 when there are any."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from freezing.inventory import differences, held


def main() -> int:
    """Compare, say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundles", type=Path, nargs=2)
    one, other = parser.parse_args().bundles
    found = differences(held(one), held(other))
    for place in found:
        sys.stdout.write(f"{place}\n")
    sys.stdout.write(f"{len(found)} of {len(held(one))} files differ\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
