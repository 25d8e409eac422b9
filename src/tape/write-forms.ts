import type { ByteWriter } from "../signal/wire/byte-writer.js";

/** How many there are, and then each. */
export function writeList<T>(w: ByteWriter, items: readonly T[], write: (w: ByteWriter, item: T) => void): void {
  w.varint(items.length);
  for (const item of items) write(w, item);
}

/** A flag, and the value when it is there. */
export function writeMaybe<T>(w: ByteWriter, value: T | null, write: (w: ByteWriter, value: T) => void): void {
  w.byte(value === null ? 0 : 1);
  if (value !== null) write(w, value);
}
