"""The window: models (what is true), widgets (how it looks), and ``app`` (who is connected to whom)."""
