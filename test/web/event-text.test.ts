import fc from "fast-check";
import { expect, test } from "vitest";
import { EventText } from "../../web/src/logic/event-text.ts";

const word = fc.stringMatching(/^[a-z]{1,8}$/);
const event = fc.record({ name: word, data: fc.json({ noUnicodeString: true }), id: fc.option(word) });

test("events come out as they were written, wherever the stream was cut, and what is none is left out", () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 6 }), fc.array(fc.nat(200), { maxLength: 6 }), (events, cuts) => {
      const written = events.map(({ name, data, id }) => {
        const head = id === null ? "" : `id: ${id}\n`;
        return `: still here\n\nretry: 1000\n\n${head}event: ${name}\ndata: ${data}\n\n`;
      });
      const text = written.join("");
      const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
      const reader = new EventText();
      const read = places.slice(1).flatMap((to, at) => reader.feed(text.slice(places[at], to)));
      expect(read).toEqual(events);
    }),
  );
});
