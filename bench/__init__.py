"""Measures this site against a stock Dash page of the same numbers; only on the loopback address."""
