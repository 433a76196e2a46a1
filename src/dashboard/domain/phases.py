"""The phases of food insecurity as the tables name them."""

PHASES = ("phase1", "phase2", "phase3", "phase4", "phase5")
"""From minimal to famine; the first two are no crisis."""
