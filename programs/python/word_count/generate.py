"""Short texts over few words, so that words repeat, with capitals and punctuation in some texts and not in others."""

WORDS = ["a", "the", "cat", "dog", "tree", "don't", "well-known", "it's", "über", "x2"]


def generate(rng):
    capitals = rng.choice([0, 0.3, 0.5])
    punctuation = rng.choice([0, 0.3, 0.5])
    words = rng.sample(WORDS, rng.randint(1, 5))
    tokens = [token(rng, rng.choice(words), capitals, punctuation) for _ in range(rng.randint(0, 9))]
    text = rng.choice([" ", " ", "  ", "\n", "\t"]).join(tokens)
    return f"word_count({text!r})"


def token(rng, word, capitals, punctuation):
    if rng.random() < capitals:
        word = rng.choice([word.upper(), word.capitalize()])
    if rng.random() < punctuation:
        word = rng.choice(["", "", "(", '"', "'"]) + word + rng.choice([".", ",", "!", "?!", ")", "...", ";", '"'])
    if rng.random() < punctuation / 6:
        word = rng.choice(["-", "...", "!?"])
    return word
