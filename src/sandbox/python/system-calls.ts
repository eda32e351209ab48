/** The answers to CPython's system calls: enough that ordinary errors stay Python exceptions, and no more. */
import { GUEST_DESCRIPTOR } from "./constants.ts";
import type { GuestHost } from "./host.ts";

/** WASI's error numbers. */
const ERRNO = {
  access: 2,
  badDescriptor: 8,
  notTerminal: 59,
  noEntry: 44,
  notSupported: 52,
  seekPipe: 70,
  readOnly: 69,
};

const REFUSALS: Readonly<Record<string, number>> = {
  __syscall_openat: ERRNO.access,
  __syscall_stat64: ERRNO.noEntry,
  __syscall_lstat64: ERRNO.noEntry,
  __syscall_newfstatat: ERRNO.noEntry,
  __syscall_readlinkat: ERRNO.noEntry,
  __syscall_faccessat: ERRNO.noEntry,
  __syscall_statfs64: ERRNO.noEntry,
  __syscall_chdir: ERRNO.noEntry,
  __syscall_fstat64: ERRNO.badDescriptor,
  __syscall_getdents64: ERRNO.badDescriptor,
  __syscall_fcntl64: ERRNO.badDescriptor,
  __syscall_dup: ERRNO.badDescriptor,
  __syscall_dup3: ERRNO.badDescriptor,
  __syscall_fchdir: ERRNO.badDescriptor,
  __syscall_fchmod: ERRNO.badDescriptor,
  __syscall_ftruncate64: ERRNO.badDescriptor,
  __syscall_fdatasync: ERRNO.badDescriptor,
  __syscall_fstatfs64: ERRNO.badDescriptor,
  __syscall_mkdirat: ERRNO.readOnly,
  __syscall_unlinkat: ERRNO.readOnly,
  __syscall_rmdir: ERRNO.readOnly,
  __syscall_renameat: ERRNO.readOnly,
  __syscall_symlinkat: ERRNO.readOnly,
  __syscall_truncate64: ERRNO.readOnly,
  __syscall_utimensat: ERRNO.readOnly,
  __syscall_chmod: ERRNO.readOnly,
  __syscall_fchownat: ERRNO.readOnly,
  __syscall_fchmodat2: ERRNO.readOnly,
  __syscall_mknodat: ERRNO.readOnly,
  __syscall_ioctl: ERRNO.notTerminal,
  __syscall_pipe: ERRNO.notSupported,
  __syscall_poll: ERRNO.notSupported,
};

/** The `env` functions that stand for Linux system calls: they answer the error number, negated. */
export function systemCalls(host: GuestHost): WebAssembly.Imports[string] {
  const refusals = Object.entries(REFUSALS).map(([name, errno]) => [name, host.guarded(() => -errno)]);
  return {
    ...Object.fromEntries(refusals),
    __syscall_getcwd: host.guarded((address: number) =>
      host.memory.write(address, Buffer.from("/\0")) ? 2 : -ERRNO.access,
    ),
    __syscall_getuid32_js: () => 1000,
    __syscall_umask_js: () => 0o22,
  };
}

/** The WASI functions: they answer the error number itself. */
export function wasiCalls(host: GuestHost): WebAssembly.Imports[string] {
  const { guarded } = host;
  return {
    fd_read: guarded((descriptor: number, vectors: number, count: number, readAddress: number) => {
      if (descriptor !== GUEST_DESCRIPTOR.request) return ERRNO.badDescriptor;
      return host.memory.writeUint32(readAddress, readInto(host, vectors, count)) ? 0 : ERRNO.access;
    }),
    fd_write: guarded((descriptor: number, vectors: number, count: number, writtenAddress: number) => {
      const channel = host.channel(descriptor);
      if (channel === null) return ERRNO.badDescriptor;
      let written = 0;
      for (const { address, length } of ioVectors(host, vectors, count)) {
        const bytes = host.memory.read(address, length);
        if (bytes === null) return ERRNO.access;
        host.charge(length);
        if (!channel.append(bytes)) host.stop("output_limit");
        written += length;
      }
      return host.memory.writeUint32(writtenAddress, written) ? 0 : ERRNO.access;
    }),
    fd_fdstat_get: guarded((descriptor: number, address: number) => {
      if (descriptor > GUEST_DESCRIPTOR.answer) return ERRNO.badDescriptor;
      const status = new Uint8Array(24);
      status[0] = 4; // a regular file
      return host.memory.write(address, status) ? 0 : ERRNO.access;
    }),
    fd_close: guarded(() => 0),
    fd_seek: guarded(() => ERRNO.seekPipe),
    fd_sync: guarded(() => 0),
    fd_pread: guarded(() => ERRNO.badDescriptor),
    fd_pwrite: guarded(() => ERRNO.badDescriptor),
    proc_exit: guarded(() => host.stop("exit")),
  };
}

/** Looking at an entry costs as much as copying so many bytes. */
const VECTOR_BYTES_CHARGED = 64;

interface IoVector {
  readonly address: number;
  readonly length: number;
}

/** As many entries as POSIX systems take in one list (IOV_MAX); C's own library sends two. */
const MAX_VECTORS = 1024;

/** Reads the guest's scatter list. The count is the guest's: it is capped, and a broken entry ends the list. */
function* ioVectors(host: GuestHost, vectors: number, count: number): Generator<IoVector> {
  for (let index = 0; index < Math.min(count >>> 0, MAX_VECTORS); index += 1) {
    host.charge(VECTOR_BYTES_CHARGED);
    const address = host.memory.readUint32(vectors + 8 * index);
    const length = host.memory.readUint32(vectors + 8 * index + 4);
    if (address === null || length === null) return;
    yield { address, length };
  }
}

function readInto(host: GuestHost, vectors: number, count: number): number {
  let total = 0;
  for (const { address, length } of ioVectors(host, vectors, count)) {
    const bytes = host.state.readRequest(length);
    host.charge(bytes.length);
    if (bytes.length === 0 || !host.memory.write(address, bytes)) break;
    total += bytes.length;
  }
  return total;
}
