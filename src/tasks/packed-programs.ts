/**
 * Folders of programs in one file, which stands for their root: an installation writes it at once, where hundreds of small
 * files take seconds. Its first bytes tell how long the index is, which tells where each program's files lie.
 */
import { statSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { sep } from "node:path";
import { z } from "zod";
import type { FolderFiles } from "./folder-files.ts";

/** How the name of such a file ends. */
export const PACK_ENDING = ".pack";
const LENGTH_BYTES = 4;

/** Where the text of each file starts and ends after the index, in bytes; by program, `<language>/<program>`. */
const indexSchema = z.record(z.string(), z.tuple([z.int(), z.int()]));
const filesSchema = z.record(z.string(), z.string());

interface PackedFolder {
  readonly file: string;
  /** `<language>/<program>`. */
  readonly program: string;
}

export function isPack(root: string): boolean {
  return root.endsWith(PACK_ENDING);
}

/** The file that a folder is within; null for a folder of the disk. */
export function packedFolder(folder: string): PackedFolder | null {
  const [file, program] = folder.split(PACK_ENDING + sep);
  return file === undefined || program === undefined
    ? null
    : { file: file + PACK_ENDING, program: program.replaceAll(sep, "/") };
}

/** @param programs each one's files, by `<language>/<program>`. @returns the bytes of the file that holds them all */
export function packPrograms(programs: ReadonlyMap<string, FolderFiles>): Uint8Array {
  const index: z.infer<typeof indexSchema> = {};
  const bodies: Uint8Array[] = [];
  let end = 0;
  for (const [program, files] of programs) {
    const body = Buffer.from(JSON.stringify(Object.fromEntries(files)));
    bodies.push(body);
    index[program] = [end, end + body.length];
    end += body.length;
  }
  const head = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(head.length);
  return Buffer.concat([length, head, ...bodies]);
}

/** What the file holds, `<language>/<program>` each, in its order. */
export async function listPacked(file: string): Promise<readonly string[]> {
  await using pack = await open(file);
  return Object.keys((await readIndex(pack)).index);
}

/** @throws Error where the file cannot be read or has no such program */
export async function readPacked({ file, program }: PackedFolder): Promise<FolderFiles> {
  await using pack = await open(file);
  const { index, start } = await readIndex(pack);
  const place = index[program];
  if (place === undefined) throw new Error(`Cannot read ${program}: ${file} has none`);
  const [from, to] = place;
  const text = await readText(pack, { from: start + from, length: to - from });
  return new Map(Object.entries(filesSchema.parse(JSON.parse(text))));
}

/** Changes with the file's size, time or place on the disk. For a thread that may block. */
export function packSignature({ file, program }: PackedFolder): string {
  const { size, mtimeMs, ctimeMs, ino } = statSync(file);
  return JSON.stringify([file, program, size, mtimeMs, ctimeMs, ino]);
}

async function readIndex(pack: FileHandle) {
  const { buffer } = await pack.read(Buffer.alloc(LENGTH_BYTES), 0, LENGTH_BYTES, 0);
  const length = buffer.readUInt32LE();
  const text = await readText(pack, { from: LENGTH_BYTES, length });
  return { index: indexSchema.parse(JSON.parse(text)), start: LENGTH_BYTES + length };
}

async function readText(pack: FileHandle, { from, length }: { from: number; length: number }): Promise<string> {
  const { buffer } = await pack.read(Buffer.alloc(length), 0, length, from);
  return buffer.toString();
}
