/** The package's client in a page: bundled as any page would bundle it, it plays with what browsers have. */
import { join } from "node:path";
import { build } from "vite";
import { expect, it } from "vitest";
import { packageRoot } from "../../../src/ground/package-root.ts";
import { visit } from "../support/page.ts";

/** The client and all that it needs, in one file. */
async function bundle(): Promise<{ readonly code: string; readonly modules: readonly string[] }> {
  const built = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: join(packageRoot(), "dist", "client", "tracefix-client.js"), formats: ["es"], fileName: "client" },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !("output" in output)) throw new Error("Vite gave no bundle");
  const [chunk] = output.output;
  return { code: chunk.code, modules: [...chunk.moduleIds, ...chunk.imports] };
}

it("the client plays a solve, a failure and a batch in a page, and nothing of Node comes with it", async () => {
  const { code, modules } = await bundle();
  expect(modules.filter((id) => /^node:|browser-external|node_modules\/ws\//.test(id))).toEqual([]);
  const { page, server, url } = await visit();
  // An import in what the page evaluates would be the test runner's own.
  const body = `${code}\nglobalThis.tracefix = { TraceFixBatch, TraceFixClient, tracefixTools };`;
  await page.route("**/the-client.js", (route) => route.fulfill({ contentType: "text/javascript", body }));
  // A page of the server's own address that loads it; the server's own pages take no scripts but theirs.
  const html = '<!doctype html><script type="module" src="the-client.js"></script>';
  await page.route("**/a-page", (route) => route.fulfill({ contentType: "text/html", body: html }));
  // The browser does not know where a page is from that was made for it.
  await page.context().grantPermissions(["local-network-access"]);
  await page.goto(`${url}a-page`);
  await page.waitForFunction(() => "tracefix" in globalThis);
  const played = await page.evaluate(async (address) => {
    const { TraceFixBatch, TraceFixClient, tracefixTools } = Reflect.get(globalThis, "tracefix");
    const task = { task_name: "binary_search_off_by_one", seed: 7 };
    const client = await TraceFixClient.connect(address);
    await client.reset(task);
    await client.step({
      action_type: "REPLACE_LINES",
      start_line: 4,
      end_line: 4,
      new_code_block: "    while size > 0:",
    });
    const ran = await tracefixTools(client).run_tests.execute({});
    const solved = await client.step({ action_type: "SUBMIT" });
    await client.reset(task);
    const failed = await client.step({ action_type: "SUBMIT" });
    await client.close();
    const batch = await TraceFixBatch.connect(address);
    const told = await batch.ask(["a", "b"].map((session) => ({ session, type: "reset", data: task })));
    await batch.close();
    const headers = TraceFixClient.connect(address, { headers: { authorization: "none" } });
    return {
      ran,
      endings: [solved, failed].map(({ observation }) => observation.metadata.ending.solved),
      told: told.map(({ type }: { type: string }) => type),
      refusal: await headers.catch((error: { code: string; message: string }) => [error.code, error.message]),
    };
  }, `http://127.0.0.1:${server.port}`);
  expect(played).toEqual({
    ran: expect.stringContaining("8 of 8 visible tests passed"),
    endings: [true, false],
    told: ["observation", "observation"],
    refusal: ["UNREACHABLE", expect.stringContaining("browsers let no page send any")],
  });
});
