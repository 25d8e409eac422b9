import type { ByteReader } from "../signal/wire/bytes.js";

/** Reads what {@link writeList} wrote. */
export function readList<T>(r: ByteReader, read: (r: ByteReader) => T): T[] {
  const count = r.varint();
  if (count > r.left) r.fail(`announces ${count} items, more than its bytes can hold`);
  const items: T[] = [];
  for (let left = count; left > 0; left--) items.push(read(r));
  return items;
}

/** Reads what {@link writeMaybe} wrote. */
export function readMaybe<T>(r: ByteReader, read: (r: ByteReader) => T): T | null {
  return r.varint(1) === 1 ? read(r) : null;
}
