"""Frames that Python wrote and Go reads: neither side can drift from the other unseen."""
