"""The local HTTP API: the verbs and paths that multi-session servers of this field use, on loopback only."""
