"""What a slot's connection does next, decided without any I/O: facts in, link state and orders out.

``machine`` is the whole; ``rules_*`` say what follows from which fact, ``moves`` are the steps they
share, ``standing`` is what is remembered. The library below the engine decides nothing, and no single
event is believed (engine.md, "Connecting").
"""
