"""How it looks: panes, cards, rows and dialogs. None keeps a state of its own."""
