"""The parent's side: workers, the desk, the vault, who may do what, and what listeners are told.

It runs on one plain asyncio loop, the same in the window and in ``serve``. It owns the keyring and the
desk database, and never opens an account's database or loads an engine.
"""
