"""Stripe's refusals: a status and a body `{error: {type, code, message, param}}`."""

from __future__ import annotations

from pydantic import JsonValue


class Declined(Exception):
    """The answer is a refusal."""

    def __init__(
        self, status: int, message: str, kind: str = "invalid_request_error", code: str = "", param: str = ""
    ) -> None:
        super().__init__(message)
        self.status = status
        self.kind = kind
        self.code = code
        told: dict[str, JsonValue] = {"type": kind, "message": message}
        if code:
            told |= {"code": code, "doc_url": f"https://stripe.com/docs/error-codes/{code.replace('_', '-')}"}
        if param:
            told["param"] = param
        self.body: JsonValue = {"error": told}


def invalid(message: str, param: str = "", code: str = "") -> Declined:
    """400, with the parameter it speaks of."""
    return Declined(400, message, code=code, param=param)


def missing(kind: str, found: str, param: str = "id") -> Declined:
    """404 for a record named in a path, 400 for one named in a parameter."""
    return Declined(
        404 if param == "id" else 400,
        f"No such {kind}: '{found}'",
        code="resource_missing",
        param=param,
    )
