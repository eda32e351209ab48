/**
 * `node scripts/evidence.mjs --out FOLDER`: what OpenEnv's validation asks an operator for, in one folder, each figure with the
 * command that gave it: learnability, adversarial floor, gameability, reproducibility, immutable versions.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { join, resolve } from "node:path";
import { readCommandWords } from "./lib/command-words.mjs";
import { ROOT } from "./lib/paths.mjs";
import { setUp } from "./lib/setup.mjs";

const HELP = `Usage: node scripts/evidence.mjs [--out FOLDER]

Gathers what OpenEnv's validation asks an operator for: learnability, adversarial floor, gameability, reproducibility,
immutable versions; each figure with the command that gave it. Takes minutes.

Options:
  --out FOLDER   a new or empty folder (default: evidence)

Example:
  node scripts/evidence.mjs --out /tmp/evidence

Exit code 0: all claims hold; 1: some do not; 2: nothing could be gathered.
`;
const { out: folder } = readCommandWords({
  options: { out: { type: "string", default: "evidence" } },
  help: HELP,
  command: "node scripts/evidence.mjs",
});
const out = resolve(folder);
if (existsSync(out) && !(statSync(out).isDirectory() && readdirSync(out).length === 0)) {
  console.error(`Cannot write to ${out}: it is no empty folder. Give another --out.`);
  process.exit(2);
}
await setUp();
mkdirSync(out, { recursive: true });

const rows = [];
let failed = 0;

/** Runs a command of the checkout, keeps what it prints, and enters what that says. */
function gather({ claim, file, words, tell }) {
  console.error(`== ${claim}: node ${words.join(" ")}`);
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    cwd: ROOT,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  writeFileSync(join(out, file), stdout);
  writeFileSync(join(out, `${file}.log`), stderr);
  let figure = `failed with exit code ${status}: see \`${file}.log\``;
  let holds = false;
  try {
    if (status === 0) ({ figure, holds } = tell(stdout));
  } catch (error) {
    figure = `could not be read: ${error.message}`;
  }
  if (!holds) failed += 1;
  // Elsewhere the folder has another place.
  const command = ["node", ...words].join(" ").replaceAll(`${out}/`, "").replaceAll(out, ".");
  rows.push({ claim, holds, figure, command, file });
}

const MAIN = "dist/cli/main.js";
const AGENTS = ["oracle", "search", "random", "submit"];
const played = join(out, "agents");

gather({
  claim: "Learnability",
  file: "learnability.json",
  words: ["examples/learn/short.mjs"],
  tell: (text) => {
    const { seed, first, last, margin, rose } = JSON.parse(text);
    const figure = `return ${first.toFixed(2)} in the first fifth, ${last.toFixed(2)} in the last (seed ${seed}; at least ${margin} more)`;
    return { figure, holds: rose };
  },
});
gather({
  claim: "Adversarial floor",
  file: "agents.json",
  words: [MAIN, "eval", "--task-set", "classic", "--agent", ...AGENTS, "--out", played, "--json"],
  tell: (text) => {
    const score = Object.fromEntries(JSON.parse(text).map(({ agent, mean_score }) => [agent, mean_score]));
    const figure = `mean score ${AGENTS.map((agent) => `${agent} ${score[agent].toFixed(3)}`).join(", ")}`;
    return { figure, holds: score.oracle > 0.9 && score.submit < 0.02 && score.random < 0.2 };
  },
});
gather({
  claim: "Gameability",
  file: "card.json",
  words: [MAIN, "tasks", "card", "--json"],
  tell: (text) => {
    const { integrity } = JSON.parse(text);
    const { accepted, wrong } = integrity;
    const figure = `${accepted} of ${wrong} wrong programs handed in were solved, as \`npm run tasks:integrity\` counted`;
    return { figure, holds: accepted === 0 };
  },
});
gather({
  claim: "Gameability, counted again",
  file: "integrity.txt",
  words: [MAIN, "tasks", "integrity", "reverse_string", "--keep", join(out, "integrity.json")],
  tell: (text) => {
    const kept = readFileSync(join(out, "integrity.json"), "utf8").trim().split("\n");
    const counted = kept.map((line) => JSON.parse(line));
    const holds = counted.length > 0 && counted.every(({ wrong, accepted }) => wrong > 0 && accepted.length === 0);
    return { figure: text.trim().split("\n").at(-1), holds };
  },
});
gather({
  claim: "Reproducibility",
  file: "replay.txt",
  words: [MAIN, "replay", join(played, "oracle")],
  tell: (text) => ({ figure: `a server of its own: ${text.trim().split("\n").at(-1)}`, holds: true }),
});

const hashOf = (path) =>
  createHash("sha256")
    .update(readFileSync(join(ROOT, path)))
    .digest("hex");
/** @returns null where git cannot tell */
const git = (...words) => {
  const { status, stdout } = spawnSync("git", words, { cwd: ROOT, encoding: "utf8" });
  return status === 0 ? stdout.trim() : null;
};
const changes = git("status", "--porcelain");
const versions = {
  version: JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).version,
  commit: git("rev-parse", "HEAD"),
  changed_files: changes?.split("\n").filter(Boolean).length ?? null,
  package_lock: hashOf("package-lock.json"),
  sandbox_image: readFileSync(join(ROOT, "src/sandbox/python/guest/image.sha256"), "utf8").trim(),
  host: { node: process.version, platform: platform(), arch: arch(), cpus: cpus().length },
};
writeFileSync(join(out, "versions.json"), `${JSON.stringify(versions, null, 2)}\n`);
rows.push({
  claim: "Immutable versions",
  holds: versions.changed_files === 0,
  figure:
    versions.commit === null || versions.changed_files === null
      ? `version ${versions.version}, of which git tells no commit: gather it in a clone`
      : `version ${versions.version}, commit ${versions.commit.slice(0, 12)}, ${versions.changed_files} files changed since`,
  command: "git rev-parse HEAD; sha256sum package-lock.json src/sandbox/python/guest/image.sha256",
  file: "versions.json",
});
if (versions.changed_files !== 0) failed += 1;

const table = rows.map(
  ({ claim, holds, figure, command, file }) =>
    `| ${claim} | ${holds ? "holds" : "**does not hold**"} | ${figure} | \`${command}\` | [${file}](${file}) |`,
);
const text = `# Evidence

Made by \`node scripts/evidence.mjs\` on ${platform()} ${arch()} with Node ${process.version}. Files are in this folder; commands run in the checkout.
On another host, replay the same episodes to compare every byte: \`node ${MAIN} replay agents/oracle\`.

| Claim | | Figure | Command | File |
|---|---|---|---|---|
${table.join("\n")}
`;
writeFileSync(join(out, "README.md"), text);
console.log(text);
process.exitCode = failed > 0 ? 1 : 0;
