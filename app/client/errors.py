"""Everything that can go wrong between us and a provider.

ProviderError
├── Unreachable       no request arrived there: no network, no name, no route, bad certificate
├── Interrupted       a request left and no whole answer came; it may or may not have been done
├── Unauthorised      the credentials are missing, wrong, revoked, or lack a scope
├── Refused           read and declined; nothing was made. May name the field
├── Throttled         too many requests, also after waiting as told
├── Unexpected        an answer that cannot be one of this provider's: a portal's page, a wrong type
├── OutcomeUnknown    looked for in every way there is, and still nobody can say
├── Unsafe            we do not send it: a plain http address, a redirect to another host
└── Cancelled         the person changed her mind before it was done

`code` and `params` say it to whoever words it (`app.client.words`, the provider's own words);
`detail` is the provider's own sentence, untrusted, shortened and without secrets.
"""

from __future__ import annotations

from collections.abc import Mapping

LONGEST_DETAIL = 600


class ProviderError(Exception):
    """The root. `path` is the draft field the provider complains of, or an empty string.

    A provider that is told one row a call writes `rows.*.member`; the sender puts the row's id there.
    """

    def __init__(
        self,
        code: str,
        params: Mapping[str, str] | None = None,
        *,
        detail: str = "",
        path: str = "",
        status: int | None = None,
        request_id: str = "",
        step: str = "",
    ) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, str] = dict(params or {})
        self.detail = detail[:LONGEST_DETAIL]
        self.path = path
        self.status = status
        self.request_id = request_id
        self.step = step


class Unreachable(ProviderError):
    """No request arrived. Repeating is safe."""


class Interrupted(ProviderError):
    """A request left and its answer did not come whole. Only `Repeat` says what may follow."""


class Unauthorised(ProviderError):
    """Not signed in, or not for this. Nothing was done."""


class Refused(ProviderError):
    """The provider read the request and declined it. Nothing was done."""


class Throttled(ProviderError):
    """The provider has had enough of us for now. Nothing was done. `retry_after_s` if it said when."""

    retry_after_s: float | None = None


class Unexpected(ProviderError):
    """The answer makes no sense. Whether something was done depends on the call."""


class OutcomeUnknown(ProviderError):
    """It may have been done, and no look-up can tell. The person has to look there herself."""


class Unsafe(ProviderError):
    """Sending would give secrets or amounts away. Nothing left this machine."""


class Cancelled(ProviderError):
    """Stopped on the person's word, between two calls or by cutting a connection."""
