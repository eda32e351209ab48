/**
 * Each exported function of the protocol and of the client shows in its comment how it is used: a fence of `ts`, in which
 * `expression // value` says what comes out. Each is run as it stands, the server's address apart; `observation` is what a
 * reset answered, `last` the step that ended that episode.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { packageRoot } from "../../src/ground/package-root.ts";
import { Player } from "../support/player.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

const ROOMS = ["src/protocol", "src/client", "src/words/lean"];
const CLIENT = "src/client/tracefix-client.ts";
/** What everybody may call: of a file, and of the class that the client is. */
const EXPORTED = /^export (?:async function|function|const(?= \w+ = (?:async )?\()) (\w+)/;
const METHOD = /^ {2}(?:static )?(?:async )?(?!constructor|get )([a-z]\w*)(?:<[^>]*>)?\(/;

interface Documented {
  readonly file: string;
  readonly name: string;
  /** Null where there is none. */
  readonly example: string | null;
}

function documentedIn(file: string): readonly Documented[] {
  const lines = readFileSync(join(packageRoot(), file), "utf8").split("\n");
  const examples = new Map<string, string | null>();
  for (const [at, line] of lines.entries()) {
    const name = EXPORTED.exec(line)?.[1] ?? (file === CLIENT ? METHOD.exec(line)?.[1] : undefined);
    // Of a function that is declared several times one example is enough.
    if (name !== undefined) examples.set(name, examples.get(name) ?? exampleAbove(lines, at));
  }
  return [...examples].map(([name, example]) => ({ file, name, example }));
}

/** The fence in the comment that ends on the line before. */
function exampleAbove(lines: readonly string[], at: number): string | null {
  if (!lines[at - 1]?.trim().endsWith("*/")) return null;
  const begin = lines.slice(0, at).findLastIndex((line) => line.trim().startsWith("/**"));
  const comment = lines.slice(begin, at).map((line) => line.replace(/^\s*\/?\*+\/? ?/, ""));
  return /^```ts\n([\s\S]*?)^```$/m.exec(comment.join("\n"))?.[1] ?? null;
}

/** The example as a program that fails where something else comes out than it says. */
function programOf(example: string): string {
  let statement = "";
  let program = "";
  for (const line of example.split("\n")) {
    const [, code = line, value] = /^(.*?);? \/\/ (.*)$/.exec(line) ?? [];
    statement += `${code}\n`;
    if (value === undefined && !line.endsWith(";")) continue;
    const [, name] = /^const (\w+) = /.exec(statement) ?? [];
    if (value === undefined) program += statement;
    else if (name !== undefined) program += `${statement};expect(${name}).toEqual(${value});\n`;
    else program += `expect(await (${statement})).toEqual(${value});\n`;
    statement = "";
  }
  // A block, so that it may have names of its own.
  return `{${program}${statement}}`;
}

const AsyncFunction = Object.getPrototypeOf(async () => undefined).constructor;

/** @param given what the example may name */
async function run(example: string, given: Readonly<Record<string, unknown>>): Promise<void> {
  await new AsyncFunction(...Object.keys(given), programOf(example))(...Object.values(given));
}

const files = ROOMS.flatMap((room) =>
  readdirSync(join(packageRoot(), room), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => `${room}/${name}`),
);

describe("the example of", () => {
  let server: ServerProcess;
  let episode: Readonly<Record<string, unknown>>;
  beforeAll(async () => {
    server = await startServer({ WORKERS: "1" });
    await using player = await Player.connect(server.port);
    const { observation } = await player.reset({ task_name: "binary_search_off_by_one", seed: 7 });
    const action = { action_type: "SUBMIT" };
    episode = { observation, last: { action, ...(await player.step(action)) } };
  });
  afterAll(() => server.stop());

  it.each(files.flatMap(documentedIn))("$name in $file shows what comes out", async ({ file, name, example }) => {
    expect(example, `write an example into the comment of ${name}: see CONTRIBUTING.md`).not.toBeNull();
    expect(example, "it calls what it is about").toContain(`${name}(`);
    expect(example, "it says what comes out").toMatch(/ \/\/ |expect/);
    const modules = await Promise.all(
      ["src/protocol/protocol.ts", CLIENT, file].map((path) => import(join(packageRoot(), path))),
    );
    const here = (example ?? "").replaceAll("localhost:7860", `127.0.0.1:${server.port}`);
    await run(here, { ...Object.assign({}, ...modules), ...episode, expect, z });
  });
});

it("an example that says something else than what comes out fails", async () => {
  await run('const sum = 1 + 1; // 2\n[sum,\n 3]; // [2, 3]\nPromise.resolve("a") // "a"\n', { expect });
  for (const wrong of ["1 + 1 // 3", "const sum = 1 + 1; // 3", "[1,\n 2]; // [1]"]) {
    await expect(run(wrong, { expect })).rejects.toThrow();
  }
});

it("a comment without an example is known as such", () => {
  expect(exampleAbove(["/** Says. */", "export function f() {}"], 1)).toBeNull();
  expect(exampleAbove(["/**", " * ```ts", " * f() // 1", " * ```", " */", "export function f() {}"], 5)).toBe(
    "f() // 1\n",
  );
  expect(
    exampleAbove(["/**", " * ```ts", " * f() // 1", " * ```", " */", "const x = 1;", "export function g() {}"], 6),
  ).toBeNull();
});
