"""`python -m tests.bench [--quick] [--only GROUP ...]` prints one table; it asserts nothing."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import time

from tests.bench.rows import Row, print_head, print_row, say

GROUPS = {
    "keystroke": "From key press to paper (real preview, real store, offscreen)",
    "window": "The same in the whole window",
    "stages": "Where a key press goes, stage by stage, on one thread",
    "whole_pdf": "The whole PDF",
    "model": "Totals and opening",
    "memory": "Memory",
    "startup": "First paint (child processes, warm)",
    "shelves": "Search and journal",
    "sending": "Sending (practice, own work only)",
    "intake": "Suppliers' invoices: read, learned from, and how fast",
    "reader": "Suppliers' files: the processes that open them",
    "clerk": "Suppliers' files on the real window: the first result, and stops",
    "bundle": "The bundle beside the source",
    "client": "Sending: the driver's own cost, and its pace",
    "paces": "Sending: each provider's published pace, and a list by pages",
}


def main() -> int:
    """Run the groups named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer repeats, a smaller archive")
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--only", nargs="+", default=[], metavar="GROUP", help="the same")
    asked = parser.parse_args()
    groups = [*asked.groups, *asked.only]
    unknown = set(groups) - set(GROUPS)
    if unknown:
        parser.error(f"no group {', '.join(sorted(unknown))}; there are {', '.join(GROUPS)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg()) if hasattr(os, "getloadavg") else "unknown"
    say(f"Python {platform.python_version()}, {os.cpu_count()} processors, load {load}")
    began = time.perf_counter()
    for group in groups or GROUPS:
        print_head(GROUPS[group])
        try:
            for row in importlib.import_module(f"tests.bench.{group}").measure(asked.quick):
                print_row(row)
        except ImportError as missing:
            print_row(Row(f"(part missing: {missing})", None))
    say(f"\n{time.perf_counter() - began:.0f} s in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
