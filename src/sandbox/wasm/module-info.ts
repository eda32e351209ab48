/** What the rewriter must know of a module before it can change it: sections, types, imports, exports, globals. */
import { ByteReader } from "./byte-reader.ts";
import { OPCODE } from "./opcodes.ts";

export const SECTION_ID = {
  type: 1,
  import: 2,
  function: 3,
  table: 4,
  memory: 5,
  global: 6,
  export: 7,
  code: 10,
} as const;
export const EXTERNAL_KIND = { function: 0, table: 1, memory: 2, global: 3 } as const;

/** One section: its id and where its contents lie. */
export interface Section {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

export interface FunctionType {
  readonly parameters: number;
  readonly results: number;
  /** Type code of the last result. */
  readonly lastResult: number | undefined;
}

export interface ExportEntry {
  readonly name: string;
  readonly kind: number;
  readonly index: number;
}

export interface ModuleInfo {
  readonly sections: readonly Section[];
  readonly types: readonly FunctionType[];
  /** Type index of each imported function, then of each defined one. */
  readonly functionTypes: readonly number[];
  readonly importedFunctions: number;
  /** Number of globals, imported ones included: the index of the first one added. */
  readonly globals: number;
  /** The first of them are imported. */
  readonly importedGlobals: number;
  /** Indices of defined globals that code can change. */
  readonly mutableGlobals: readonly number[];
  readonly exports: readonly ExportEntry[];
  /** Pages of 64 KiB that the module's own memory starts with. */
  readonly initialMemoryPages: number;
}

/** @throws Error when the module uses a form the rewriter does not know, such as an imported memory. */
export function readModuleInfo(bytes: Uint8Array): ModuleInfo {
  const sections = readSections(bytes);
  const at = (id: number): ByteReader | undefined => {
    const section = sections.find((candidate) => candidate.id === id);
    return section && new ByteReader(bytes, section.from);
  };
  const imports = readImports(at(SECTION_ID.import));
  const globals = readGlobals(at(SECTION_ID.global), imports.globals);
  return {
    sections,
    types: readTypes(at(SECTION_ID.type)),
    functionTypes: [...imports.functionTypes, ...readVector(at(SECTION_ID.function), (reader) => reader.unsigned())],
    importedFunctions: imports.functionTypes.length,
    globals: globals.count,
    importedGlobals: imports.globals,
    mutableGlobals: globals.mutable,
    exports: readVector(at(SECTION_ID.export), (reader) => ({
      name: reader.name(),
      kind: reader.byte(),
      index: reader.unsigned(),
    })),
    initialMemoryPages: readMemory(at(SECTION_ID.memory)),
  };
}

function readSections(bytes: Uint8Array): Section[] {
  const sections: Section[] = [];
  const reader = new ByteReader(bytes, 8);
  while (reader.position < bytes.length) {
    const id = reader.byte();
    const length = reader.unsigned();
    sections.push({ id, from: reader.position, to: reader.position + length });
    reader.skip(length);
  }
  return sections;
}

function readVector<Item>(reader: ByteReader | undefined, readItem: (reader: ByteReader) => Item): Item[] {
  if (reader === undefined) return [];
  return Array.from({ length: reader.unsigned() }, () => readItem(reader));
}

function readTypes(reader: ByteReader | undefined): FunctionType[] {
  return readVector(reader, (types) => {
    if (types.byte() !== 0x60) throw new Error("Cannot rewrite the module: it has a type that is not a function's");
    const parameters = types.unsigned();
    types.skip(parameters);
    const results = Array.from({ length: types.unsigned() }, () => types.byte());
    return { parameters, results: results.length, lastResult: results.at(-1) };
  });
}

function readImports(reader: ByteReader | undefined): { functionTypes: number[]; globals: number } {
  const functionTypes: number[] = [];
  let globals = 0;
  readVector(reader, (imports) => {
    const name = `${imports.name()}.${imports.name()}`;
    const kind = imports.byte();
    if (kind === EXTERNAL_KIND.function) functionTypes.push(imports.unsigned());
    else if (kind === EXTERNAL_KIND.global) {
      imports.skip(2);
      globals += 1;
    } else throw new Error(`Cannot rewrite the module: it imports ${name}, which is neither a function nor a global`);
  });
  return { functionTypes, globals };
}

function readGlobals(reader: ByteReader | undefined, imported: number): { count: number; mutable: number[] } {
  const mutable: number[] = [];
  let count = imported;
  readVector(reader, (globals) => {
    globals.skip(1);
    if (globals.byte() === 1) mutable.push(count);
    count += 1;
    skipConstantExpression(globals);
  });
  return { count, mutable };
}

function skipConstantExpression(reader: ByteReader): void {
  for (;;) {
    const code = reader.byte();
    if (code === OPCODE.end) return;
    if (code === OPCODE.i32Const || code === 0x42 || code === OPCODE.globalGet || code === 0xd2) reader.skipInteger();
    else if (code === 0x43) reader.skip(4);
    else if (code === 0x44) reader.skip(8);
    else if (code === 0xd0) reader.skip(1);
    else
      throw new Error(
        `Cannot rewrite the module: unknown instruction 0x${code.toString(16)} in a global's start value`,
      );
  }
}

function readMemory(reader: ByteReader | undefined): number {
  if (reader?.unsigned() !== 1) throw new Error("Cannot rewrite the module: it must define exactly one memory");
  const flags = reader.byte();
  if (flags > 1) throw new Error("Cannot rewrite the module: its memory is shared or 64-bit");
  return reader.unsigned();
}
