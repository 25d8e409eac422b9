import { InktapeError } from "../errors.js";
import { LIMITS } from "../limits.js";
import type { Json } from "../signal.js";
import type { ByteReader, ByteWriter } from "./bytes.js";

/** A JSON value as its text; `undefined` as no text at all. */
export function writeJson(writer: ByteWriter, value: Json | undefined): void {
  writer.text(value === undefined ? "" : JSON.stringify(value));
}

export function readJson(reader: ByteReader): Json | undefined {
  const text = reader.text(LIMITS.jsonBytes);
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new InktapeError("bad-bytes", "The message holds a value that is not JSON.", { cause });
  }
}
