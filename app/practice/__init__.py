"""Simulated providers: strict, stateful, without a network. Practice mode and the tests use the same."""
