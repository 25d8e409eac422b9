import { InktapeError } from "../errors.js";
import { LIMITS } from "../limits.js";
import type { Json } from "../signal.js";
import type { ByteReader } from "./bytes.js";

export function readJson(reader: ByteReader): Json | undefined {
  const text = reader.text(LIMITS.jsonBytes);
  if (text === "") return undefined;
  try {
    return JSON.parse(text) as Json;
  } catch (cause) {
    throw new InktapeError("bad-bytes", "The message holds a value that is not JSON.", { cause });
  }
}
