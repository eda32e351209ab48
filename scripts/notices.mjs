/**
 * `npm run notices`: writes THIRD_PARTY_NOTICES.md, the licences of what ships in the image and in the page, from the
 * installed packages. With --check it writes nothing and ends with 1 where the file is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./lib/paths.mjs";
import { licenceOf } from "./notices/licences.mjs";
import { shippedPackages } from "./notices/packages.mjs";

const FILE = join(ROOT, "THIRD_PARTY_NOTICES.md");
const HEAD = `# Third-party notices

TraceFix-RL itself is under the [Apache License 2.0](LICENSE). What it ships of others is listed here, with their
licences: CPython and Pyodide, which the sandbox's image is made of, and the npm packages of the server and of its page.
A container image also holds Node.js and Debian, with their own notices. \`npm run notices\` makes this file.

`;

const notices = HEAD + sections();
if (!process.argv.includes("--check")) {
  writeFileSync(FILE, notices);
  console.log(`Wrote ${FILE}`);
} else if (readFileSync(FILE, "utf8") !== notices) {
  console.error("THIRD_PARTY_NOTICES.md is stale: run `npm run notices`");
  process.exitCode = 1;
}

/** One section a text: packages that share theirs to the letter share the section. */
function sections() {
  const bearers = new Map();
  for (const shipped of shippedPackages()) {
    const { text, label } = licenceOf(shipped);
    bearers.set(text, [...(bearers.get(text) ?? []), `${shipped.name} ${shipped.version} (${label})`]);
  }
  return [...bearers].map(([text, names]) => `## ${names.join(", ")}\n\n\`\`\`text\n${text}\n\`\`\`\n`).join("\n");
}
