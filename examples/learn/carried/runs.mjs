/** Trains on training families, and plays held-out ones now and then without learning. */
import { withEnvironment } from "../direct.mjs";
import { Policy } from "../policy.mjs";
import { RunRecord } from "../record.mjs";
import { figuresOf, playGroups, TASK_SEED, train } from "../train.mjs";
import { describeEdits, FEATURES } from "./described-edits.mjs";
import { EditsByFeatures } from "./edit-weights.mjs";
import { openFamilies } from "./families.mjs";
import { OTHERS, playOther } from "./others.mjs";

const METHOD = "grpo";
/** How far a policy moves in one iteration. */
const RATE = 4;

/**
 * @returns `runs`, a curve each: what `training` and `heldOut` tasks came to at `iteration`, before what it taught; and
 *   `others`, what each of `OTHERS` comes to in each profile
 */
export async function playCarriedRuns(options) {
  const { source, draw } = await openFamilies();
  return withEnvironment({ tasks: source }, async (borrow) => {
    const describe = (tasks) =>
      Promise.all(tasks.map((task) => borrow((environment) => describeEdits(task, environment))));
    const tasks = {
      training: await describe(await draw("train", options.tasks)),
      heldOut: await describe(await draw("test", options.tasks)),
    };
    const { iterations, every, group, maxSteps } = options;
    const names = (list) => list.map(({ name }) => name);
    const settings = {
      iterations,
      every,
      group,
      maxSteps,
      rate: RATE,
      training: names(tasks.training),
      heldOut: names(tasks.heldOut),
    };
    const record = new RunRecord(options.out, settings);
    for (const profile of options.profiles) {
      for (let seed = options.firstSeed; seed < options.firstSeed + options.seeds; seed += 1) {
        if (record.find({ profile, method: METHOD, seed })) continue;
        const curve = await trainAndLook(tasks, { ...options, borrow, reward: profile, seed });
        record.add({ profile, method: METHOD, seed, curve });
      }
    }
    const wanted = record.runs.filter(
      ({ profile, seed }) =>
        options.profiles.includes(profile) && seed >= options.firstSeed && seed < options.firstSeed + options.seeds,
    );
    return { runs: wanted, others: await playOthers(tasks, { ...options, borrow }) };
  });
}

async function trainAndLook(tasks, { borrow, reward, seed, iterations, every, group, maxSteps }) {
  const featuresOf = new Map([...tasks.training, ...tasks.heldOut].map(({ name, features }) => [name, features]));
  const policy = new Policy(new EditsByFeatures((name) => featuresOf.get(name), FEATURES.length));
  const how = { borrow, reward, group, maxSteps };
  const curve = [];
  let iteration = 0;
  for await (const { policy: _, ...training } of train({
    ...how,
    tasks: tasks.training,
    policy,
    seed,
    method: METHOD,
    iterations,
    rate: RATE,
  })) {
    iteration += 1;
    if ((iteration - 1) % every !== 0 && iteration !== iterations) continue;
    const played = await playGroups({ ...how, tasks: tasks.heldOut, policy, words: ["held out", seed, iteration] });
    const heldOut = figuresOf(played.flat());
    curve.push({ iteration, training, heldOut });
    const told = ({ meanReturn, solved }) => `return ${meanReturn.toFixed(3)}, solved ${solved.toFixed(3)}`;
    console.error(
      `${reward}, seed ${seed}: iteration ${iteration} of ${iterations}: training families ${told(training)}; held out ${told(heldOut)}`,
    );
  }
  return curve;
}

async function playOthers(tasks, { borrow, profiles, maxSteps, group }) {
  const rows = [];
  for (const [name, other] of Object.entries(OTHERS)) {
    const play = async (list, reward) => {
      const works = list.flatMap((task) =>
        Array.from({ length: other.isDrawn ? group : 1 }, (_, repetition) => {
          const reset = { task_name: task.name, seed: TASK_SEED, reward, max_steps: other.steps ?? maxSteps };
          return borrow((environment) => playOther(other, { environment, task, reset, repetition }));
        }),
      );
      return figuresOf(await Promise.all(works));
    };
    for (const profile of profiles) {
      rows.push({
        name,
        profile,
        training: await play(tasks.training, profile),
        heldOut: await play(tasks.heldOut, profile),
      });
    }
  }
  return rows;
}
