/** Episodes that are played again take turns, and no client has all of them. */
import { describe, expect, test } from "vitest";
import { ReplayTurns } from "../../src/environment/replay-turns.ts";

const LIVE = new AbortController().signal;

/** Replays that end when they are told to, in the order in which they began. */
function stage(most: number) {
  const turns = new ReplayTurns(most);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const play = (client: string, signal = LIVE) =>
    turns.run(
      () => {
        begun.push(client);
        return new Promise<void>((resolve) => ends.push(resolve));
      },
      { client, signal },
    );
  const endNext = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { play, begun, endNext };
}

describe("replays", () => {
  test("run as many at once as there may be, and one client leaves one of them to the others", async () => {
    const { play, begun, endNext } = stage(3);
    const all = ["a", "a", "a", "a", "b"].map((client) => play(client));
    expect(begun).toEqual(["a", "a", "b"]);
    for (const _ of all) await endNext();
    await Promise.all(all);
    expect(begun).toEqual(["a", "a", "b", "a", "a"]);
  });

  test("go on one after the other where there is room for one alone, the client with fewest first", async () => {
    const { play, begun, endNext } = stage(1);
    const all = ["a", "a", "b"].map((client) => play(client));
    expect(begun).toEqual(["a"]);
    for (const _ of all) await endNext();
    await Promise.all(all);
    expect(begun).toHaveLength(3);
  });

  test("that were given up before their turn give it to the next", async () => {
    const { play, begun, endNext } = stage(1);
    const gone = new AbortController();
    const [first, second, third] = [play("a"), play("b", gone.signal), play("c")];
    gone.abort(new Error("gone"));
    const refused = expect(second).rejects.toThrow("gone");
    await endNext();
    await refused;
    await endNext();
    await Promise.all([first, third]);
    expect(begun).toEqual(["a", "c"]);
  });
});
