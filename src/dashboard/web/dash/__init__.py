"""For web alone: all that we know of Dash's wire. Out come its callbacks, scripts and descriptions."""
