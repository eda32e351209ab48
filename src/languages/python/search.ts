/** Searches for calls that show a difference: a generator's chance is recorded, changed and played again. */
import type { Asking, SearchOptions } from "../language-pack.ts";
import { ANSWER_CALLS } from "./answer.ts";
import { pythonLiteral } from "./quote.ts";

/**
 * Whatever a call is made of comes from `rng`, so a changed record of what `rng` gave makes a changed call, one that the
 * generator could have given as well: no call goes past what its author meant. Records whose call gives the solution's
 * answer a new outline are kept, and changed in turn.
 */
const SEARCH_CALLS = `
import re

class Chance(random.Random):
    """Records what it gives; may be told what to give first, and which numbers and texts to prefer."""

    record, ahead, numbers, texts = (), (), (), ()

    def begin(self, ahead=()):
        self.ahead = [*reversed(ahead)]
        self.record = []

    def _randbelow(self, n):
        given = int(self.ahead.pop()) % n if self.ahead else super()._randbelow(n)
        self.record.append(given)
        return given

    def random(self):
        given = self.ahead.pop() if self.ahead else super().random()
        self.record.append(given)
        return given if 0 <= given < 1 else 0.5

    def prefers(self):
        return super().random() < 0.3

    def randrange(self, start, stop=None, step=1):
        if stop is not None and step == 1 and self.numbers and self.prefers():
            near = [number for number in self.numbers if start <= number < stop]
            if near:
                return near[super()._randbelow(len(near))]
        return super().randrange(start, stop, step)

    def randint(self, a, b):
        # Python's own goes past randrange.
        return self.randrange(a, b + 1)

    def preferred(self, values):
        if type(values) is not list and type(values) is not str:
            return []
        near = {str: self.texts, int: self.numbers}
        return [value for value in values if value in near.get(type(value), ())]

    def choice(self, values):
        if (self.texts or self.numbers) and self.prefers():
            near = self.preferred(values)
            if near:
                return near[super()._randbelow(len(near))]
        return super().choice(values)

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        chosen = super().choices(population, weights, cum_weights=cum_weights, k=k)
        if chosen and self.texts and self.prefers():
            near = self.preferred(population)
            if near:
                chosen[super()._randbelow(len(chosen))] = near[super()._randbelow(len(near))]
        return chosen

def changed(rng, record, other):
    """A record with one to three things changed."""
    record = [*record]
    for _ in range(rng.randint(1, 3)):
        if not record:
            break
        place = rng.randrange(len(record))
        until = place + rng.choice([1, 1, 2, 3, 6])
        kind = rng.randrange(8)
        if kind < 3:
            old = record[place]
            fresh = [0.0, 0.999, rng.random()] if type(old) is float else [0, old - 1, old + 1, -1, 2 * old, rng.randrange(99)]
            record[place] = rng.choice(fresh)
        elif kind == 3:
            del record[place:until]
        elif kind == 4:
            record[place:place] = record[place:until]
        elif kind == 5:
            place_of_other = rng.randrange(len(record))
            record[place], record[place_of_other] = record[place_of_other], record[place]
        elif kind == 6:
            record[place:until] = [record[place]] * (until - place)
        else:
            record[place:] = other[min(place, len(other)):]
    return record

def outline(answer):
    return re.sub("[a-z]+", "a", re.sub("[0-9]+", "0", answer))[:80], len(answer).bit_length()

def search_calls(generator, solution, seed, count, known, numbers, texts):
    """So many calls, the solution's answers to them, and the calls packed, all in one list."""
    space = {}
    program = compile(solution, "solution.py", "exec")
    if "solution" in generator:
        # It may import it, to tell what a call would give.
        module = sys.modules["solution"] = types.ModuleType("solution")
        exec(program, module.__dict__)
    exec(generator, space)
    strata = space.get("STRATA") or [space["generate"]]
    dice, chance = random.Random(seed), Chance(seed)
    chance.numbers, chance.texts = numbers, {*texts}
    seen, outlines, kept = {*known}, set(), {stratum: [] for stratum in strata}
    calls, answers, ready = [], [], []
    for turn in range(6 * count):
        if len(calls) == count:
            break
        stratum = strata[turn // 2 % len(strata)]
        records = kept[stratum]
        if turn % 2 and records:
            chance.begin(changed(dice, dice.choice(records), dice.choice(records)))
        else:
            chance.begin()
        try:
            call = stratum(chance)
            made = (*read(call), None, False)
        except Exception:
            # A generator may rest on what a changed record breaks, such as two draws that differ.
            continue
        if call in seen:
            continue
        seen.add(call)
        given = answer(program, made)
        if given == "?":
            continue
        calls.append(call)
        answers.append(given)
        ready.append(made)
        look = stratum, outline(given)
        if look not in outlines:
            outlines.add(look)
            records.append(chance.record)
    return [*calls, *answers, binascii.b2a_base64(marshal.dumps(ready), newline=False).decode()]
`;

/** Gives so many calls (or fewer), as many answers of the solution, and the calls packed, all in one list. */
export function searchRequest(options: SearchOptions): Asking {
  const { generator, solution, seed, count, known, hints } = options;
  const parts = [
    pythonLiteral(generator),
    pythonLiteral(solution),
    String(seed),
    String(count),
    pythonLiteral(known),
    `[${hints.numbers.join(", ")}]`,
    pythonLiteral(hints.texts),
  ];
  return { code: `${ANSWER_CALLS}\n${SEARCH_CALLS}`, call: `search_calls(${parts.join(", ")})` };
}
