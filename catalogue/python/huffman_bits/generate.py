"""Texts with few, many, equal and strange characters; digits of the format made in every allowed way, and with each thing wrong."""

BITS = "def digits(bits): return ''.join('0123456789abcdef'[int((bits + '000')[at:at + 4], 2)] for at in range(0, len(bits), 4))\n"


def number(value):
    return "0" * (value.bit_length() - 1) + bin(value)[2:]


def book(pairs):
    """What a code of these characters and lengths is written as."""
    before, bits = 0, number(len(pairs))
    for character, length in pairs:
        bits += number(length - before + 1) + number(ord(character) + 1)
        before = length
    return bits


def read(bits):
    return f"{BITS}unpack(digits({bits!r}))"


def codes(text):
    return f"code_of({text!r})"


def packed(text, size):
    return f"pack({text!r}, {size})"


def both_ways(text, size):
    return f"text = {text!r}\n[unpack(pack(text, {size})) == text, pack(text, {size})[:40], len(pack(text, {size}))]"


def letters(rng, kinds, count):
    return "".join(rng.choice(kinds) for _ in range(count))


def code_of_letters(rng):
    return codes(letters(rng, "abcdefgh"[: rng.randint(1, 8)], rng.randint(1, 20)))


def code_of_equal_counts(rng):
    kinds = rng.sample("abcdefghijk", rng.randint(2, 9))
    text = kinds * rng.randint(1, 3)
    rng.shuffle(text)
    return codes("".join(text))


def code_of_counts_that_meet(rng):
    """Sums of joined groups are equal to counts of others."""
    counts = rng.choice([[1, 1, 2], [1, 1, 2, 2], [1, 1, 2, 4], [2, 1, 1, 3, 3], [1, 2, 3, 3], [1, 1, 1, 1, 4], [2, 2, 4, 4, 8], [1, 1, 2, 3, 5, 8], [3, 3, 3, 6, 6], [1, 1, 1, 2, 2, 3], [2, 2, 2, 2, 1]])
    kinds = rng.sample("abcdefgh", len(counts))
    text = [kind for kind, count in zip(kinds, counts) for _ in range(count)]
    rng.shuffle(text)
    return codes("".join(text))


def code_of_little(rng):
    return codes(rng.choice(["", "a", "aa", "ab", "ba", "a" * 9, "aab", "abb", " ", "\n\n", "0", "01", "é", "Aa"]))


def code_of_strange_characters(rng):
    return codes(letters(rng, rng.sample(["é", "€", "😀", "\0", "\n", " ", "'", "\\", "0", "1", "A", "a", "\u007f", "\u00ff", "\U0010ffff"], rng.randint(2, 8)), rng.randint(2, 16)))


def long_codes(rng):
    """Counts that double make codes as long as there are characters."""
    kinds = "".join(rng.sample("abcdefghij", rng.randint(4, 9)))
    return f"code_of(''.join(letter * 2 ** place for place, letter in enumerate({kinds!r})))"


def packed_whole(rng):
    text = letters(rng, "abcde"[: rng.randint(1, 5)], rng.randint(1, 16))
    return packed(text, len(text) + rng.choice([0, 0, 1, 5]))


def packed_in_blocks(rng):
    return packed(letters(rng, "abcd"[: rng.randint(1, 4)], rng.randint(4, 24)), rng.randint(1, 6))


def edges_of_blocks(rng):
    size = rng.randint(1, 5)
    return packed(letters(rng, "xy", max(0, size * rng.randint(0, 3) + rng.choice([-1, 0, 1]))), size)


def packed_little(rng):
    return packed(rng.choice(["", "a", "aa", "\0", "\0\1", "\U0010ffff", " ", "é", "aaa", "ab"]), rng.choice([1, 2, 3, 10**9]))


def refused_sizes(rng):
    return packed(rng.choice(["", "a", "abc", "aaaa"]), rng.choice([0, -1, -5, 1]))


def blocks_alike(rng):
    """The code before serves again, and a block of other characters comes between."""
    part, other = letters(rng, "abc", rng.randint(3, 6)), letters(rng, rng.choice(["xyz", "abx", "a", "cba"]), 9)
    size = len(part)
    parts = [part, rng.choice([part, part[::-1]]), other[:size], rng.choice([part, other[:size]]), part]
    return packed("".join(parts[: rng.randint(2, 5)]), size)


def where_a_new_code_pays(rng):
    """Long blocks, whose frequencies change, so that a code of its own is about as long as what it saves."""
    size = rng.randint(16, 60)
    few = rng.randint(0, 8)
    first = "a" * (size - few) + "b" * few
    rest = rng.randint(1, size - 1)
    return packed(first + "b" * rest + "a" * (size - rest), size)


def edges_of_what_pays(rng):
    """One character after another more makes the code before too dear."""
    size, start = rng.randint(30, 50), rng.choice(["abc", "cab", "bca"])
    common = f"(({start[0]!r} * {size - 3} + {start[1:]!r} + {start[2]!r}) + ({start[0]!r} * ({size} - n) + {start[2]!r} * n))"
    return f"[len(pack({common}, {size})) for n in range({(fewest := rng.randint(8, 22))}, {fewest + 5})]"


def where_both_cost_the_same(rng):
    """A character whose code of its own and what writing that takes are about as long as the code before."""
    kinds = rng.choice(["abc", "xyz", "019", "+-*", "éèê", "ABC", "a0é"])
    count = {11: 15, 13: 17, 15: 19}[len(number(ord(kinds[2]) + 1))]
    return f"[pack({kinds[0]!r} * (n - 2) + {kinds[1:]!r} + {kinds[2]!r} * n, n) for n in range({count - rng.randint(1, 2)}, {count + rng.randint(1, 2) + 1})]"


def characters_without_a_code(rng):
    size = rng.randint(2, 5)
    first, second = letters(rng, "ab", size), letters(rng, "ab", size - 1) + rng.choice("abcz")
    return packed(first + second + letters(rng, "abc", size), size)


def there_and_back(rng):
    return both_ways(letters(rng, rng.choice(["ab", "abcdef", "aé€😀", "01", " \n\t", "a"]), rng.randint(0, 40)), rng.randint(1, 12))


def strange_there_and_back(rng):
    return both_ways("".join(chr(rng.choice([0, 1, 2, 127, 255, 256, 0xD7FF, 0xE000, 0xFFFF, 0x10000, 0x10FFFF])) for _ in range(rng.randint(1, 9))), rng.randint(1, 5))


def long_texts(rng):
    step, kinds = rng.choice([3, 5, 7]), rng.randint(2, 20)
    return f"text = ''.join(chr(97 + n * n // {step} % {kinds}) for n in range({rng.randint(70, 140)}))\ndigits = pack(text, {rng.choice([7, 30, 64, 100, 999])})\n[unpack(digits) == text, len(digits), digits[:30], digits[-30:]]"


def other_lengths(rng):
    """A code that pack would not use is read, too."""
    pairs, text = rng.choice([
        ([("a", 1), ("b", 2), ("c", 2)], ["0", "10", "11"]), ([("c", 1), ("a", 2), ("b", 2)], ["0", "10", "11"]), ([("a", 2), ("b", 2), ("c", 2), ("d", 2)], ["00", "01", "10", "11"]),
        ([("z", 1), ("y", 2), ("w", 3), ("x", 3)], ["0", "10", "110", "111"]), ([("a", 2), ("b", 2), ("c", 2), ("d", 3), ("e", 3)], ["00", "01", "10", "110", "111"]), ([("q", 1)], ["0"]),
    ])
    count = rng.randint(1, 7)
    return read("10" + book(pairs) + number(count) + "".join(rng.choice(text) for _ in range(count)) + "0")


def several_codes(rng):
    one, two = [("a", 1), ("b", 1)], [("x", 1), ("a", 2), ("y", 2)]
    bits = "10" + book(one) + number(3) + "".join(rng.choice("01") for _ in range(3))
    for _ in range(rng.randint(1, 3)):
        bits += rng.choice(["11" + number(2), "10" + book(one) + number(2)]) + rng.choice(["00", "01", "11"])
    bits += "10" + book(two) + number(2) + rng.choice(["010", "1011", "00"]) + rng.choice(["", "11" + number(1) + "0"])
    return read(bits + "0")


def digits_cut_off(rng):
    text = letters(rng, "abc", rng.randint(1, 9))
    return f"unpack(pack({text!r}, {rng.randint(1, 4)})[:-{rng.randint(1, 3)}])"


def digits_behind(rng):
    text = letters(rng, "abc", rng.randint(0, 6))
    return f"unpack(pack({text!r}, 3) + {rng.choice(['0', '1', '00', '8', 'f', 'a', ''])!r})"


TRIED = BITS + "def tried(text):\n    try: return unpack(text)\n    except ValueError: return 'ValueError'\n"


def several_read(rows):
    return f"{TRIED}[tried(digits(bits)) for bits in {rows!r}]"


def bits_behind(rng):
    """The end is a 0 and then as few zeros as there can be."""
    rows = []
    for count in rng.sample(range(1, 9), 2):
        bits = "10" + book([(rng.choice("abc"), 1)]) + number(count) + "0" * count + "0"
        rows += [bits, bits + "1", bits + "0" * (-len(bits) % 4) + rng.choice(["0000", "1000"]), bits + "0" * max(0, -len(bits) % 4 - 1) + "1"]
    return several_read(rows)


def other_characters(rng):
    texts = ["a8114", "A8114", "A811" + rng.choice("4F"), rng.choice(["a81g4", "a8114g"]), "0x" + "a8114", rng.choice([" a8114", "a8114 ", "a8_114", "a8114" + chr(10)]), rng.choice(["a8١14", "-a8114", "a81.14", "+a8114", "a8１14"]), ""]
    rng.shuffle(texts)
    return f"{TRIED}[tried(text) for text in {texts!r}]"


def wrong_orders(rng):
    """Characters of equally long codes stand in order, each once."""
    one, two, three = sorted(rng.sample("abcdxyz019", 3))
    good = [[(one, 1), (two, 1)], [(two, 1), (one, 2), (three, 2)], [(three, 1), (one, 2), (two, 2)]]
    bad = [[(two, 1), (one, 1)], [(two, 1), (three, 2), (one, 2)], [(one, 1), (three, 2), (two, 2)], [(one, 1), (one, 1)], [(one, 1), (two, 2), (two, 2)], [(one, 1), (two, 2), (one, 2)]]
    pairs = [*rng.sample(good, 1), *rng.sample(bad[:3], 2), *rng.sample(bad[3:], 2)]
    rng.shuffle(pairs)
    return several_read(["10" + book(one) + number(2) + "0000" for one in pairs])


def wrong_lengths(rng):
    """Codes that leave rows of bits open, do not fit together or have no bits."""
    letters = sorted(rng.sample("abcdefxyz", 5))
    codes = [[1, 1], [1, 2, 2], [2, 2, 2, 2], [1, 3, 3, 3, 3]]
    open_codes = [[1, 2], [2, 2, 2], [1, 3, 3, 3], [2], [2, 2, 2, 3], [3, 3]]
    others = [[1, 1, 1], [1, 1, 2], [1, 2, 2, 3], [2, 2, 2, 2, 2], [0], [0, 1], [0, 0]]
    chosen = [*rng.sample(codes, 1), *rng.sample(open_codes, 2), *rng.sample(others, 2)]
    rng.shuffle(chosen)
    return several_read(["10" + book(list(zip(letters, lengths))) + number(2) + "00000" for lengths in chosen])


def wrong_books(rng):
    pairs = rng.choice([
        [("b", 1), ("a", 1)], [("a", 1), ("a", 1)], [("a", 1), ("b", 2)], [("a", 2)], [("a", 1), ("b", 1), ("c", 1)], [("a", 1), ("b", 1), ("c", 2)], [("a", 2), ("b", 2), ("c", 2)], [("a", 0)], [("a", 0), ("b", 1)],
        [("a", 0), ("b", 0)], [("a", 1), ("c", 2), ("b", 2)], [("a", 1), ("b", 2), ("b", 2)], [("a", 1), ("b", 3), ("c", 3), ("d", 3)], [("a", 1), ("b", 2), ("a", 2)], [("a", 2), ("b", 2), ("c", 2), ("d", 2), ("e", 2)], [("a", 40)], [("a", 1), ("b", 60), ("c", 60)],
        [("b", 2), ("a", 2), ("c", 2), ("d", 2)], [("a", 1), ("b", 2), ("c", 2), ("d", 3)],
    ])
    return read("10" + book(pairs) + number(2) + "00000000")


def numbers_of_characters(rng):
    value = rng.choice([0x110000, 0x110001, 0x10FFFF, 0x200000, 2**40, 0, 65, 2**21 - 2])
    return read("10" + number(1) + "010" + number(value + 1) + number(1) + "00")


def the_only_code(rng):
    """Of one character alone the code is 0, and a 1 is an error wherever it stands."""
    count = rng.randint(1, 4)
    rows = ["0" * count]
    for _ in range(2):
        place = rng.randrange(count)
        rows.append("0" * place + "1" + "0" * (count - place - 1))
    rng.shuffle(rows)
    return several_read(["10" + book([(rng.choice("ab"), 1)]) + number(count) + row + "0" for row in rows])


def again_in_the_first(rng):
    return read("11" + rng.choice([number(1) + "00", number(2) + "000", book([("a", 1)]) + number(1) + "00", "0", ""]))


def any_digits(rng):
    return f"unpack({letters(rng, '0123456789abcdef', rng.randint(0, 9))!r})"


def damaged(rng):
    """One digit is another one."""
    text = letters(rng, "abc", rng.randint(2, 6))
    return f"digits = pack({text!r}, 4)\nplace = {rng.randint(0, 30)} % len(digits)\nunpack(digits[:place] + {rng.choice('0123456789abcdef')!r} + digits[place + 1:])"


def sizes_compared(rng):
    text = letters(rng, "aab", rng.randint(6, 14)) + letters(rng, "bcd", rng.randint(6, 14))
    return f"[[len(pack({text!r}, size)), unpack(pack({text!r}, size)) == {text!r}] for size in range({rng.randint(1, 4)}, {rng.randint(6, 8)})]"


def as_long_either_way(rng):
    """A block of one character, for which an older code is as long as its own together with writing that."""
    one, count = rng.choice([("b", 17), ("5", 15), ("!", 15), ("z", 17)])
    others = [other for other in "acdq" if other != one][: rng.choice([2, 3])]
    size = count + rng.choice([-1, 0, 0, 0, 1])
    start = (one + "".join(others)) * size
    return packed("".join(rng.sample(start[:size], size)) + one * size + rng.choice(["", one, others[0] * size]), size)


def codes_that_leave_rows_open(rng):
    """Lengths of which some row of bits begins with no code, or which are too many, in a text that can be read all the same."""
    lengths = sorted(rng.choice([[1, 2], [2, 2, 2], [2, 2], [1, 3, 3], [2], [3, 3, 3, 3], [1, 1, 2], [1, 1, 1], [2, 2, 2, 2, 2], [1, 2, 2], [2, 2, 2, 2], [1, 2, 3, 3], [1, 2, 3], [1, 1]]))
    pairs = [("abcdefgh"[at], length) for at, length in enumerate(lengths)]
    count = rng.randint(1, 5)
    return read("10" + book(pairs) + number(count) + "0" * lengths[0] * count + "0")


def codes_in_another_order(rng):
    characters = rng.sample("abcdefg", 4)
    lengths = rng.choice([[2, 2, 2, 2], [1, 2, 3, 3], [1, 2, 3, 3]])
    pairs = list(zip(characters, lengths))
    if rng.random() < 0.4:
        pairs.sort(key=lambda pair: (pair[1], pair[0]))
    if rng.random() < 0.3:
        pairs[rng.randrange(1, 4)] = (pairs[0][0], lengths[1])
        pairs.sort(key=lambda pair: pair[1])
    return read("10" + book(pairs) + number(2) + "0" * lengths[0] * 2 + "0")


def signs_that_are_no_digits(rng):
    digits = rng.choice(["a8114", "9203140c6450", "0"])
    place = rng.randrange(len(digits))
    other = rng.choice([digits[place].upper() if digits[place].isalpha() else "A", "g", " ", "-", "٣", digits[place] + " ", "x", digits[place] + "\n"])
    return rng.choice([f"unpack({digits[:place] + other + digits[place + 1:]!r})", f"unpack({digits.upper()!r})", f"unpack({' ' + digits!r})"])


def ones_behind_the_end(rng):
    """The last digit has bits behind the end, which must be zeros."""
    bits = "10" + book([("abcz"[rng.randrange(4)], 1)]) + number(count := rng.randint(1, 9)) + "0" * count + "0"
    rest = -len(bits) % 4
    return read(bits + "".join(rng.choice("001") for _ in range(rest)) + rng.choice(["", "", "0000", "1"]))


STRATA = [
    code_of_letters, code_of_equal_counts, code_of_counts_that_meet, code_of_little, code_of_strange_characters, long_codes, packed_whole, packed_in_blocks, edges_of_blocks,
    packed_little, refused_sizes, blocks_alike, where_a_new_code_pays, edges_of_what_pays, where_both_cost_the_same, characters_without_a_code, there_and_back, strange_there_and_back, long_texts,
    other_lengths, several_codes, digits_cut_off, digits_behind, bits_behind, other_characters, wrong_orders, wrong_lengths, wrong_books, numbers_of_characters, the_only_code, again_in_the_first, any_digits,
    damaged, sizes_compared,
    as_long_either_way, codes_that_leave_rows_open, codes_in_another_order, signs_that_are_no_digits, ones_behind_the_end,
]
