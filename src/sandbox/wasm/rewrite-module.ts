/** Rewrites a WebAssembly module so that a sandbox can meter it, cap it, foretell it and undo what it wrote. */
import { ByteReader } from "./byte-reader.ts";
import { ByteWriter } from "./byte-writer.ts";
import { findCallCircles } from "./call-circles.ts";
import { encodeSigned32, encodeUnsigned } from "./leb128.ts";
import { layOutMemory, type MemoryLayout } from "./memory-layout.ts";
import { EXTERNAL_KIND, type ModuleInfo, readModuleInfo, SECTION_ID, type Section } from "./module-info.ts";
import { OPCODE, VALUE_TYPE } from "./opcodes.ts";
import { FunctionRewriter } from "./rewrite-function.ts";

/** Names of what the rewriter exports besides the module's own. */
export const FUEL_EXPORT = "tracefix_fuel";
export const DEPTH_EXPORT = "tracefix_depth";
export const SIZE_EXPORT = "tracefix_memory_pages";
/** What depth starts with, until the host sets it. */
const UNBOUNDED_DEPTH = 2 ** 31 - 1;
/** Prefix of the module's own mutable globals, exported so that a restore can reset them. */
export const HIDDEN_GLOBAL_PREFIX = "tracefix_global_";

export interface RewriteOptions {
  /** The guest's memory in pages of 64 KiB; it never grows past it. */
  readonly guestPages: number;
  /** The module's exports to keep; all others go, which shrinks the surface and the start-up. */
  readonly keepExports: ReadonlySet<string>;
  /** Charge fuel (default) or not (only to measure what fuel costs). */
  readonly fuel?: boolean;
  /** Count how deep calls are nested (default) or not (only to measure what that costs). */
  readonly depth?: boolean;
  /** Mark dirty pages (default) or not (only to measure what marks cost). */
  readonly marks?: boolean;
  /** Make all NaNs that operations give the same (default) or not (only to measure what that costs). */
  readonly nans?: boolean;
}

export interface RewrittenModule {
  readonly bytes: Uint8Array;
  readonly layout: MemoryLayout;
}

/** @throws Error on any instruction or form the rewriter does not know. */
export function rewriteModule(source: Uint8Array, options: RewriteOptions): RewrittenModule {
  const info = readModuleInfo(source);
  const layout = layOutMemory(options.guestPages);
  const rewriter: ModuleRewriter = { source, info, layout, options };
  const result = new ByteWriter(source.length * 2);
  result.write(source.subarray(0, 8));
  for (const section of info.sections) writeSection(result, section.id, rewriteSection(rewriter, section));
  return { bytes: result.take(), layout };
}

interface ModuleRewriter {
  readonly source: Uint8Array;
  readonly info: ModuleInfo;
  readonly layout: MemoryLayout;
  readonly options: RewriteOptions;
}

function writeSection(result: ByteWriter, id: number, contents: Uint8Array): void {
  result.write([id, ...encodeUnsigned(contents.length)]);
  result.write(contents);
}

function rewriteSection(rewriter: ModuleRewriter, section: Section): Uint8Array {
  switch (section.id) {
    case SECTION_ID.memory: {
      const pages = encodeUnsigned(rewriter.layout.totalPages);
      return Uint8Array.from([1, 1, ...pages, ...pages]);
    }
    case SECTION_ID.global:
      return rewriteGlobals(rewriter, section);
    case SECTION_ID.export:
      return rewriteExports(rewriter);
    case SECTION_ID.code:
      return rewriteCode(rewriter, section);
    default:
      return rewriter.source.subarray(section.from, section.to);
  }
}

/** The globals added behind the module's own: fuel, the memory's size, depth. */
function addedGlobals(info: ModuleInfo): { readonly fuel: number; readonly size: number; readonly depth: number } {
  return { fuel: info.globals, size: info.globals + 1, depth: info.globals + 2 };
}

function rewriteGlobals({ source, info }: ModuleRewriter, section: Section): Uint8Array {
  const reader = new ByteReader(source, section.from);
  const count = reader.unsigned();
  const mutableI32 = (value: number): number[] => [
    VALUE_TYPE.i32,
    1,
    OPCODE.i32Const,
    ...encodeSigned32(value),
    OPCODE.end,
  ];
  const result = new ByteWriter(section.to - section.from + 64);
  result.write(encodeUnsigned(count + 3));
  result.copy(source, { from: reader.position, to: section.to });
  result.write(mutableI32(0));
  result.write(mutableI32(info.initialMemoryPages));
  result.write(mutableI32(UNBOUNDED_DEPTH));
  return result.take();
}

function rewriteExports({ info, options }: ModuleRewriter): Uint8Array {
  const kept = info.exports.filter((entry) => options.keepExports.has(entry.name));
  const missing = [...options.keepExports].filter((name) => !kept.some((entry) => entry.name === name));
  if (missing.length > 0) throw new Error(`Cannot rewrite the module: it does not export ${missing.join(", ")}`);
  const visible = new Set(kept.filter((entry) => entry.kind === EXTERNAL_KIND.global).map((entry) => entry.index));
  const added = addedGlobals(info);
  const entries = [
    ...kept,
    ...info.mutableGlobals
      .filter((index) => !visible.has(index))
      .map((index) => ({ name: `${HIDDEN_GLOBAL_PREFIX}${index}`, kind: EXTERNAL_KIND.global, index })),
    { name: FUEL_EXPORT, kind: EXTERNAL_KIND.global, index: added.fuel },
    { name: DEPTH_EXPORT, kind: EXTERNAL_KIND.global, index: added.depth },
    { name: SIZE_EXPORT, kind: EXTERNAL_KIND.global, index: added.size },
  ];
  const result = new ByteWriter();
  result.write(encodeUnsigned(entries.length));
  for (const entry of entries) {
    const name = new TextEncoder().encode(entry.name);
    result.write([...encodeUnsigned(name.length), ...name, entry.kind, ...encodeUnsigned(entry.index)]);
  }
  return result.take();
}

function rewriteCode({ source, info, layout, options }: ModuleRewriter, section: Section): Uint8Array {
  const reader = new ByteReader(source, section.from);
  const count = reader.unsigned();
  const added = addedGlobals(info);
  const functions = new FunctionRewriter(source, info, {
    layout,
    fuelGlobal: options.fuel === false ? null : added.fuel,
    depth: options.depth === false ? null : { global: added.depth, circles: findCallCircles(source, info) },
    sizeGlobal: added.size,
    marks: options.marks !== false,
    nans: options.nans !== false,
  });
  const result = new ByteWriter((section.to - section.from) * 2);
  result.write(encodeUnsigned(count));
  for (let defined = 0; defined < count; defined += 1) {
    result.write(functions.rewrite(reader, info.importedFunctions + defined));
  }
  return result.take();
}
