import type { InkSample } from "../../src/signal/ink.js";
import parts from "./strokes.json";

/** Who draws in the lesson. */
export type WriterName = "ada" | "ben" | "chen";

/** Something one writer draws at a stretch. NOTICE.md says where it comes from. */
export interface Part {
  readonly name: string;
  readonly by: WriterName;
  readonly color: string;
  /** 1 or 2. */
  readonly page: number;
  /** Times in milliseconds since the part began. */
  readonly strokes: readonly (readonly InkSample[])[];
}

/** The lesson's handwriting, in the order it was drawn. */
export function loadParts(): readonly Part[] {
  return parts.map((part) => ({ ...part, by: part.by as WriterName, strokes: part.strokes.map(decode) }));
}

/** Quarter pixels and hundredths, each point but its pressure as the difference from the one before. */
function decode(line: string): readonly InkSample[] {
  const numbers = line.split(" ").map(Number);
  let [x, y, t] = [0, 0, 0];
  const samples: InkSample[] = [];
  for (let at = 0; at < numbers.length; at += 4) {
    const [dx = 0, dy = 0, dt = 0, pressure = 0] = numbers.slice(at, at + 4);
    [x, y, t] = [x + dx, y + dy, t + dt];
    samples.push({ x: x / 4, y: y / 4, t, pressure: pressure / 100 });
  }
  return samples;
}
