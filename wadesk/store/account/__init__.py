"""An account's database: contacts, chats, messages, outbox and receipts of all its slots.

Opened by the account's worker alone; :class:`wadesk.store.account.account_store.AccountStore` is the way in.
"""
