"""Profiles of one agency, axis or place; each prints on one sheet."""
