"""Texts of every kind of character, from none to nearly a thousand, alone and in several calls."""

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
SPACES = " \t\n\r"
UNSEEN = "\v\f\0\x1b\x1c\x1d\x1e\x7f\x85\u2028\u2029\u200f\ufeff"
BEYOND_ASCII = "éßñžøÆЖшλΩאبक日本語한ﬁ€“”…😀🐍𝔘\u0301\u200d\u00a0"
# What a screen shows as one and Python counts as several.
CLUSTERS = ["\r\n", "🇩🇪", "🇯🇵🇧🇷", "👍🏽", "👩🏿", "❤\ufe0f", "1\ufe0f\u20e3", "👩\u200d👧", "🏴\U000e0067\U000e007f", "e\u0301", "x\u0323\u0307"]
CLUSTERS += ["\u1112\u1161\u11ab", "\u1100\u1161", "\u0915\u093f", "\u0915\u094d\u0937", "\u0e19\u0e33", "\u0bb7\u0bbf", "a\u20dd", "\u0430\u0488"]
LONE_SURROGATES = "\ud800\ud83d\udbff\udc00\ude00\udfff"
ANYTHING = LETTERS + DIGITS + PUNCTUATION + SPACES + UNSEEN + BEYOND_ASCII


def text_of(rng, characters, least, most):
    return "".join(rng.choices(characters, k=rng.randint(least, most)))


def call(text):
    return f"reverse_string({text!r})"


def anything(rng):
    return call(text_of(rng, ANYTHING, 0, 24))


def one_or_two_characters(rng):
    return call(text_of(rng, ANYTHING, 1, 2))


def word(rng):
    return call(text_of(rng, LETTERS, 3, 14))


def sentence(rng):
    words = [text_of(rng, LETTERS, 1, 7) for _ in range(rng.randint(2, 6))]
    return call(rng.choice(["", "", " ", "  "]) + rng.choice([" ", " ", "  ", ", "]).join(words) + rng.choice(".?! \n"))


def punctuation(rng):
    return call(text_of(rng, PUNCTUATION + SPACES, 1, 20))


def digits(rng):
    return call(rng.choice(["", "-", "0", "00"]) + text_of(rng, DIGITS, 1, 12) + rng.choice(["", "0", ".0"]))


def beyond_ascii(rng):
    return call(text_of(rng, BEYOND_ASCII + LETTERS[:8], 1, 16))


def shown_as_one(rng):
    return call("".join(rng.choice([*CLUSTERS, rng.choice("ab ")]) for _ in range(rng.randint(2, 8))))


def one_shown_as_one(rng):
    return call(rng.choice(["", "a", "ab"]) + rng.choice(CLUSTERS) + rng.choice(["", "b", "ab"]))


def lines(rng):
    line_ends = rng.choice([["\r\n"], ["\r\n", "\n"], ["\n\r", "\r\n", "\r"]])
    return call("".join(text_of(rng, LETTERS[:6], 0, 4) + rng.choice(line_ends) for _ in range(rng.randint(1, 4))))


def lone_surrogates(rng):
    # No two side by side, which would be one character to all but Python.
    return call("".join(rng.choice(LONE_SURROGATES) + text_of(rng, "abé日", 1, 3) for _ in range(rng.randint(1, 4))))


def unseen(rng):
    return call(text_of(rng, UNSEEN + SPACES + "ab", 2, 16))


def few_characters_often(rng):
    return call(text_of(rng, rng.choices(ANYTHING, k=2), 2, 30))


def palindrome(rng):
    half = text_of(rng, ANYTHING, 1, 10)
    return call(half + rng.choice(["", "x", " "]) + half[::-1])


def nearly_palindrome(rng):
    half = text_of(rng, LETTERS, 2, 8)
    return call(half + half[-2::-1] + rng.choice(LETTERS))


def long(rng):
    return call(text_of(rng, ANYTHING, 60, 300))


def hundreds(rng):
    return f"reverse_string({text_of(rng, ANYTHING, 6, 8)!r} * {rng.randint(50, 110)} + {text_of(rng, ANYTHING, 1, 5)!r})"


def twice(rng):
    return f"reverse_string(reverse_string({text_of(rng, ANYTHING, 0, 16)!r}))"


def one_after_another(rng):
    texts = [text_of(rng, ANYTHING, 0, 6) for _ in range(rng.randint(2, 4))]
    return f"[reverse_string(text) for text in {texts!r}]"


STRATA = [
    anything,
    one_or_two_characters,
    word,
    sentence,
    punctuation,
    digits,
    beyond_ascii,
    shown_as_one,
    one_shown_as_one,
    lines,
    lone_surrogates,
    unseen,
    few_characters_often,
    palindrome,
    nearly_palindrome,
    long,
    hundreds,
    twice,
    one_after_another,
]
