import type { Paper } from "../signal.js";
import type { ByteWriter } from "./byte-writer.js";

/** A page's paper, as signals and keyframes hold it. */
export function writePaper(writer: ByteWriter, { color, pattern, asset, w, h }: Paper): void {
  for (const text of [color, pattern, asset]) writer.text(text);
  writer.number(w);
  writer.number(h);
}
