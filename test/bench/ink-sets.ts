import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { PointerSample, ToolPointer } from "../../src/canvas/tool.js";

/** The shared recordings of real pens and mice; their README.md says where each comes from. */
export const INK_FILES = ["wacom-uim", "iinkts", "bdalab", "perfect-freehand", "omniglot", "excalidraw"] as const;
export type InkFile = (typeof INK_FILES)[number];

/** One stroke as a device reported it: board units, whole milliseconds since its session began. Never empty. */
export interface RecordedStroke {
  readonly session: string;
  readonly kind: ToolPointer["kind"];
  readonly samples: readonly PointerSample[];
}

/** Milliseconds from one point to the next, and from one stroke to the next, where the source has no clock. */
export const MADE_UP_MS = 8;
const MADE_UP_PAUSE_MS = 500;
/** What browsers say of a mouse whose button is down, which knows no pressure. */
const MOUSE_PRESSURE = 0.5;

const FOLDER = process.env.INK_DATA ?? fileURLToPath(new URL("../../../shared/ink", import.meta.url));

interface Line {
  readonly session: string;
  readonly points: readonly (readonly [x: number, y: number, t: number | null, pressure?: number])[];
}

/**
 * The strokes of a shared set, session after session. A stroke is a pen's where it has a pressure, a mouse's elsewhere.
 * Throws when the folder is not there.
 */
export function readInkSet(file: InkFile): RecordedStroke[] {
  const name = path.join(FOLDER, `${file}.ndjson.gz`);
  if (!existsSync(name)) {
    throw new Error(`This benchmark replays ${name}, which is not there: name the folder of the sets in INK_DATA.`);
  }
  const lines = gunzipSync(readFileSync(name)).toString("utf8").trimEnd().split("\n");
  let [session, clock] = ["", 0];
  return lines.map((line) => {
    const recorded = JSON.parse(line) as Line;
    if (recorded.session !== session) [session, clock] = [recorded.session, 0];
    const stroke = strokeOf(recorded, clock);
    clock = (stroke.samples.at(-1)?.t ?? clock) + MADE_UP_PAUSE_MS;
    return stroke;
  });
}

/** False for a set whose times are made up here. */
export function hasClock(file: InkFile): boolean {
  return file !== "excalidraw";
}

function strokeOf({ session, points }: Line, start: number): RecordedStroke {
  const isPen = points.some(([, , , pressure]) => pressure !== undefined && pressure !== MOUSE_PRESSURE);
  const samples = points.map(([x, y, t, pressure], index): PointerSample => {
    return { x, y, t: t ?? start + index * MADE_UP_MS, pressure: isPen ? (pressure ?? null) : null };
  });
  return { session, kind: isPen ? "pen" : "mouse", samples };
}
