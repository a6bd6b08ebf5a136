"""What WaDesk talks about: ids, accounts, slots, link states, messages, events, errors, the resolver's rule.

Values only. Nothing here reads or writes a file, a socket or a clock. The values are ``msgspec``
structs, so that one definition serves as the value in memory and as the frame on a pipe.
"""
