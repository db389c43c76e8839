"""How fast the program is, beside references measured in the same run. `python -m tests.bench`."""
