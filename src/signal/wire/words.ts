import { LIMITS } from "../limits.js";
import type { ByteReader } from "./bytes.js";

/** Names that boards say all the time, by their place: the page that is there at first, and the colours. Only ever add. */
export const WORDS = ["page", "black", "grey", "red", "orange", "yellow", "green", "blue", "violet", "white"];

export function readWord(reader: ByteReader): string {
  const place = reader.byte();
  if (place === 0) return reader.text(LIMITS.nameBytes);
  return WORDS[place - 1] ?? reader.fail(`names a word of an unknown number (${place})`);
}
