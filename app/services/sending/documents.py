"""The document of the store that a file stands for, so that sending the file again is sending it again."""

from __future__ import annotations

import hashlib

from app.domain.codec import draft_to_json
from app.domain.draft import Draft
from app.services.drafts import Drafts
from app.services.opened import OpenedDocument
from app.store import meta
from app.store.database import Database


def document_of_file(drafts: Drafts, database: Database, draft: Draft) -> OpenedDocument:
    """The document made of a file with just this content; made now if there is none. Raises StoreProblem."""
    name = f"file:{hashlib.sha256(draft_to_json(draft.edited(id='')).encode()).hexdigest()}"
    with database.reading() as connection:
        known = meta.value(connection, name)
    if known is None:
        made = drafts.create(draft.edited(id=""))
        with database.writing() as connection:
            known = meta.put_once(connection, name, made.id)
        if known != made.id:  # another process was quicker with the same file
            drafts.set_deleted(made.id, True)
    return drafts.open(known)
