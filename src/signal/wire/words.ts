import { LIMITS } from "../limits.js";
import type { ByteReader, ByteWriter } from "./bytes.js";

/** Names that boards say all the time, by their place: the page that is there at first, and the colours. Only ever add. */
const WORDS = ["page", "black", "grey", "red", "orange", "yellow", "green", "blue", "violet", "white"];

/** A name: one byte for one of those that everybody uses, otherwise a 0 and the text. */
export function writeWord(writer: ByteWriter, name: string): void {
  const place = WORDS.indexOf(name);
  writer.byte(place + 1);
  if (place < 0) writer.text(name);
}

export function readWord(reader: ByteReader): string {
  const place = reader.byte();
  if (place === 0) return reader.text(LIMITS.nameBytes);
  return WORDS[place - 1] ?? reader.fail(`names a word of an unknown number (${place})`);
}
