/** What models copy into a block besides the code: the numbers of the lines, and the fence around it. */
import { isNotBlank } from "./indentation.ts";

type Block = readonly string[];

export interface BareBlock {
  readonly block: Block;
  readonly hadNumbers: boolean;
  readonly hadFence: boolean;
}

/** `19 | code`, as files are shown here, taken off as often as it was copied. */
export function withoutNumbers(sent: Block, start: number): BareBlock {
  return peel(sent, (block) => {
    const bare = stripGutter(block, { start, mark: "|" });
    return bare && { block: bare, hadNumbers: true };
  });
}

/** The same, and fences taken off wherever the whole block is in one. */
export function withoutFences(sent: Block, start: number): BareBlock {
  return peel(sent, (block) => {
    const bare = stripGutter(block, { start, mark: "|" });
    if (bare !== null) return { block: bare, hadNumbers: true };
    const open = stripFence(block);
    return open && { block: open, hadFence: true };
  });
}

/** A text whose place is not known yet: without a fence, and without numbers that begin anywhere and have any mark. */
export function withoutCopies(sent: Block): BareBlock & { readonly firstNumber: number | null } {
  let firstNumber: number | null = null;
  const bare = peel(sent, (block) => {
    const start = Number(/^\s*(\d{1,6})/.exec(block.find(isNotBlank) ?? "")?.[1] ?? Number.NaN);
    const numberless = stripGutter(block, { start, mark: "|" }) ?? withoutOtherNumbers(block, start);
    const open = numberless === null ? stripFence(block) : null;
    if (numberless === null) return open && { block: open, hadFence: true };
    firstNumber = start;
    return { block: numberless, hadNumbers: true };
  });
  return { ...bare, firstNumber };
}

/** `19: code`, or a tab for the colon; null where not every line has it. Code may have such lines itself, as in a table. */
export function withoutOtherNumbers(block: Block, start: number): Block | null {
  return stripGutter(block, { start, mark: ":" }) ?? stripGutter(block, { start, mark: "\t" });
}

/** A number, at most as far in as a listing pads it, and a bar: further in, it may be a term of a longer expression. */
const LISTED = /^ {0,3}\d+ ?\|/;

/** Whether the line looks as one of a listing does, whatever its number. */
export function isListed(line: string): boolean {
  return LISTED.test(line);
}

type Peeled = Pick<BareBlock, "block"> & Partial<BareBlock>;

/** Nobody copies more of them into each other by mistake; a block that has more stays as it was sent. */
const MAX_LAYERS = 8;

function peel(sent: Block, layer: (block: Block) => Peeled | null): BareBlock {
  const asSent = { block: sent, hadNumbers: false, hadFence: false };
  let plain: BareBlock = asSent;
  for (let count = 0; count <= MAX_LAYERS; count += 1) {
    const next = layer(plain.block);
    if (next === null) return plain;
    plain = { ...plain, ...next };
  }
  return asSent;
}

interface Gutter {
  /** The number of the first line. */
  readonly start: number;
  readonly mark: "|" | ":" | "\t";
}

/** Every line that is not blank must have its own number, so that no code is taken for a gutter. */
function stripGutter(block: Block, { start, mark }: Gutter): Block | null {
  const first = block.findIndex(isNotBlank);
  if (first < 0) return null;
  const bare: string[] = [];
  for (const [index, line] of block.entries()) {
    const rest = isNotBlank(line) ? behindNumber(line, { number: start + index - first, mark }) : line;
    if (rest === null) return null;
    bare.push(rest);
  }
  // A gutter ends in one space, unless it was copied without: then all that follows is code.
  const hasSpace =
    mark !== "\t" && block.every((line, index) => !isNotBlank(line) || /^(?: |$)/.test(bare[index] ?? ""));
  return hasSpace ? bare.map((rest, index) => (isNotBlank(block[index] ?? "") ? rest.slice(1) : rest)) : bare;
}

function behindNumber(
  line: string,
  { number, mark }: { readonly number: number; readonly mark: string },
): string | null {
  const text = line.trimStart();
  const digits = String(number);
  if (!text.startsWith(digits)) return null;
  const rest = mark === "\t" ? text.slice(digits.length) : text.slice(digits.length).trimStart();
  return rest.startsWith(mark) ? rest.slice(1) : null;
}

const OPENING = /^\s*(`{3,}|~{3,})[^`]*$/;

/** Null where the block is not wholly in one fence. */
function stripFence(block: Block): Block | null {
  const first = block.findIndex(isNotBlank);
  const last = block.findLastIndex(isNotBlank);
  const fence = OPENING.exec(block[first] ?? "")?.[1];
  if (fence === undefined || last <= first) return null;
  const closes = (line: string): boolean => {
    const text = line.trim();
    return text.length >= fence.length && text === fence[0]?.repeat(text.length);
  };
  return block.findIndex((line, index) => index > first && closes(line)) === last ? block.slice(first + 1, last) : null;
}
