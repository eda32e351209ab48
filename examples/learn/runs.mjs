/** Plays the runs that were asked for, one after the other, but those that have been played before. */
import { resolve } from "node:path";
import { ROOT } from "../../scripts/lib/paths.mjs";
import { Answers } from "./answers.mjs";
import { findTasks, withServer } from "./course.mjs";
import { withEnvironment } from "./direct.mjs";
import { RunRecord } from "./record.mjs";
import { train } from "./train.mjs";

/** How far a policy moves in one iteration: an advantage of GRPO's is about 1, one of plain REINFORCE far less. */
const RATES = { reinforce: 8, grpo: 2 };

/** @returns the runs that were asked for, in their order */
export async function playRuns(options) {
  const { iterations, group, maxSteps } = options;
  const { tasks, course } = await findTasks(options.tasks?.split(","));
  const settings = { iterations, group, maxSteps, rates: RATES, tasks: course.map(({ name }) => name) };
  const record = new RunRecord(resolve(ROOT, options.out), settings);
  const wanted = options.methods.flatMap((method) =>
    options.profiles.flatMap((profile) =>
      Array.from({ length: options.seeds }, (_, index) => ({ profile, method, seed: options.firstSeed + index })),
    ),
  );
  const missing = wanted.filter((run) => record.find(run) === undefined);
  const playAll = async (lenderFor) => {
    for (const [index, { profile, method, seed }] of missing.entries()) {
      const name = `[${index + 1}/${missing.length}] ${profile}, ${method}, seed ${seed}`;
      const how = { iterations, group, maxSteps, method, rate: RATES[method] };
      const curve = await playRun(name, { tasks: course, borrow: lenderFor(profile), seed, reward: profile, ...how });
      record.add({ profile, method, seed, curve });
    }
  };
  if (missing.length > 0 && options.direct) await withEnvironment({ tasks }, (lend) => playAll(() => lend));
  else if (missing.length > 0) await withServer(options, (sessions) => playAll(rememberingLender(sessions)));
  return wanted.map((run) => record.find(run));
}

async function playRun(name, options) {
  const curve = [];
  for await (const { meanReturn, solved, steps } of train(options)) {
    curve.push({ meanReturn, solved, steps });
    const figures = `return ${meanReturn.toFixed(3)}, solved ${solved.toFixed(3)}, ${steps.toFixed(1)} steps`;
    console.error(`${name}: iteration ${curve.length} of ${options.iterations}: ${figures}`);
  }
  return curve;
}

/** Runs of one profile share what the server has answered. */
function rememberingLender(sessions) {
  const memories = new Map();
  return (profile) => {
    const answers = memories.get(profile) ?? new Answers();
    memories.set(profile, answers);
    return (work) => sessions.lend((client) => work(answers.before(client)));
  };
}
