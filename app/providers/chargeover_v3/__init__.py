"""ChargeOver, `POST /api/v3/invoice`."""

from __future__ import annotations

from typing import Final

from app.client.provider import Dialect, Provider
from app.client.schemes import AuthScheme, SecretField
from app.providers.chargeover_v3.actions import ACTIONS
from app.providers.chargeover_v3.choices import PROVIDER_ID
from app.providers.chargeover_v3.coverage import IGNORES, SENDS
from app.providers.chargeover_v3.errors import error_of
from app.providers.chargeover_v3.flow import submit
from app.providers.chargeover_v3.foresee import foresee
from app.providers.chargeover_v3.lists import LISTS, identify
from app.providers.chargeover_v3.options import OPTIONS
from app.providers.chargeover_v3.words import WORDS

PROVIDER: Final = Provider(
    id=PROVIDER_ID,
    title="ChargeOver",
    dialects=(Dialect("v3", "https://{site}.chargeover.com/api/v3"),),
    schemes=(
        AuthScheme("basic", "basic", (SecretField("user", is_secret=False), SecretField("password"))),
        AuthScheme(
            "signed", "signed", (SecretField("public_key", is_secret=False), SecretField("private_key"))
        ),
    ),
    limits=(),
    numbers="either",
    wants="nothing",
    takes="issued",
    options=OPTIONS,
    sends=SENDS,
    ignores=IGNORES,
    foresee=foresee,
    submit=submit,
    identify=identify,
    lists=LISTS,
    actions=ACTIONS,
    error_of=error_of,
    words=WORDS,
)
