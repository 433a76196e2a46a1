"""Passports: what stands behind every number shown."""
