/** What every sandbox must do, whatever its language. A language brings its own programs for each sentence. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BatchResult, DEFAULT_LIMITS, type Outcome, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { Source } from "../../src/sandbox/source.ts";
import type { Dialect, PairDialect, Sample } from "./dialect.ts";

function batchOf(sample: Sample, seed = 1) {
  return { code: sample.code, calls: sample.calls.map((source) => ({ source, seed })) };
}

function kinds(result: BatchResult): string[] {
  return result.outcomes.map((outcome) => outcome.kind);
}

function integer(outcome: Outcome | undefined): bigint | string {
  return outcome?.kind === "value" && outcome.value.type === "int"
    ? outcome.value.value
    : JSON.stringify(outcome?.kind);
}

const NO_PAIR: PairDialect = {
  entry: { path: "", text: "" },
  helper: { path: "", text: "", other: "", broken: "" },
  shown: "",
  isReadable: "",
};

export function describeSandbox(name: string, open: () => Promise<Sandbox>, dialect: Dialect): void {
  describe(`${name} as a sandbox`, () => {
    let sandbox: Sandbox;
    const run = (sample: Sample, seed?: number): Promise<BatchResult> => sandbox.run(batchOf(sample, seed));

    beforeAll(async () => {
      sandbox = await open();
    });
    afterAll(() => sandbox.close());

    it("gives each call's typed value, in order", async () => {
      const result = await run(dialect.add);
      expect(result.syntax).toBeNull();
      expect(result.outcomes.map(integer)).toEqual([3n, 30n]);
    });

    it("starts each call from what the module has left, whatever other calls did", async () => {
      expect((await run(dialect.counter)).outcomes.map(integer)).toEqual([1n, 1n]);
    });

    it("shows no call what an earlier call did to the interpreter", async () => {
      const { leave, look } = dialect.traceByCall;
      const calls = [...leave.calls, ...look.calls].map((source) => ({ source, seed: 1 }));
      const { outcomes } = await sandbox.run({ code: leave.code, calls });
      expect(outcomes.at(-1)).toMatchObject({ value: { type: "bool", value: false } });
    });

    it("shows no batch what an earlier batch did to the interpreter", async () => {
      await Promise.all(Array.from({ length: 8 }, () => run(dialect.trace.leave)));
      const looks = await Promise.all(Array.from({ length: 8 }, () => run(dialect.trace.look)));
      for (const { outcomes } of looks) expect(outcomes).toMatchObject([{ value: { type: "bool", value: false } }]);
    });

    it("stops an endless loop, names its line, and goes on with the next call", async () => {
      const { outcomes } = await run(dialect.loop);
      expect(outcomes[0]).toMatchObject({ kind: "timeout" });
      expect(dialect.loop.lines).toContain(outcomes[0]?.kind === "timeout" ? outcomes[0].line : null);
      expect(integer(outcomes[1])).toBe(1n);
    });

    it("stops a loop that catches what would stop it", async () => {
      expect(kinds(await run(dialect.stubborn))).toEqual(["timeout", "value"]);
    });

    it("cuts off the calls that the batch's fuel does not reach, and says so", async () => {
      const [loop = ""] = dialect.loop.calls;
      const calls = [loop, loop, loop, "1"].map((source) => ({ source, seed: 1 }));
      const limits = { fuel: 1_000_000, batchFuel: 2_900_000 };
      const { outcomes, fuel } = await sandbox.run({ code: dialect.loop.code, calls, limits });
      const cutOff = { kind: "timeout", ofBatch: true, line: null, traceback: "", stdout: "" };
      expect(outcomes.map((outcome) => outcome.kind)).toEqual(Array(4).fill("timeout"));
      expect(outcomes.slice(0, 2).map((outcome) => "ofBatch" in outcome)).toEqual([false, false]);
      expect(outcomes.slice(2)).toEqual([cutOff, cutOff]);
      expect(fuel).toBe(limits.batchFuel);
    });

    it("gives the same in whatever order the calls are made", async () => {
      const samples = [dialect.loop, dialect.chatty, dialect.raising, dialect.counter, dialect.broken, dialect.greedy];
      const limits = { fuel: 2_000_000, batchFuel: 3_000_000 };
      for (const { code, calls } of samples) {
        const batch = { code, calls: [...calls, ...calls, ...calls].map((source) => ({ source, seed: 1 })), limits };
        const given = await sandbox.run(batch);
        expect(await sandbox.run({ ...batch, order: "given" })).toEqual(given);
        for (let round = 0; round < 3; round += 1) {
          expect(await sandbox.run({ ...batch, order: "afresh" })).toEqual(given);
        }
      }
    });

    it("reports memory that runs out and goes on with the next call", async () => {
      expect(kinds(await run(dialect.greedy))).toEqual(["memory", "value"]);
    });

    it("cuts off output past the limit, keeps what came before, and goes on with the next call", async () => {
      const { outcomes } = await run(dialect.chatty);
      expect(outcomes.map((outcome) => outcome.kind)).toEqual(["output_limit", "value"]);
      expect(outcomes[0]?.stdout.length).toBeGreaterThan(1000);
    });

    it("refuses a value that is too large and goes on with the next call", async () => {
      expect(kinds(await run(dialect.bulky))).toEqual(["output_limit", "value"]);
    });

    it("captures what a call prints", async () => {
      expect((await run(dialect.hello)).outcomes).toMatchObject([{ kind: "value", stdout: "hello\n" }]);
    });

    it("reports an exception with its type, the type's module, its message and the program's own lines", async () => {
      const { outcomes } = await run(dialect.raising);
      const { type, module, message } = dialect.raising;
      expect(outcomes).toMatchObject([{ kind: "raised", type, module, message, line: 2 }]);
      const traceback = outcomes[0]?.kind === "raised" ? outcomes[0].traceback : "";
      expect(traceback).toContain("line 2");
      expect(traceback).not.toMatch(/tracefix|driver/);
    });

    it("reports a module that does not parse once for all calls", async () => {
      const result = await run(dialect.broken);
      expect(result.syntax).toMatchObject({ line: 2 });
      expect(kinds(result)).toEqual(dialect.broken.calls.map(() => "syntax"));
    });

    it("checks the syntax when there are no calls", async () => {
      expect(await sandbox.run({ code: dialect.add.code, calls: [] })).toEqual({ syntax: null, outcomes: [], fuel: 0 });
      const { syntax } = await sandbox.run({ code: dialect.broken.code, calls: [] });
      expect(syntax).toMatchObject({ line: 2 });
    });

    it("gives the same results for the same batch, no matter who ran in between", async () => {
      const samples = [dialect.raising, dialect.loop, dialect.random, dialect.greedy, dialect.chatty];
      const first = await Promise.all(samples.map((sample) => run(sample)));
      await run(dialect.trace.leave);
      const second = await Promise.all([...samples].reverse().map((sample) => run(sample)));
      expect(second.reverse()).toEqual(first);
    });

    it("seeds each call's randomness by itself", async () => {
      const [one, again, other] = await Promise.all([
        run(dialect.random, 1),
        run(dialect.random, 1),
        run(dialect.random, 2),
      ]);
      expect(again).toEqual(one);
      expect(other).not.toEqual(one);
    });

    describe.skipIf(dialect.pair === null)("with a source of two files", () => {
      const pair = dialect.pair ?? NO_PAIR;
      const sourceOf = (helper: string): Source =>
        new Source(pair.entry.path, [
          [pair.entry.path, pair.entry.text],
          [pair.helper.path, helper],
        ]);
      const ask = (code: Source, ...calls: readonly string[]): Promise<BatchResult> =>
        sandbox.run({ code, calls: calls.map((source) => ({ source, seed: 1 })) });

      it("lets the entry import the other file", async () => {
        expect((await ask(sourceOf(pair.helper.text), "bump()")).outcomes.map(integer)).toEqual([1n]);
      });

      it("passes no state of an imported file from call to call, nor from batch to batch", async () => {
        const calls = ["bump()", "bump()", "bump() + bump()"];
        expect((await ask(sourceOf(pair.helper.text), ...calls)).outcomes.map(integer)).toEqual([1n, 1n, 3n]);
        expect((await ask(sourceOf(pair.helper.other), ...calls)).outcomes.map(integer)).toEqual([11n, 11n, 23n]);
        expect((await ask(sourceOf(pair.helper.text), ...calls)).outcomes.map(integer)).toEqual([1n, 1n, 3n]);
      });

      it("leaves no file behind for a batch that has none", async () => {
        await Promise.all(Array.from({ length: 8 }, () => ask(sourceOf(pair.helper.text), "bump()")));
        const alone = Array.from({ length: 8 }, () => ask(Source.of(pair.entry.path, pair.entry.text), "bump()"));
        for (const { outcomes } of await Promise.all(alone)) expect(outcomes).toMatchObject([{ kind: "raised" }]);
      });

      it("names each file's own path and line in a traceback", async () => {
        const { outcomes } = await ask(sourceOf(pair.helper.text), "fail()");
        const [failed] = outcomes;
        if (failed?.kind !== "raised") throw new Error(`It gave ${failed?.kind}`);
        expect(failed.traceback).toContain(pair.shown);
        expect(failed.traceback).not.toMatch(/tracefix|driver|importlib/);
      });

      it("says which file does not parse, whether calls are made or not", async () => {
        const broken = sourceOf(pair.helper.broken);
        const [checked, run] = await Promise.all([ask(broken), ask(broken, "bump()")]);
        expect(checked.syntax).toMatchObject({ line: null });
        expect(checked.syntax?.message).toContain(`${pair.helper.path}, line 2: `);
        expect(run.syntax).toEqual(checked.syntax);
        expect(kinds(run)).toEqual(["syntax"]);
        expect((await ask(sourceOf(pair.helper.text))).syntax).toBeNull();
      });

      it("has no file that can be read, on the host or in the guest", async () => {
        const { outcomes } = await ask(sourceOf(pair.helper.text), pair.isReadable);
        expect(outcomes).toMatchObject([{ value: { type: "bool", value: false } }]);
      });

      it("uses the same fuel each time, and gives the same in whatever order the calls are made", async () => {
        const code = sourceOf(pair.helper.text);
        const calls = ["bump()", "fail()", "bump() + bump()"].map((source) => ({ source, seed: 1 }));
        const given = await sandbox.run({ code, calls });
        for (let round = 0; round < 3; round += 1)
          expect(await sandbox.run({ code, calls, order: "afresh" })).toEqual(given);
      });

      it("is, with one file, what its text alone is", async () => {
        const { code, calls } = dialect.raising;
        const made = calls.map((source) => ({ source, seed: 1 }));
        expect(await sandbox.run({ code: Source.of(pair.entry.path, code), calls: made })).toEqual(
          await sandbox.run({ code, calls: made }),
        );
      });
    });

    it("rejects a run whose signal is already aborted", async () => {
      const signal = AbortSignal.abort(new Error("gone"));
      await expect(sandbox.run(batchOf(dialect.add), { signal })).rejects.toThrow("gone");
    });

    it("gives up a running batch when its caller goes, and serves the others", async () => {
      const controller = new AbortController();
      const [loop = ""] = dialect.loop.calls;
      const calls = Array.from({ length: 50 }, () => ({ source: loop, seed: 1 }));
      const limits = { batchFuel: 50 * DEFAULT_LIMITS.fuel };
      const abandoned = sandbox.run(
        { code: dialect.loop.code, calls, limits },
        { session: "leaving", signal: controller.signal },
      );
      const refused = expect(abandoned).rejects.toThrow("the client left");
      await sandbox.run(batchOf(dialect.add), { session: "another" });
      controller.abort(new Error("the client left"));
      await refused;
      expect((await run(dialect.add)).outcomes.map(integer)).toEqual([3n, 30n]);
    });

    it("gives up a waiting batch when its caller goes", async () => {
      const controller = new AbortController();
      const busy = Promise.all(Array.from({ length: 4 }, () => run(dialect.loop)));
      const waiting = sandbox.run(batchOf(dialect.add), { signal: controller.signal });
      const refused = expect(waiting).rejects.toThrow("changed my mind");
      controller.abort(new Error("changed my mind"));
      await refused;
      await busy;
    });

    it("refuses runs once it is closed, and rejects those under way", async () => {
      const other = await open();
      const underWay = [dialect.loop, dialect.loop, dialect.loop].map((sample) => other.run(batchOf(sample)));
      const rejected = Promise.all(underWay.map((run) => expect(run).rejects.toMatchObject({ code: "CLOSED" })));
      await other.close();
      await rejected;
      await expect(other.run(batchOf(dialect.add))).rejects.toMatchObject({ code: "CLOSED" });
    });
  });
}
