"""Tests of frames, codecs and pipes."""
