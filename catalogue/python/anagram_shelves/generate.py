"""Words of few letters, so that anagrams are many, in every case and with marks, and lists without and with an empty text."""

LETTERS = "abet"
MARKS = " -'!42é日.,_"


def word_of(rng, least=1, most=4, letters=LETTERS):
    return "".join(rng.choice(letters) for _ in range(rng.randint(least, most)))


def in_any_case(rng, word):
    return "".join(rng.choice([letter, letter, letter.upper()]) for letter in word)


def marked(rng, word):
    at = rng.randint(0, len(word))
    return word[:at] + rng.choice(MARKS) + word[at:]


def shuffled(rng, word):
    return "".join(rng.sample(word, len(word)))


def family(rng, word, most):
    return [shuffled(rng, word) for _ in range(rng.randint(1, most))]


def mixed(rng, most=10):
    return [rng.choice([word, word, in_any_case(rng, word), marked(rng, word)]) for word in (word_of(rng) for _ in range(rng.randint(1, most)))]


def plain(rng):
    return f"shelves({[word_of(rng) for _ in range(rng.randint(1, 9))]!r})"


def mixtures(rng):
    return f"shelves({mixed(rng)!r})"


def shelves_of_one_size(rng):
    words = rng.sample(["ab", "ba", "tea", "ate", "on", "no", "Ton", "not", "was", "saw", "arm", "ram", "zoo", "lid"], rng.randint(4, 10))
    return f"shelves({words!r})"


def all_alone(rng):
    return f"shelves({rng.sample(['zebra', 'yak', 'Ant', 'bee', 'cow', 'dog', 'Elk', 'fox', 'gnu', 'hen'], rng.randint(1, 7))!r})"


def shelves_of_many_sizes(rng):
    words = family(rng, "abcd", 5) + family(rng, "xyz", 4) + family(rng, "eel", 3) + family(rng, "q", 2)
    rng.shuffle(words)
    return f"shelves({words!r})"


def cases(rng):
    word = word_of(rng, 2, 4)
    words = [in_any_case(rng, rng.choice([word, word, shuffled(rng, word)])) for _ in range(rng.randint(2, 8))]
    return f"shelves({words!r})"


def marks(rng):
    word = word_of(rng, 2, 3)
    words = [marked(rng, marked(rng, in_any_case(rng, shuffled(rng, word)))) for _ in range(rng.randint(2, 6))]
    return f"shelves({words!r})"


def letters_counted(rng):
    return f"shelves({[word_of(rng, 1, 5, 'ab') for _ in range(rng.randint(2, 9))]!r})"


def the_same_again(rng):
    few = mixed(rng, 4)
    return f"shelves({[rng.choice(few) for _ in range(rng.randint(2, 10))]!r})"


def without_letters(rng):
    words = ["".join(rng.choice(MARKS) for _ in range(rng.randint(1, 3))) for _ in range(rng.randint(1, 4))]
    words += rng.choice([[], mixed(rng, 3)])
    rng.shuffle(words)
    return f"shelves({words!r})"


def beside_the_alphabet(rng):
    return f"shelves({[word_of(rng, 0, 2, 'azAZ') + rng.choice('[`@{^') + word_of(rng, 0, 2, 'azAZ') for _ in range(rng.randint(2, 7))]!r})"


def hundreds(rng):
    step, letters = rng.choice([3, 5, 7, 11]), rng.randint(3, 5)
    return f'shelves(["".join("abcde"[n * {step} // 5**k % {letters}] for k in range({rng.randint(2, 3)})) for n in range({rng.randint(100, 300)})])'


def long_words(rng):
    return f'shelves(["{word_of(rng, 2, 3)}" * {rng.randint(30, 90)}, "{word_of(rng, 2, 3)}" * {rng.randint(30, 90)}, "ab" * 40, "b" * 40 + "a" * 40])'


def an_empty_text(rng):
    words = [*mixed(rng, 5), ""]
    rng.shuffle(words)
    return rng.choice([f"shelves({words!r})", f"companions({words!r}, 'a')"])


def companions_of_a_word_there(rng):
    words = mixed(rng, 9)
    return f"companions({words!r}, {rng.choice(words)!r})"


def companions_of_many(rng):
    word = word_of(rng, 2, 4)
    words = [rng.choice([str, str.upper, str.title])(text) for text in family(rng, word, 7)] + mixed(rng, 3)
    rng.shuffle(words)
    return f"companions({words!r}, {rng.choice([word, word.upper(), shuffled(rng, word), word + '!', '?' + word])!r})"


def companions_of_a_stranger(rng):
    return f"companions({mixed(rng, 5)!r}, {rng.choice(['', '-', '42', 'xyz', 'Q', word_of(rng, 5, 6)])!r})"


def words_unchanged(rng):
    return f"words = {mixed(rng, 6)!r}\nfound = {rng.choice(['shelves(words)', 'companions(words, words[0])'])}\n[found, words]"


def nothing(rng):
    return rng.choice(["shelves([])", "companions([], 'a')", "companions([], '')", "companions(['!'], '?')", "companions(['!'], '!')", "shelves([' '])"])


def letters_that_change(rng):
    """Letters beyond ASCII whose small or folded form is another one: the sign of the kelvin, a dotted I, ß, a long s."""
    others = ["\u212a", "\u0130", "\u00df", "\u017f", "\u00c9", "\ufb01"]
    word = word_of(rng, 1, 3, "kiast")
    words = [word, shuffled(rng, word), in_any_case(rng, word) + rng.choice("kis")]
    words += [shuffled(rng, shuffled(rng, word) + rng.choice(others)) for _ in range(rng.randint(2, 5))]
    words += [rng.choice(others), word + "ss", word + "\u00df", word + "t"]
    rng.shuffle(words)
    return rng.choice([f"shelves({words!r})", f"companions({words!r}, {rng.choice(words)!r})"])


STRATA = [letters_that_change, plain, mixtures, shelves_of_one_size, all_alone, shelves_of_many_sizes, cases, marks, letters_counted, the_same_again]
STRATA += [without_letters, beside_the_alphabet, hundreds, long_words, an_empty_text, companions_of_a_word_there, companions_of_many]
STRATA += [companions_of_a_stranger, words_unchanged, nothing]
