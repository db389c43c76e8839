"""Letter head, customer, notes and small print of an invoice, in the forms they are seen in."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random

from tests.intake.invented.firms import Firm, spaced
from tests.intake.invented.plan import Plan
from tests.intake.invented.sheet import HEIGHT, WIDTH, Sheet
from tests.intake.invented.wordbook import Wordbook

LEFT, RIGHT = 50.0, WIDTH - 50


class Parts:
    """Draws one plan."""

    def __init__(self, sheet: Sheet, plan: Plan, book: Wordbook, rng: Random) -> None:
        self.sheet, self.plan, self.book, self.rng = sheet, plan, book, rng
        self.prints_due = False
        self._foot = rng.choice(("imprint", "imprint", "columns", "short"))

    # Who

    def head(self) -> None:
        """The letter head and the customer's address."""
        form = self.rng.choice(("left", "left", "right", "center", "strip", "logo", "boxes"))
        getattr(self, f"_head_{form}")()

    def _name(self, firm: Firm) -> str:
        return firm.full if self.rng.random() < 0.7 else firm.name

    def _particulars(self) -> list[str]:
        firm = self.plan.seller
        lines = [firm.street, firm.town]
        if self.rng.random() < 0.4:
            lines.append(firm.land)
        if self.rng.random() < 0.6:
            lines.append(self.book.one("phone", phone=firm.phone))
        if self.rng.random() < 0.6:
            lines.append(firm.mail if self.rng.random() < 0.6 else f"www.{firm.domain}")
        if self.rng.random() < 0.4:
            lines += self._vat_line(firm)
        return lines

    def _vat_line(self, firm: Firm) -> list[str]:
        if not firm.vat:
            return []
        number = firm.vat
        if firm.country in ("ES", "IT", "PT"):
            number = number[2:] if self.rng.random() < 0.7 else number
        elif self.rng.random() < 0.3:
            number = f"{number[:2]} {spaced(number[2:], 3) if firm.country != 'FR' else number[2:]}"
        return [f"{self.book.one('vat_id')}{self.rng.choice((': ', ' : ', ' '))}{number}"]

    def _head_left(self) -> None:
        y = self._lettering(LEFT)
        self.sheet.lines(LEFT, y, self._particulars(), size=9)
        self._buyer(340, 130 + self.rng.randint(0, 20))

    def _head_right(self) -> None:
        y = self._lettering(350)
        self.sheet.lines(350, y, self._particulars(), size=9)
        self._buyer(LEFT, 110 + self.rng.randint(0, 30))

    def _head_center(self) -> None:
        sheet, name = self.sheet, self._name(self.plan.seller)
        size = self.rng.choice((14, 18, 22))
        sheet.text((WIDTH - sheet.width_of(name, size=size, bold=True)) / 2, 30, name, size=size, bold=True)
        line = " - ".join(self._particulars()[:4])
        sheet.text((WIDTH - sheet.width_of(line, size=8)) / 2, 58, line, size=8)
        self._buyer(self.rng.choice((LEFT, 330)), 120)

    def _head_strip(self) -> None:
        """A German letter: the sender in one small line over the window of the envelope."""
        firm = self.plan.seller
        self._lettering(self.rng.choice((LEFT, 330)))
        mark = self.rng.choice((" · ", " - ", ", ", " | "))
        self.sheet.text(LEFT, 120, mark.join((firm.full, firm.street, firm.town)), size=7)
        self._buyer(LEFT, 134, head=False)
        self.sheet.lines(400, 120, self._particulars()[2:], size=8)

    def _head_logo(self) -> None:
        """No name in letters but in the small print."""
        self._foot = self.rng.choice(("imprint", "columns"))
        self.sheet.mark(self.rng.choice((LEFT, 450)), 30)
        if self.rng.random() < 0.4:
            self.sheet.text(LEFT, 76, self.book.one("slogan"), size=8)
        self._buyer(340 if self.rng.random() < 0.7 else LEFT, 130)

    def _head_boxes(self) -> None:
        """Seller and customer side by side, each with a head."""
        sheet, firm = self.sheet, self.plan.seller
        columns = [LEFT, 320.0]
        if self.rng.random() < 0.15:
            columns.reverse()
        sheet.text(columns[0], 90, self.book.one("seller"), bold=True)
        sheet.lines(columns[0], 104, [self._name(firm), *self._particulars()], size=9)
        self._buyer(columns[1], 90, head=True)
        if self.rng.random() < 0.5:
            for x in columns:
                sheet.frame(x - 5, 85, x + 230, 200)

    def _lettering(self, x: float) -> float:
        size = self.rng.choice((11, 13, 16, 20))
        name = self._name(self.plan.seller)
        size = min(size, size * (RIGHT - x) / self.sheet.width_of(name, bold=True, size=size))
        self.sheet.text(x, 34, name, size=size, bold=self.rng.random() < 0.6)
        y = 38 + size * 1.2
        if self.rng.random() < 0.2:
            self.sheet.text(x, y, self.book.one("slogan"), size=8)
            y += 12
        return y

    def _buyer(self, x: float, y: float, *, head: bool | None = None) -> None:
        firm = self.plan.buyer
        lines = [firm.full if self.rng.random() < 0.7 else firm.name]
        if self.rng.random() < 0.2:
            lines.append(f"{self.rng.choice(('M. Paul Nemo', 'Anna Beispiel', 'J. Doe', 'Comptabilité'))}")
        lines += [firm.street, firm.town]
        if self.rng.random() < 0.3:
            lines.append(firm.land)
        if self.rng.random() < 0.2:
            lines += self._vat_line(firm)
        if head is None:
            head = self.rng.random() < 0.7
        if head:
            self.sheet.text(x, y, self.book.one("bill_to"), bold=self.rng.random() < 0.5)
            y += self.sheet.size * 1.4
        self.sheet.lines(x, y, lines)
        if self.rng.random() < 0.12 and x > 200:
            self.sheet.text(LEFT, 160, self.book.one("ship_to"))
            self.sheet.lines(LEFT, 174, lines[:1] + lines[-2:])
        self.sheet.y = 225.0

    # What follows the table

    def notes(self) -> None:
        """When to pay, to which account, and why there may be no tax."""
        plan, rng, sheet = self.plan, self.rng, self.sheet
        lines = []
        if plan.tax != "taxed":
            lines.append(self.book.one("exempt" if plan.tax == "exempt" else "reverse"))
        if plan.due is None and rng.random() < 0.6:
            lines.append(self.book.one("terms"))
        if plan.due is not None and not self.prints_due:
            self.prints_due = True
            lines.append(self.book.one("due_sentence", due=plan.style.day(plan.due, self.book)))
        if plan.due is not None and rng.random() < 0.12:
            soon = plan.style.day(plan.day + timedelta(days=7), self.book)
            amount = plan.style.money((plan.figures.gross / 50).quantize(Decimal("0.01")))
            lines.append(self.book.one("skonto", date=soon, amount=amount))
        if rng.random() < 0.5:
            lines.append(self.book.one("thanks"))
        if rng.random() < 0.5 and plan.seller.iban:
            lines.append(f"{self.book.one('bank')} IBAN {spaced(plan.seller.iban, 4)}")
            if rng.random() < 0.4:
                lines.append(self.book.one("holder", name=plan.seller.full))
        sheet.y = sheet.lines(LEFT, sheet.y + 24, lines, size=9)

    def foot(self) -> None:
        """The small print at the end of each page."""
        plan, sheet, firm = self.plan, self.sheet, self.plan.seller
        number = f"{123456 + len(firm.name) * 7919}"
        register = self.book.one(
            "register",
            city=firm.city,
            siren=spaced(firm.siren, 3),
            number=number,
            siret=f"{spaced(firm.siren, 3)} 00014",
        )
        if "{siren}" in "".join(self.book.all("register")) and not firm.siren:
            register = ""
        capital = self.book.one("capital", form=firm.form, capital=plan.style.number(Decimal(20_000), 2))
        vat = self._vat_line(firm)
        if self._foot == "imprint":
            mark = self.rng.choice((" - ", " · ", " | ", ", "))
            lines = [
                mark.join((firm.full, firm.street, firm.town, firm.land)),
                mark.join(part for part in (capital, register, *vat) if part),
                mark.join((self.book.one("phone", phone=firm.phone), firm.mail)),
            ]
            for place, line in enumerate(lines):
                x = (WIDTH - sheet.width_of(line, size=7)) / 2
                sheet.text(max(x, 20), HEIGHT - 60 + 10 * place, line, size=7)
        elif self._foot == "columns":
            blocks = (
                [firm.full, firm.street, firm.town],
                [self.book.one("phone", phone=firm.phone), firm.mail, f"www.{firm.domain}"],
                [self.book.one("bank"), f"IBAN {spaced(firm.iban, 4)}" if firm.iban else "", *vat],
                [register, capital],
            )
            for place, block in enumerate(blocks):
                some = [line for line in block if line]
                widest = max((sheet.width_of(line, size=6.5) for line in some), default=1.0)
                sheet.lines(30 + 138 * place, HEIGHT - 64, some, size=min(6.5, 6.5 * 130 / widest))
        elif vat and self.rng.random() < 0.7:
            sheet.text(LEFT, HEIGHT - 50, " - ".join((firm.full, *vat)), size=7)
        if plan.pages > 1 or self.rng.random() < 0.2:
            sheet.text(
                RIGHT, HEIGHT - 24, self.book.one("page", n=sheet.page, m=plan.pages), size=7, right=True
            )
