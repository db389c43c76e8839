"""Pennylane for practice and for the tests: strict, stateful, with arithmetic of its own."""
