"""Texts of sections, their parents, and settings of every kind of value, with and without a fault."""

KEYS = ["a", "b", "size", "log_level", "x1", "k_", "colour"]
SECTIONS = ["web", "db", "Main", "a b", "x.y", "1"]
VALUES = ["1", "-3", "+7", "007", "0", "yes", "No", "NO", "yEs", "plain", "two words", "", '"1"', '"yes"', '""', '" a "', "yes!"]
VALUES += ["1.5", "--1", "1 2", "a=b", "a # b", "[x]", '"', '"a', 'a"b"', "none", "é", "- 5", "+"]
LISTS = ["1,2", "a, b ,c", ",", "1,", ",a", "yes,no,1", '"a","b"', '1,"a",', " , ,", '"a,b"', '"a",1,"b"', "x,,y", "-1,+2,z"]
BAD_KEYS = ["A", "1a", "a b", "a-b", "_a", "", "é", "a.b", "aB", "a+b", "#", "a++"]


def call(lines):
    return "read_settings(" + repr("\n".join(lines)) + ")"


def setting(rng, keys=KEYS, values=VALUES):
    between = rng.choice(["=", " = ", "= ", "  ="])
    return rng.choice(["", "", "  "]) + rng.choice(keys) + between + rng.choice(values) + rng.choice(["", "", " "])


def settings(rng, most, **more):
    return [setting(rng, **more) for _ in range(rng.randint(1, most))]


def header(rng, name):
    return rng.choice(["[{}]", "[ {} ]", " [{}] "]).format(name)


def below(rng, name, parent):
    return f"[{name}{rng.choice(['<', ' < ', ' <'])}{parent}]"


def without_section(rng):
    return call(settings(rng, 5))


def one_section(rng):
    return call([header(rng, rng.choice(SECTIONS)), *settings(rng, 5)])


def every_value(rng):
    return call([f"k{n} = {value}" for n, value in enumerate(rng.sample(VALUES, rng.randint(2, 6)))])


def numbers(rng):
    forms = ["{}", "+{}", "-{}", "0{}", "-00{}", "{}.", "{}e1", "0x{}", "{}_0", "--{}", "+ {}", "{} {}"]
    return call([f"n{n} = {rng.choice(forms).replace('{}', str(rng.choice([0, 5, rng.randint(0, 10**20)])))}" for n in range(rng.randint(1, 5))])


def lists(rng):
    return call(settings(rng, 4, values=LISTS))


def several_sections(rng):
    lines = settings(rng, 2) if rng.random() < 0.4 else []
    for name in rng.sample(SECTIONS, rng.randint(2, 4)):
        lines += [header(rng, name), *(settings(rng, 3) if rng.random() < 0.8 else [])]
    return call(lines)


def section_opened_again(rng):
    one, other = rng.sample(SECTIONS, 2)
    keys = rng.sample(KEYS, 2)
    return call([line for name in (one, other, one) for line in [header(rng, name), *settings(rng, 3, keys=keys)]])


def later_wins(rng):
    return call(settings(rng, 6, keys=rng.sample(KEYS, 2)))


def inherits(rng):
    parent, child = rng.sample(SECTIONS, 2)
    keys = rng.sample(KEYS, 3)
    return call([header(rng, parent), *settings(rng, 3, keys=keys), below(rng, child, parent), *settings(rng, 3, keys=keys)][: rng.randint(3, 9)])


def inherits_twice(rng):
    one, two, three = rng.sample(SECTIONS, 3)
    keys = rng.sample(KEYS, 3)
    second = rng.choice([below(rng, two, one), header(rng, two)])
    return call([header(rng, one), *settings(rng, 2, keys=keys), second, *settings(rng, 2, keys=keys),
                 below(rng, three, rng.choice([one, two])), *settings(rng, 2, keys=keys), *rng.choice([[], [below(rng, three, one)]])])


def parent_changes_later(rng):
    one, two = rng.sample(SECTIONS, 2)
    return call([header(rng, one), "a = 1", f"b = {rng.choice(LISTS)}", below(rng, two, one), *rng.choice([[], ["a = 5"]]),
                 header(rng, one), rng.choice(["a = 2", "b += 3", "c = 4"]), *rng.choice([[], [below(rng, two, one)]])])


def parent_given_late(rng):
    one, two = rng.sample(SECTIONS, 2)
    return call([header(rng, two), *settings(rng, 3), header(rng, one), *settings(rng, 3), below(rng, two, one), *settings(rng, 1)])


def parent_not_there(rng):
    one, two = rng.sample(SECTIONS, 2)
    return call([*settings(rng, 1), *rng.choice([[], [header(rng, one)]]), below(rng, one, rng.choice([two, "", one.upper() + "!"])), "a=1"])


def own_or_unnamed_parent(rng):
    return call([*rng.choice([[], ["a = 1", "b = 2, 3"]]), *rng.choice([[], ["[web]", "a = 5"]]), rng.choice(["[web < web]", "[web<]", "[db < ]"]), *settings(rng, 2)])


def added(rng):
    key = rng.choice(KEYS)
    lines = [f"{key}{rng.choice(['+=', ' += ', ' +=', ' = '])}{rng.choice([*LISTS, *VALUES])}" for _ in range(rng.randint(1, 4))]
    return call(rng.choice([[], [f"{key} = {rng.choice([*LISTS, *VALUES])}"]]) + lines)


def added_to_inherited(rng):
    one, two = rng.sample(SECTIONS, 2)
    return call([header(rng, one), f"a = {rng.choice([*LISTS, *VALUES])}", below(rng, two, one), f"a += {rng.choice([*LISTS, *VALUES])}",
                 *rng.choice([[], [header(rng, one), "a += last"]])])


def comments_and_gaps(rng):
    more = ["", "  ", "# note", "  # a = 1", "#[x]", "\t", "#"]
    return call([line for row in settings(rng, 4) for line in rng.choices([*more, row], k=2) + [row]])


def nothing_there(rng):
    return call(rng.choices(["", " ", "# only", "\t#"], k=rng.randint(1, 5)))


def headers_only(rng):
    return call([rng.choice([header(rng, name), below(rng, name, rng.choice(SECTIONS[:2]))]) for name in ["web", "db", *rng.sample(SECTIONS, 2)]])


def bad_key(rng):
    lines = settings(rng, 3)
    lines.insert(rng.randint(0, len(lines)), rng.choice(BAD_KEYS) + rng.choice([" = 1", "=", " += x"]))
    return call(lines)


def no_sign(rng):
    lines = settings(rng, 3)
    lines.insert(rng.randint(0, len(lines)), rng.choice(["a", "a: 1", "size 3", "a]", "yes", '"x"']))
    return call(lines)


def bad_header(rng):
    return call([*settings(rng, 2), rng.choice(["[web", "[", "[]", "[ ]", "[web] x", "[web] # x", "[web]\n[ < web]", "[web]]", "[[web]"]), *settings(rng, 2)])


def hundreds(rng):
    return f"read_settings('\\n'.join(f'[s{{n % {rng.randint(3, 9)}}}]\\nk{{n % {rng.randint(5, 20)}}} {rng.choice(['', '+'])}= {{n * {rng.randint(3, 11)} - 50}}' for n in range({rng.randint(60, 120)})))"


def several_signs_in_a_header(rng):
    one, two, three = rng.sample(SECTIONS, 3)
    sign = rng.choice([" < ", "<", "<<", " << "])
    return call([*(f"[{name}]\na{n} = {n}" for n, name in enumerate([one, two, three]) if rng.random() < 0.8), f"[{one}{sign}{two} < {three}]", rng.choice([f"[new < {two}]", f"[{two}{sign}{three}]", f"[{one}]"])])


FALSY = ["", "0", "no", '""', ","]


def falsy_values_are_not_copied_over(rng):
    keys = rng.sample(KEYS, 5)
    own = [f"{key} = {value}" for key, value in zip(keys, rng.sample(FALSY, rng.choice([4, 5, 5])))]
    return call(["[a]", *(f"{key} = {n + 1}" for n, key in enumerate(keys)), "[b]", *own, rng.choice(["[b < a]", "[b<a]", "[ b < a ]"]), *settings(rng, 1)])


def falsy_values_stay_when_added_to(rng):
    keys = rng.sample(KEYS, 5)
    own = [f"{key} = {value}" for key, value in zip(keys, rng.sample(FALSY, rng.choice([4, 5, 5])))]
    more = [f"{key} += {rng.choice([*FALSY, '5', '5, 6'])}" for key in keys]
    rng.shuffle(more)
    return call(["[b]", *own, *rng.choice([[], ["[c < b]"]]), *more])


def quotes_and_commas(rng):
    """Quotes at both ends of a value keep its commas; quotes of its parts do not."""
    values = ['"a, b", c', 'x, "y, z"', '"a","b,c",1', '"a, b" , "c"', '1, "2, 3"', '"a",b', 'a,"b"', '"a, "b', '",",x', 'x,","', '"",', ',""', '"1, 2",3 ,"no"', '"a"b","c', '"a" , b , "c d", e']
    return call([f"k{n} {rng.choice(['=', '+='])} {value}" for n, value in enumerate(rng.sample(values, rng.randint(3, 6)))])


def without_a_parents_name(rng):
    before = rng.choice([[], ["# a = 1"], ["[web]", "a = 1"], ["a = 1"], ["a = 1, 2", "[web]"], ["[db]"]])
    return call([*before, rng.choice(["[db < ]", "[db<]", "[x.y  <  ]", "[web <]"]), *settings(rng, 2)])


STRATA = [
    without_section, one_section, every_value, numbers, lists, several_sections, section_opened_again, later_wins, inherits,
    inherits_twice, parent_changes_later, parent_given_late, parent_not_there, own_or_unnamed_parent, added, added_to_inherited,
    comments_and_gaps, nothing_there, headers_only, bad_key, no_sign, bad_header, hundreds,
    several_signs_in_a_header, falsy_values_are_not_copied_over, falsy_values_stay_when_added_to, quotes_and_commas, without_a_parents_name,
]
