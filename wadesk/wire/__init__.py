"""Typed values to bytes and back, and the channels they travel on: parent to worker, worker to engine."""
