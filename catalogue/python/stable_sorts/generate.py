"""Records with few values, so that many are equal, with keys missing and None, sorted by every combination of fields."""

WORDS = ["", "a", "b", "B", "ab", "é", "10", "9"]


def number(rng):
    return rng.choice([rng.randint(-2, 3), rng.randint(-2, 3), 0, 10**15])


def record_of(rng, missing):
    record = {}
    for key, value in [("n", number(rng)), ("m", rng.randint(0, 2)), ("w", rng.choice(WORDS))]:
        choice = rng.random()
        if choice >= missing:
            record[key] = value
        elif choice < missing / 3:
            record[key] = None
    return record


def records_of(rng, most, missing=0.0):
    """Each has a number of its own, so that the order of equals is seen."""
    return [{**record_of(rng, missing), "id": at} for at in range(rng.randint(1, most))]


def fields_of(rng, least=1):
    return [rng.choice(["", "-"]) + key for key in rng.sample(["n", "m", "w"], rng.randint(least, 3))]


def rising(rng):
    return f"arranged({records_of(rng, 7)!r}, [{rng.choice(['n', 'm', 'w'])!r}])"


def falling(rng):
    return f"arranged({records_of(rng, 7)!r}, [{rng.choice(['-n', '-m', '-w'])!r}])"


def several_fields(rng):
    return f"arranged({records_of(rng, 8)!r}, {fields_of(rng, 2)!r})"


def texts(rng):
    words = [{"w": rng.choice(WORDS), "id": at} for at in range(rng.randint(2, 9))]
    return f"arranged({words!r}, {rng.choice([['w'], ['-w'], ['-w', '-id'], ['w', '-id']])!r})"


def missing(rng):
    return f"arranged({records_of(rng, 7, 0.5)!r}, {rng.choice([['n'], ['-n'], ['w'], ['-w']])!r})"


def missing_in_several_fields(rng):
    return f"arranged({records_of(rng, 7, 0.4)!r}, {fields_of(rng, 2)!r})"


def all_missing(rng):
    return f"arranged({[{'id': at, **rng.choice([{}, {'x': None}, {'y': 1}])} for at in range(rng.randint(1, 6))]!r}, {rng.choice([['x'], ['-x'], ['x', '-id'], ['-x', 'id']])!r})"


def falsy_is_not_missing(rng):
    records = [{"n": rng.choice([0, 0, None, -1, 1]), "id": at} for at in range(rng.randint(2, 7))]
    return f"arranged({records!r}, {rng.choice([['n'], ['-n']])!r})"


def empty_text_is_not_missing(rng):
    records = [{**rng.choice([{"w": ""}, {"w": None}, {"w": "a"}, {}]), "id": at} for at in range(rng.randint(2, 7))]
    return f"arranged({records!r}, {rng.choice([['w'], ['-w']])!r})"


def without_fields(rng):
    return f"{rng.choice(['arranged', 'is_arranged'])}({records_of(rng, 5, 0.3)!r}, [])"


def without_records(rng):
    return f"{rng.choice(['arranged', 'is_arranged'])}([], {fields_of(rng)!r})"


def one_field_twice(rng):
    return f"arranged({records_of(rng, 6, 0.2)!r}, {rng.choice([['n', '-n'], ['-n', 'n'], ['-m', '-m', 'w'], ['m', 'n', '-m', '-id']])!r})"


def keys_with_a_minus_sign(rng):
    records = [{rng.choice(["-n", "-n", "n", "--n"]): rng.randint(0, 3), "id": at} for at in range(rng.randint(2, 6))]
    return f"arranged({records!r}, {rng.choice([['--n'], ['-n'], ['---n'], ['n', '--n'], ['--n', '-id']])!r})"


def other_keys(rng):
    key = rng.choice([" ", "a b", "é", "n-m", "N", "0", "+"])
    records = [{key: rng.randint(0, 3), "id": at} for at in range(rng.randint(2, 6))]
    return f"arranged({records!r}, {[rng.choice(['', '-']) + key]!r})"


def empty_field(rng):
    fields = rng.sample([rng.choice(["", "-"]), *fields_of(rng)[:2]], rng.randint(1, 2))
    fields = fields if "" in fields or "-" in fields else [*fields, "-"]
    return f"{rng.choice(['arranged', 'is_arranged'])}({rng.choice([[], [], records_of(rng, 3)])!r}, {fields!r})"


def tells(rng):
    return f"is_arranged({records_of(rng, 3, 0.2)!r}, {fields_of(rng)!r})"


def tells_of_arranged_ones(rng):
    fields = fields_of(rng)
    return f"is_arranged(arranged({records_of(rng, 7, 0.3)!r}, {fields!r}), {rng.choice([fields, fields, fields[:1], fields_of(rng)])!r})"


def tells_of_two(rng):
    one, other = rng.choice([{"n": 1}, {"n": 2}, {"n": 0}, {}, {"n": None}]), rng.choice([{"n": 1}, {"n": 2}, {"n": 0}, {}, {"n": None}])
    return f"is_arranged([{one!r}, {other!r}], [{rng.choice(['n', '-n'])!r}])"


def tells_of_one_out_of_place(rng):
    numbers = sorted(rng.choices(range(9), k=rng.randint(2, 8)))
    at = rng.randint(0, len(numbers) - 2)
    numbers[at], numbers[at + 1] = numbers[at + 1], numbers[at]
    return f"is_arranged([{{'n': n}} for n in {rng.choice([numbers, numbers[::-1]])!r}], [{rng.choice(['n', '-n'])!r}])"


def in_order_and_reversed(rng):
    count = rng.randint(2, 20)
    return f"arranged([{{'n': n // {rng.randint(1, 4)}, 'id': n}} for n in range({count}){rng.choice(['', '[::-1]'])}], [{rng.choice(['n', '-n'])!r}])"


def hundreds(rng):
    keys = rng.choice([["n"], ["-n"], ["n", "-m"], ["-n", "m"]])
    return f"[record['id'] for record in arranged([{{'n': n * {rng.choice([7, 11, 37])} % {rng.randint(2, 30)}, 'm': n * n % 5, 'id': n}} for n in range({rng.randint(60, 250)})], {keys!r})]"


def records_unchanged(rng):
    return f"records = {records_of(rng, 4, 0.3)!r}\nresult = arranged(records, {fields_of(rng, rng.randint(0, 1))!r})\nfound = [len(result), [any(one is other for other in records) for one in result]]\nresult.append(1)\n[found, records]"


def the_result_is_another_list(rng):
    """Also where the order stays, or there is nothing to order by."""
    records = [{"n": rng.choice([1, 1, 2])} for _ in range(rng.randint(1, 4))]
    fields = rng.choice([[], [], ["n"], ["m"]])
    return f"records = {records!r}\nresult = arranged(records, {fields!r})\nresult.append({{}})\nresult[0] = None\n[records, result]"


STRATA = [the_result_is_another_list, rising, falling, several_fields, texts, missing, missing_in_several_fields, all_missing, falsy_is_not_missing, empty_text_is_not_missing]
STRATA += [without_fields, without_records, one_field_twice, keys_with_a_minus_sign, other_keys, empty_field, tells, tells_of_arranged_ones]
STRATA += [tells_of_two, tells_of_one_out_of_place, in_order_and_reversed, hundreds, records_unchanged]
