"""Ways to reach WhatsApp for one slot, behind one small Protocol. An engine reports, it never decides."""
