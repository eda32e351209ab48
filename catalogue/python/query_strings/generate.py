"""Queries with every kind of pair, escape and fault, and dicts of every kind of value."""

TRY = "def tried(function, *given):\n    try: return function(*given)\n    except Exception as error: return type(error).__name__\n"
NAMES = ["a", "b", "key", "x-y", "user.name", "A", "q1", "é", "日本", "_"]
TEXTS = ["", "1", "a", "red fig", "é", "日本", "a=b", "a&b", "a;b", "50%", "1+1", "~x", "*", "[]", "?", "/", "%41", "😀", "a\nb", "\x00", "-._~"]
RAW = ["", "1", "a", "+", "a+b", "%20", "%C3%A9", "%c3%a9", "%26", "%3D", "%2B", "%25", "=", "a=b", "é", "?", "%E6%97%A5", "%41", "%2541", "[]", "%0a"]


def parse(text):
    return f"parse_query({text!r})"


def build(data):
    return f"build_query({data!r})"


def raw_pair(rng, names=NAMES):
    return rng.choice(names) + rng.choice(["=" + rng.choice(RAW)] * 4 + ["", "="])


def joined(rng, pairs):
    return "".join(pair + rng.choice(["&", "&", ";"]) for pair in pairs)[:-1]


def pairs(rng):
    return parse(joined(rng, [raw_pair(rng) for _ in range(rng.randint(1, 6))]))


def escapes(rng):
    return parse("v=" + "".join(rng.choices(RAW, k=rng.randint(1, 6))))


def escaped_bytes(rng):
    letters = rng.choices("abz019~ /é日😀&=;+%?[]", k=rng.randint(1, 5))
    form = rng.choice(["%{:02x}", "%{:02X}"])
    return parse("n=" + "".join(form.format(byte) for byte in "".join(letters).encode()))


def escaped_names(rng):
    names = ["%61", "a%5B%5D", "a[%5D", "%C3%A9", "a+b", "a%20b", "a%3Db", "+", "%26", "a%5b]", "b%5B", "%5B%5D%61"]
    return parse(joined(rng, [raw_pair(rng, names) for _ in range(rng.randint(1, 3))]))


def the_last_counts(rng):
    return parse(joined(rng, [raw_pair(rng, ["a", "b"]) for _ in range(rng.randint(2, 6))]))


def lists(rng):
    return parse(joined(rng, [raw_pair(rng, ["a[]", "b[]", "c", "a[]"]) for _ in range(rng.randint(1, 6))]))


def bracket_near_misses(rng):
    names = ["a[", "a]", "a[]b", "a[1]", "[]a", "a[][]", "a[ ]", "a][", "[a]", "]"]
    return parse(joined(rng, [raw_pair(rng, names) for _ in range(rng.randint(1, 4))]))


def with_and_without_brackets(rng):
    names = rng.choice([["a", "a[]"], ["a[]", "a"], ["a", "a[]", "b", "b[]"], ["a[]", "a[][]"]])
    return parse(joined(rng, [raw_pair(rng, names) for _ in range(rng.randint(2, 4))]))


def without_a_name(rng):
    parts = [raw_pair(rng) for _ in range(rng.randint(0, 3))]
    parts.insert(rng.randint(0, len(parts)), rng.choice(["=", "=1", "[]", "[]=1", "%5B%5D=x", "=="]))
    return parse(joined(rng, parts))


def bad_escape(rng):
    bad = rng.choice(["%", "%4", "%g1", "%1g", "%%41", "% 41", "%+1", "%-1", "%0x", "a%", "%é1", "100%", "%_1", "%1_", "%4 ", "%4\t", "%4\n"])
    return parse(rng.choice(["", "b=1&"]) + rng.choice([f"a={bad}", f"{bad}=1", f"n{bad}", f"a={bad}&c=2"]))


def empty_parts(rng):
    parts = [rng.choice(["", "", raw_pair(rng)]) for _ in range(rng.randint(2, 7))]
    return parse(rng.choice(["", "?"]) + joined(rng, parts) + rng.choice(["", "&", ";;"]))


def question_marks(rng):
    return parse(rng.choice(["?", "??", "", "&?"]) + rng.choice(["", raw_pair(rng), "a?=?", "?"]))


def flags(rng):
    return parse(joined(rng, [rng.choice(["a", "b", "c[]", "c[]", "a=", "b=0"]) for _ in range(rng.randint(1, 5))]))


def some_value(rng):
    return rng.choice([rng.choice(TEXTS), rng.choice(TEXTS), rng.randint(-99, 999), 0, True, False, None])


def built(rng):
    return build({rng.choice(NAMES): some_value(rng) for _ in range(rng.randint(1, 6))})


def built_lists(rng):
    return build({rng.choice(NAMES): rng.choice([some_value(rng), [some_value(rng) for _ in range(rng.randint(0, 4))]]) for _ in range(rng.randint(1, 4))})


def built_texts(rng):
    return build({rng.choice([*NAMES, *TEXTS[3:10]]): rng.choice(TEXTS) + rng.choice(TEXTS) for _ in range(rng.randint(1, 3))})


def every_character(rng):
    start = rng.randint(0, 250)
    return f"build_query({{'c': ''.join(map(chr, range({start}, {start + rng.randint(1, 40)})))}})"


def names_in_order(rng):
    names = rng.sample(["a", "B", "b", "A", "aa", "a b", "a1", "1", "10", "9", "_", "z", "é"], rng.randint(2, 7))
    return build({name: place for place, name in enumerate(names)})


def built_empty(rng):
    return build(rng.choice([{}, {"a": rng.choice([None, False, []]), rng.choice("abc"): rng.choice([None, False, [], [None], [False, None]])}]))


def there_and_back(rng):
    data = {rng.choice(NAMES): rng.choice([rng.choice(TEXTS), True, [rng.choice(TEXTS)]]) for _ in range(rng.randint(1, 5))}
    return f"data = {data!r}\nback = parse_query(build_query(data))\n[back, data]"


def hundreds(rng):
    return f"parse_query('&'.join(f'k{{n % {rng.randint(3, 30)}}}{rng.choice(['', '[]'])}={{n}}%2{rng.randint(0, 9)}' for n in range({rng.randint(100, 300)})))"


def cut_short(rng):
    """Escapes that the end of a name, a value or the query cuts off."""
    bad = rng.sample(["%", "%4", "%C3%", "%C3%A", "a%f", "%25%", "%4%", "100%0", "%20%2", "ab%e", "+%1"], 5)
    forms = ["a={}", "{}=1", "{}", "a={}&b=1", "b=1;{}", "a[]={}", "ok=%41"]
    return f"{TRY}[tried(parse_query, text) for text in {[rng.choice(forms).format(text) for text in bad]!r}]"


def marks_at_the_beginning(rng):
    rest = rng.choice([raw_pair(rng, ["a", "b", "x-y"]), "", "a", "&a=1"])
    return f"[parse_query(marks + {rest!r}) for marks in {rng.sample(['', '?', '??', '&?', '?&', '???', '?;?'], 5)!r}]"


def names_of_every_form(rng):
    names = rng.sample(["a+b", "+", "a+", "%20a", "a%2Bb", "a+[]"], 3) + rng.sample(["a[][]", "b[][][]", "%5B%5D[]", "[][]", "a[]%5b%5d"], 3) + rng.sample(["", "[]", "%5B%5D", "[]%41", "a%26", "a=[]"], 3)
    return f"{TRY}[tried(parse_query, name + {rng.choice(['=1', '', '=', '=&ok'])!r}) for name in {names!r}]"


def digits_that_are_none(rng):
    bad = rng.sample(["% 41", "% 1", "%+1", "%-1", "%4 ", "%_1", "%1_", "%0x", "%\u06631", "%4\u0661", "%\uff141", "%g1", "%1G", "%4\t"], 8)
    return f"{TRY}[tried(parse_query, text) for text in {[rng.choice(['a={}', '{}', 'x={}&y', 'y;{}=']).format(text) for text in bad]!r}]"


def flags_and_values(rng):
    """The same name with a value and without one, in either order, and parts without a name among them."""
    texts = [joined(rng, rng.sample(["a=1", "a", "a=", "a=2", "b", "b=3"], 4)) for _ in range(4)]
    texts.append(joined(rng, rng.sample(["a=1", "=", "=2", "[]", "[]=1"], 2)))
    return f"{TRY}[tried(parse_query, text) for text in {texts!r}]"


STRATA = [
    pairs, escapes, escaped_bytes, escaped_names, the_last_counts, lists, bracket_near_misses, with_and_without_brackets,
    without_a_name, bad_escape, empty_parts, question_marks, flags, built, built_lists, built_texts, every_character,
    names_in_order, built_empty, there_and_back, hundreds,
    cut_short,
    marks_at_the_beginning, names_of_every_form, digits_that_are_none, flags_and_values,
]
