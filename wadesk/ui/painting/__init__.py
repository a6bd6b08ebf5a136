"""Painter functions for what delegates and small widgets draw alike: tiles, chips, badges, states, ticks, people.

Each takes the painter, the theme and a place, paints, and returns what it covered or how wide it is.
"""
