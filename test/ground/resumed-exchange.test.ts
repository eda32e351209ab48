import { expect, it } from "vitest";
import { ResumedExchange } from "../../src/ground/resumed-exchange.ts";

const begun = () => {
  const exchange = new ResumedExchange<string, string>((before, now) => before === now);
  exchange.add("reset", "file");
  exchange.add("run", "failed");
  return exchange;
};

it("asks all of it again, in order, on a new connection, and nothing on one that has answered", () => {
  const exchange = begun();
  expect(exchange.next).toBeUndefined();
  exchange.rewind();
  expect([exchange.place, exchange.next, exchange.repeat("file"), exchange.next]).toEqual([0, "reset", true, "run"]);
  // Lost again in the middle, it begins from the start.
  exchange.rewind();
  expect([exchange.next, exchange.repeat("file"), exchange.repeat("failed"), exchange.next]).toEqual([
    "reset",
    true,
    true,
    undefined,
  ]);
  exchange.add("submit", "solved");
  expect([exchange.place, exchange.next]).toEqual([3, undefined]);
});

it("stays where another answer came than before", () => {
  const exchange = begun();
  exchange.rewind();
  expect([exchange.repeat("another file"), exchange.place, exchange.next]).toEqual([false, 0, "reset"]);
});

it("begins again without what was asked before", () => {
  const exchange = begun();
  exchange.clear();
  exchange.add("reset", "other");
  exchange.rewind();
  expect([exchange.next, exchange.repeat("other"), exchange.next]).toEqual(["reset", true, undefined]);
});
