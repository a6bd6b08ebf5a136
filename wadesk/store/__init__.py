"""What is kept: one encrypted database for the desk (the parent) and one per account (its worker).

``desk`` loads in the parent only, ``account`` in a worker only; what both need stands here.
"""
