"""The people, numbers, chats and states of the design's mock-ups, once, as plain values.

The pictures of the window are drawn from them, and `python -m tests.network --scene day` brings them about for real.
Everybody here is made up. Times are local, on Monday 12 May 2025, and given as UTC milliseconds.
"""
