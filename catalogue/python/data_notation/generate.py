"""Texts of values laid out in every way, the same with one fault, and values written at every width."""

SCALARS = [None, True, False, 0, 1, -1, 12, -345, 10**20, "", "a", "yes", "nil", "5", "a b", "[", "{}", ",", ":", "#", "# no", "é", "日本", " "]
MARKS = ["\n", "\t", '"', "\\", "n", "t", "\\n", "a", " ", "#", "'", "\r", "\\\\", "ü"]
KEYS = ["a", "b", "key", "k_2", "z9", "yes", "nil", "a_", "", "A", "1a", "_a", "a b", "é", "a-b", "\n", '"', "\\", "ab", "b1"]


def string(rng, most=8):
    return "".join(rng.choice(MARKS) for _ in range(rng.randint(0, most)))


def value(rng, depth, strings=False):
    kind = rng.random()
    if depth == 0 or kind < 0.25:
        return string(rng) if strings and rng.random() < 0.5 else rng.choice(SCALARS)
    if kind < 0.65:
        return [value(rng, depth - 1, strings) for _ in range(rng.randint(0, 4))]
    return {key: value(rng, depth - 1, strings) for key in rng.sample(KEYS, rng.randint(0, 4))}


def pieces(rng, value):
    """The pieces of a text that stands for the value; anything that separates may stand between them."""
    if value is None or isinstance(value, bool):
        return [{None: "nil", True: "yes", False: "no"}[value]]
    if isinstance(value, int):
        return [str(value)]
    if isinstance(value, str):
        return [quoted(value)]
    if isinstance(value, list):
        parts = [pieces(rng, item) for item in value]
    else:
        parts = [[key_text(rng, key), ":", *pieces(rng, item)] for key, item in value.items()]
    opening, closing = "[]" if isinstance(value, list) else "{}"
    result = [opening]
    for place, part in enumerate(parts):
        result += [*part, *([","] if place < len(parts) - 1 or rng.random() < 0.3 else [])]
    return [*result, closing]


def quoted(text):
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}
    return '"' + "".join(escapes.get(mark, mark) for mark in text) + '"'


def key_text(rng, key):
    word = key.isascii() and key.isidentifier() and key.islower() and key[0] != "_"
    return key if word and rng.random() < 0.7 else quoted(key)


def separated(rng, parts, separators=("", "", " ", "\n", "  ")):
    return "".join(rng.choice(separators) + part for part in parts) + rng.choice(separators)


def parsed(text):
    return f"parse({text!r})"


def written(value, width):
    return f"write({value!r}, {width})"


def one_value(rng):
    return parsed(separated(rng, pieces(rng, rng.choice(SCALARS))))


def numbers(rng):
    return parsed(rng.choice(["{}", "-{}", "00{}", "[{},-{}]", "-0{}", "[{}]", " {}", "{}#{}"]).replace("{}", str(rng.choice([0, rng.randint(1, 9), rng.randint(10, 10**9), 2**64]))))


def flat_lists(rng):
    return parsed(separated(rng, pieces(rng, [rng.choice(SCALARS) for _ in range(rng.randint(0, 6))])))


def flat_records(rng):
    return parsed(separated(rng, pieces(rng, {key: rng.choice(SCALARS) for key in rng.sample(KEYS, rng.randint(0, 5))})))


def nested(rng):
    return parsed(separated(rng, pieces(rng, [value(rng, 3), value(rng, 2)])))


def strings_read(rng):
    return parsed(separated(rng, pieces(rng, [string(rng, 12) for _ in range(rng.randint(1, 3))])))


def raw_marks_in_strings(rng):
    text = "".join(rng.choice(["\t", "a", "\\n", "\\\\", '\\"', "#", ",", "\r", "'", "]", "é", "\\t", "\x00"]) for _ in range(rng.randint(1, 7)))
    return parsed(f'["{text}"]')


def escapes_that_do_not_exist(rng):
    return parsed('"' + string(rng, 3).replace("\n", "").replace("\\", "").replace('"', "") + "\\" + rng.choice("rbu0xNT'/a #`") + '"')


def comments(rng):
    return parsed(separated(rng, pieces(rng, value(rng, 2)), ("", " ", "# ] } ,\n", "#\n", "#\"\n#\n", "\n ")) + rng.choice(["", "#", "# the end", "#\n"]))


def a_comment_that_takes_the_rest(rng):
    parts = pieces(rng, [1, value(rng, 1), 2])
    parts.insert(rng.randint(1, len(parts) - 1), "#")
    return parsed(separated(rng, parts, ("", " ")))


def other_spaces(rng):
    parts = pieces(rng, value(rng, 2))
    parts.insert(rng.randint(0, len(parts)), rng.choice(["\t", "\r", "\r\n", "\u00a0", "\f", "\u2028"]))
    return parsed(" ".join(parts))


def keys_twice(rng):
    key = rng.choice(["a", "key", "", "a b", "yes"])
    record = [key_text(rng, key) + ": 1", key_text(rng, rng.choice([key, key, key + "2", key + "_"])) + ":1", "other: 3"]
    rng.shuffle(record)
    text = "{" + ", ".join(record[: rng.randint(2, 3)]) + "}"
    return parsed(rng.choice(["{}", "[{}, {{a: 1}}]", "{{a: {}}}", "[{}, {}]"]).format(text, text) if rng.random() < 0.5 else text)


def one_fault(rng):
    parts = pieces(rng, [value(rng, 2), value(rng, 1)])
    place, kind = rng.randrange(len(parts)), rng.random()
    if kind < 0.4:
        parts[place : place + 1] = []
    elif kind < 0.8:
        parts.insert(place, rng.choice([",", ":", "[", "]", "{", "}", "1", "a", '""', "yes", "-"]))
    else:
        parts[place] = rng.choice([",", ":", "]", "}", "[", "{", "Yes", "null", "true"])
    return parsed(" ".join(parts))


def near_misses(rng):
    return parsed(rng.choice([
        "", " ", "#", "# 1", "[", "]", "{", "}", "[1", "1]", "[1 2]", "[,]", "{,}", "[,1]", "[1,,]", "[1,,2]", "{a}", "{a:}", "{:1}", "{a 1}",
        "{a:1 b:2}", "{1:2}", "{nil}", "{-a:1}", "{A:1}", "{_a:1}", "{a-b:1}", "{a b:1}", "{a:1:2}", "{a:1,,}", "{a=1}", "yes no", "Yes",
        "NIL", "nill", "ye", "y es", "-", "- 1", "--1", "+1", "1-", "1.5", "1e3", "1_0", "5a", "a5", "'a'", '"', '"a', 'a"', '"a\n"', '"\\"',
        '"\\', '""""', '"a" "b"', "[1;2]", "(1)", "[1)", "[1}", "{a:1]", "١", "²", "[yes,]no", "{\"a\":1,}}", "[] []", "nil,", "{[1]: 2}", "{a: b}",
    ]))


def right_and_nearly_wrong(rng):
    return parsed(rng.choice([
        "[1,]", "{a:1,}", "{yes: no, no: yes, nil: nil}", "[[],{},\"\"]", '{"": ""}', "[-0]", "[1#,2\n]", "1#2", "#\n1", "\n\n1\n\n", "{a#:\n:1}",
        "[1 , 2 , ]", "{ a : 1 , }", '"#"', '"a\tb"', '"\\\\"', '"\\\\n"', '"\\\\\\""', '{"a":{"a":{"a":1}}}', "{a1:1,a_1:2}", "[[[]]]", '["]"]', "[yes,no,nil,]",
        '{"yes": yes}', "00", "-00012", '"é"', '[""]', '{"\\n":1}', "[1\n,\n2]",
    ]))


def deep(rng):
    depth = rng.choice([rng.randint(5, 28), 29, 30, 30, 31, 32, 45])
    opening, closing = rng.choice([("[", "]"), ("{a:", "}"), ("[1,", "]"), ("[", ",]"), ("{\"k\" : ", ", }")])
    return f"parse({opening!r} * {depth} + '7' + {closing!r} * {rng.choice([depth, depth, depth, depth - 1])})"


def deep_among_others(rng):
    return f"parse('[' + '[[1], {{a: [2]}}], ' * {rng.randint(20, 60)} + '[' * {rng.choice([28, 29, 29, 30])} + ']' * 30)"


def long_texts(rng):
    return f"parse('[' + {rng.choice(['1,', 'yes , ', '[],', '{a:1},', chr(34) * 2 + ',', '#' + chr(10) + '5,'])!r} * {rng.randint(100, 300)} + ']')[{rng.choice(['-3:', ':2', '0', '-1'])}]"


def on_one_line(rng):
    return written(value(rng, 2), 10**4)


def at_every_width(rng):
    return written([value(rng, 2), value(rng, 1)], rng.choice([0, 5, 10, 15, 20, 30, 40]))


def just_as_wide(rng):
    """The width of the text itself, and one more or less."""
    items = [rng.choice([1, 22, 333, True, None, "ab", [], [4]]) for _ in range(rng.randint(1, 5))]
    shape = rng.choice([items, {"a": items}, [items, items], {"key": 1, "other": items[0]}])
    length = len(str(items).replace("True", "yes").replace("None", "nil"))
    return written(shape, length + rng.randint(-2, 3) + (5 if isinstance(shape, dict) and rng.random() < 0.5 else 0))


def empty_ones(rng):
    return written(rng.choice([[], {}, [[]], [{}, []], {"a": []}, {"a": {}, "b": [{}]}, [[[]]], "", [""], {"": ""}]), rng.choice([0, 1, 2, 3, 4, 6, 8]))


def keys_written(rng):
    return written({key: place for place, key in enumerate(rng.sample(KEYS, rng.randint(1, 7)))}, rng.choice([0, 20, 200]))


def strings_written(rng):
    return written(rng.choice([string(rng, 10), [string(rng)], {string(rng): string(rng)}]), rng.choice([0, 12, 100]))


def there_and_back(rng):
    return f"value = {value(rng, 3, True)!r}\nparse(write(value, {rng.choice([0, 10, 25, 99])})) == value and write(value, 99)"


def cannot_be_written(rng):
    bad = rng.choice(["1.5", "(1,)", "b'a'", "{1: 2}", "{None: 1}", "{'a': 1, 2: 3}", "(1, 2)", "frozenset()", "{True: 1}", "()", "{'a': {'b': 0.0}}", "{(): 1}", "[[1j]]"])
    return f"write({rng.choice(['{}', '[{}]', '[1, {}]', chr(123) * 2 + chr(39) + 'k' + chr(39) + ': {}' + chr(125) * 2]).format(bad)}, {rng.choice([0, 100])})"


def argument_unchanged(rng):
    return f"value = {{'b': [{rng.randint(0, 9)}, {{'z': 1, 'a': 2}}], 'a': {value(rng, 1)!r}}}\n[write(value, {rng.choice([0, 20])}), list(value), value]"


def signs_of_numbers(rng):
    sign = rng.choice(["+", "+", "+", "+", "-", "--", "+-", "- ", "-#\n", "", "-0", "+0"])
    return parsed(rng.choice(["{}", "[{}]", "[1, {}]", "{{a: {}}}", "{{a: 1, b: {},}}", " {} "]).format(sign + str(rng.randint(0, 99))))


def a_plus_in_front(rng):
    return parsed(rng.choice(["{}", "[{}]", "[1, {}]", "{{a: {}}}", " {}", "[{},]", "{{a: 1, b: {},}}", "# +\n{}"]).format("+" + rng.choice(["", "0"]) + str(rng.choice([0, rng.randint(1, 9), rng.randint(10, 10**9)]))))


def comma_alone(rng):
    alone = rng.choice(["[,]", "{,}", "[ ,]", "{ , }", "[,\n]", "[#\n,]", "{#,\n,}"])
    return parsed(rng.choice(["{}", "[{}]", "[{n}, {}]", "{{a: {}}}", "[{}, {n}]", "{{a: {n}, b: {}}}"]).format(alone, n=rng.randint(0, 99)))


def tab_between(rng):
    """What would be right if a tab separated."""
    parts = pieces(rng, [value(rng, 1), rng.randint(0, 99)])
    parts.insert(rng.randint(0, len(parts)), "\t")
    return parsed(rng.choice(["", " "]).join(parts) if len(parts) < 4 else " ".join(parts))


def commas_at_every_place(rng):
    """Lists and records of none to two items, with a comma more or less."""
    item = rng.choice(["1", "yes", '""', "[]", "{}"])
    parts = ([item] + ([",", item] if rng.random() < 0.5 else [])) if rng.random() < 0.7 else []
    for _ in range(rng.choice([1, 1, 2])):
        parts.insert(rng.randint(0, len(parts)), ",")
    inner = separated(rng, parts)
    return parsed(rng.choice(["[{}]", "[{}]", "{{a: [{}]}}", "[[{}], 1]"]).format(inner) if rng.random() < 0.7 else "{" + separated(rng, [part if part == "," else f"k{place}: {part}" for place, part in enumerate(parts)]) + "}")


def deepest(rng):
    depth = rng.choice([29, 30, 31])
    halves = rng.choice([("[", "]"), ("{a:", "}"), ("[", ",]"), ("[1, ", "]"), ("[{b:", "}]")])
    turns = depth if len(halves[1]) == 1 or "," in halves[1] else depth // 2
    inner = rng.choice(["", "7", "[]", "{}", "nil"]) if halves[0].startswith("[") and halves[0] != "[{b:" and halves[1] == "]" else rng.choice(["7", "[]", "{}"])
    return f"parse({halves[0]!r} * {turns} + {inner!r} + {halves[1]!r} * {turns}) != 0"


def the_same_key_again(rng):
    key = rng.choice(["a", "k_2", "nil", "z9"])
    one, other = rng.choice([key, f'"{key}"']), rng.choice([key, f'"{key}"'])
    between = rng.choice(["", "", "b: [], "])
    return parsed(rng.choice(["{}", "[{}]", "{{a: {}}}"]).format(f"{{{one}: {rng.randint(0, 3)}, {between}{other}: {rng.randint(0, 3)}}}"))


def width_further_in(rng):
    """The width of what is nested, and one more or less: what stands before it does not count."""
    items = [rng.randint(1, 999) for _ in range(rng.randint(1, 4))]
    for _ in range(rng.randint(1, 3)):
        items = rng.choice([[items], {rng.choice(["a", "key"]): items}, [items, items], {"k": items, "z": 0}])
    inner = items
    while isinstance(inner, dict) or isinstance(inner[0], (list, dict)):
        inner = list(inner.values())[0] if isinstance(inner, dict) else inner[0]
    return written(items, len(str(inner)) + rng.choice([-1, 0, 0, 1, 2]))


def tuples_and_others_within(rng):
    bad = rng.choice([(), (1,), ("a", 2), 0.5, b"", b"a"])
    shape = rng.choice([bad, [bad], [[1], bad], {"a": bad}, [{"b": [bad]}], {"a": 1, "b": [2, bad]}])
    return written(shape, rng.choice([0, 10, 100]))


def tuples_within(rng):
    bad = rng.choice([(), (rng.randint(0, 99),), ("a", rng.randint(0, 99))])
    return written(rng.choice([bad, [bad], [[1], bad], {"a": bad}, [{"b": [bad]}], {"a": 1, "b": [2, bad]}]), rng.choice([0, 10, 100]))


def empty_where_nothing_fits(rng):
    """Not even the brackets of an empty list or record fit, and they stay side by side."""
    empty, number = rng.choice([[], {}]), rng.randint(0, 99)
    return written(rng.choice([[empty, number], {"a": empty, "n": number}, [number, [empty]], [{"k": empty}, number], {"n": [number, empty]}]), rng.choice([0, 1]))


def keys_that_are_no_words(rng):
    keys = rng.sample(["A", "aB", "a1", "a_", "_a", "1a", "a b", "b", "Ab", "é", "ab", "a-"], rng.randint(1, 4))
    return written({key: place for place, key in enumerate(keys)}, rng.choice([0, 15, 100]))


STRATA = [
    one_value, numbers, flat_lists, flat_records, nested, strings_read, raw_marks_in_strings, escapes_that_do_not_exist, comments,
    a_comment_that_takes_the_rest, other_spaces, keys_twice, one_fault, near_misses, right_and_nearly_wrong, deep, deep_among_others,
    long_texts, on_one_line, at_every_width, just_as_wide, empty_ones, keys_written, strings_written, there_and_back,
    cannot_be_written, argument_unchanged,
    signs_of_numbers, a_plus_in_front, comma_alone, tab_between, commas_at_every_place, deepest, the_same_key_again, width_further_in, tuples_and_others_within,
    tuples_within, empty_where_nothing_fits, keys_that_are_no_words,
]
