"""Texts of up to twenty characters: words, punctuation, letters outside ASCII, and now and then a palindrome."""

LETTERS = "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 .,!?-_'éßñж日本"


def generate(rng):
    text = "".join(rng.choice(LETTERS) for _ in range(rng.randint(0, 20)))
    if rng.random() < 0.15:
        half = text[:8]
        text = half + half[::-1]
    return f"reverse_string({text!r})"
