"""Results: the plan and everything reported under it."""
