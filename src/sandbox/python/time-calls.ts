/** C's `struct tm` for a machine that lives in UTC: nine 32-bit fields, then an offset of zero. */

const DAY_MILLISECONDS = 86_400_000;
const STRUCT_BYTES = 40;

export function brokenDownTime(seconds: bigint): Uint8Array {
  const result = new Uint8Array(STRUCT_BYTES);
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return result;
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  const fields = [
    date.getUTCSeconds(),
    date.getUTCMinutes(),
    date.getUTCHours(),
    date.getUTCDate(),
    date.getUTCMonth(),
    date.getUTCFullYear() - 1900,
    date.getUTCDay(),
    Math.floor((midnight - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY_MILLISECONDS),
  ];
  const view = new DataView(result.buffer);
  for (const [index, field] of fields.entries()) view.setInt32(4 * index, field, true);
  return result;
}

/** The inverse: C's `mktime` and `timegm`. @returns -1 for a time that cannot be expressed */
export function secondsSinceEpoch(fields: Uint8Array): bigint {
  const view = new DataView(fields.buffer, fields.byteOffset, fields.byteLength);
  const at = (index: number): number => view.getInt32(4 * index, true);
  const date = new Date(0);
  date.setUTCFullYear(at(5) + 1900, at(4), at(3));
  date.setUTCHours(at(2), at(1), at(0));
  const milliseconds = date.getTime();
  return Number.isNaN(milliseconds) ? -1n : BigInt(Math.floor(milliseconds / 1000));
}
