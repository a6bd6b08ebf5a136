"""What an account keeps, and what it refuses to keep or to tell."""
