/** What it gains to write an answer past `ws`: two servers that differ in this alone, side by side. */
import { runClient, startCanned, startServer } from "./lib/processes.mjs";
import { median } from "./lib/statistics.mjs";
import { cannedAnswer } from "./steps.mjs";

const SESSIONS = [1, 16];
const ROUNDS = 5;

export async function frames(report, { quick }) {
  const seconds = quick ? 1.5 : 4;
  const server = await startServer({ WORKERS: "1" });
  const answer = await cannedAnswer(server.port);
  await server.stop();
  const [own, plain] = await Promise.all([startCanned({ answer, isOnePiece: true }), startCanned({ answer })]);
  try {
    report.figure("Bytes of an answer", Buffer.byteLength(answer));
    for (const sessions of SESSIONS) {
      const measured = [];
      // Processor time of the server, in turn: beside other work an answer's own time says little.
      for (let round = 0; round < ROUNDS; round += 1) {
        const length = { sessions, seconds };
        measured.push({ own: await costOf(own, length), plain: await costOf(plain, length) });
      }
      const name = `${sessions} ${sessions === 1 ? "session" : "sessions"}`;
      report.figure(`An answer by \`ws\` itself, ${name}`, median(measured.map(({ plain }) => plain)), { unit: "µs" });
      const ratio = median(measured.map(({ own, plain }) => own / plain));
      report.ratio(`An answer as one frame past \`ws\` to one by \`ws\`, processor time, ${name}`, ratio, {
        atMost: 0.9,
      });
    }
  } finally {
    await Promise.all([own.stop(), plain.stop()]);
  }
}

/** Microseconds of the server's processor for each answer. */
async function costOf({ port, processorTime }, { sessions, seconds }) {
  const before = await processorTime();
  const { count } = await runClient("steps", { port, sessions, seconds, kind: "view", canned: true });
  return ((await processorTime()) - before) / count;
}
