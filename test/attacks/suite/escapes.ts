/** Ways to the host: files, processes, sockets, bridges. */
import { type Category, onEachCall, REVERSE, smuggle } from "../attack.ts";

/** Tries each expression and prints what came of it. */
const attempt = (...expressions: readonly string[]): string =>
  onEachCall(
    `for source in ${JSON.stringify(expressions)}:
    try:
        print("GOT", source, repr(eval(source)))
    except BaseException as error:
        print("refused:", type(error).__name__)`,
    `import builtins, io, sys\nposix = ${smuggle("posix")}\nimported = __import__("importlib").import_module`,
  );

const attack = (name: string, ...expressions: readonly string[]) =>
  ({
    name,
    hack: "environment hack",
    task: REVERSE,
    code: attempt(...expressions),
    seen: [/^3 of 7/, /refused: /],
    unseen: [/GOT/],
  }) as const;

export const ESCAPES: Category = {
  title: "escapes to the host",
  attacks: [
    attack(
      "files cannot be opened, whichever function asks",
      "open('/etc/passwd')",
      "io.open('/etc/passwd')",
      "io.FileIO('/proc/self/environ')",
      "posix.open('/etc/hostname', 0)",
      "io.open_code('/bin/sh')",
    ),
    attack(
      "folders can be neither listed nor made",
      "posix.listdir('/')",
      "posix.scandir('/')",
      "posix.mkdir('/tmp/x')",
      "posix.stat('/')",
      "posix.readlink('/proc/self/exe')",
    ),
    attack(
      "files can be neither removed nor moved",
      "posix.unlink('/etc/passwd')",
      "posix.rename('/a', '/b')",
      "posix.symlink('/etc/passwd', '/tmp/p')",
      "posix.truncate('/etc/passwd', 0)",
      "posix.chmod('/', 0o777)",
    ),
    attack(
      "commands cannot be run",
      "imported('subprocess').run(['id'])",
      "imported('os').execv('/bin/sh', ['sh'])",
      "imported('pty').spawn('/bin/sh')",
      "imported('_posixsubprocess').fork_exec()",
    ),
    attack(
      "processes cannot be made",
      "posix.fork()",
      "posix.posix_spawn('/bin/sh', ['sh'], {})",
      "imported('multiprocessing').Process().start()",
      "imported('concurrent.futures').ProcessPoolExecutor()",
    ),
    attack(
      "sockets cannot be made",
      "imported('socket').socket()",
      "imported('_socket').socket()",
      "imported('urllib.request').urlopen('http://127.0.0.1:7860/health')",
      "imported('http.client').HTTPConnection('127.0.0.1').connect()",
      "imported('asyncio').run(None)",
    ),
    attack(
      "no bridge to JavaScript is left",
      "imported('js').process",
      "imported('pyodide').code.run_js('process.exit()')",
      "imported('_pyodide_core')",
      "imported('pyodide_js')",
      "imported('_pyodide._core_docs')",
      "imported('pyodide.ffi').create_proxy(print)",
    ),
    attack(
      "no module that calls C by address is left",
      "imported('ctypes').CDLL(None)",
      "imported('_ctypes').dlopen(None, 0)",
      "imported('_remote_debugging')",
      "imported('cffi')",
    ),
    attack(
      "no banned built-in module comes back by its loader",
      "imported('importlib.machinery').BuiltinImporter.load_module('_ctypes').dlopen",
      "imported('importlib.machinery').BuiltinImporter.load_module('_testinternalcapi').get_configs",
      "imported('importlib.machinery').BuiltinImporter.load_module('_socket').socket",
      "imported('importlib.machinery').BuiltinImporter.load_module('mmap').mmap",
      "imported('importlib.machinery').BuiltinImporter.load_module('_pyodide_core').JsProxy",
      "imported('_interpreters').create()",
    ),
    attack(
      "nothing can be imported from a path or an archive",
      "sys.path.append('/lib') or imported('not_there')",
      "imported('zipimport').zipimporter('/lib/python314.zip')",
      "imported('runpy').run_path('/solution.py')",
      "imported('importlib.machinery').SourceFileLoader('m', '/m.py').load_module()",
    ),
    attack(
      "descriptors beyond the sandbox's own do not exist",
      "posix.write(4, b'x')",
      "posix.write(10, b'x')",
      "posix.read(5, 1)",
      "posix.dup2(3, 4)",
      "posix.pipe()",
      "posix.lseek(0, 0, 0)",
    ),
    attack(
      "the terminal and the machine's users and limits are out of reach",
      "posix.ttyname(0)",
      "posix.tcgetpgrp(0)",
      "imported('pwd').getpwuid(0)",
      "imported('termios')",
      "imported('fcntl')",
      "imported('resource')",
    ),
    {
      name: "environment variables are the image's own few",
      hack: "leaked answers",
      task: REVERSE,
      code: onEachCall(`print("names", sorted(${smuggle("posix")}.environ))`),
      seen: [/^3 of 7/, /names \[b'HOME'/],
      unseen: [/PATH'.*NODE|npm|b'USER'.*b'SHELL'|PORT|LOG_LEVEL/],
    },
    {
      name: "what is known of the machine is the same on every machine",
      hack: "leaked answers",
      task: REVERSE,
      code: onEachCall(
        'print("machine", sys.platform, sys.executable, posix.getcwd(), posix.getpid(), posix.getuid())',
        `import sys\nposix = ${smuggle("posix")}`,
      ),
      seen: [/^3 of 7/, /machine emscripten \/bin\/python3 \/ 42 /],
    },
    {
      name: "a call that the host does not answer stops the guest",
      hack: "environment hack",
      task: REVERSE,
      code: onEachCall(`${smuggle("posix")}.system("id")`),
      seen: [/^[0-3] of 7/, /got: (the interpreter stopped|'ab'|[A-Za-z]+Error raised)/],
    },
    {
      name: "a library cannot be loaded from a file, because the host has no such call for a guest",
      hack: "environment hack",
      task: REVERSE,
      code: onEachCall(
        `machinery = ${smuggle("importlib.machinery")}\n${smuggle("_imp")}.create_dynamic(machinery.ModuleSpec("x", None, origin="/x.so"))`,
      ),
      seen: [/^0 of 7/, /got: the interpreter stopped: the program asked for something that does not exist here/],
    },
    {
      name: "text that is code elsewhere is only text here",
      hack: "environment hack",
      task: REVERSE,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: what the attacker hopes somebody evaluates
      code: onEachCall('return "${process.exit(1)}</script><script>alert(1)</script>{{7*7}}%s%n$(id)`id`"'),
      seen: [/^0 of 7/, /got: '\$\{process\.exit\(1\)\}<\/script>.*\{\{7\*7\}\}%s%n\$\(id\)`id`'/],
    },
    {
      name: "lines that look like the server's log stay inside their JSON text",
      hack: "environment hack",
      task: REVERSE,
      code: onEachCall(`raise ValueError('\\n{"level":60,"msg":"stopping"}\\r\\n\\x00')`),
      seen: [/^0 of 7/, /got: ValueError raised: /],
    },
  ],
};
