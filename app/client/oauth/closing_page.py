"""The pages a browser shows after the redirect. No script, nothing fetched, nothing remembered."""

from __future__ import annotations

from html import escape
from typing import Final, Literal

Language = Literal["en", "fr"]
Outcome = Literal["done", "denied", "wrong"]

HEADERS: Final = (
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Connection", "close"),
)

_WORDS: Final[dict[Language, dict[Outcome, tuple[str, str]]]] = {
    "en": {
        "done": ("Permission received", "You can close this tab and go back to Factotum."),
        "denied": ("No permission given", "Nothing was connected. You can close this tab."),
        "wrong": (
            "This answer was not expected",
            "It does not belong to the sign-in that Factotum waits for. "
            "Go back to Factotum and use its link.",
        ),
    },
    "fr": {
        "done": ("Autorisation reçue", "Vous pouvez fermer cet onglet et revenir à Factotum."),
        "denied": ("Autorisation non accordée", "Rien n’a été connecté. Vous pouvez fermer cet onglet."),
        "wrong": (
            "Cette réponse n’était pas attendue",
            "Elle ne correspond pas à la connexion que Factotum attend. "
            "Revenez à Factotum et utilisez son lien.",
        ),
    },
}


def page(outcome: Outcome, language: Language) -> bytes:
    """The page, whole."""
    title, text = map(escape, _WORDS[language][outcome])
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>'
        f"<body><h1>{title}</h1><p>{text}</p></body></html>"
    ).encode()
