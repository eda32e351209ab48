/** Makes more calls out of known ones: their literal arguments are changed, within what all of them have in common. */
import type { Asking } from "../../language-pack.ts";
import { pythonLiteral } from "../quote.ts";
import { CALL_FACTS } from "./call-facts.ts";
import { CALL_SLOTS } from "./call-slots.ts";
import { PLAIN_VALUES } from "./plain-values.ts";

export interface VaryOptions {
  readonly calls: readonly string[];
  /** Functions and classes of the program. */
  readonly own: readonly string[];
  readonly seed: number;
  /** How many calls are wanted; there may be fewer. */
  readonly count: number;
  /** How far numbers may go past the known ones: 1 is not at all. */
  readonly room: number;
  /** Whether to keep to what the known calls may share by chance. */
  readonly alike: boolean;
  /** Whether arguments may be empty, and numbers nothing, where no known ones are. */
  readonly edges: boolean;
}

/** Gives distinct calls, none of them known, as the JSON of a list. */
export function varyCallsRequest(options: VaryOptions): Asking {
  return {
    code: [PLAIN_VALUES, CALL_FACTS, CALL_SLOTS, VARY_CALLS].join("\n"),
    call: `vary_calls(json.loads(${pythonLiteral(JSON.stringify(options))}))`,
  };
}

const VARY_CALLS = `
import json, random

class Group:
    """Calls that differ in their arguments alone."""

    def __init__(self, pieces, rows, makers, request):
        self.pieces, self.rows, self.makers = pieces, rows, makers
        self.facts = Facts(rows, request["alike"], request["edges"])
        self.atoms = [[atom for row in rows for atom in atoms_in(row[i])] for i in range(len(rows[0]))]

    def text(self, row):
        return "".join(part for piece, value in zip(self.pieces, [*map(source, row), ""]) for part in (piece, value))

class Changer:
    def __init__(self, rng, group, place, room):
        self.rng, self.group, self.room = rng, group, room
        self.atoms, self.bounds = group.atoms[place], group.facts.bounds[place]
        self.characters = sorted(group.facts.characters[place]) or [" "]
        self.facts = group.facts.single[place]

    def change(self, value):
        kind = type(value)
        if kind is Variable:
            return Variable(self.rng.choice([name for name, maker in self.group.makers.items() if maker == self.group.makers[value]]))
        if kind is bool:
            return not value
        if kind is int:
            return self.whole(value)
        if kind is float:
            return self.broken(value)
        if kind is str:
            return self.fit_text(self.text(value))
        if kind in (list, tuple):
            return kind(self.fit(self.items([*value]), value))
        if kind in (set, frozenset):
            return kind(self.items(sorted(value, key=repr)))
        if kind is dict:
            return self.mapping(value)
        return value

    def whole(self, value):
        rng = self.rng
        low, high = self.bounds or (value - 5, value + 5)
        # As many small numbers as large ones: what is special is small more often than not.
        span = max(1, int(high * self.room - low) + 10 * (self.room - 1))
        low = 0 if self.group.facts.edges and low > 0 else low
        near = int(low) + rng.randint(0, rng.choice([span, max(1, span // 10), min(span, 12)]))
        return rng.choice([value + 1, value - 1, value + rng.randint(-9, 9), near, near, self.another(int, value)])

    def broken(self, value):
        rng = self.rng
        low, high = self.bounds or (value - 5, value + 5)
        return rng.choice([
            round(value + rng.uniform(-3, 3), 2), float(rng.randint(int(low), int(high) + 1)), round(rng.uniform(low, high), 3),
            round(rng.uniform(low, high), 1), self.another(float, value), value + 0.5,
        ])

    def another(self, kind, value):
        others = [atom for atom in self.atoms if type(atom) is kind]
        return self.rng.choice(others) if others else value

    def text(self, value):
        rng = self.rng
        at, other = rng.randint(0, len(value)), self.another(str, value)
        to = rng.randint(at, len(value))
        return rng.choice([
            value[:at] + value[at + 1:], value[:at] + rng.choice(self.characters) + value[at:],
            value[:at] + rng.choice(self.characters) + value[at + 1:], value[:at] + value[to:], value[:at] + value[at:to] * 2 + value[to:],
            value[:at] + other[at:], value[::-1], other, "".join(rng.sample(value, len(value))), value + other[:3], value[at:to],
            "".join(rng.choices(self.characters, k=rng.randint(0, len(value) + 2))), value[:at] + value[at:].swapcase(),
            " ".join(rng.sample(value.split(" "), value.count(" ") + 1)),
        ])

    def fit_text(self, text):
        return text[:(len(text) + 1) // 2] + text[:len(text) // 2][::-1] if "mirrored" in self.facts else text

    def items(self, items):
        rng = self.rng
        if items and type(items[0]) is Variable:
            return rng.sample(items, len(items))
        if not items:
            fresh = self.atoms and [rng.choice(self.atoms) for _ in range(rng.randint(0, 4))]
            return fresh or items
        at, other = rng.randrange(len(items)), rng.randrange(len(items))
        turn = rng.randrange(12)
        if turn < 5:
            items[at] = self.change(items[at])
        elif turn == 5:
            del items[at]
        elif turn == 6:
            items.insert(at, self.change(items[other]))
        elif turn == 7:
            items[at], items[other] = items[other], items[at]
        elif turn == 8:
            items.insert(other, items[at])
        elif turn == 9:
            rng.shuffle(items)
        elif turn == 10:
            items = items[at:] + items[:at] if rng.random() < 0.5 else items[min(at, other):max(at, other) + 1]
        else:
            items = [self.change(item) for item in items]
        return items

    def fit(self, items, before):
        """Brings a list back to what all known ones are like, where that is easy."""
        if type(before) not in (list, tuple):
            return items
        try:
            if "distinct" in self.facts:
                items = [item for at, item in enumerate(items) if item not in items[:at]]
            if "ascending" in self.facts or "descending" in self.facts:
                items = sorted(items, reverse="ascending" not in self.facts)
            if "mirrored" in self.facts:
                items = items[:(len(items) + 1) // 2] + items[:len(items) // 2][::-1]
        except TypeError:
            pass
        return items

    def mapping(self, value):
        rng, pairs = self.rng, [*value.items()]
        if not pairs:
            return value
        at = rng.randrange(len(pairs))
        key, item = pairs[at]
        turn = rng.randrange(4)
        if turn == 0:
            del pairs[at]
        elif turn == 1:
            pairs[at] = self.change(key), item
        elif turn == 2 and len(pairs) > 1:
            rng.shuffle(pairs)
        else:
            pairs[at] = key, self.change(item)
        return dict(pairs)

def least(value):
    """The smallest value of its kind."""
    kinds = (bool, int, float, str, list, tuple, set, dict)
    return type(value)() if type(value) in kinds else value

def groups_of(calls, own, request):
    rows, makers = {}, {}
    for call in calls:
        slots = Slots(call, own)
        if slots.found:
            key = tuple(slots.pieces())
            rows.setdefault(key, []).append(slots.values())
            makers[key] = slots.makers
    return [Group(key, values, makers[key], request) for key, values in rows.items()]

def vary_calls(request):
    rng, room = random.Random(request["seed"]), request["room"]
    own, known = {*request["own"]}, {*request["calls"]}
    groups = groups_of(request["calls"], own, request)
    weighted = [group for group in groups for _ in group.rows]
    made = []
    for turn in range(request["count"] * 12):
        if len(made) >= request["count"] or not weighted:
            break
        group = rng.choice(weighted)
        row = [*rng.choice(group.rows)]
        if request["edges"] and rng.random() < 0.15:
            row = [least(value) for value in row] if rng.random() < 0.5 else row
            row[rng.randrange(len(row))] = least(rng.choice(row))
        for _ in range(rng.choice([1, 1, 2, 3]) if not request["edges"] else rng.randint(0, 2)):
            place = rng.randrange(len(row))
            if rng.random() < 0.25:
                row[place] = rng.choice(group.rows)[place]
            else:
                try:
                    row[place] = Changer(rng, group, place, room).change(row[place])
                except (TypeError, ValueError, IndexError, OverflowError):
                    pass
        if not group.facts.hold_for(row, room):
            continue
        text = group.text(row)
        if len(text) < 6000 and text not in known:
            known.add(text)
            made.append(text)
    return json.dumps(made)
`;
