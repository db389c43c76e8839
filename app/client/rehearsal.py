"""A flow run against its own samples, without a network: the exact requests a plan shows."""

from __future__ import annotations

from app.client.calls import Call, Flow, Receipt, Reply

MOST_CALLS = 2_000


def rehearse(flow: Flow[Receipt]) -> tuple[tuple[Call, ...], Receipt]:
    """Every call of the flow in order, each answered with its sample, and the receipt it would give.

    Raises RuntimeError if the flow does not end: it asks on whatever it is answered.
    """
    calls: list[Call] = []
    reply: Reply | None = None
    while len(calls) < MOST_CALLS:
        try:
            call = next(flow) if reply is None else flow.send(reply)
        except StopIteration as done:
            return tuple(calls), done.value
        calls.append(call)
        reply = Reply(200, body=call.sample)
    flow.close()
    raise RuntimeError(f"the flow did not end after {MOST_CALLS} calls")
