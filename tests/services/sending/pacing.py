"""A program that asks a provider as often as its pace lets it: `python -m … URL FOLDER TIMES`.

It says when it is ready, and begins when it is told to.
"""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path

from app.client.calls import FREE, Call, Flow
from app.client.clock import StopSwitch, SystemClock
from app.client.drive import drive
from app.client.http import HttpTransport
from app.client.pace import Pace
from app.client.provider import Connection, Limit
from app.services.sending.shared_paces import SharedLedger
from tests.fakes.notebook import Keys, Pages, notebook

LIMIT = Limit(5, 0.5)


def reads(times: int) -> Flow[None]:
    for number in range(times):
        yield Call(f"read.{number}", "GET", "/notes", repeat=FREE)


def main(url: str, folder: str, times: str) -> None:
    os.environ["no_proxy"] = "127.0.0.1"
    clock, transport = SystemClock(), HttpTransport()
    pace = Pace(clock, SharedLedger(Path(folder), clock))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    drive(
        reads(int(times)),
        provider=notebook([LIMIT]),
        connection=Connection(id="c1", provider="notebook", base_url=url),
        draft=None,
        transport=transport,
        authoriser=Keys(),
        journal=Pages(),
        pace=pace,
        clock=clock,
        cancel=StopSwitch(),
        log=logging.getLogger("tests"),
    )
    transport.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
