"""Funding: the money of agencies and axes."""
