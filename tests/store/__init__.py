"""Tests of both databases, on real encrypted files."""
