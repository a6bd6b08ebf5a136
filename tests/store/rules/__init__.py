"""The rules of both stores, one by one, on real encrypted files."""
