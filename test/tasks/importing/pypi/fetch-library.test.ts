/** A library as a package index of the test's own serves it; it needs a Python of this machine, as the command does. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { fetchLibrary, readLibraryName } from "../../../../src/tasks/importing/pypi/fetch-library.ts";
import { nativePython } from "../../../../src/tasks/importing/pypi/native-python.ts";
import { UnreadableImportError } from "../../../../src/tasks/importing/raw-program.ts";

/** Writes archives: each a name and its files, of a text or of so many zeros. */
const WRITE_ARCHIVES = `
import io, json, sys, tarfile, zipfile
into, archives = json.loads(sys.argv[1])
for name, files in archives.items():
    contents = {path: text.encode() if isinstance(text, str) else bytes(text) for path, text in files.items()}
    if name.endswith(".whl"):
        with zipfile.ZipFile(f"{into}/{name}", "w", zipfile.ZIP_DEFLATED) as wheel:
            for path, content in contents.items(): wheel.writestr(path, content)
    else:
        with tarfile.open(f"{into}/{name}", "w:gz") as archive:
            for path, content in contents.items():
                member = tarfile.TarInfo(path)
                member.size = len(content)
                archive.addfile(member, io.BytesIO(content))
`;
const METADATA =
  "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\nSummary: A tiny one\nLicense: MIT\nProvides-Extra: test\n\n";
const INFO = "tiny-1.0.dist-info";
const BOMB = 101 * 1024 * 1024;
const ARCHIVES = {
  "tiny-1.0-py3-none-any.whl": {
    "tiny/__init__.py": "from tiny.core import double\n",
    "tiny/core.py": "def double(n):\n    return 2 * n\n",
    "tiny/tests/test_core.py": "assert False\n",
    [`${INFO}/METADATA`]: METADATA,
    [`${INFO}/licenses/LICENSE`]: "Do as you like.",
  },
  "tiny-1.0.tar.gz": { "tiny-1.0/tests/test_core.py": "def test(): pass\n", "../outside.py": "stolen = 1\n" },
  "sdist_only-1.0.tar.gz": { "sdist_only-1.0/a.py": "" },
  "native-1.0-cp311-cp311-manylinux_2_17_x86_64.whl": { "native.so": "" },
  "hidden_native-1.0-py3-none-any.whl": {
    "hidden_native/fast.so": "",
    "hidden_native-1.0.dist-info/METADATA": METADATA,
  },
  "changed-1.0-py3-none-any.whl": { "changed.py": "" },
  "unhashed-1.0-py3-none-any.whl": { "unhashed.py": "" },
  "bomb-1.0-py3-none-any.whl": { "bomb.py": BOMB, "bomb-1.0.dist-info/METADATA": METADATA },
  "bomb_source-1.0-py3-none-any.whl": { "bomb.py": "", "bomb_source-1.0.dist-info/METADATA": METADATA },
  "bomb_source-1.0.tar.gz": { "bomb_source-1.0/bomb.bin": BOMB },
  "long_texts-1.0-py3-none-any.whl": { "a.py": 1_100_000, "long_texts-1.0.dist-info/METADATA": METADATA },
  "no_module-1.0-py3-none-any.whl": { "no_module-1.0.dist-info/METADATA": METADATA },
};

const hasPython = spawnSync(nativePython(), ["-c", "import ssl, zipfile"]).status === 0;
const PASSWORD = "very%40secret";

describe.skipIf(!hasPython)("a library is fetched", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "tracefix-index-"));
    const written = spawnSync(nativePython(), ["-c", WRITE_ARCHIVES, JSON.stringify([folder, ARCHIVES])], {
      encoding: "utf8",
    });
    expect(written).toMatchObject({ status: 0, stderr: "" });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Serves the archives to a client that knows the password, as JSON or as links. */
  async function serveIndex({ asJson = true } = {}): Promise<void> {
    const server = createServer((request, response) => {
      if (!isAdmitted(request)) return response.writeHead(401).end();
      const name = (request.url ?? "").split("/").filter(Boolean).at(-1) ?? "";
      if (Object.hasOwn(ARCHIVES, name)) return response.end(readFileSync(join(folder, name)));
      const files = Object.keys(ARCHIVES).filter((file) => file.split("-")[0]?.replaceAll("_", "-") === name);
      if (files.length === 0) return response.writeHead(404).end();
      if (asJson) {
        response.setHeader("content-type", "application/vnd.pypi.simple.v1+json");
        const rows = files.map((filename) => ({ filename, url: `/files/${filename}`, hashes: hashesOf(filename) }));
        return response.end(JSON.stringify({ files: rows }));
      }
      response.setHeader("content-type", "text/html");
      return response.end(
        files.map((file) => `<a href="/files/${file}#sha256=${hashesOf(file).sha256}">${file}</a>`).join("\n"),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    vi.stubEnv("PIP_INDEX_URL", `http://somebody:${PASSWORD}@127.0.0.1:${port}/simple/`);
    onTestFinished(() => {
      vi.unstubAllEnvs();
      server.closeAllConnections();
      server.close();
    });
  }

  function hashesOf(file: string): { sha256?: string } {
    if (file.startsWith("unhashed")) return {};
    const content = file.startsWith("changed") ? "something else" : readFileSync(join(folder, file));
    return { sha256: createHash("sha256").update(content).digest("hex") };
  }

  function isAdmitted({ headers }: IncomingMessage): boolean {
    return headers.authorization === `Basic ${Buffer.from("somebody:very@secret").toString("base64")}`;
  }

  const fetched = (name: string, version = "1.0") => {
    const scratch = mkdtempSync(join(tmpdir(), "tracefix-fetched-"));
    onTestFinished(() => rmSync(scratch, { recursive: true }));
    return fetchLibrary({ name, version }, { scratch });
  };

  test.each([true, false])("from an index that asks for a password, in JSON: %s", async (asJson) => {
    await serveIndex({ asJson });
    const { wheel, source, ...told } = await fetched("tiny");
    const { "tiny/__init__.py": _, ...modules } = ARCHIVES["tiny-1.0-py3-none-any.whl"];
    expect(told).toEqual({
      files: { "tiny/__init__.py": expect.any(String), "tiny/core.py": modules["tiny/core.py"] },
      summary: "A tiny one",
      license: "MIT",
      licenseText: "Do as you like.",
      extras: ["test"],
    });
    expect(wheel).toMatch(/tiny-1\.0-py3-none-any\.whl$/);
    // What would stand outside of the folder is not unpacked.
    expect(source).toMatch(/source\/tiny-1\.0$/);
  });

  test.each([
    ["unknown", "1.0", /no project of that name \(404 from http:\/\/127\.0\.0\.1:\d+\/simple\)/],
    ["tiny", "2.0", /no wheel and no source distribution of version 2\.0/],
    ["sdist_only", "1.0", /only sdist_only-1\.0\.tar\.gz/],
    ["native", "1.0", /native-1\.0-cp311-cp311-manylinux_2_17_x86_64\.whl holds native code/],
    ["hidden_native", "1.0", /hidden_native\/fast\.so holds native code/],
    ["changed", "1.0", /not what the index's SHA-256 says/],
    ["unhashed", "1.0", /or the index gives none/],
    ["bomb", "1.0", /bomb-1\.0-py3-none-any\.whl unpacks to more than 100 MiB/],
    ["bomb_source", "1.0", /bomb_source-1\.0\.tar\.gz unpacks to more than 100 MiB/],
    ["long_texts", "1.0", /1\.0 MiB, and 1 MiB is what a program may be/],
    ["no_module", "1.0", /holds no file of Python/],
  ])("or refused with its reason: %s==%s", async (name, version, reason) => {
    await serveIndex();
    const refused = await fetched(name, version).catch((error: Error) => error);
    expect(refused).toBeInstanceOf(UnreadableImportError);
    expect(String(refused)).toMatch(reason);
    expect(String(refused)).not.toMatch(/secret|somebody/);
  });

  test("or refused where nobody answers", async () => {
    vi.stubEnv("PIP_INDEX_URL", `http://somebody:${PASSWORD}@127.0.0.1:1/simple`);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const refused = await fetched("tiny").catch((error: Error) => error);
    expect(refused).toMatchObject({ message: expect.stringContaining("the package index gave no answer") });
    expect(String(refused)).not.toMatch(/secret|somebody/);
  });
});

test.each(["inflection", "inflection>=1", "inflection==", "==1.0", "../x==1", "a b==1", "x==1; rm"])(
  "%s names no version of a library",
  (text) => expect(() => readLibraryName(text)).toThrow("names no version of a library"),
);
