/** A program of two functions, in which mistakes can be made that tests see. */
import type { Changes } from "./program-folder.ts";

export const STOCK_FILES: Changes = {
  "program.yaml": `title: Stock of a shop
description: >-
  restock(stock, item, count) returns a new dict in which the item has count more; it raises ValueError for a count below 1.
  missing(stock, wanted) returns the sorted list of the wanted items of which the stock has fewer than 2.
entry_point: restock
difficulty: easy
split: test
tags: [ledgers]
tests:
  - name: a new item is there with its count
    call: "restock({}, 'tea', 3)"
    expect: "{'tea': 3}"
  - name: counts add up
    call: "restock({'tea': 3, 'jam': 1}, 'tea', 2)"
    expect: "{'tea': 5, 'jam': 1}"
  - name: nothing cannot be added
    call: "restock({}, 'tea', 0)"
    expect: {raises: ValueError}
  - name: items of which there is one are missing
    call: "missing({'tea': 1, 'jam': 2}, ['jam', 'tea', 'oil'])"
    expect: "['oil', 'tea']"
  - name: an empty wish misses nothing
    call: "missing({'tea': 1}, [])"
    expect: "[]"
`,
  "solution.py": `def restock(stock, item, count):
    if count < 1:
        raise ValueError("nothing to add")
    changed = dict(stock)
    changed[item] = changed.get(item, 0) + count
    return changed


def missing(stock, wanted):
    short = []
    for item in wanted:
        if stock.get(item, 0) < 2:
            short.append(item)
    return sorted(short)
`,
  "generate.py": `ITEMS = ["tea", "jam", "oil", "salt", "rice"]

def stock(rng):
    return {item: rng.randint(0, 9) for item in rng.sample(ITEMS, rng.randint(0, 5))}

def adding(rng):
    return f"restock({stock(rng)!r}, {rng.choice(ITEMS)!r}, {rng.randint(-2, 9)})"

def wishing(rng):
    return f"missing({stock(rng)!r}, {rng.sample(ITEMS, rng.randint(0, 5))!r})"

STRATA = [adding, wishing]
`,
  "bugs/cubed.py": null,
  "bugs/no_return.py": null,
};
