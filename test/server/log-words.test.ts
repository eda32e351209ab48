/** The log as people read it on a terminal, and that it is for machines anywhere else. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, test } from "vitest";
import { packageRoot } from "../../src/ground/package-root.ts";
import { logLineInWords } from "../../src/server/log-words.ts";

const TIME = "2026-01-02T03:04:05.678Z";
const lineOf = (entry: object) => `${JSON.stringify({ level: 30, time: TIME, ...entry })}\n`;

describe("a line of the log in words", () => {
  test.each([
    ["when, how grave and what", { msg: "stopping" }, "03:04:05 info  stopping\n"],
    ["what more is known", { port: 7860, msg: "listening" }, "03:04:05 info  listening (port 7860)\n"],
    ["warnings louder", { level: 40, msg: "careful" }, "03:04:05 WARN  careful\n"],
    [
      "errors by their words, without a stack",
      { level: 50, err: { message: "broken", stack: "at file.js:1" }, msg: "failed" },
      "03:04:05 ERROR failed (err broken)\n",
    ],
  ])("tells %s", (_, entry, words) => {
    expect(logLineInWords(lineOf(entry))).toBe(words);
  });

  test("is the line itself where that is no entry", () => {
    expect(logLineInWords("plain\n")).toBe("plain\n");
  });
});

describe("the server's log", () => {
  test.each([
    ["words", /^\d\d:\d\d:\d\d info {2}listening \(/],
    ["auto", /^\{.*"msg":"listening"/],
  ])("with LOG_FORMAT=%s is what that says, into a pipe", async (LOG_FORMAT, form) => {
    const child = spawn(process.execPath, [join(packageRoot(), "dist", "cli", "main.js"), "serve"], {
      env: { ...process.env, HOST: "127.0.0.1", PORT: "0", WORKERS: "1", LOG_LEVEL: "info", LOG_FORMAT },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const ended = once(child, "close");
    let found = "";
    for await (const line of createInterface(child.stdout)) {
      found = line;
      if (line.includes("tasks")) break;
    }
    child.stdout.resume();
    child.kill("SIGTERM");
    await ended;
    expect(found).toMatch(form);
  });
});
