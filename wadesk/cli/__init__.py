"""The headless surface: the same supervisor as the window's, driven by commands and the local API."""
