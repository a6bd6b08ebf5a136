"""Names and texts that somebody sends to break a screen: markup, marks that turn or hide text, and sheer length."""

TURNED = "Banco\u202egpj.exe\u202c oficial"
HIDDEN = "Ma\u200bri\u2060na\ufeff Reis"
MARKUP = '<b>Grátis</b><img src="file:///etc/passwd"><a href="x">clique</a> &lt;'
LINES = "uma\nduas\r\ntrês\u2028quatro\tcinco"
STACKED = "Z̴̡̛̤͓̦͙̳̪̮̃̈́̀̈́a̵l̶g̷o " * 40
ARABIC = "مرحبا، كم سعر الكعكة؟ 25 ريال"

NAMES = (MARKUP, TURNED, HIDDEN, LINES, STACKED[:60], "W" * 400, "👩‍👩‍👧‍👦" * 50, " ", ARABIC)
LONG = "pão de queijo " * 14_300
"""Some 200,000 characters."""
EMOJI = "🧁" * 10_000
TEXTS = (MARKUP, TURNED, HIDDEN, LINES, STACKED, LONG, EMOJI, ARABIC, "x" * 65_536)
