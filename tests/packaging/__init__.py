"""Tests of what is shipped and of the set-up."""
