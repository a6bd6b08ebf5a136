"""Tests of the supervisor: real keyrings, real workers, real files."""
