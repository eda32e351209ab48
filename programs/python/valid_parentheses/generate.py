"""Bracket strings: balanced ones, balanced ones with one bracket added, removed or changed, and random ones."""

PAIRS = ["()", "[]", "{}"]
BRACKETS = "()[]{}"


def generate(rng):
    text = balanced(rng, rng.randint(0, 6))
    shape = rng.random()
    if shape < 0.2:
        place = rng.randint(0, len(text))
        text = text[:place] + rng.choice(BRACKETS) + text[place:]
    elif shape < 0.3:
        text = text + rng.choice(")]}") + balanced(rng, rng.randint(0, 2))
    elif shape < 0.4:
        text = text[1:]
    elif shape < 0.5:
        text = text[:-1]
    elif shape < 0.6 and text:
        place = rng.randrange(len(text))
        text = text[:place] + rng.choice(BRACKETS) + text[place + 1 :]
    elif shape < 0.7:
        text = "".join(rng.choice(BRACKETS) for _ in range(rng.randint(1, 8)))
    return f"valid_parentheses({text!r})"


def balanced(rng, pairs):
    if pairs == 0:
        return ""
    inside = rng.randint(0, pairs - 1)
    opening, closing = rng.choice(PAIRS)
    return opening + balanced(rng, inside) + closing + balanced(rng, pairs - 1 - inside)
