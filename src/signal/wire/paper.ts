import { LIMITS } from "../limits.js";
import type { Paper } from "../signal.js";
import type { ByteReader } from "./bytes.js";

export function readPaper(reader: ByteReader): Paper {
  return {
    color: reader.text(LIMITS.nameBytes),
    pattern: reader.text(LIMITS.nameBytes),
    asset: reader.text(LIMITS.nameBytes),
    w: reader.number(LIMITS.coordinate),
    h: reader.number(LIMITS.coordinate),
  };
}
