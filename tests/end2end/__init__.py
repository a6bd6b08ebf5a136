"""The whole program against the offline network: real processes, real engines, a real keyring, real databases."""
