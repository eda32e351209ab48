/** Takes dangerous C modules out of the list of built-in modules that an image's interpreter can still import. */

/** Modules that reach raw memory, the host's bridge or operating-system calls, and the interpreter's own test modules. */
const BANNED =
  /^(_ctypes.*|_test.*|_xxtest.*|xxsubtype|_posixsubprocess|_socket|select|mmap|fcntl|termios|_remote_debugging|faulthandler|_pyodide_core|_lsprof|_sqlite3|_interp.*|_multiprocessing|_posixshmem)$/;

/** An unprintable first letter that no import statement will ever ask for. */
const DISARMED = 0x21;

/**
 * Renames the banned entries in place. The table is an array of pairs, name pointer and init function, ended by a null.
 * @param memory the guest's memory
 * @param inittabPointer address of CPython's `PyImport_Inittab`
 */
export function disarmBuiltins(memory: Uint8Array, inittabPointer: number): void {
  const view = new DataView(memory.buffer, memory.byteOffset, memory.byteLength);
  let disarmed = 0;
  for (let entry = view.getUint32(inittabPointer, true); ; entry += 8) {
    const name = view.getUint32(entry, true);
    if (name === 0) break;
    if (!BANNED.test(readText(memory, name))) continue;
    memory[name] = DISARMED;
    disarmed += 1;
  }
  if (disarmed === 0) throw new Error("Cannot build the image: no built-in module was found to disarm");
}

function readText(memory: Uint8Array, address: number): string {
  return new TextDecoder().decode(memory.subarray(address, memory.indexOf(0, address)));
}
