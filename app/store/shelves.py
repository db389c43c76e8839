"""The address book, the catalogue and the profile as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, Table, and_, delete, insert, or_, select, update

from app.domain.draft import SCHEMA_VERSION
from app.domain.parties import Party
from app.store.book import CatalogueItem, Contact, Profile
from app.store.clock import read
from app.store.schema import CONTACTS, ITEMS, META
from app.store.words import compact, words_of

_Entry = TypeVar("_Entry", Contact, CatalogueItem)


def contacts(connection: Connection, query: str, limit: int) -> list[Contact]:
    """The contacts whose name, numbers or city answer the query, those used last first."""
    return _answers(connection, CONTACTS, Contact, query, limit)


def items(connection: Connection, query: str, limit: int) -> list[CatalogueItem]:
    """The items whose code or texts answer the query, those used last first."""
    return _answers(connection, ITEMS, CatalogueItem, query, limit)


def bodies(connection: Connection, table: Table) -> list[str]:
    """Every contact or item as JSON, as it was written."""
    return list(connection.execute(select(table.c.body).order_by(table.c.id)).scalars())


def contact(connection: Connection, contact_id: str) -> Contact | None:
    """The contact of that id."""
    body = connection.execute(select(CONTACTS.c.body).where(CONTACTS.c.id == contact_id)).scalar()
    return None if body is None else Contact.model_validate_json(body)


def contact_like(connection: Connection, party: Party) -> Contact | None:
    """The contact of just that name, unless it lives at another address; the one used last."""
    wanted, lives_at = words_of(party.name), party.address()
    for each in contacts(connection, party.name, 50) if wanted else ():
        known_at = each.party.address()
        if words_of(each.party.name) == wanted and (None in (known_at, lives_at) or known_at == lives_at):
            return each
    return None


def save_contact(connection: Connection, contact: Contact, now: str) -> Contact:
    """Keep the contact; one without an id gets one."""
    kept = dated(contact, now)
    _save(connection, CONTACTS, row_of(kept, now))
    return kept


def save_item(connection: Connection, item: CatalogueItem, now: str) -> CatalogueItem:
    """Keep the item; one without an id gets one."""
    kept = dated(item, now)
    _save(connection, ITEMS, row_of(kept, now))
    return kept


def dated(entry: _Entry, now: str) -> _Entry:
    """The record as it is kept: with an id, and the moment of its change."""
    entry_id = entry.id or uuid4().hex
    changes: dict[str, Any] = {"id": entry_id, "updated_at": read(now)}
    if isinstance(entry, Contact):
        changes["party"] = entry.party.model_copy(update={"contact_id": entry_id})
    return entry.model_copy(update=changes)


def row_of(entry: Contact | CatalogueItem, now: str) -> dict[str, Any]:
    """The row of a record that `dated` gave."""
    if isinstance(entry, Contact):
        words = _words(_contact_texts(entry.party), _contact_codes(entry.party))
    else:
        texts = [entry.label, entry.description]
        for text in entry.texts.values():
            texts += [text.label, text.description]
        words = _words(texts, [entry.code])
    return {
        "id": entry.id,
        "schema_version": SCHEMA_VERSION,
        "body": entry.model_dump_json(),
        "words": words,
        "used_at": now,
        "updated_at": now,
    }


def delete_contact(connection: Connection, contact_id: str) -> None:
    """Remove the contact; documents keep their own copy of the party."""
    connection.execute(delete(CONTACTS).where(CONTACTS.c.id == contact_id))


def delete_item(connection: Connection, item_id: str) -> None:
    """Remove the item; lines keep their own copy of its texts and price."""
    connection.execute(delete(ITEMS).where(ITEMS.c.id == item_id))


def touch(
    connection: Connection, contact_ids: Iterable[str | None], item_ids: Iterable[str | None], now: str
) -> None:
    """Say that these were used now."""
    for table, ids in ((CONTACTS, contact_ids), (ITEMS, item_ids)):
        used = sorted({entry_id for entry_id in ids if entry_id})
        if used:
            connection.execute(update(table).where(table.c.id.in_(used)).values(used_at=now))


def profile(connection: Connection) -> Profile:
    """Who we are; an empty profile when nothing was saved yet."""
    body = connection.execute(select(META.c.value).where(META.c.name == "profile")).scalar()
    return Profile() if body is None else Profile.model_validate_json(body)


def has_profile(connection: Connection) -> bool:
    """Whether a profile was saved."""
    return connection.execute(select(META.c.name).where(META.c.name == "profile")).first() is not None


def save_profile(connection: Connection, profile: Profile) -> None:
    """Keep the profile."""
    body = profile.model_dump_json()
    if not connection.execute(update(META).where(META.c.name == "profile").values(value=body)).rowcount:
        connection.execute(insert(META).values(name="profile", value=body))


def _answers(
    connection: Connection, table: Table, kind: type[_Entry], query: str, limit: int
) -> list[_Entry]:
    found = select(table.c.body).order_by(table.c.used_at.desc(), table.c.id).limit(limit)
    parts = words_of(query)[:16]
    if parts:
        # Letters and digits only, so nothing here is a wildcard of LIKE.
        each = [table.c.words.like(f"% {part}%") for part in parts]
        together = table.c.words.like(f"% {compact(query)}%")
        found = found.where(or_(and_(*each), together))
    return [kind.model_validate_json(body) for body in connection.execute(found).scalars()]


def _save(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    changes = {name: value for name, value in row.items() if name != "id"}
    if not connection.execute(update(table).where(table.c.id == row["id"]).values(**changes)).rowcount:
        connection.execute(insert(table).values(**row))


def _words(texts: Iterable[str], codes: Iterable[str]) -> str:
    found: dict[str, None] = {}
    for text in texts:
        found.update(dict.fromkeys(words_of(text)))
    for code in codes:
        found.update(dict.fromkeys([*words_of(code), compact(code)]))
    return "".join(f" {word}" for word in found if word)


def _contact_texts(party: Party) -> list[str]:
    texts = [party.name, party.contact_name]
    for address in party.addresses:
        texts += [address.name, address.city]
    return texts


def _contact_codes(party: Party) -> list[str]:
    codes = [tax_id.value for tax_id in party.tax_ids]
    codes += [party.email, party.phone, party.registration]
    if party.electronic_address is not None:
        codes.append(party.electronic_address.value)
    return codes
