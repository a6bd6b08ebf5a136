"""One account at work: its process, one line per linked number, the outbox, and what is reported of them."""
