import { LIMITS } from "../limits.js";
import type { Paper } from "../signal.js";
import type { ByteReader, ByteWriter } from "./bytes.js";

/** A page's paper, as signals and keyframes hold it. */
export function writePaper(writer: ByteWriter, { color, pattern, asset, w, h }: Paper): void {
  for (const text of [color, pattern, asset]) writer.text(text);
  writer.number(w);
  writer.number(h);
}

export function readPaper(reader: ByteReader): Paper {
  return {
    color: reader.text(LIMITS.nameBytes),
    pattern: reader.text(LIMITS.nameBytes),
    asset: reader.text(LIMITS.nameBytes),
    w: reader.number(LIMITS.coordinate),
    h: reader.number(LIMITS.coordinate),
  };
}
