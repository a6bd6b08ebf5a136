"""What the desk keeps of accounts, slots and their numbers."""
