"""What is true, as Qt objects without pixels: fed by events, tested without a window."""
