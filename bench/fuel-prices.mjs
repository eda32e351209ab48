/** What a unit of fuel buys: nanoseconds a unit for each of a table of operations, against their median. */
import { loadImage } from "../dist/sandbox/python/image-store.js";
import { Interpreter } from "../dist/sandbox/python/interpreter.js";
import { readOperations, requestsOf } from "./lib/operations.mjs";
import { median } from "./lib/statistics.mjs";

const FUEL = 2_000_000_000;
/** The most expensive operation to the median: a call's fuel must mean about the same time whatever it is spent on. */
const MOST = 3;
const SHOWN = 12;
/** Short operations are repeated until the engine has compiled them well: so many nanoseconds, or rounds. */
const ENOUGH = 400e6;
const MOST_ROUNDS = 20;

export async function fuelPrices(report, { quick }) {
  const interpreter = new Interpreter(await loadImage());
  const idle = measure(interpreter, { work: "pass" }, 5);
  const prices = [];
  for (const operation of readOperations()) {
    const { setup, work, restore, fuel } = measure(interpreter, operation, quick ? 3 : 7);
    const spent = fuel.work - idle.fuel.work;
    prices.push({
      name: operation.name,
      milliseconds: (work - idle.work) / 1e6,
      fuel: spent,
      price: (work - idle.work) / spent,
      restored: restore / (fuel.setup + fuel.work),
      whole: (setup + work + restore) / (fuel.setup + fuel.work),
    });
  }
  const [middle, whole] = [median(prices.map(({ price }) => price)), median(prices.map((entry) => entry.whole))];
  report.figure("Operations measured", prices.length);
  report.figure("Nanoseconds a unit of fuel, median", middle, { unit: "ns" });
  report.figure("the same with setting up and restoring", whole, { unit: "ns" });
  prices.sort((a, b) => b.price - a.price);
  for (const { name, price } of prices.slice(0, SHOWN)) report.figure(`A unit to the median: ${name}`, price / middle);
  report.ratio("A unit of the most expensive operation to the median", prices[0].price / middle, { atMost: MOST });
  prices.sort((a, b) => b.whole - a.whole);
  for (const { name, whole: price } of prices.slice(0, SHOWN)) {
    report.figure(`A unit to the median, restoring included: ${name}`, price / whole);
  }
  report.ratio("A unit of the most expensive operation to the median, restoring included", prices[0].whole / whole, {
    atMost: MOST,
  });
}

/** The least nanoseconds of processor of each part in so many rounds, and the fuel, which is the same in all. */
function measure(interpreter, operation, rounds) {
  const least = { setup: Infinity, work: Infinity, restore: Infinity, fuel: {} };
  let spent = 0;
  for (let round = 0; round < MOST_ROUNDS && (round < rounds || spent < ENOUGH); round += 1) {
    for (const [part, request] of Object.entries(requestsOf(operation))) {
      const { time, result } = timed(() =>
        interpreter.call({ request, fuel: FUEL, outputBytes: 1e6, answerBytes: 1000 }),
      );
      const answer = Buffer.from(result.answer).toString();
      if (!answer.includes('"value"')) throw new Error(`${operation.name}, ${part}: ${answer || result.ended}`);
      least[part] = Math.min(least[part], time);
      spent += time;
      least.fuel[part] = result.fuelUsed;
    }
    least.restore = Math.min(least.restore, timed(() => interpreter.restore()).time);
  }
  return least;
}

function timed(work) {
  const before = process.hrtime.bigint();
  const result = work();
  return { time: Number(process.hrtime.bigint() - before), result };
}
