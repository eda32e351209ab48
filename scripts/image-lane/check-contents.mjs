/** What is in the image, and what is not. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readJson } from "../lib/files.mjs";
import { ROOT } from "../lib/paths.mjs";
import { mustCapture } from "./commands.mjs";

const MAX_MEGABYTES = 350;

export async function checkContents({ root, config }, check) {
  const megabytes = Number(
    (await mustCapture("du", ["-s", "--block-size=1000000", "--apparent-size", root])).split("\t")[0],
  );
  check(`The image is under ${MAX_MEGABYTES} MB (${megabytes})`, megabytes < MAX_MEGABYTES);

  const found = (names) => mustCapture("find", [root, "-xdev", "-type", "f", "(", ...names, ")"]);
  const pythons = await found(["-name", "python", "-o", "-name", "python[23]*", "-o", "-name", "libpython*"]);
  check("It has no Python of its own", pythons === "", pythons);

  const { devDependencies } = readJson(join(ROOT, "package.json"));
  const developers = Object.keys(devDependencies).filter((name) => existsSync(join(root, "app/node_modules", name)));
  check("It has no dependencies for development", developers.length === 0, developers.join("\n"));

  const left = ["src", "test", "scripts", "web"].filter((name) => existsSync(join(root, "app", name)));
  check("It has no sources and no tests", left.length === 0, left.join("\n"));
  check("It has the notices of others", existsSync(join(root, "app/THIRD_PARTY_NOTICES.md")));

  const { version } = readJson(join(ROOT, "package.json"));
  const { User, ExposedPorts, Healthcheck, StopSignal, Cmd, Env, Labels } = config;
  const told = JSON.stringify(config, null, 2);
  check("Its user is appuser", User === "appuser", told);
  check(
    "It exposes 7860 and 8000",
    Object.keys(ExposedPorts ?? {})
      .sort()
      .join() === "7860/tcp,8000/tcp",
    told,
  );
  check("It has a health check and a stop signal", Healthcheck?.Test?.length > 1 && StopSignal === "SIGTERM", told);
  check("Its command is server", Cmd.join() === "server" && existsSync(join(root, "usr/local/bin/server")), told);
  check("It names ENABLE_WEB_INTERFACE", Env.includes("ENABLE_WEB_INTERFACE=true"), told);
  check("Its label names the version", Labels?.["org.opencontainers.image.version"] === version, told);
}
