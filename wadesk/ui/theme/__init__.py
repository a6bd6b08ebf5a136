"""The look, in one object: colours, fonts, lengths, icons and the style sheet, built from the design's tokens."""
