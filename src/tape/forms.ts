import type { ByteReader, ByteWriter } from "../signal/wire/bytes.js";

/** How many there are, and then each. */
export function writeList<T>(w: ByteWriter, items: readonly T[], write: (w: ByteWriter, item: T) => void): void {
  w.varint(items.length);
  for (const item of items) write(w, item);
}

/** Reads what {@link writeList} wrote. */
export function readList<T>(r: ByteReader, read: (r: ByteReader) => T): T[] {
  const count = r.varint();
  if (count > r.left) r.fail(`announces ${count} items, more than its bytes can hold`);
  const items: T[] = [];
  for (let left = count; left > 0; left--) items.push(read(r));
  return items;
}

/** A flag, and the value when it is there. */
export function writeMaybe<T>(w: ByteWriter, value: T | null, write: (w: ByteWriter, value: T) => void): void {
  w.byte(value === null ? 0 : 1);
  if (value !== null) write(w, value);
}

/** Reads what {@link writeMaybe} wrote. */
export function readMaybe<T>(r: ByteReader, read: (r: ByteReader) => T): T | null {
  return r.varint(1) === 1 ? read(r) : null;
}
