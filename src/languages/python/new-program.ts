/** The files of a new program: small, sound, and with comments that lead an author in making it his own. */
/** Text of each file by its path within the folder. */
export function newProgramFiles({ split }: { readonly split: string }): ReadonlyMap<string, string> {
  return new Map([
    ["program.yaml", programYaml(split)],
    ["solution.py", SOLUTION],
    ["generate.py", GENERATOR],
    ["bugs/no_whole_hours.py", BUG],
  ]);
}

const programYaml = (split: string) => `title: Minutes as hours and minutes
# What correct code does, and nothing of a bug. An agent that repairs the program has this and the visible tests, no more: name
# every case, what is raised, and what must not be changed.
description: >-
  clock_text(minutes) takes a whole number of minutes and returns it as text: "45 min" below an hour, "2 h" for whole
  hours, and "2 h 5 min" for all others. It raises ValueError for a negative number.
entry_point: clock_text          # the function or class under test
difficulty: easy                 # easy, medium or hard
split: ${split}${" ".repeat(26 - split.length)}# train, validation or test; one for all bugs of a program
tags: [text, arithmetic]         # optional
# source: where the program is from
# license: Apache-2.0
tests:                           # the visible tests: six to twelve, some of which pass with the bug
  - name: less than an hour has no hours
    call: clock_text(45)         # an expression, or statements with one at the end, whose value is compared
    expect: "'45 min'"           # a Python literal, in quotes where YAML needs them
  - name: no time at all is no minutes
    call: clock_text(0)
    expect: "'0 min'"
  - name: one hour is told without minutes
    call: clock_text(60)
    expect: "'1 h'"
  - name: hours and minutes stand side by side
    call: clock_text(125)
    expect: "'2 h 5 min'"
  - name: whole hours are told without minutes
    call: clock_text(180)
    expect: "'3 h'"
  - name: a negative number is refused
    call: clock_text(-1)
    expect: {raises: ValueError}
bugs:                            # each is a file of bugs/ with the whole program and one bug in it
  no_whole_hours:
    title: Whole hours are told with their minutes
    bug_type: missing-check      # small letters and hyphens
`;

const SOLUTION = `def clock_text(minutes):
    if minutes < 0:
        raise ValueError("minutes must not be negative")
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return f"{rest} min"
    if rest == 0:
        return f"{hours} h"
    return f"{hours} h {rest} min"
`;

const BUG = `def clock_text(minutes):
    if minutes < 0:
        raise ValueError("minutes must not be negative")
    hours, rest = divmod(minutes, 60)
    if hours == 0:
        return f"{rest} min"
    return f"{hours} h {rest} min"
`;

const GENERATOR = `"""Draws the calls of the hidden tests: a hundred an episode, from each function of STRATA in turn.

A function takes rng, a random.Random, and returns one call as text. Its name says what kind of calls it draws. Give one to
every case that the description names, and ask for nothing that it leaves open.
"""

def call(minutes):
    return f"clock_text({minutes})"

def below_an_hour(rng):
    return call(rng.randrange(60))

def whole_hours(rng):
    return call(60 * rng.randint(1, 200))

def beside_whole_hours(rng):
    return call(60 * rng.randint(1, 200) + rng.choice([-1, 1]))

def hours_and_minutes(rng):
    return call(rng.randint(60, 10_000))

def negative(rng):
    return call(-rng.randint(1, 10_000))

STRATA = [below_an_hour, whole_hours, beside_whole_hours, hours_and_minutes, negative]
`;
