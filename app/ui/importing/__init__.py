"""The sheet in which customers and items of other programs are looked at before they come in."""
