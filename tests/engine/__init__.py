"""The real engine, driven over its pipes against the offline network."""
