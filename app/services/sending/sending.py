"""The facade of sending. One for each open store; safe from several threads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar
from uuid import uuid4

from pydantic import JsonValue

from app.client.calls import Flow
from app.client.clock import Clock, StopSwitch, SystemClock
from app.client.drive import drive
from app.client.errors import ProviderError, Unauthorised
from app.client.journal import Unwritten
from app.client.oauth.sign_in import OpenBrowser, ShowLink, sign_in
from app.client.pace import Pace
from app.client.provider import Attachment, Connection, Identity, Provider, RemotePage, RemoteRecord
from app.client.secret import Secret
from app.client.transport import Cancel, Transport
from app.client.verdict import Judgement
from app.domain.draft import Draft
from app.domain.figures import Totals
from app.domain.totals import compute
from app.providers import PROVIDERS
from app.services.sending import cards, lists, planning
from app.services.sending.adopting import Adopting
from app.services.sending.book import Book, entry_of
from app.services.sending.decisions import Decision
from app.services.sending.dispatch import LOG, Dispatch
from app.services.sending.doors import Doors
from app.services.sending.drain import drained
from app.services.sending.entries import DrainReport, Entry, EntryDetail, EntryState
from app.services.sending.learning import local_ids
from app.services.sending.offers import ConnectionCard, ProviderCard
from app.services.sending.owning import Owners
from app.services.sending.planned import Plan, PlannedRequest
from app.services.sending.practice import PracticeHome
from app.services.sending.problems import SendingProblem
from app.services.sending.queueing import Queueing, seat_name
from app.services.sending.shared_paces import SharedLedger
from app.services.vault.vault import Vault
from app.store import archive, clock, outbox, remote_records
from app.store.database import Database
from app.store.remote_records import LinkKind

T = TypeVar("T")


class Sending:
    """Connections, plans, the outbox and lists over one store.

    `folder` is this seat's: locks and practice accounts. `vault` is asked for when a secret is
    wanted. `network` makes the transport of one send; None: the real one.
    """

    def __init__(
        self,
        database: Database,
        folder: Path,
        vault: Callable[[], Vault] = Vault.of_system,
        *,
        providers: Iterable[Provider] = PROVIDERS,
        network: Callable[[], Transport] | None = None,
        practice: PracticeHome | None = None,
        clock_: Clock | None = None,
        render: Callable[[Draft, Totals], bytes] | None = None,
        seat: str = "",
    ) -> None:
        self._database = database
        self._clock = clock_ or SystemClock()
        self._vault = vault
        self._providers = {provider.id: provider for provider in providers}
        self._practice = practice or PracticeHome(folder, self._clock)
        self._render = render or _issued_page
        self._pace = Pace(self._clock, SharedLedger(folder / "paces", self._clock))
        self._book = Book(database)
        self._doors = Doors(vault, self._practice, folder, self._clock, network or _network)
        self._of_this_run: dict[str, Connection] = {}
        owners = Owners(database, folder)
        adopting = Adopting(database, self._render, self._clock.now)
        self._queueing = Queueing(
            database, self._book, owners, adopting, self.provider, self._clock, seat or seat_name()
        )
        self._dispatch = Dispatch(
            database, owners, self._doors, self.provider, self._current, adopting, self._clock, self._pace
        )

    @property
    def practice(self) -> PracticeHome:
        """The practice accounts, and the trouble one can order there."""
        return self._practice

    def provider(self, provider_id: str) -> Provider:
        """The provider. Raises SendingProblem."""
        try:
            return self._providers[provider_id]
        except KeyError:
            raise SendingProblem("no_such_provider", {"provider": provider_id}) from None

    def providers(self) -> tuple[ProviderCard, ...]:
        """What a form needs of each, in the order in which they are offered."""
        return tuple(cards.provider_card(p, self._practice.has(p.id)) for p in self._providers.values())

    def connections(self) -> tuple[ConnectionCard, ...]:
        """Every connection and whether it can send. Asks the keyring."""
        known = [c for c in self._book.connections() if c.provider in self._providers]
        return tuple(cards.connection_card(self.provider(c.provider), c, self._doors) for c in known)

    def connection(self, connection_id: str) -> Connection:
        """That connection, saved or of this run. Raises SendingProblem."""
        return self._of_this_run.get(connection_id) or self._book.connection(connection_id)

    def save_connection(
        self, connection: Connection, secrets: Mapping[str, Secret] | None = None
    ) -> Connection:
        """Keep it, with these secrets in place of those before; with its id.

        Raises SendingProblem, VaultProblem (then the connection is kept and its secrets are not).
        """
        self.provider(connection.provider)
        saved = self._book.save(connection, self._now())
        if secrets:
            # They may open another account, where the same id is somebody else's.
            with self._database.writing() as writing:
                remote_records.forget_links(writing, saved.id)
        for name, secret in (secrets or {}).items():
            self._vault().keep(saved.id, name, secret)
        return saved

    def use_for_this_run(self, connection: Connection, secrets: Mapping[str, Secret]) -> Connection:
        """A connection that is not kept, with secrets that are not either.

        Its id is made of where it leads, so that what it sent is found again by another run.
        """
        used = connection if connection.id else connection.model_copy(update={"id": cards.id_of(connection)})
        self._of_this_run[used.id] = used
        self._doors.given[used.id] = dict(secrets)
        return used

    def delete_connection(self, connection_id: str) -> None:
        """Forget it and its secrets, signing out where it signed in. Raises SendingProblem, VaultProblem."""
        connection = self.connection(connection_id)
        self._book.require_idle(connection_id)
        if connection.mode != "practice":
            try:
                self.sign_out(connection_id)
            except ProviderError:
                LOG.info("the provider did not hear that %s signed out", connection_id)
            if connection_id not in self._doors.given:
                self._vault().forget(connection_id)
        self._of_this_run.pop(connection_id, None)
        self._doors.given.pop(connection_id, None)
        self._book.remove(connection_id)
        with self._database.writing() as writing:
            remote_records.forget(writing, connection_id)

    def sign_in(
        self,
        connection_id: str,
        open_browser: OpenBrowser,
        show_link: ShowLink,
        cancel: Cancel,
        language: Literal["en", "fr"] = "en",
    ) -> Identity:
        """Sign in by the browser and keep the tokens; who one is then. Raises ProviderError, VaultProblem."""
        connection = self.connection(connection_id)
        provider = self.provider(connection.provider)
        transport = self._doors.network()
        try:
            endpoint = self._doors.endpoint(provider, connection, transport, cancel)
            tokens = sign_in(endpoint, open_browser=open_browser, show_link=show_link, language=language)
            self._doors.keep_sign_in(connection, tokens)
        finally:
            transport.close()
        return self.test_connection(connection_id, cancel)

    def sign_out(self, connection_id: str) -> bool:
        """Forget its tokens; whether the provider has ended them too. Raises ProviderError, VaultProblem."""
        connection = self.connection(connection_id)
        provider = self.provider(connection.provider)
        transport = self._doors.network()
        try:
            return self._doors.renewal(provider, connection, transport, StopSwitch()).sign_out()
        except Unauthorised:  # it does not sign in by a browser, or never did
            return False
        finally:
            transport.close()

    def test_connection(self, connection_id: str, cancel: Cancel | None = None) -> Identity:
        """Who one is signed in as. Raises ProviderError, VaultProblem. What waited for this may leave."""
        connection = self.connection(connection_id)
        provider = self.provider(connection.provider)
        identity = self._read(provider, connection, provider.identify(connection), cancel or StopSwitch())
        told = f"{identity.name} {identity.detail}".strip()[:500]
        if connection_id not in self._of_this_run:
            self._book.save(connection.model_copy(update={"account": told}), self._now())
        return identity

    def plan(
        self,
        draft: Draft,
        connection: str | Connection,
        options: Mapping[str, JsonValue] | None = None,
        *,
        page: bytes | None = None,
        original: Attachment | None = None,
        today: date | None = None,
    ) -> Plan:
        """What sending it would be; nothing leaves and nothing is kept. Raises SendingProblem.

        The draft's `id` is its document. `page` is the issued page where there is one; else the one
        it would have, if the provider wants one, is drawn. `original` is the supplier's file.
        """
        chosen = connection if isinstance(connection, Connection) else self.connection(connection)
        provider = self.provider(chosen.provider)
        if provider.wants == "page" and page is None:
            page = self._issued_page(draft.id) or self._render(draft, compute(draft))
        with self._database.reading() as reading:
            known = remote_records.known(reading, chosen.id, local_ids(draft))
        submission = planning.submission(
            provider,
            chosen,
            draft,
            key=str(uuid4()),
            today=today or self._clock.now().astimezone().date(),
            options=options or {},
            known=known,
            page=planning.page_of(draft.number, page) if page is not None else None,
            original=original,
        )
        return planning.plan(provider, submission)

    def enqueue(self, document_id: str, connection_id: str, plan: Plan) -> Entry:
        """The person has said so. One entry for a document and connection: asked again, it is the same.

        Raises SendingProblem: blocked, stale, to be issued first, a file missing. The document cannot be
        edited until it is withdrawn.
        """
        return self._queueing.enqueue(document_id, self.connection(connection_id), plan)

    def act(
        self,
        entry_id: str,
        action: str,
        arguments: Mapping[str, JsonValue] | None = None,
        related: str = "",
    ) -> Entry:
        """Queue an action on what that entry made: finalise, e-mail, void … Raises SendingProblem."""
        return self._queueing.act(entry_id, action, arguments or {}, related)

    def begin(
        self, connection_id: str, action: str, arguments: Mapping[str, JsonValue] | None = None
    ) -> Entry:
        """Queue an action that needs no document of ours: an invoice of a quote. Raises SendingProblem.

        Asked again for the same, it is the same entry.
        """
        return self._queueing.begin(self.connection(connection_id), action, arguments or {})

    def drain(
        self,
        cancel: Cancel | None = None,
        told: Callable[[Entry], None] = lambda _entry: None,
        *,
        only: Collection[str] = (),
        is_asked_for: bool = False,
    ) -> DrainReport:
        """Send what may go, the oldest first; safe in two windows at once. Raises StoreProblem.

        `only` these entries. `is_asked_for`: the person wants it now, so that what waits for a time or
        for a connection to be mended is tried too.
        """
        return drained(
            self._database,
            self._dispatch,
            self._clock,
            cancel or StopSwitch(),
            told,
            only=frozenset(only),
            is_asked_for=is_asked_for,
        )

    def entries(
        self, *, document_id: str = "", states: Collection[EntryState] = (), limit: int = 500
    ) -> tuple[Entry, ...]:
        """Entries, the newest first; of one document, in these states."""
        with self._database.reading() as reading:
            rows = outbox.cards(reading, document_id=document_id, states=states, limit=limit)
        return tuple(entry_of(row) for row in rows)

    def counts(self) -> Mapping[str, int]:
        """How many entries there are in each state."""
        with self._database.reading() as reading:
            return outbox.counts(reading)

    def entry(self, entry_id: str) -> EntryDetail:
        """An entry with its steps, plan and verdict. Raises SendingProblem."""
        return self._book.detail(entry_id)

    def draft_of(self, entry_id: str) -> Draft:
        """The document as it was frozen with the entry. Raises SendingProblem."""
        return self._queueing.draft_of(entry_id)

    def requests(self, entry_id: str) -> tuple[PlannedRequest, ...]:
        """The requests of a submission as they were planned; none where its files are needed to tell."""
        return self._queueing.requests(entry_id)

    def verdict(self, entry_id: str) -> Judgement | None:
        """Their answer against the plan; None while there is none."""
        return self._book.detail(entry_id).judgement

    def decide(self, entry_id: str, decision: Decision) -> Entry:
        """What only a person can know of an entry that asks; or GiveUp for one that has not left.

        Raises SendingProblem when it has gone on in the meantime or is being sent.
        """
        return self._queueing.decide(entry_id, decision)

    def refresh_list(
        self,
        connection_id: str,
        list_id: str,
        progress: lists.Progress = lambda _done, _total: None,
        cancel: Cancel | None = None,
    ) -> int:
        """Read the list anew and keep it; how many there are. Raises ProviderError; the old one stays."""
        connection = self.connection(connection_id)
        provider = self.provider(connection.provider)
        stop = cancel or StopSwitch()

        def ask(flow: Flow[RemotePage]) -> RemotePage:
            return self._read(provider, connection, flow, stop)

        records = list(lists.read(provider, connection, list_id, ask, progress, stop))
        return lists.keep(self._database, connection_id, list_id, records, self._now())

    def complete(
        self, connection_id: str, list_id: str, text: str, limit: int = 20
    ) -> tuple[RemoteRecord, ...]:
        """The records of the list that answer what is typed, from what is kept here. No network."""
        return lists.complete(self._database, connection_id, list_id, text, limit)

    def link(self, connection_id: str, kind: LinkKind, local_id: str, remote_id: str) -> None:
        """Say which record there is which contact or item here; an empty `remote_id` takes it back."""
        with self._database.writing() as writing:
            remote_records.link(writing, connection_id, kind, local_id, remote_id)

    def _read(self, provider: Provider, connection: Connection, flow: Flow[T], cancel: Cancel) -> T:
        with self._doors.opened(provider, connection, cancel) as door:
            return drive(
                flow,
                provider=provider,
                connection=door.connection,
                draft=None,
                transport=door.transport,
                authoriser=door.authoriser,
                journal=Unwritten(),
                pace=self._pace,
                clock=self._clock,
                cancel=cancel,
                log=LOG,
            )

    def _current(self, connection: Connection) -> Connection:
        """The connection as it stands now: its way to sign in may have been mended since."""
        try:
            return self.connection(connection.id)
        except SendingProblem:
            return connection

    def _issued_page(self, document_id: str) -> bytes | None:
        with self._database.reading() as reading:
            kept = archive.pdf_of(reading, document_id)
        return kept[0] if kept else None

    def _now(self) -> str:
        return clock.written(self._clock.now())


def _network() -> Transport:
    from app.client.http import HttpTransport

    return HttpTransport()


def _issued_page(draft: Draft, totals: Totals) -> bytes:
    from app.documents import render_pdf

    return render_pdf(draft, totals, stage="issued")
