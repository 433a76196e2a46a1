"""Trends: indicators over the years."""
