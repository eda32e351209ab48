/** Texts that are no JSON, or JSON that a strict server does not take, each with what is wrong with it. */
import fc from "fast-check";
import { MAX_PARTS } from "../../src/server/json/strict-json.ts";

const anyObject = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 });

/** What `JSON.parse` or the stricter rules refuse. */
export const brokenJson: fc.Arbitrary<string> = fc.oneof(
  truncated(),
  trailing(),
  dialects(),
  repeatedKeys(),
  tooManyParts(),
  fc
    .integer({ min: 65, max: 3000 })
    .chain((depth) =>
      fc.constantFrom(
        `{"a":${"[".repeat(depth)}${"]".repeat(depth)}}`,
        `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`,
        "[".repeat(depth),
      ),
    ),
);

/** JSON that is no object. */
export const noObject: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.jsonValue({ maxDepth: 2 })).map((value) => JSON.stringify(value)),
  fc.string().map((value) => JSON.stringify(value)),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => JSON.stringify(value)),
  fc.constantFrom("null", "true", "false", "0", '""', "[]", "-1e308"),
);

/** Bytes of a JSON object into which a byte was put that UTF-8 never has. */
export const notUtf8: fc.Arbitrary<Buffer> = fc
  .tuple(fc.dictionary(fc.string(), fc.string()), fc.nat(), fc.constantFrom(0xc0, 0xf8, 0xfe, 0xff))
  .map(([value, place, byte]) => {
    const bytes = Buffer.from(JSON.stringify(value));
    const at = place % (bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), Buffer.from([byte]), bytes.subarray(at)]);
  });

/** No beginning of an object's text is JSON. */
function truncated(): fc.Arbitrary<string> {
  return fc.tuple(anyObject, fc.nat()).map(([value, length]) => {
    const text = JSON.stringify(value);
    return text.slice(0, 1 + (length % (text.length - 1)));
  });
}

function trailing(): fc.Arbitrary<string> {
  const rest = fc.constantFrom("}", ",", "]", "x", "{}", '"', "\0", ";", "//");
  return fc.tuple(anyObject, rest).map(([value, more]) => JSON.stringify(value) + more);
}

/** Short enough for the server's limit of bytes, and with more keys and items than a message may have. */
function tooManyParts(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom("1", "", "[]", "{}"), fc.integer({ min: MAX_PARTS + 1, max: MAX_PARTS + 900 }))
    .map(([item, count]) => `{"data":[${Array(count).fill(item).join(",")}]}`);
}

/** What other languages and laxer parsers take. */
function dialects(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '{"seed": NaN}',
    '{"seed": Infinity}',
    '{"seed": -Infinity}',
    '{"seed": 0x10}',
    '{"seed": 01}',
    '{"seed": +1}',
    '{"seed": .5}',
    '{"seed": 1.}',
    '{"seed": 1_000}',
    '{"seed": 1,}',
    "{'seed': 1}",
    "{seed: 1}",
    '{"seed": undefined}',
    '{"seed": True}',
    '{"seed": None}',
    '/* c */ {"seed": 1}',
    '{"seed": 1} // c',
    '{"seed": "a\nb"}',
    '{"seed": "\\x41"}',
    '{"seed": "\\u12"}',
    '{"seed" 1}',
    "{",
    "not json",
    "\u0000",
    "<xml/>",
    "seed=1&index=2",
  );
}

/** One key twice, spelt the same or with an escape, on the first level or below it. */
function repeatedKeys(): fc.Arbitrary<string> {
  const key = fc.string({ minLength: 1 });
  return fc
    .tuple(key, fc.jsonValue({ maxDepth: 1 }), fc.boolean(), fc.boolean())
    .map(([name, value, escaped, deep]) => {
      const again = escaped ? `"${inEscapes(name)}"` : JSON.stringify(name);
      const text = `{${JSON.stringify(name)}: ${JSON.stringify(value)}, ${again} : 1}`;
      return deep ? `{"data": [1, ${text}]}` : text;
    });
}

/** Each half of a character by its number, as JSON lets it be written. */
function inEscapes(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
