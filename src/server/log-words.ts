/** A line of the log as people read it: when, how grave, what, and what more there is to know. */
import { levels } from "pino";
import { parseJson } from "../ground/parse-json.ts";
import { isFields } from "../protocol/protocol.ts";

const WARN = 40;

/** @param line one JSON object, as the log writes it; anything else stays as it is */
export function logLineInWords(line: string): string {
  const entry = parseJson(line);
  if (!isFields(entry)) return line;
  const { level, time, msg, ...more } = entry;
  const name = levels.labels[Number(level)] ?? String(level);
  // What an operator should see stands out.
  const grave = Number(level) >= WARN ? name.toUpperCase() : name;
  const facts = Object.entries(more).map(([name, value]) => `${name} ${shortly(value)}`);
  const clock = String(time).slice(11, 19);
  return `${clock} ${grave.padEnd(5)} ${String(msg ?? "")}${facts.length === 0 ? "" : ` (${facts.join(", ")})`}\n`;
}

/** An error by its own words: its stack is for a machine's log. */
function shortly(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "object" && value !== null && "message" in value) return String(value.message);
  return JSON.stringify(value) ?? "";
}
