import { describe, expect, test } from "vitest";
import { SharedWork } from "../../src/tasks/shared-work.ts";

function textWork(options: { readonly most?: number; readonly mostWeight?: number } = {}) {
  return new SharedWork<string>({ most: 8, mostWeight: 1000, weigh: (text) => text.length, ...options });
}

/** Work that ends when it is told to, and notes how often it began. */
function slowWork() {
  const begun: {
    readonly signal: AbortSignal;
    readonly end: (text: string) => void;
    readonly fail: (error: Error) => void;
  }[] = [];
  const work = (signal: AbortSignal) =>
    new Promise<string>((end, fail) => {
      signal.addEventListener("abort", () => fail(signal.reason), { once: true });
      begun.push({ signal, end, fail });
    });
  return { begun, work };
}

const ANN = { client: "ann" };

describe("shared work", () => {
  test("is done once for all who ask after it has ended, no matter who they are", async () => {
    const shared = textWork();
    let times = 0;
    const work = async () => `${++times}`;
    expect(await shared.get("key", ANN, work)).toBe("1");
    expect(await shared.get("key", { client: "bob" }, work)).toBe("1");
    expect(await shared.get("another", ANN, work)).toBe("2");
  });

  test("is done once for a client's sessions that ask while it is under way", async () => {
    const shared = textWork();
    const { begun, work } = slowWork();
    const both = [shared.get("key", ANN, work), shared.get("key", ANN, work)];
    begun[0]?.end("done");
    expect(await Promise.all(both)).toEqual(["done", "done"]);
    expect(begun).toHaveLength(1);
  });

  test("lets no client wait for another's turn", async () => {
    const shared = textWork();
    const { begun, work } = slowWork();
    const slow = shared.get("key", { client: "one who used much" }, work);
    const quick = shared.get("key", ANN, work);
    begun[1]?.end("ann's");
    expect(await quick).toBe("ann's");
    begun[0]?.end("the other's");
    expect(await slow).toBe("the other's");
  });

  test("goes on for the others when one of them gives up, and is given up when nobody waits", async () => {
    const shared = textWork();
    const { begun, work } = slowWork();
    const [first, second] = [new AbortController(), new AbortController()];
    const one = shared.get("key", { ...ANN, signal: first.signal }, work);
    const other = shared.get("key", { ...ANN, signal: second.signal }, work);
    first.abort(new Error("the first left"));
    await expect(one).rejects.toThrow("the first left");
    expect(begun[0]?.signal.aborted).toBe(false);
    second.abort(new Error("the second left"));
    await expect(other).rejects.toThrow("the second left");
    expect(begun[0]?.signal.aborted).toBe(true);
    const again = shared.get("key", ANN, work);
    begun[1]?.end("done again");
    expect(await again).toBe("done again");
  });

  test("that failed for the one who began it is begun again by who waited, and not remembered", async () => {
    const shared = textWork();
    const { begun, work } = slowWork();
    const one = shared.get("key", ANN, work);
    const other = shared.get("key", ANN, work);
    begun[0]?.fail(new Error("the queue is full"));
    await expect(one).rejects.toThrow("the queue is full");
    await expect.poll(() => begun.length).toBe(2);
    begun[1]?.end("done");
    expect(await other).toBe("done");
  });

  test.each([
    ["many", { most: 2 }],
    ["much", { mostWeight: 10 }],
  ])("forgets what was asked for longest ago where it is too %s", async (_, bound) => {
    const shared = textWork(bound);
    let times = 0;
    const ask = (key: string) => shared.get(key, ANN, async () => `text ${++times}`.padEnd(5, "."));
    await ask("a");
    await ask("b");
    await ask("a");
    await ask("c");
    const before = times;
    await ask("c");
    expect(times).toBe(before);
    await ask("b");
    expect(times).toBe(before + 1);
  });
});
