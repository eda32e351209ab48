import { describe, expect, test } from "vitest";
import { readSettings } from "../../src/server/settings.ts";

describe("the settings", () => {
  test("have defaults, also for variables that are empty", () => {
    expect(readSettings({ PORT: "", MAX_SESSIONS: " ", UNRELATED: "x" })).toEqual({
      HOST: "0.0.0.0",
      PORT: 7860,
      MAX_SESSIONS: 10_000,
      MAX_MESSAGE_BYTES: 1_048_576,
      HTTP_IDLE_SECONDS: 900,
      SESSION_IDLE_SECONDS: 7200,
      PING_SECONDS: 15,
      SHUTDOWN_SECONDS: 10,
      LOG_LEVEL: "info",
      LOG_FORMAT: "auto",
      ENABLE_WEB_INTERFACE: true,
      ENABLE_ORS: true,
      WATCH: "local",
      REPEAT_LAST_STEP: true,
      DATA_DIR: "./.tracefix",
      DURABILITY: "process",
      RETENTION_DAYS: 7,
      RETENTION_BYTES: 10_737_418_240,
      RUNS_DIR: "runs",
      TASK_SET: "classic",
      OPENENV_MODE: "simulation",
      MCP_EPISODES: "drawn",
      HIDDEN_COUNT: "shown",
      WORKER_NICE: 0,
    });
  });

  test("are read as what they are", () => {
    const given = { PORT: "0", ENABLE_WEB_INTERFACE: "0", WORKERS: "3", PING_SECONDS: "0.5", LOG_LEVEL: "debug" };
    expect(readSettings(given)).toMatchObject({
      PORT: 0,
      ENABLE_WEB_INTERFACE: false,
      WORKERS: 3,
      PING_SECONDS: 0.5,
      LOG_LEVEL: "debug",
    });
  });

  test("list hosts and origins with commas between them", () => {
    const given = { ALLOWED_HOSTS: "Lab.example.org, [::1]:8080", ALLOWED_ORIGINS: "https://a.example,http://b:81" };
    expect(readSettings(given)).toMatchObject({
      ALLOWED_HOSTS: ["lab.example.org", "[::1]:8080"],
      ALLOWED_ORIGINS: ["https://a.example", "http://b:81"],
    });
  });

  test("take an origin as browsers say it, and an address of IPv6 as sockets do", () => {
    const given = { HOST: " [::1] ", ALLOWED_ORIGINS: "https://lab.example.org:443,http://b.example:80" };
    const ALLOWED_ORIGINS = ["https://lab.example.org", "http://b.example"];
    expect(readSettings(given)).toMatchObject({ HOST: "::1", ALLOWED_ORIGINS });
  });

  test.each([
    ["ALLOWED_HOSTS", "https://lab.example.org"],
    ["SPACE_HOST", "https://me-tracefix.hf.space"],
    ["ALLOWED_HOSTS", "a.example,,b.example"],
    ["ALLOWED_ORIGINS", "lab.example.org"],
    ["ALLOWED_ORIGINS", "https://lab.example.org/"],
    ["ALLOWED_ORIGINS", "*"],
    ["WATCH", "true"],
    ["SHOW_SOLUTIONS", "train"],
    ["PORT", "http"],
    ["PORT", "70000"],
    ["PORT", "80.5"],
    ["MAX_SESSIONS", "0"],
    ["PING_SECONDS", "-1"],
    ["LOG_LEVEL", "loud"],
    ["ENABLE_WEB_INTERFACE", "perhaps"],
    ["OPENENV_MODE", "Production"],
    ["MCP_EPISODES", "chosen"],
    ["HIDDEN_COUNT", "true"],
    ["WORKERS", "many"],
    ["EXTRA_PORT", "0"],
  ])("refuse %s=%s, naming variable, value and remedy", (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(`${name} is "${value}"; it must be: `);
  });

  test.each(["OPENENV_VALIDATION_TOKEN", "HIDDEN_SECRET"])("refuse the secret %s without repeating it", (name) => {
    expect(() => readSettings({ [name]: "too short" })).toThrow(
      new RegExp(`${name} is not valid; it must be: (?!.*too short)`),
    );
  });

  test("tell all faults at once", () => {
    expect(() => readSettings({ PORT: "x", WORKERS: "y" })).toThrow(/PORT is "x".*\n.*WORKERS is "y"/);
  });
});
