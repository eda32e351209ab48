import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { readSettings, settingsSchema } from "../../src/server/settings.ts";

const DOCUMENT = "docs/settings.md";

/** The table as it must stand between the two marks. */
function expectedTable(): string {
  const defaults: Readonly<Record<string, unknown>> = readSettings({});
  const rows = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const fallback = defaults[name];
    const shown = fallback === undefined ? "" : `\`${fallback}\``;
    return `| \`${name}\` | ${shown} | ${schema.meta()?.description} |`;
  });
  return ["| Variable | Default | Meaning |", "|---|---|---|", ...rows].join("\n");
}

function documentedTable(): string | undefined {
  const text = readFileSync(join(packageRoot(), DOCUMENT), "utf8");
  return /<!-- settings -->\n([\s\S]*?)<!-- \/settings -->/.exec(text)?.[1]?.trim();
}

describe("the documented settings", () => {
  it("are in the table exactly those of the schema, with its defaults and its words", () => {
    expect(documentedTable()).toBe(expectedTable());
  });

  it("are each explained below it", () => {
    const text = readFileSync(join(packageRoot(), DOCUMENT), "utf8");
    const explained = text.split("## What each is for")[1] ?? "";
    for (const name of Object.keys(settingsSchema.shape)) expect(explained).toContain(`\`${name}\``);
  });
});
