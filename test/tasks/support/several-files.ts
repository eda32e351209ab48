/** A sound program of three files, which keeps something in one of them from call to call. */
import type { Changes } from "./program-folder.ts";

const SEVERAL_YAML = `title: Count items
description: tally(text) counts the items of a list such as "a, b, a"; it gives pairs, the item counted most often first.
entry_point: tally
difficulty: easy
split: train
tests:
  - {name: no text has no items, call: "tally('')", expect: "[]"}
  - {name: one item is counted once, call: "tally('a')", expect: "[('a', 1)]"}
  - {name: an item that comes again is counted again, call: "tally('a, b, a')", expect: "[('a', 2), ('b', 1)]"}
  - {name: blanks around items do not count, call: "tally('  a ,b')", expect: "[('a', 1), ('b', 1)]"}
  - {name: items of one count stay in the order of the alphabet, call: "tally('c, b')", expect: "[('b', 1), ('c', 1)]"}
bugs:
  blanks: {title: Blanks are kept, bug_type: missing-step}
`;

/** Files for `makeRoot`, which takes away those of the program of one file. */
export const SEVERAL_FILES: Changes = {
  "program.yaml": SEVERAL_YAML,
  "solution.py": null,
  "bugs/cubed.py": null,
  "bugs/no_return.py": null,
  "solution/solution.py": `from reading import split_items
from counting.counter import Counter

def tally(text):
    counter = Counter()
    for item in split_items(text):
        counter.add(item)
    return counter.ranked()
`,
  "solution/reading.py": `SEEN = []

def split_items(text):
    SEEN.append(text)
    items = [part.strip() for part in text.split(",")]
    return [item for item in items if item] * len(SEEN)
`,
  "solution/counting/__init__.py": "",
  "solution/counting/counter.py": `class Counter:
    def __init__(self):
        self.counts = {}

    def add(self, item):
        self.counts[item] = self.counts.get(item, 0) + 1

    def ranked(self):
        return sorted(self.counts.items(), key=lambda pair: (-pair[1], pair[0]))
`,
  "bugs/blanks/reading.py": `SEEN = []

def split_items(text):
    SEEN.append(text)
    items = text.split(",")
    return [item for item in items if item] * len(SEEN)
`,
  "generate.py": `def items(rng, count):
    return [rng.choice(["a", "b", "c", " d ", ""]) for _ in range(count)]

def few(rng):
    return f"tally({', '.join(items(rng, rng.randint(1, 6)))!r})"

def many(rng):
    return f"tally({','.join(items(rng, rng.randint(7, 40)))!r})"

STRATA = [few, many]
`,
};
