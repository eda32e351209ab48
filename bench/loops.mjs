/** What honest sessions notice of others whose every test loops for ever. */
import { runClient, startClient, startServer } from "./lib/processes.mjs";
import { median, quantile } from "./lib/statistics.mjs";

export async function loops(report, { quick }) {
  const seconds = quick ? 4 : 10;
  const server = await startServer({ WORKERS: "2" });
  const { port } = server;
  try {
    await runClient("steps", { port, sessions: 4, seconds: 2, kind: "run" });
    const quietViews = await runClient("steps", { port, sessions: 4, seconds, kind: "view" });
    const quietRuns = await runClient("steps", { port, sessions: 4, seconds, kind: "run", firstSeed: 10 ** 5 });
    for (const loopers of [1, 8]) {
      const looping = Array.from({ length: loopers }, (_, index) =>
        startClient("looper", { port, seed: index * 10 ** 6 }),
      );
      const views = await runClient("steps", { port, sessions: 4, seconds, kind: "view" });
      const runs = await runClient("steps", { port, sessions: 4, seconds, kind: "run", firstSeed: 10 ** 6 });
      const answered = (await Promise.all(looping.map((client) => client.finish()))).flatMap(({ times }) => times);
      const title = loopers === 1 ? "one looping session" : `${loopers} looping sessions`;
      report.figure(`RUN_TESTS of ${title}, median`, median(answered), {
        unit: "ms",
        ...(loopers === 1 && { target: "1,000" }),
      });
      report.figure(`RUN_TESTS of ${title}, slowest`, Math.max(...answered), { unit: "ms" });
      report.ratio(
        `VIEW_CODE of others beside ${title} to quiet, 99th of 100`,
        quantile(views.times, 0.99) / quantile(quietViews.times, 0.99),
        { atMost: 5 },
      );
      // Served in turn, each of the others waits for at most one batch of each looping session.
      const share = 4 / (4 + loopers);
      report.figure(`RUN_TESTS of others beside ${title}, a second`, runs.rate);
      report.figure(`the same, of the quiet rate`, runs.rate / quietRuns.rate);
      report.claim(
        `RUN_TESTS of others are served beside ${title}`,
        runs.count > 0 && runs.falseTimeouts === 0,
        `${runs.count} served, ${runs.falseTimeouts} falsely timed out; share of turns ${share.toFixed(2)}`,
      );
    }
  } finally {
    await server.stop();
  }
}
