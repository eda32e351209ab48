"""Patterns of every part and texts that nearly match them: a text is made from the pattern, then something is changed."""

SETS = ["[abc]", "[^a]", "[a-c]", "[^0-9]", "[b-]", "[-b]", "[a-c0-2_]", "[^\\]]", "[\\^a]", "[a^]", "[.#*]", "[^\n]", "[(|)]", "[a\\-c]", "[X-c]"]
SINGLE = ["a", "b", "c", "a", "b", ".", "#", "\\.", "\\#", "\\|", "_", "é", "-", "]", "}", "^", "$", ",", " ", "\\<", "\\n", "A"]
REPEATS = ["*", "+", "?", "{2}", "{0}", "{1,}", "{1,2}", "{2,3}", "{0,1}", "{0,}", "{2,2}", "{1}"]
TEXT = "aabbcc01 _-.#A"


def text(rng, most=14, marks=TEXT):
    return "".join(rng.choice(marks) for _ in range(rng.randint(0, most)))


def element(rng, depth):
    kind = rng.random()
    if depth and kind < 0.3:
        return "(" + pattern(rng, depth - 1) + ")"
    if kind < 0.42:
        return rng.choice(SETS)
    return rng.choice(SINGLE)


def pattern(rng, depth=1, parts=3, repeats=0.35):
    choices = []
    for _ in range(rng.choice([1, 1, 2, 3])):
        chain = [element(rng, depth) + (rng.choice(REPEATS) if rng.random() < repeats else "") for _ in range(rng.randint(0 if depth else 1, parts))]
        choices.append("".join(chain))
    return "|".join(choices)


def both(pattern, text):
    return f"[find_all({pattern!r}, {text!r}), matches({pattern!r}, {text!r})]"


def each_of(patterns, text):
    """What several patterns find and match, or that they are malformed."""
    return f"def tried(pattern, text={text!r}):\n    try: return [find_all(pattern, text), matches(pattern, text)]\n    except ValueError: return 'ValueError'\n[tried(pattern) for pattern in {patterns!r}]"


def plain_text(rng):
    word = rng.choice(["a", "ab", "aba", "abab", "bb", "aab"])
    return both(word, text(rng, 20, "ab"))


def single_characters(rng):
    one = rng.choice([*SINGLE, "."])
    return both(one, text(rng, 8) + one[-1] + text(rng, 5))


def dots_and_lines(rng):
    return both(rng.choice([".", ".+", ".*", "..", "a.b", ".*b", "(.|\n)+", "[^a]+", ".{2}"]), text(rng, 10, "ab\n\n\r\té"))


def digits(rng):
    return both(rng.choice(["#", "#+", "a#", "##?", "[^#]", "[#]+", "\\#", "#*a"]), text(rng, 12, "0159a#٣²/:"))


def sets(rng):
    return both(rng.choice(SETS) + rng.choice(["", "", "+", "{2}", rng.choice(SETS)]), text(rng, 14, "abcd0123-]^_.#*(|)XZ\n,\\"))


def edges_of_ranges(rng):
    low = rng.choice("bdB1")
    high = chr(ord(low) + rng.randint(0, 4))
    near = "".join(chr(ord(end) + step) for end in (low, high) for step in (-1, 0, 1))
    return both(f"[{rng.choice(['', '^'])}{low}-{high}]" + rng.choice(["", "+"]), near + text(rng, 4))


def simple_repeats(rng):
    return both(rng.choice("ab.#") + rng.choice("*+?") + rng.choice(["", "b", "a", "a?", "b+"]), text(rng, 12, "aab0"))


def counted_repeats(rng):
    least = rng.randint(0, 4)
    count = rng.choice([f"{{{least}}}", f"{{{least},}}", f"{{{least},{least + rng.randint(0, 3)}}}", f"{{0{least}}}"])
    return both(rng.choice(["a", "(ab)", "[ab]", "(a|b)", "(a?)"]) + count + rng.choice(["", "b", "$"]), "a" * rng.randint(0, 9) + rng.choice(["", "b", "bab", "$"]) + "ab" * rng.randint(0, 5))


def many_times(rng):
    times = rng.choice([10, 12, 20, 37])
    return f"[[len(find_all('a' + count, 'a' * n)), matches('a' + count, 'a' * n)] for n in ({times - 1}, {times}, {times + 1}) for count in ('{{{times}}}', '{{{times},}}', '{{1,{times}}}')]"


def longest_of_alternatives(rng):
    words = [rng.choice(["a", "ab", "abc", "b", "bc", "c", "abca", "ca", ""]) for _ in range(rng.randint(2, 4))]
    choices = "|".join(words) if rng.random() < 0.6 else rng.choice(["a|ab", "b|bc", "ab|abca", "|a", "a|abc|ab"])
    return both(rng.choice([choices, f"({choices})", f"({choices}){rng.choice(['c', 'a', 'bc'])}", f"({choices})+"]), "".join(rng.choice([*words, "a", "c", "bc"]) for _ in range(rng.randint(2, 6))))


def what_the_rest_needs(rng):
    parts = [rng.choice(["a*", "(a|ab)", "a?", "(ab)?", "(a|b)*", ".*", "a+", "(a|ab|b)", "(ab|a)*", "b?", "[ab]{1,2}"]) for _ in range(rng.randint(2, 3))]
    return both("".join(parts) + rng.choice(["a", "ab", "b", "aa", "bb"]), text(rng, 10, "aab"))


def words(rng):
    shape = rng.choice(["<", ">", "<a", "a>", "<.", ".>", "<[ab]+>", "<#+>", ".<", ">.", "a<", "<>", "(<|b)a", "a(>| )", "<*a", "(<a|>-)+", "<_", "<.+>", "<é", "b>\\."])
    return both(shape, text(rng, 16, "aabb0_  -.é"))


def groups_within_groups(rng):
    return both(pattern(rng, 3, 2), text(rng, 10))


def groups_repeated(rng):
    inner = rng.choice(["ab", "a|b", "a?b", "a*", "", "a|", "ab|a", "(a)b?", "a{2}", "#|a", "<a", "(a*)*", "b>"])
    return both(f"({inner}){rng.choice(REPEATS)}" + rng.choice(["", "b", "a"]), text(rng, 12, "aabab0 "))


def repeats_of_nothing(rng):
    shape = rng.choice(["(){2}", "()*", "(|a)+b", "(a*)*", "(a*)+b", "(a?){3}", "((a*)*)*", "(<)*a", "(>)+", "(a|)*", "(|)+", "(a{0})*b", "(a*b*)*"])
    return both(shape, text(rng, 8, "aab "))


def empty_alternatives(rng):
    return both(rng.choice(["", "|", "|a", "a|", "a||b", "(|)", "()", "(|a)b", "a(|b)", "|ab|a", "(a|)(b|)", "()a()"]), text(rng, 8, "aab"))


def anything(rng):
    return both(pattern(rng, 2), text(rng, 12))


def escapes(rng):
    mark = rng.choice(".#*+?{}()[]|<>\\^-$nda1")
    return both("\\" + mark + rng.choice(["", "+", "{2}", "a"]), text(rng, 4) + mark * rng.randint(1, 3) + text(rng, 4, "an1\\\n"))


def escapes_in_sets(rng):
    mark = rng.choice("]^-\\.[a#n|")
    return both(f"[{rng.choice(['', '^', 'a'])}\\{mark}{rng.choice(['', 'b'])}]" + rng.choice(["", "+"]), text(rng, 4) + mark * 2 + text(rng, 4, "]^-\\abn\n#["))


def marks_without_meaning(rng):
    return both(rng.choice(["]", "}", "^a", "a$", "-", ",", "a-c", "^", "$", "a]", "1}", "a,2}", "/", "&", "~a", "a=b", ":", "!"]) + rng.choice(["", "+", "?"]), text(rng, 5, "a^$]},-c12") + rng.choice(["^a", "a$", "a-c", "]}", "a,2}", "1}"]))


def malformed(rng):
    bad = rng.choice([
        "*", "+a", "?", "{2}", "a**", "a*+", "a+?", "a{2}*", "a?{2}", "a{2}{3}", "(*a)", "(|+)", "a|*", "(", ")", "(a", "a)", "((a)", "(a))", "[", "[a", "[]", "[^]",
        "[^", "a[", "[c-a]", "[9-0]", "[a-A]", "\\", "a\\", "[a\\", "[a\\]", "a{", "a{}", "a{,2}", "a{2", "a{x}", "a{2,1}", "a{3,0}", "a{ 2}", "a{-1}", "a{1,2,3}", "a{2,x}", "{", "{a}",
        "(a|b", "[a-", "()|)", "x(a(b)", "<**", "a{1;2}", "a{10,9}", "a|b)", "[]a]", "(?a)",
    ])
    return f"{rng.choice(['find_all', 'matches'])}({rng.choice(['', '', 'b', 'a?', '(a)']) + bad if bad[0] not in '*+?{' else bad!r}, {rng.choice(['', 'a', 'ab'])!r})"


def one_mark_changed(rng):
    """Well formed or not, as chance has it; no set is touched, so that nothing is asked that no rule settles."""
    whole = [element(rng, 0) for _ in range(rng.randint(1, 4))]
    whole = [part for part in whole if part[0] != "["] + ["a"]
    whole.insert(rng.randint(0, len(whole)), rng.choice(["*", "+", "?", "(", ")", "|", "\\", "{", "}", "{2}", "{1,3}", "()", "(a)", "<"]))
    return both("".join(whole), text(rng, 8))


def long_texts(rng):
    unit, times = rng.choice(["ab", "a", "aab", "b a"]), rng.randint(40, 130)
    return f"(lambda found: [len(found), found[-2:]])(find_all({rng.choice(['a', 'ab', 'a+', 'b', '[ab]{3}', '<a>', '(a|b)a', 'ba?', 'ab|b'])!r}, {unit!r} * {times}))"


def no_explosion(rng):
    """Trying every way in turn would never end."""
    times = rng.randint(25, 40)
    return f"matches({rng.choice(['(a*)*b', '(a|aa)+b', '(a|a)*b', '(a?){30}a{30}b', '(.*)(.*)(.*)b', '((a+)+)+b'])!r}, 'a' * {times} + {rng.choice(['b', 'c', ''])!r})"


def no_character_of_it(rng):
    return both(pattern(rng, 1), rng.choice(["", "", "\n", "é", "z", " "]))


def one_after_another(rng):
    first, second = pattern(rng, 1), pattern(rng, 1)
    return f"[find_all(pattern, {text(rng, 8)!r}) for pattern in {[first, second, first]!r}]"


def sets_that_are_none(rng):
    bad = rng.choice(["[]", "[^]", "[]a]", "[]a]", "[]b-]", "[]]", "[^]b]", "[c-a]", "[b-aa]", "[ac-b]", "[9-0]", "[a-A]", "[\\]", "[a", "[^", "[a-", "[", "[z-y-x]", "[^c-b]", "[]-a]"])
    well = rng.choice(["[a]", "[a-]", "[b-]", "[^^]", "[a-a]", "[-a]", "a]", "[A-a]", "[0-9]", "[\\]]"])
    return both(rng.choice(["", "a", "(b)?"]) + rng.choice([bad, bad, well]) + rng.choice(["", "b", "]"]), text(rng, 6, "aabb-]^"))


def counts_that_are_none(rng):
    shapes = ["{{{},{}}}"] * 10 + ["{{{}}}", "{{{},}}", "{{,{}}}", "{{{} ,{}}}", "{{{}-{}}}", "{{-{}}}", "{{{}", "{{}}"]
    counts = [rng.choice(shapes).format(rng.randint(0, 12), rng.randint(0, 12)) for _ in range(4)]
    return each_of([rng.choice(["a", "[ab]", "(a|b)", "."]) + count for count in counts], text(rng, 14, "aaaab"))


def repeats_one_after_another(rng):
    shapes = rng.sample(["a{}{}", "a{}{}b", "(a{}){}", "(a){}{}", "[ab]{}{}", "(a{}|b){}", "a{}b{}", "#{}|{}", "({}{})"], 4)
    return each_of([shape.format(rng.choice(REPEATS), rng.choice(REPEATS)).replace("|{", "|b{") for shape in shapes], text(rng, 8, "aab0"))


def either_case(rng):
    word = "".join(rng.choice("aAbB") for _ in range(rng.randint(1, 3)))
    shapes = rng.sample([word, f"({word})+", f"[{word}]+", f"{word}|x", f"<{word}"], 3)
    return each_of(shapes, text(rng, 10, "aAbB") + word.swapcase() + rng.choice([word, "", word.lower()]))


def words_beside_other_letters(rng):
    """An underscore and digits belong to words, letters beyond ASCII do not."""
    shapes = rng.sample(["<a", "a>", "<[ab]+>", "<.", ".>", "<#", "_>", "<_+", "(<a|b>)", "<[_a]+>"], 3)
    return each_of(shapes, text(rng, 8, "aab_0éßд -") + rng.choice(["_a", "a_", "b_a", "0_"]) + rng.choice([" ", "-", ""]) + rng.choice(["éa", "aß", "дb", "é"]))


def words_where_the_search_goes_on(rng):
    shape = rng.choice(["<a", "<ab?", "<a|b", "<[ab]", "a|<b", "(<a|b>)", "<ab|b", "a>|b"])
    return both(shape, text(rng, 12, "aaabb "))


def digits_of_other_scripts(rng):
    return both(rng.choice(["#", "#+", "[^#]#", "a#?", "<#", "#{2}", "(#|a)+"]), text(rng, 10, "07٣²५a"))


def line_breaks(rng):
    return both(rng.choice([".", ".+", "a.", ".a", ".*", "(.)", ".{2}", ".|b", "[^b]", "a\n?b"]), text(rng, 8, "ab\n\n") + "\n" + text(rng, 4, "ab"))


def each_sign_in_sets(rng):
    """A ] ends a set wherever it is, a ^ is itself where it is not first, and no range goes downwards."""
    sets_of = [
        rng.sample(["[]a]", "[]]", "[^]a]", "[]-a]", "[^]]", "[]b-]"], 2), rng.sample(["[a^]", "[a^b]", "[^a^]", "[^^]", "[a^-b]", "[Z-^]", "[0-9^]"], 2),
        rng.sample(["[c-a]", "[9-0]", "[^b-a]", "[ac-b]", "[b-aa]", "[b-^]", "[a-a]"], 2),
    ]
    patterns = [rng.choice(["", "", "a?"]) + one + rng.choice(["", "", "+", "b"]) for group in sets_of for one in group]
    rng.shuffle(patterns)
    return each_of(patterns, "a^b]" + text(rng, 6, "abc^]-Z0"))



STRATA = [
    plain_text, single_characters, dots_and_lines, digits, sets, edges_of_ranges, simple_repeats, counted_repeats, many_times,
    longest_of_alternatives, what_the_rest_needs, words, groups_within_groups, groups_repeated, repeats_of_nothing,
    empty_alternatives, anything, escapes, escapes_in_sets, marks_without_meaning, malformed, one_mark_changed, long_texts,
    no_explosion, no_character_of_it, one_after_another,
    sets_that_are_none, counts_that_are_none, repeats_one_after_another, either_case, words_beside_other_letters,
    words_where_the_search_goes_on, digits_of_other_scripts, line_breaks,
    each_sign_in_sets,
]
