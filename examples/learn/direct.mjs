/**
 * The environment in this process, without a server and its sockets: the same code, asked directly, and with what the
 * sandbox has answered remembered. The curves are the same, far sooner.
 */
import { createHash } from "node:crypto";
import { TraceFixRLGym } from "../../dist/environment/gym.js";
import { openPythonSandbox } from "../../dist/sandbox/python/python-sandbox.js";

/** Later answers are used and not kept. */
const MOST_KEPT = 50_000;

/** Gives `work` a function that lends an environment for an episode. */
export async function withEnvironment({ tasks }, work) {
  const python = await openPythonSandbox({ workers: 2 });
  const sandbox = remembering(python);
  try {
    return await work(async (play) => {
      const gym = new TraceFixRLGym({ tasks, sandboxFor: () => sandbox });
      try {
        return await play({
          reset: (request) => gym.reset({ ...request, episode_id: "learn" }),
          step: (action) => gym.step(action),
        });
      } finally {
        gym.close();
      }
    });
  } finally {
    await python.close();
  }
}

/** A sandbox gives the same for the same programs, calls and limits, no matter who asks. */
function remembering(sandbox) {
  const known = new Map();
  const once = (question, ask) => {
    const text = JSON.stringify(question, (_, part) => (typeof part === "bigint" ? `${part}n` : part));
    const key = createHash("sha256").update(text).digest("base64");
    const answer = known.get(key) ?? ask();
    if (known.size < MOST_KEPT) known.set(key, answer);
    return answer;
  };
  return {
    language: sandbox.language,
    run: (batch) => once(batch, () => sandbox.run(batch)),
    runEach: (comparison) => once(comparison, () => sandbox.runEach(comparison)),
    close: () => sandbox.close(),
  };
}
