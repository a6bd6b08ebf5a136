"""Measures, outside the timed test run: each figure a ratio against a reference in the same run.

``python -m tests.bench`` runs all, ``python -m tests.bench start`` one. Memory is PSS (Linux), time is CPU time
unless a row says wall. The rows are those of the scoreboard in CHANGELOG's terms: 1 memory per number, 3 cold start,
4 worker ready, 5 click to QR.
"""
