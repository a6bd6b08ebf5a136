"""Tests of the local API: a real listener, a real worker, answers held against the document."""
