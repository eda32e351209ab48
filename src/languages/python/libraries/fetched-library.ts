/** Python that fetches a library from the package index as pip would, without executing anything of it. */
import { z } from "zod";

/**
 * Its argument is JSON of `{name, version, into}`. It keeps the wheel and the unpacked source distribution in the folder
 * `into`, and prints what it found, or a fault with its code.
 */
export const FETCH_LIBRARY = String.raw`
import base64, email.parser, hashlib, html.parser, io, json, os, re, ssl, subprocess, sys, tarfile, urllib.error, urllib.parse, urllib.request, zipfile

ASKED = json.loads(sys.argv[1])
MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED_BYTES = 100 * 1024 * 1024
MOST_FILES = 20_000


def fail(code, detail):
    print(json.dumps({"fault": code, "detail": detail}))
    sys.exit(0)


def pip_setting(name):
    given = os.environ.get("PIP_" + name.upper().replace("-", "_"))
    if given:
        return given
    told = subprocess.run([sys.executable, "-m", "pip", "config", "get", "global." + name], capture_output=True, text=True)
    return told.stdout.strip() if told.returncode == 0 else None


def split_password(url):
    """The address without a user and a password, and these as a header has them, or None."""
    parts = urllib.parse.urlsplit(url)
    who, at, host = parts.netloc.rpartition("@")
    bare = urllib.parse.urlunsplit(parts._replace(netloc=host))
    return bare, "Basic " + base64.b64encode(urllib.parse.unquote(who).encode()).decode() if at else None


INDEX, PASSWORD = split_password((pip_setting("index-url") or "https://pypi.org/simple").rstrip("/"))


def get(url, accept="*/*"):
    certificates = pip_setting("cert")
    context = ssl.create_default_context(cafile=certificates) if certificates else None
    request = urllib.request.Request(split_password(url)[0], headers={"Accept": accept})
    if PASSWORD and urllib.parse.urlsplit(url).netloc.rpartition("@")[2] == urllib.parse.urlsplit(INDEX).netloc:
        request.add_unredirected_header("Authorization", PASSWORD)
    with urllib.request.urlopen(request, timeout=120, context=context) as answer:
        data = answer.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            fail("too-large", url.rpartition("/")[2])
        return data, answer.headers.get("Content-Type", ""), answer.geturl()


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        href = dict(attributes).get("href")
        if tag == "a" and href:
            self.found.append(href)


def listed(name):
    """Every file of the project in the index: name, address and SHA-256."""
    url = INDEX + "/" + re.sub(r"[-_.]+", "-", name).lower() + "/"
    try:
        data, kind, at = get(url, "application/vnd.pypi.simple.v1+json, text/html;q=0.5")
    except urllib.error.HTTPError as error:
        fail("no-package" if error.code in (404, 410) else "no-index", str(error.code) + " from " + INDEX)
    except OSError as error:
        fail("no-index", str(getattr(error, "reason", error)))
    if "json" in kind:
        rows = json.loads(data)["files"]
        return [(row["filename"], urllib.parse.urljoin(at, row["url"]), row.get("hashes", {}).get("sha256")) for row in rows]
    links = Links()
    links.feed(data.decode("utf-8", "replace"))
    files = []
    for href in links.found:
        address, _, mark = urllib.parse.urljoin(at, href).partition("#")
        digest = mark[7:] if mark.startswith("sha256=") else None
        files.append((urllib.parse.unquote(address.rpartition("/")[2]), address, digest))
    return files


def same(one, other):
    return re.sub(r"[-_.]+", "-", one).lower() == re.sub(r"[-_.]+", "-", other).lower()


def chosen(files):
    """The wheel and the source distribution of the version, or None."""
    wheels, source = [], None
    for name, url, digest in files:
        if name.endswith(".whl"):
            parts = name[:-4].split("-")
            if same(parts[0], ASKED["name"]) and parts[1] == ASKED["version"]:
                wheels.append((name, url, digest))
        elif name.endswith(".tar.gz"):
            project, _, version = name[:-7].rpartition("-")
            if same(project, ASKED["name"]) and version == ASKED["version"]:
                source = (name, url, digest)
    if not wheels and source is None:
        fail("no-version", ASKED["version"])
    if not wheels:
        fail("no-wheel", source[0])
    pure = [wheel for wheel in wheels if wheel[0].endswith("-none-any.whl")]
    if not pure:
        fail("native-code", wheels[0][0])
    return pure[0], source


def download(file):
    name, url, digest = file
    data = get(url)[0]
    if digest is None or hashlib.sha256(data).hexdigest() != digest:
        fail("wrong-hash", name)
    path = os.path.join(ASKED["into"], os.path.basename(name))
    with open(path, "wb") as out:
        out.write(data)
    return data, path


def check_size(archive, count, total):
    if count > MOST_FILES or total > MOST_UNPACKED_BYTES:
        fail("too-large-unpacked", archive)


def read_wheel(data, name):
    files, licenses, metadata = {}, {}, None
    with zipfile.ZipFile(io.BytesIO(data)) as wheel:
        # No more is read of a file than is said here.
        check_size(name, len(wheel.infolist()), sum(entry.file_size for entry in wheel.infolist()))
        for entry in wheel.infolist():
            path = entry.filename
            if path.endswith((".so", ".pyd", ".dylib")):
                fail("native-code", path)
            if ".dist-info/" in path:
                base = path.rpartition("/")[2].upper()
                if base == "METADATA":
                    metadata = email.parser.Parser().parsestr(wheel.read(entry).decode("utf-8"))
                elif base.startswith(("LICENSE", "LICENCE", "COPYING")):
                    licenses[path] = wheel.read(entry).decode("utf-8", "replace")
            elif path.endswith(".py") and not re.search(r"(^|/)tests?/|\.data/", path):
                files[path] = wheel.read(entry).decode("utf-8", "replace")
    # Of a module and a package of one name an import finds the package.
    files = {path: text for path, text in files.items() if path[:-3] + "/__init__.py" not in files}
    return files, licenses, metadata


def unpack(data, name):
    """Only what is a plain file and stays inside."""
    root = os.path.join(ASKED["into"], "source")
    count, total = 0, 0
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in archive:
            count, total = count + 1, total + member.size
            check_size(name, count, total)
            path = os.path.normpath(os.path.join(root, member.name))
            if member.isfile() and path.startswith(root + os.sep):
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "wb") as out:
                    out.write(archive.extractfile(member).read())
    folders = os.listdir(root)
    return os.path.join(root, folders[0]) if len(folders) == 1 else root


def license_of(metadata):
    told = metadata.get("License-Expression") or metadata.get("License") or ""
    named = [line.rpartition(" :: ")[2] for line in metadata.get_all("Classifier", []) if line.startswith("License ::")]
    lines = told.strip().splitlines()
    is_name = len(lines) == 1 and len(lines[0]) < 60 and not lines[0].lower().startswith("copyright")
    return lines[0] if is_name else named[0] if named else ""


wheel, source = chosen(listed(ASKED["name"]))
data, wheel_path = download(wheel)
files, licenses, metadata = read_wheel(data, wheel[0])
source_root = unpack(download(source)[0], source[0]) if source else None
if not licenses and source_root:
    for base in sorted(os.listdir(source_root)):
        if base.upper().startswith(("LICENSE", "LICENCE", "COPYING")) and os.path.isfile(os.path.join(source_root, base)):
            with open(os.path.join(source_root, base), encoding="utf-8", errors="replace") as file:
                licenses[base] = file.read()
print(json.dumps({
    "files": files, "wheel": wheel_path, "source": source_root, "summary": metadata.get("Summary") or "", "license": license_of(metadata),
    "licenseText": licenses[sorted(licenses)[0]] if licenses else None,
    "extras": [name for name in metadata.get_all("Provides-Extra", []) if name.lower() in ("test", "tests", "testing")],
}))
`;

const FETCH_FAULTS = [
  "no-index",
  "no-package",
  "no-version",
  "no-wheel",
  "native-code",
  "wrong-hash",
  "too-large",
  "too-large-unpacked",
] as const;
export type FetchFault = (typeof FETCH_FAULTS)[number];

export const fetchAnswerSchema = z.union([
  z.strictObject({ fault: z.enum(FETCH_FAULTS), detail: z.string() }),
  z.strictObject({
    /** Texts of its modules, by path. */
    files: z.record(z.string(), z.string()),
    wheel: z.string(),
    /** The folder of the source distribution; null where there is none. */
    source: z.string().nullable(),
    summary: z.string(),
    license: z.string(),
    licenseText: z.string().nullable(),
    /** Extras that its tests need. */
    extras: z.array(z.string()),
  }),
]);
export type FetchedFiles = Exclude<z.infer<typeof fetchAnswerSchema>, { fault: string }>;
