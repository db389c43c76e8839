"""Widgets that leave a part to be filled in by others, and cannot be made before it is."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget


class AbstractWidget(QWidget):
    """A widget with methods marked by `abc.abstractmethod`.

    Qt makes its objects past the check that Python does for other classes, so that it is done here:
    TypeError, with the names of what is lacking.
    """

    unfilled: ClassVar[tuple[str, ...]] = ()
    """The abstract methods that the class leaves to others."""

    def __init_subclass__(cls, **members: Any) -> None:
        super().__init_subclass__(**members)
        asked = {name for each in cls.__mro__ for name, part in vars(each).items() if _is_abstract(part)}
        cls.unfilled = tuple(sorted(name for name in asked if _is_abstract(getattr(cls, name))))

    def __new__(cls, *args: Any, **members: Any) -> Any:
        if cls.unfilled:
            raise TypeError(f"{cls.__name__} does not say: {', '.join(cls.unfilled)}")
        return super().__new__(cls, *args, **members)


def _is_abstract(part: object) -> bool:
    return bool(getattr(part, "__isabstractmethod__", False))
