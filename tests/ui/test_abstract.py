"""A widget that leaves a part to others is not made before that part is there."""

from __future__ import annotations

from abc import abstractmethod

import pytest
from pytestqt.qtbot import QtBot

from app.ui.abstract import AbstractWidget
from app.ui.forms.choices import ChoiceField, SwitchField
from app.ui.forms.colour_field import ColourField
from app.ui.forms.field import Field
from app.ui.forms.logo_field import LogoField
from app.ui.forms.picker import Picker
from app.ui.forms.typed_field import LineField, TextField
from app.ui.pages.catalogue import CataloguePage
from app.ui.pages.customers import CustomersPage
from app.ui.pages.records import RecordsPage


class Panel(AbstractWidget):
    @abstractmethod
    def title(self) -> str:
        """What it is called."""


class Named(Panel):
    def title(self) -> str:
        return "named"


def test_what_is_not_filled_in_is_named_and_nothing_is_made(qtbot: QtBot) -> None:
    with pytest.raises(TypeError, match="Panel does not say: title"):
        Panel()
    named = Named()
    qtbot.addWidget(named)
    assert named.title() == "named"


@pytest.mark.parametrize(
    "kind",
    [
        ChoiceField,
        SwitchField,
        ColourField,
        LogoField,
        Picker,
        LineField,
        TextField,
        CataloguePage,
        CustomersPage,
    ],
)
def test_every_field_and_page_of_the_window_is_whole(kind: type[AbstractWidget]) -> None:
    assert issubclass(kind, Field | RecordsPage)
    assert kind.unfilled == ()
