"""The grid of lines and sections, the heart of the composer."""

from app.ui.grid.grid import LineGrid

__all__ = ["LineGrid"]
