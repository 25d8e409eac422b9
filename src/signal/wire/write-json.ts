import type { Json } from "../signal.js";
import type { ByteWriter } from "./byte-writer.js";

/** A JSON value as its text; `undefined` as no text at all. */
export function writeJson(writer: ByteWriter, value: Json | undefined): void {
  writer.text(value === undefined ? "" : JSON.stringify(value));
}
