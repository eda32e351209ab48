"""Networks of tasks of every shape, with durations that tie often, and crews from one worker to many."""

KINDS = ["cut", "sew", "dye", "pack"]
NAMES = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n"]


def names(rng, count):
    chosen = [rng.choice(["", "t"]) + name for name in NAMES[:count]]
    rng.shuffle(chosen)
    return chosen


def network(rng, least, most, kinds=KINDS[:2], durations=(1, 2, 2, 3, 4), needs=2):
    """Tasks in any order, each of which needs only some that were made before it."""
    tasks = []
    for name in names(rng, rng.randint(least, most)):
        before = [task[0] for task in tasks]
        tasks.append((name, rng.choice(kinds), rng.choice(durations), rng.sample(before, min(len(before), rng.randint(0, needs)))))
    if rng.random() < 0.7:
        rng.shuffle(tasks)
    return tasks


def crew(rng, tasks, least, most):
    """Workers, of whom somebody can do each task."""
    kinds = sorted({task[1] for task in tasks})
    workers = [rng.sample(KINDS, rng.randint(0, 3)) for _ in range(rng.randint(least, most))]
    for kind in kinds:
        if not any(kind in worker for worker in workers):
            rng.choice(workers).append(kind)
    return workers


def planned(tasks, workers):
    return f"plan({tasks!r}, {workers!r})"


def one_task(rng):
    tasks = network(rng, 1, 1)
    return planned(tasks, crew(rng, tasks, 1, 3))


def two_tasks(rng):
    tasks = network(rng, 2, 2, KINDS[:1])
    return planned(tasks, crew(rng, tasks, 1, 2))


def no_needs(rng):
    tasks = network(rng, 3, 8, KINDS[:2], needs=0)
    return planned(tasks, crew(rng, tasks, 1, 4))


def one_worker(rng):
    tasks = network(rng, 3, 9)
    return planned(tasks, crew(rng, tasks, 1, 1))


def workers_all_alike(rng):
    tasks = network(rng, 4, 10, KINDS[:1])
    return planned(tasks, [["cut"]] * rng.randint(2, 4))


def workers_of_many_kinds(rng):
    tasks = network(rng, 4, 10, KINDS)
    return planned(tasks, crew(rng, tasks, 2, 5))


def few_kinds_go_first(rng):
    workers = [rng.sample(KINDS[:3], rng.randint(1, 3)) for _ in range(rng.randint(2, 5))] + [KINDS[:3]]
    rng.shuffle(workers)
    return planned(network(rng, 2, 6, KINDS[:3], needs=1), workers)


def more_workers_than_tasks(rng):
    tasks = network(rng, 2, 6)
    return planned(tasks, crew(rng, tasks, 7, 10))


def ends_at_the_same_time(rng):
    """All tasks take one or two, so that many end together and free what others wait for."""
    tasks = network(rng, 6, 12, KINDS[:2], (1, 1, 2), 2)
    return planned(tasks, crew(rng, tasks, 2, 4))


def two_waves(rng):
    """The second wave waits for single tasks of the first; the one that is more urgent waits for the later worker's."""
    width, first = rng.randint(2, 4), rng.randint(1, 3)
    tasks = [(f"a{n}", "cut", first, []) for n in range(width)]
    tasks += [(f"b{n}", "cut", rng.randint(1, 5), [f"a{n}"]) for n in range(width)]
    return planned(tasks, [rng.choice([["cut"], ["cut", "sew"]]) for _ in range(rng.choice([width, width, width - 1]))])


def equal_chains(rng):
    tasks = network(rng, 5, 11, KINDS[:1], (2,), 1)
    return rng.choice([planned(tasks, [["cut"]] * rng.randint(1, 3)), f"critical_path({tasks!r})"])


def urgent_chains(rng):
    """A long chain of short tasks beside single long ones."""
    chain = [(f"c{n}", "cut", rng.randint(1, 2), [f"c{n - 1}"] if n else []) for n in range(rng.randint(3, 6))]
    tasks = chain + [(f"s{n}", "cut", rng.randint(2, 7), []) for n in range(rng.randint(1, 4))]
    rng.shuffle(tasks)
    return planned(tasks, [["cut"]] * rng.randint(1, 3))


def one_needs_all(rng):
    tasks = network(rng, 3, 7, KINDS[:2], needs=0)
    tasks.insert(rng.randint(0, len(tasks)), ("last", "cut", 2, [task[0] for task in tasks]))
    return rng.choice([planned(tasks, crew(rng, tasks, 2, 3)), f"critical_path({tasks!r})", f"slack({tasks!r})"])


def all_need_one(rng):
    tasks = [("first", "cut", rng.randint(1, 3), [])] + [(name, rng.choice(KINDS[:2]), rng.randint(1, 3), ["first"]) for name in names(rng, rng.randint(2, 6))]
    rng.shuffle(tasks)
    return rng.choice([planned(tasks, crew(rng, tasks, 2, 3)), f"critical_path({tasks!r})", f"slack({tasks!r})"])


def longest_chains(rng):
    return f"critical_path({network(rng, 3, 11)!r})"


def longest_of_equal_chains(rng):
    return f"critical_path({network(rng, 4, 11, KINDS[:1], (1, 1, 2))!r})"


def slacks(rng):
    return f"slack({network(rng, 2, 11)!r})"


def slacks_of_long_tasks(rng):
    return f"slack({network(rng, 3, 8, KINDS[:1], (1, 10, 100, 10**12), 3)!r})"


def twice_or_no_time(rng):
    tasks = network(rng, 2, 5)
    name, kind, _, needs = rng.choice(tasks)
    tasks.insert(rng.randint(0, len(tasks)), rng.choice([(name, kind, 1, []), ("new", kind, 0, [name]), ("new", kind, -3, needs), (name, "dye", 2, needs), (name + "x", kind, 1, [])]))
    return f"{rng.choice(['slack', 'critical_path'])}({tasks!r})" if rng.random() < 0.6 else planned(tasks, [KINDS])


def unknown_needs(rng):
    tasks = network(rng, 1, 5)
    tasks.insert(rng.randint(0, len(tasks)), ("new", "cut", rng.choice([1, 1, 1, 0]), [rng.choice(["nobody", "A", "", "new ", "cut", tasks[0][0]])]))
    return f"{rng.choice(['slack', 'critical_path'])}({tasks!r})" if rng.random() < 0.6 else planned(tasks, [KINDS])


def circles(rng):
    size = rng.randint(1, 4)
    ring = [(f"r{n}", "cut", 1, [f"r{(n + 1) % size}"]) for n in range(size)]
    if rng.random() < 0.3:
        ring[-1] = ("r" + str(size - 1), "cut", 1, [])
    tasks = ring + network(rng, 0, 4) + rng.choice([[], [("after", "cut", 1, ["r0"])], [("lost", "cut", 1, ["nobody"])]])
    rng.shuffle(tasks)
    return f"{rng.choice(['slack', 'critical_path'])}({tasks!r})" if rng.random() < 0.6 else planned(tasks, [KINDS])


def nobody_can(rng):
    tasks = network(rng, 1, 6, KINDS)
    return planned(tasks, [rng.sample(KINDS, rng.randint(0, 2)) for _ in range(rng.randint(0, 3))])


def empty(rng):
    return rng.choice(["plan([], {0})", "critical_path([])", "slack([])", "[plan([], {0}), slack([])]"]).format([rng.sample(KINDS, rng.randint(0, 2)) for _ in range(rng.randint(0, 3))])


def long_lists(rng):
    count, step = rng.randint(60, 120), rng.randint(2, 9)
    tasks = f"[(f't{{n}}', 'xy'[n % 2], n % {rng.randint(2, 6)} + 1, [f't{{n - {step}}}'] if n >= {step} else []) for n in range({count})]"
    return rng.choice([f"plan({tasks}, {[['x', 'y'], ['x'], ['y']][: rng.randint(1, 3)]!r})[-3:]", f"critical_path({tasks})[-4:]", f"max(slack({tasks}).values())", f"plan({tasks}[::-1], [['x', 'y']] * {step})[-3:]"])


def names_of_kinds(rng):
    """Kinds of which one is a part of the other."""
    kinds = ["a", "ab", "b", ""]
    tasks = network(rng, 2, 5, kinds, needs=1)
    return planned(tasks, [rng.sample(kinds, rng.randint(1, 4)) for _ in range(rng.randint(1, 3))])


def arguments_unchanged(rng):
    tasks = network(rng, 2, 5)
    return f"tasks, workers = {tasks!r}, {crew(rng, tasks, 1, 3)!r}\n[plan(tasks, workers), critical_path(tasks), slack(tasks), plan(tasks, workers) == plan(tasks, workers), tasks, workers]"


def faulty(rng, wanted):
    """A network with the faults that are wanted, wherever they come to stand."""
    tasks = network(rng, 1, 4)
    made = {
        "twice": [(tasks[0][0], "sew", 1, [])],
        "no time": [("v", "cut", rng.choice([0, 0, -1]), [])],
        "unknown": [("u", "cut", 1, ["gone"])],
        "circle": [("o", "cut", 1, ["p"]), ("p", "cut", 2, ["o"])],
        "nobody": [("q", "bake", 1, [])],
    }
    for fault in wanted:
        for task in made[fault]:
            tasks.insert(rng.randint(0, len(tasks)), task)
    return tasks


def several_faults(rng):
    """More than one thing is wrong: the order of the checks decides."""
    tasks = faulty(rng, rng.sample(["twice", "no time", "unknown", "circle"], 2))
    return rng.choice(["plan({0}, [['cut', 'sew']])", "slack({0})", "critical_path({0})"]).format(tasks)


def unknown_need_and_another_fault(rng):
    tasks = faulty(rng, ["unknown", rng.choice(["twice", "no time", "circle", "nobody"])])
    return rng.choice(["plan({0}, [['cut', 'sew']])", "plan({0}, [['cut'], ['sew']])", "plan({0}, [])"]).format(tasks)


def names_or_times_and_unknown_needs(rng):
    tasks = faulty(rng, ["unknown", rng.choice(["twice", "no time"])])
    return rng.choice(["slack({0})", "critical_path({0})", "plan({0}, [['cut', 'sew']])"]).format(tasks)


def tasks_for_nobody_and_unknown_needs(rng):
    """Whether there is a worker for each task is looked at last."""
    tasks = faulty(rng, rng.choice([["unknown", "nobody"], ["unknown", "nobody"], ["nobody", "unknown", "circle"]]))
    return f"plan({tasks!r}, {rng.choice([[['cut', 'sew']], [['cut'], ['sew']], [['cut']], [[]]])!r})"


def tasks_of_no_time(rng):
    tasks = network(rng, 1, 5)
    place = rng.randrange(len(tasks))
    name, kind, _, needs = tasks[place]
    tasks[place] = (name, kind, rng.choice([0, 0, 0, 0, -1]), needs)
    return rng.choice(["plan({0}, [['cut', 'sew']])", "slack({0})", "critical_path({0})"]).format(tasks)


STRATA = [
    one_task, two_tasks, no_needs, one_worker, workers_all_alike, workers_of_many_kinds, few_kinds_go_first, more_workers_than_tasks,
    ends_at_the_same_time, two_waves, equal_chains, urgent_chains, one_needs_all, all_need_one, longest_chains,
    longest_of_equal_chains, slacks, slacks_of_long_tasks, twice_or_no_time, unknown_needs, circles, nobody_can, empty,
    long_lists, names_of_kinds, arguments_unchanged,
    several_faults, tasks_for_nobody_and_unknown_needs, tasks_of_no_time, unknown_need_and_another_fault, names_or_times_and_unknown_needs,
]
