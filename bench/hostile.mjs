/** What honest sessions notice of eight clients that take as much of the sandbox as they can get. */
import { runClient, startClient, startServer } from "./lib/processes.mjs";
import { median, quantile } from "./lib/statistics.mjs";

const CLIENTS = 8;
const EDITORS = 4;
/** Eight of each kind, then eight of different kinds. */
const GROUPS = {
  "eight that loop": ["loop"],
  "eight that fill by stride": ["stride", "pages"],
  "eight that allocate 85 MB": ["allocate"],
  "eight that give up on a loop in C": ["timeout"],
  "eight that come afresh for each step": ["fresh"],
  "eight that submit loops": ["submit"],
  "eight that loop at import": ["import"],
  "eight of all kinds": ["loop", "stride", "pages", "allocate", "timeout", "fresh", "submit", "import"],
};
/** Each client has an address of its own, as behind a proxy, or all have the same. */
const ADDRESSES = { "each from its own address": true, "all from one address": false };

export async function hostile(report, { quick }) {
  const seconds = quick ? 3 : 8;
  for (const [where, apart] of Object.entries(ADDRESSES)) {
    for (const [who, kinds] of Object.entries(GROUPS)) {
      if (!apart && kinds.length < CLIENTS) continue;
      await beside(report, { title: `${who}, ${where}`, kinds, apart, seconds });
    }
  }
}

async function beside(report, { title, kinds, apart, seconds }) {
  const server = await startServer({ WORKERS: "2", TRUSTED_PROXIES: "127.0.0.1" });
  const { port } = server;
  const address = (number) => (apart ? `10.0.0.${number}` : "10.0.0.1");
  const addresses = Array.from({ length: EDITORS }, (_, index) => address(CLIENTS + index));
  const editors = { port, sessions: EDITORS, pauseMs: 40, addresses, seconds };
  try {
    await runClient("steps", { port, sessions: 4, seconds: 1, kind: "run" });
    const quietViews = await runClient("steps", { port, sessions: 4, seconds, kind: "view" });
    const clients = Array.from({ length: CLIENTS }, (_, index) =>
      startClient("hostile", {
        port,
        seed: index * 10 ** 6,
        kind: kinds[index % kinds.length],
        address: address(index),
      }),
    );
    // They are at it before anybody else comes.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const edits = await runClient("editor", editors);
    const views = await runClient("steps", { port, sessions: 4, seconds, kind: "view", firstSeed: 10 ** 5 });
    await Promise.all(clients.map((client) => client.finish()));
    report.ratio(`An edit beside ${title}, median, in ms`, median(edits.times), { atMost: 100 });
    report.ratio(`An edit beside ${title}, slowest of ${edits.count}, in ms`, Math.max(...edits.times), {
      atMost: 1000,
    });
    report.ratio(
      `VIEW_CODE beside ${title} to quiet, 99th of 100`,
      quantile(views.times, 0.99) / quantile(quietViews.times, 0.99),
      { atMost: 5 },
    );
  } finally {
    await server.stop();
  }
}
