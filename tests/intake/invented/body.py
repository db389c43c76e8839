"""The middle of an invoice's page: its title and particulars, the table of lines, and the sums."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random

from tests.intake.invented.figures import Line
from tests.intake.invented.plan import Plan
from tests.intake.invented.sheet import HEIGHT, WIDTH, Sheet
from tests.intake.invented.wordbook import Wordbook

LEFT, RIGHT = 50.0, WIDTH - 50
Pair = tuple[str, str]


class Body:
    """Draws one plan. `dated_due` says whether the day it is due stands among the particulars."""

    def __init__(self, sheet: Sheet, plan: Plan, book: Wordbook, rng: Random) -> None:
        self.sheet, self.plan, self.book, self.rng = sheet, plan, book, rng
        self.dated_due = plan.due is not None and rng.random() < 0.75
        self._mark = ""
        self._title_x = LEFT

    # Which invoice

    def particulars(self) -> None:
        """The title, and number, dates and references in one of their forms."""
        plan, book, rng = self.plan, self.book, self.rng
        title = book.one("credit_title" if plan.is_credit else "title")
        number_word = book.one("credit_number" if plan.is_credit else "number")
        day = plan.style.day(plan.day, book)
        own: list[Pair] = [(number_word, plan.number), (book.one("date"), day)]
        y = self.sheet.y
        size = rng.choice((12, 14, 18, 22))
        draw = rng.random()
        if draw < 0.2:
            # The title has the number: Facture n° 12.
            sign = (
                number_word if title.split()[0].lower() in number_word.lower() else f"{title} {number_word}"
            )
            self.sheet.text(LEFT, y, f"{sign} {plan.number}", size=size, bold=True)
            own = own[1:]
        else:
            self._title_x = rng.choice((LEFT, LEFT, 340))
            self.sheet.text(self._title_x, y, title, size=size, bold=rng.random() < 0.7)
        self.sheet.y = y + size * 1.2 + 10
        if plan.due is not None and self.dated_due:
            own.append((book.one("due"), plan.style.day(plan.due, book)))
        others = self._others()
        pairs = own + others
        if rng.random() < 0.5:
            rng.shuffle(pairs)
        form = rng.choice(("inline", "inline", "columns", "columns", "table", "boxes", "right"))
        getattr(self, f"_pairs_{form}")(pairs)

    def _others(self) -> list[Pair]:
        plan, book, rng = self.plan, self.book, self.rng
        before = plan.style.day(plan.day - timedelta(days=rng.randint(3, 20)), book)
        offered: list[Pair] = [
            (book.one("delivery_date"), plan.style.day(plan.day - timedelta(days=rng.randint(0, 2)), book)),
            (book.one("order"), f"{rng.randint(10_000, 99_999)}"),
            (book.one("order_date"), before),
            (book.one("customer"), f"{rng.choice(('C', 'K', ''))}{rng.randint(1000, 99_999)}"),
            (book.one("other_ref"), f"{rng.choice(('D', 'P-', ''))}{plan.day.year}-{rng.randint(1, 999)}"),
            (book.one("contact"), "R. Lorenz"),
        ]
        return rng.sample(offered, rng.choice((0, 1, 1, 2, 3, 4)))

    def _colon(self, word: str) -> str:
        return word if word.endswith(":") else word + self._mark

    def _pairs_inline(self, pairs: list[Pair]) -> None:
        self._mark = self.rng.choice((" : ", ": ", " "))
        lines = [
            f"{self._colon(word)}{'' if self._mark.endswith(' ') else ' '}{value}" for word, value in pairs
        ]
        self.sheet.y = self.sheet.lines(LEFT, self.sheet.y, lines) + 12

    def _pairs_columns(self, pairs: list[Pair], x: float = LEFT) -> None:
        self._mark = self.rng.choice(("", ":", " :"))
        wide = max(self.sheet.width_of(word) for word, _ in pairs)
        for word, value in pairs:
            self.sheet.text(x, self.sheet.y, self._colon(word))
            self.sheet.text(x + wide + 24, self.sheet.y, value)
            self.sheet.y += self.sheet.size * 1.35
        self.sheet.y += 12

    def _pairs_right(self, pairs: list[Pair]) -> None:
        if self._title_x == LEFT:
            self.sheet.y = min(self.sheet.y, 240)
        self._pairs_columns(pairs, 320)

    def _pairs_table(self, pairs: list[Pair]) -> None:
        """Words in a row, values below."""
        self._under(pairs[:5])
        self._under(pairs[5:])

    def _pairs_boxes(self, pairs: list[Pair]) -> None:
        for start in range(0, len(pairs), 3):
            self._under(pairs[start : start + 3], framed=True)

    def _under(self, pairs: list[Pair], *, framed: bool = False) -> None:
        if not pairs:
            return
        sheet, step = self.sheet, (RIGHT - LEFT) / max(len(pairs), 3)
        small = min(8.0, sheet.size)
        for place, (word, value) in enumerate(pairs):
            x = LEFT + place * step
            sheet.text(x + 3, sheet.y, word, size=small)
            sheet.text(x + 3, sheet.y + small * 1.6, value, size=min(sheet.size, 9))
            if framed:
                sheet.frame(x, sheet.y - 3, x + step - 2, sheet.y + small * 1.6 + 14)
        sheet.y += small * 1.6 + 28

    # What for

    def table(self) -> None:
        """The lines, on as many pages as they need."""
        rng, book = self.rng, self.book
        kinds = ["text", "quantity", "price", "amount"]
        if rng.random() < 0.4:
            kinds.insert(3, "rate")
        if rng.random() < 0.15:
            kinds = ["text", "amount"]
        if rng.random() < 0.12:
            kinds = ["quantity", *[kind for kind in kinds if kind != "quantity"]]
        edges = self._edges(kinds)
        heads = {kind: book.one(f"col_{kind}") for kind in kinds}
        if self.plan.style.place == "words":
            heads["amount"] += f" {rng.choice(('({})', '{}')).format(self.plan.style.currency)}"
        ruled = rng.choice(("none", "head", "rows"))
        self._heads(kinds, edges, heads, ruled)
        per_page = 26 if self.plan.pages > 1 else 40
        done, total = 0, Decimal(0)
        for line in self.plan.figures.lines:
            if done == per_page or self.sheet.y > HEIGHT - 120:
                self._carry(total)
                self._heads(kinds, edges, heads, ruled)
                done = 0
            self._row(line, kinds, edges)
            total += line.amount
            done += 1
            if ruled == "rows":
                self.sheet.rule(LEFT, RIGHT, self.sheet.y - 2)
        self.sheet.y += 10
        if self.sheet.y > HEIGHT - 260:
            self._carry(total)

    def _carry(self, total: Decimal) -> None:
        amount = self.plan.style.money(self.plan.signed(total), bare=True)
        word = self.book.one("carry")
        self.sheet.text(LEFT, self.sheet.y + 6, word)
        self.sheet.text(RIGHT, self.sheet.y + 6, amount, right=True)
        self.sheet.turn()
        if self.rng.random() < 0.6:
            self.sheet.text(LEFT, self.sheet.y, word)
            self.sheet.text(RIGHT, self.sheet.y, amount, right=True)
            self.sheet.y += 18

    def _edges(self, kinds: list[str]) -> dict[str, float]:
        """Right edges of the columns of figures, left edges of words."""
        edges, x = {"amount": RIGHT}, RIGHT - 95
        for kind in reversed([kind for kind in kinds if kind not in ("text", "amount")]):
            edges[kind] = x
            x -= 70
        edges["text"] = LEFT
        if kinds[0] == "quantity":
            edges["quantity"], edges["text"] = LEFT + 30, LEFT + 50
        return edges

    def _heads(self, kinds: list[str], edges: dict[str, float], heads: dict[str, str], ruled: str) -> None:
        for kind in kinds:
            self.sheet.text(edges[kind], self.sheet.y, heads[kind], size=8, bold=True, right=kind != "text")
        self.sheet.y += 14
        if ruled != "none":
            self.sheet.rule(LEFT, RIGHT, self.sheet.y - 2)

    def _row(self, line: Line, kinds: list[str], edges: dict[str, float]) -> None:
        write = self.plan.style
        decimals = 0 if line.quantity == line.quantity.to_integral_value() else 2
        bare = self.rng.random() < 0.5 or write.place == "words"
        values = {
            "text": line.text,
            "quantity": write.number(line.quantity, decimals),
            "price": write.money(line.price, bare=bare),
            "rate": write.percent(line.rate),
            "amount": write.money(self.plan.signed(line.amount), bare=bare),
        }
        for kind in kinds:
            self.sheet.text(edges[kind], self.sheet.y, values[kind], size=9, right=kind != "text")
        self.sheet.y += 13

    # How much

    def sums(self) -> None:
        """The totals in one of their forms, with a table of rates where there are several or one is liked."""
        rng, figures = self.rng, self.plan.figures
        has_table = self.plan.tax == "taxed" and (len(figures.by_rate) > 1 or rng.random() < 0.25)
        top = self.sheet.y
        below = top
        if has_table and rng.random() < 0.75:
            below = self._rates(top)
        pairs = self._pairs(with_rates=not (below > top and rng.random() < 0.5))
        form = rng.choice(("right", "right", "right", "left", "wide", "inline", "row"))
        if form in ("left", "wide", "row"):
            self.sheet.y = below + (12 if below > top else 0)
        getattr(self, f"_sums_{form}")(pairs)
        self.sheet.y = max(self.sheet.y, below)

    def _pairs(self, *, with_rates: bool) -> list[tuple[str, Decimal]]:
        plan, book, figures = self.plan, self.book, self.plan.figures
        pairs: list[tuple[str, Decimal]] = []
        if figures.discount or figures.shipping:
            pairs.append((book.one("subtotal"), figures.subtotal))
        if figures.discount:
            pairs.append((book.one("discount"), -figures.discount))
        if figures.shipping:
            pairs.append((book.one("shipping"), figures.shipping))
        if plan.tax == "taxed" or self.rng.random() < 0.5:
            pairs.append((book.one("net"), figures.net))
        if plan.tax == "taxed":
            if with_rates:
                pairs += [
                    (book.one("tax", rate=plan.style.percent(rate)), tax)
                    for rate, (_, tax) in figures.by_rate.items()
                ]
            if not with_rates or (len(figures.by_rate) > 1 and self.rng.random() < 0.5):
                pairs.append((book.one("tax_total"), figures.tax))
        elif self.rng.random() < 0.4:
            pairs.append((book.one("tax", rate=plan.style.percent(Decimal(0))), Decimal(0)))
        gross = book.one("gross")
        if plan.style.place == "words" and self.rng.random() < 0.8 and plan.style.currency not in gross:
            gross += f" {plan.style.currency}"
        pairs.append((gross, figures.gross))
        if figures.prepaid:
            pairs.append((book.one("prepaid"), -figures.prepaid))
            pairs.append((book.one("payable"), figures.gross - figures.prepaid))
        return [(word, plan.signed(value)) for word, value in pairs]

    def _sums_right(self, pairs: list[tuple[str, Decimal]], x: float = 330, edge: float = RIGHT) -> None:
        mark = self.rng.choice(("", "", " :"))
        loud = self.rng.random() < 0.4
        widest = max(
            self.sheet.width_of(word + mark, bold=True, size=self.sheet.size + 3) for word, _ in pairs
        )
        x = max(LEFT, min(x, edge - widest - 110))
        for word, value in pairs:
            is_gross = value == self.plan.signed(self.plan.figures.gross)
            size = self.sheet.size + 3 if loud and is_gross else self.sheet.size
            self.sheet.text(x, self.sheet.y, word + mark, bold=is_gross, size=size)
            self.sheet.text(
                edge, self.sheet.y, self.plan.style.money(value), bold=is_gross, right=True, size=size
            )
            self.sheet.y += size * 1.45

    def _sums_left(self, pairs: list[tuple[str, Decimal]]) -> None:
        self._sums_right(pairs, LEFT, 290)

    def _sums_wide(self, pairs: list[tuple[str, Decimal]]) -> None:
        self._sums_right(pairs, LEFT, RIGHT)

    def _sums_inline(self, pairs: list[tuple[str, Decimal]]) -> None:
        mark = self.rng.choice((": ", " : ", " "))
        lines = [f"{word}{mark}{self.plan.style.money(value)}" for word, value in pairs]
        self.sheet.y = self.sheet.lines(RIGHT, self.sheet.y, lines, right=True)

    def _sums_row(self, pairs: list[tuple[str, Decimal]]) -> None:
        """Words in a row, amounts below; the last ones in a second row if there are many."""
        for some in (pairs[:4], pairs[4:]):
            step = (RIGHT - LEFT) / max(len(some), 1)
            for place, (word, value) in enumerate(some):
                x = LEFT + (place + 1) * step - 10
                self.sheet.text(x, self.sheet.y, word, size=8, right=True)
                self.sheet.text(x, self.sheet.y + 13, self.plan.style.money(value), right=True)
            self.sheet.y += 34 if some else 0

    def _rates(self, top: float) -> float:
        """The table of rates, at the left."""
        book, write, sheet = self.book, self.plan.style, self.sheet
        edges = (LEFT + 40, LEFT + 130, LEFT + 215)
        words = [book.one(f"vat_{kind}") for kind in ("rate", "base", "tax")]
        for edge, word in zip(edges, words, strict=True):
            sheet.text(edge, top, word, size=8, right=True)
        y = top + 13
        for rate, (base, tax) in self.plan.figures.by_rate.items():
            values = write.percent(rate), *(write.money(self.plan.signed(v), bare=True) for v in (base, tax))
            for edge, value in zip(edges, values, strict=True):
                sheet.text(edge, y, value, size=9, right=True)
            y += 13
        return y + 4
