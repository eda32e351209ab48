/** Variable-length integers as WebAssembly writes them (LEB128). */

/** @param value 0 to 2^53 - 1 */
export function encodeUnsigned(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest > 0 ? low | 0x80 : low);
  } while (rest > 0);
  return bytes;
}

/** @param value any number; only its lowest 32 bits count */
export function encodeSigned32(value: number): number[] {
  const bytes: number[] = [];
  let rest = value | 0;
  for (;;) {
    const low = rest & 0x7f;
    rest >>= 7;
    const signBit = (low & 0x40) !== 0;
    if ((rest === 0 && !signBit) || (rest === -1 && signBit)) {
      bytes.push(low);
      return bytes;
    }
    bytes.push(low | 0x80);
  }
}
