/** Which npm installs the packages, no matter who started the set-up. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

const MODULE = new URL("../../scripts/lib/install.mjs", import.meta.url).href;
const SCRIPT = `
  import { npmCommand } from ${JSON.stringify(MODULE)};
  console.log(JSON.stringify(npmCommand(process.env.GIVEN)));
`;

function npmCommand(given: string | undefined): unknown {
  const env = { ...process.env, GIVEN: given };
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", SCRIPT], { env, encoding: "utf8" });
  return JSON.parse(output);
}

test.each(["/usr/lib/node_modules/npm/bin/npm-cli.js", "/opt/npm-cli.cjs", "/opt/npm.js"])(
  "%s installs by itself",
  (path) => {
    expect(npmCommand(path)).toEqual([process.execPath, [path]]);
  },
);

test.each([
  undefined,
  "",
  "/usr/lib/node_modules/pnpm/bin/pnpm.cjs",
  "/usr/share/yarn/bin/yarn.js",
  "/home/me/.yarn/releases/yarn-4.5.0.cjs",
  "/opt/npm-check-updates.js",
])("where %s started the set-up, npm of the PATH does", (path) => {
  expect(npmCommand(path)).toEqual(["npm", []]);
});
