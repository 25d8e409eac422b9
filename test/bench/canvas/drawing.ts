import { type InkFile, readInkSet, type RecordedStroke } from "../ink-sets.js";
import { seededRandom } from "../../property/seeded.js";

/** One thing on a board, in no program's own words. Board units. */
export type Element =
  | { readonly kind: "ink"; readonly x: number; readonly y: number; readonly samples: readonly Sample[] }
  | { readonly kind: "text"; readonly x: number; readonly y: number; readonly text: string }
  | {
      readonly kind: "rectangle" | "ellipse" | "arrow";
      readonly x: number;
      readonly y: number;
      readonly w: number;
      readonly h: number;
    };

/** From the element's own place; milliseconds since its first; 0 to 1, null where the device felt none. */
export type Sample = readonly [x: number, y: number, t: number, pressure: number | null];

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly elements: readonly Element[];
}

/** How many elements lie on a piece of the board as large as a screen at 100 %. */
const DENSITY = 1000 / (1920 * 1080);
const RATIO = 1920 / 1080;
/** Strokes larger than this are drawings of a whole screen, which would lie over everything. */
const MAX_STROKE = 240;
const SETS: readonly InkFile[] = ["wacom-uim", "iinkts", "omniglot"];
const SEED = 20261122;

/** Of ten elements six are strokes of real pens (ink-sets.ts); the same `count` gives the same drawing. */
export function makeDrawing(count: number): Drawing {
  const random = seededRandom(SEED);
  const strokes = SETS.flatMap(readInkSet).map(samplesOf).filter(isHandSized);
  const width = Math.sqrt((count / DENSITY) * RATIO);
  const height = width / RATIO;
  const elements = Array.from({ length: count }, (_, index): Element => {
    const [x, y] = [random() * width, random() * height];
    const [w, h] = [20 + random() * 120, 20 + random() * 80];
    switch (index % 10) {
      case 0:
        return { kind: "rectangle", x, y, w, h };
      case 1:
        return { kind: "ellipse", x, y, w, h };
      case 2:
        return { kind: "arrow", x, y, w, h };
      case 3:
        return { kind: "text", x, y, text: `Note ${index}` };
      default:
        return { kind: "ink", x, y, samples: strokes[Math.floor(random() * strokes.length)] as readonly Sample[] };
    }
  });
  return { width, height, elements };
}

function samplesOf({ samples }: RecordedStroke): Sample[] {
  const [left, top] = [Math.min(...samples.map(({ x }) => x)), Math.min(...samples.map(({ y }) => y))];
  const start = samples[0]?.t ?? 0;
  return samples.map(({ x, y, t, pressure }): Sample => [x - left, y - top, t - start, pressure]);
}

function isHandSized(samples: readonly Sample[]): boolean {
  return samples.length > 1 && samples.every(([x, y]) => x <= MAX_STROKE && y <= MAX_STROKE);
}
