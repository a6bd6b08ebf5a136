"""House checks: what a reviewer would have to say again and again is said here once, by a failing test."""
