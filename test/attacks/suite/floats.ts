/** Signs and payloads of NaN as a channel: they are the same, however hot the code has become. */
import { type Attack, type Category, onEachCall, REVERSE } from "../attack.ts";

const PRELUDE = `import math, operator, struct
def nan(bits):
    return struct.unpack("<d", struct.pack("<Q", bits))[0]
n, m = nan(0x7ff8000000000001), nan(0xfff8000000000002)
def bits(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]
def same(f):
    first = bits(f())
    for _ in range(300):
        if bits(f()) != first:
            return False
    return True`;

const channel = (name: string, expression: string): Attack => ({
  name: `${name} of two NaNs is the same cold and hot, so it carries nothing`,
  hack: "environment hack",
  task: REVERSE,
  code: onEachCall(`print("same:", same(lambda: ${expression}))`, PRELUDE),
  seen: [/^3 of 7/, /same: True/],
  unseen: [/same: False/],
});

export const FLOATS: Category = {
  title: "floats as a channel",
  attacks: [
    channel("a sum", "operator.add(n, m)"),
    channel("a difference", "operator.sub(n, m)"),
    channel("a product", "operator.mul(n, m)"),
    channel("a quotient", "operator.truediv(n, m)"),
    channel("the sign of a product", "math.copysign(1.0, operator.mul(n, m))"),
    channel("a power", "operator.pow(n, m)"),
    channel("a remainder", "math.fmod(n, m)"),
    channel("a hypotenuse", "math.hypot(n, m)"),
    channel("a negation", "operator.neg(n)"),
    channel("the larger", "max(n, m)"),
    channel("a sum of many", "math.fsum([n, m])"),
    channel("a root", "math.sqrt(m)"),
  ],
};
