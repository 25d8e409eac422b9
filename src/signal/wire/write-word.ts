import type { ByteWriter } from "./byte-writer.js";
import { WORDS } from "./words.js";

/** A name: one byte for one of those that everybody uses, otherwise a 0 and the text. */
export function writeWord(writer: ByteWriter, name: string): void {
  const place = WORDS.indexOf(name);
  writer.byte(place + 1);
  if (place < 0) writer.text(name);
}
