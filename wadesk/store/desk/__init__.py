"""The desk's database: accounts, slots, the numbers bound to them, last link states, settings.

Opened by the parent alone; :class:`wadesk.store.desk.desk_store.DeskStore` is the way in.
"""
