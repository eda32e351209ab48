"""Lists of few unlike lines, edited by little or by much, compared, made a patch and patched, also where it does not fit."""

TRY = "def tried(function, *given):\n    try: return function(*given)\n    except Exception as error: return type(error).__name__\n"
def lines(rng, most, letters="abc", least=0):
    return rng.choices(letters, k=rng.randint(least, most))


def edited(rng, old, edits, letters="abcxy"):
    new = list(old)
    for _ in range(edits):
        place = rng.randint(0, len(new))
        kind = rng.randrange(3)
        if kind and place < len(new):
            new[place : place + 1] = [] if kind == 1 else [rng.choice(letters)]
        else:
            new.insert(place, rng.choice(letters))
    return new


def numbered(rng, count, edits):
    old = [f"l{n}" for n in range(count)]
    return old, edited(rng, old, edits)


def compared(old, new):
    return f"diff({old!r}, {new!r})"


def patch(rng, old, new):
    return f"make_patch({old!r}, {new!r}{rng.choice(['', ', 0', ', 1', ', 2', ', 3'])})"


def few_lines(rng):
    return compared(lines(rng, 5), lines(rng, 5))


def two_kinds_of_lines(rng):
    return compared(lines(rng, 7, "ab"), lines(rng, 7, "ab"))


def many_kinds_of_lines(rng):
    return compared(lines(rng, 9, "abcdef"), lines(rng, 9, "abcdef"))


def little_edited(rng):
    old = lines(rng, 12, "abcd", 3)
    return compared(old, edited(rng, old, rng.randint(1, 3)))


def shuffled(rng):
    old = lines(rng, 7, "abcdefg", 2)
    return compared(old, rng.sample(old, len(old)))


def one_replaced(rng):
    old = [f"l{n}" for n in range(rng.randint(1, 5))]
    place = rng.randrange(len(old))
    return compared(old, old[:place] + ["new"] * rng.randint(1, 3) + old[place + rng.randint(0, 2) :])


def nothing_on_a_side(rng):
    one = lines(rng, 4)
    return rng.choice([compared([], one), compared(one, []), patch(rng, [], one), patch(rng, one, [])])


def all_the_same(rng):
    old = lines(rng, 5)
    return rng.choice([compared(old, old), patch(rng, old, old)])


def nothing_in_common(rng):
    return rng.choice([compared, lambda one, other: patch(rng, one, other)])(lines(rng, 4, "ab", 1), lines(rng, 4, "cd", 1))


def odd_lines(rng):
    letters = ["", " ", "a", "a ", "A", "-a", "+a", "@@ 1 -1 +1", "é", "\n", "0"]
    old = lines(rng, 6, letters)
    new = edited(rng, old, 3, letters)
    return rng.choice([compared(old, new), patch(rng, old, new), f"apply_patch({old!r}, make_patch({old!r}, {new!r}))"])


def patch_of_few_lines(rng):
    return patch(rng, lines(rng, 6), lines(rng, 6))


def patch_of_one_edit(rng):
    return patch(rng, *numbered(rng, rng.randint(3, 14), 1))


def patch_of_two_edits(rng):
    return patch(rng, *numbered(rng, rng.randint(8, 20), 2))


def patch_of_several_edits(rng):
    return patch(rng, *numbered(rng, rng.randint(12, 30), rng.randint(3, 6)))


def edits_so_far_apart(rng):
    """Two changes with a gap around twice the context between them."""
    context = rng.randint(0, 3)
    gap = max(1, 2 * context + rng.randint(-1, 2))
    before, after = rng.randint(0, 4), rng.randint(0, 4)
    same = [f"s{n}" for n in range(gap)]
    head, tail = [f"h{n}" for n in range(before)], [f"t{n}" for n in range(after)]
    one, two = rng.choice([(["x"], []), ([], ["x"]), (["x"], ["y"])]), rng.choice([(["p"], []), ([], ["p", "q"]), (["p"], ["q"])])
    return f"make_patch({head + one[0] + same + two[0] + tail!r}, {head + one[1] + same + two[1] + tail!r}, {context})"


def edits_at_the_ends(rng):
    middle = [f"m{n}" for n in range(rng.randint(0, 6))]
    return patch(rng, rng.choice([[], ["a"]]) + middle + rng.choice([[], ["b"]]), rng.choice([[], ["c"]]) + middle + rng.choice([[], ["d"]]))


def negative_context(rng):
    return f"make_patch({lines(rng, 2)!r}, {lines(rng, 2)!r}, {rng.randint(-2, 0)})"


def patched(rng):
    old, new = numbered(rng, rng.randint(4, 15), rng.randint(1, 4))
    return f"old = {old!r}\nfound = apply_patch(old, make_patch(old, {new!r}, {rng.randint(0, 3)}))\n[found, old]"


def patched_otherwise(rng):
    """A patch put to lines that differ a little from those that it was made of."""
    old, new = numbered(rng, rng.randint(4, 9), rng.randint(1, 3))
    return f"apply_patch({edited(rng, old, rng.randint(1, 2))!r}, make_patch({old!r}, {new!r}, {rng.randint(0, 2)}))"


def patched_with_too_few_lines(rng):
    old, new = numbered(rng, rng.randint(3, 8), rng.randint(1, 3))
    return f"apply_patch({old[: rng.randint(0, len(old))]!r}, make_patch({old!r}, {new!r}, {rng.randint(0, 2)}))"


def hand_written(rng):
    start = rng.randint(1, 6)
    hunk = rng.choice([[f"-l{start - 1}"], [f" l{start - 1}", "+x"], ["+x"], [f"-l{start}"], []])
    removed = sum(row[0] != "+" for row in hunk)
    more = rng.choice([[], [], [f"@@ {start + rng.randint(-1, 2)} -0 +1", "+y"]])
    return f"apply_patch({['l0', 'l1', 'l2', 'l3']!r}, {[f'@@ {start} -{removed} +{sum(row[0] != chr(45) for row in hunk)}', *hunk, *more]!r})"


def no_patch(rng):
    return f"old = {lines(rng, 5)!r}\nfound = apply_patch(old, [])\n[found, found is old]"


def hundreds(rng):
    return f"make_patch([str(n * n % {rng.randint(7, 40)}) for n in range({rng.randint(40, 70)})], [str(n * n % {rng.randint(7, 40)}) for n in range({rng.randint(40, 70)})], {rng.randint(0, 2)})[:40]"


def lines_like_heads(rng):
    """Lines that look like heads of hunks or like entries are lines like others."""
    letters = ["@@ 1 -1 +1", "@@ 2 -0 +1", "@@ 9 -1 +1", "+a", "-a", " a", "@@", "@@ x", "a", ""]
    old = lines(rng, 6, letters, 2)
    new = edited(rng, old, rng.randint(2, 4), letters[:5])
    return f"{TRY}[tried(apply_patch, {old!r}, make_patch({old!r}, {new!r}, context)) for context in (0, 1, 2)]"


def hunks_anywhere(rng):
    """A hunk at each line, alone and after another one."""
    old = [f"l{n}" for n in range(rng.randint(0, 5))]
    first = [] if len(old) < 2 else rng.choice([["@@ 1 -2 +1", " l0", "-l1"], ["@@ 1 -2 +2", "-l0", " l1", "+z"], ["@@ 2 -1 +1", "-l1", "+z"], ["@@ 1 -0 +1", "+z"]])
    return f"{TRY}[tried(apply_patch, {old!r}, {first!r} + [f'@@ {{n}} -0 +1', '+new']) for n in range(1, {len(old) + rng.randint(3, 6)})]"


def sizes_not_looked_at(rng):
    """The sizes in a head may be anything."""
    old = [f"l{n}" for n in range(rng.randint(1, 5))]
    place = rng.randint(1, len(old))
    hunk = rng.choice([[f"-l{place - 1}"], [f" l{place - 1}", "+x"], ["+x", "+y"]])
    return f"{TRY}[tried(apply_patch, {old!r}, [f'@@ {place} -{{size}} +{{more}}', *{hunk!r}]) for size, more in {[(rng.choice([0, 1, 3, 7, 99]), rng.choice([0, 1, 2, 50])) for _ in range(4)]!r}]"


def lines_nearly_equal(rng):
    """A hunk must have the very lines of old, both those that stay and those that go."""
    old = ["a", " b", "c ", "", "D"]
    shown = [rng.choice([line, line, line + " ", line.strip(), line.lower(), " " + line]) for line in old]
    hunks = [[f"@@ {n + 1} -1 +1", rng.choice(" -") + line] for n, line in enumerate(shown)]
    return f"{TRY}[tried(apply_patch, {old!r}, hunk) for hunk in {hunks!r}]"


def changes_at_every_distance(rng):
    one, two = rng.choice([(["x"], []), ([], ["x"]), (["x"], ["y"])]), rng.choice([(["p"], []), ([], ["p"]), (["p"], ["q", "r"])])
    head = [f"h{n}" for n in range(rng.randint(0, 3))]
    old, new = (f"{head + one[side]!r} + same + {two[side] + ['t']!r}" for side in (0, 1))
    return f"[make_patch({old}, {new}, {rng.randint(0, 3)}) for same in (['s'] * n for n in range(1, 9))]"


STRATA = [
    few_lines, two_kinds_of_lines, many_kinds_of_lines, little_edited, shuffled, one_replaced, nothing_on_a_side, all_the_same,
    nothing_in_common, odd_lines, patch_of_few_lines, patch_of_one_edit, patch_of_two_edits, patch_of_several_edits,
    edits_so_far_apart, edits_at_the_ends, negative_context, patched, patched_otherwise, patched_with_too_few_lines,
    hand_written, no_patch, hundreds,
    lines_like_heads, hunks_anywhere, sizes_not_looked_at, lines_nearly_equal,
    changes_at_every_distance,
]
