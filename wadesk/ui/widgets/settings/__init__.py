"""The settings page: its sections, each a form whose changes count at once."""
