/**
 * `npm run test:interop`: OpenEnv's and other people's own clients, validators, deployers and trainers against a real
 * server process. Needs Python 3.11, for some groups 3.12, and a package index. Words choose groups; `trainers` means the trainers,
 * with `--turn` those whose turn it is today, every other day; no word means all others.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exportCheckout } from "./lib/export.mjs";
import { ROOT } from "./lib/paths.mjs";
import { fail, slowStep } from "./lib/progress.mjs";
import { findUv, hasPython, OPENENV, pythonEnvironment, UV_CACHE } from "./lib/python-env.mjs";
import { mustRun, runCounted } from "./lib/run.mjs";
import { setUp } from "./lib/setup.mjs";
import { turnOfToday } from "./lib/turns.mjs";

const FOLDER = join(ROOT, "test", "interop");

const TRL = {
  name: "trl",
  packages: ["trl==1.16.0", "torch==2.15.0", "openenv==0.10.0", "openreward==0.1.167"],
  // PyPI's build of torch links against most of CUDA, but these two are only looked for when a GPU computes.
  without: ["triton", "nvidia-cusolver"],
};

const VERIFIERS = { name: "verifiers", packages: ["verifiers==0.4.0", "openenv==0.4.1"] };

/**
 * Which packages each file of tests needs, on which of two days' turns it comes where it is one of the trainers, which take
 * longer, and whether it only waits, so that it may run beside the others. A group is a file of this folder that Python runs, or one that vitest does.
 */
const GROUPS = {
  idle: { environment: OPENENV, onlyWaits: true },
  openenv_clients: { environment: OPENENV },
  openenv_validate: { environment: OPENENV },
  openenv_push: { environment: OPENENV },
  openenv_core: { environment: { name: "openenv-core-0.3", packages: ["openenv-core==0.3.0"] } },
  mcp_clients: { environment: OPENENV },
  example_plain: { environment: OPENENV },
  command_server: { environment: OPENENV },
  deploy_kubernetes: {
    environment: { name: "kubernetes-validate", packages: ["kubernetes-validate==1.36.0", "pyyaml==6.0.3"] },
  },
  faults: { environment: OPENENV },
  format_harbor: { environment: { name: "harbor", packages: ["harbor==0.26.0"], oldest: "3.12" } },
  format_ors: { environment: { name: "openreward", packages: ["openreward==0.1.167"] } },
  format_in_process: { environment: OPENENV },
  format_gymnasium: { environment: { name: "gymnasium", packages: ["gymnasium==1.4.0", "openenv==0.10.0"] } },
  format_nemo_gym: {
    environment: { name: "nemo-gym", packages: ["nemo-gym==0.4.0", "openenv==0.10.0"], oldest: "3.12" },
    trainersTurn: 0,
  },
  contract: { environment: OPENENV, vitest: "test/contract/python.test.ts" },
  example_inspect: {
    environment: { name: "inspect", packages: ["inspect-ai==0.3.285", "openenv==0.10.0"] },
    trainersTurn: 0,
  },
  example_verifiers: { environment: VERIFIERS, trainersTurn: 1 },
  format_verifiers: { environment: VERIFIERS, trainersTurn: 1 },
  format_small: {
    environment: {
      name: "small-trainers",
      packages: [
        ...["tinker-cookbook==0.5.8", "verl==0.9.1", "openpipe-art==0.5.18", "skyrl-gym==0.4.0"],
        ...["openenv==0.10.0", "torch==2.15.0"],
      ],
      without: TRL.without,
    },
    trainersTurn: 0,
  },
  format_ors_trl: { environment: TRL, trainersTurn: 1 },
  example_trl: { environment: TRL, trainersTurn: 1 },
  export_trl: { environment: TRL, trainersTurn: 1 },
};

await setUp();
const TURNS = 2;
const given = process.argv.slice(2);
const words = given.filter((word) => word !== "--turn");
const turn = words.length < given.length ? turnOfToday(TURNS) : null;
const unknown = words.filter((word) => word !== "trainers" && !(word in GROUPS));
if (unknown.length > 0) fail(`There is no group ${unknown.join(", ")}: choose among ${Object.keys(GROUPS).join(", ")}`);
const isChosen = ([name, { trainersTurn }]) => {
  if (words.includes(name)) return true;
  if (trainersTurn === undefined) return words.length === 0;
  return words.includes("trainers") && (turn === null || turn === trainersTurn);
};

const scratch = mkdtempSync(join(tmpdir(), "tracefix-interop-"));
let passed = 0;
let failed = 0;
try {
  const checkout = join(scratch, "checkout");
  exportCheckout(checkout);
  const site = await installFace(checkout);
  const runAll = async (groups) => {
    for (const [name, group] of groups) {
      console.log(`== ${name}`);
      const counts = await runGroup(name, group, { site, checkout });
      passed += counts.passed;
      failed += counts.failed;
    }
  };
  const chosen = Object.entries(GROUPS).filter(isChosen);
  const waits = ([, { onlyWaits = false }]) => onlyWaits;
  await Promise.all([runAll(chosen.filter(waits)), runAll(chosen.filter((group) => !waits(group)))]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

/** Builds our own package as a user's pip would and installs it, without what it depends on, into a folder of its own. */
async function installFace(checkout) {
  const site = join(scratch, "site");
  const uv = await findUv();
  const python = await pythonEnvironment(OPENENV);
  await slowStep("Building the Python package", () =>
    mustRun(uv, ["pip", "install", "--quiet", "--no-deps", "--python", python, "--target", site, checkout], {
      env: { UV_CACHE_DIR: UV_CACHE },
    }),
  );
  return site;
}

async function runGroup(name, { environment, vitest }, { site, checkout }) {
  const { oldest } = environment;
  if (oldest !== undefined && !hasPython(oldest)) {
    console.log(`Skipped: ${name} needs Python ${oldest} or newer, which is not here. Install it and try again.`);
    return { passed: 0, failed: 0 };
  }
  try {
    const python = await pythonEnvironment(environment);
    const env = {
      PYTHONPATH: site,
      PYTHONUNBUFFERED: "1",
      TRACEFIX_NODE: process.execPath,
      TRACEFIX_PYTHON: python,
      TRACEFIX_CHECKOUT: checkout,
      TRACEFIX_UV: await findUv(),
      UV_CACHE_DIR: UV_CACHE,
      // Nothing outside of the scratch folder is read or written, and nothing but the server is asked.
      XDG_CACHE_HOME: join(scratch, "cache"),
      HF_HOME: join(scratch, "huggingface"),
      HF_HUB_OFFLINE: "1",
    };
    const [command, ...args] = vitest
      ? [process.execPath, join(ROOT, "scripts", "test.mjs"), vitest]
      : [python, join(FOLDER, `${name}.py`)];
    return await runCounted(command, args, { env });
  } catch (error) {
    console.log(`FAIL ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}
