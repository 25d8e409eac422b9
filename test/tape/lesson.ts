import { FIRST_PAGE } from "../../src/board/board.js";
import type { Entry } from "../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { orderKey } from "../../src/tape/order-number.js";

/** What a lesson is made of. */
export interface LessonOptions {
  readonly strokes: number;
  readonly members?: number;
  /** Every so many strokes comes a pause of a minute. */
  readonly breakEvery?: number;
}

/** A lesson as it is recorded: people who join and write stroke after stroke, with cursors in between. Always the same. */
export function lessonLog({ strokes, members = 2, breakEvery = 50 }: LessonOptions): Entry[] {
  const entries: Entry[] = [];
  const counts = new Map<number, number>();
  let at = 1_700_000_000_000;
  const say = (by: number, signal: Signal, later: number) => {
    at += later;
    const clientSeq = (counts.get(by) ?? 0) + 1;
    counts.set(by, clientSeq);
    const seq = (entries.length + 1) as Seq;
    entries.push({ seq, at: at as Millis, by: by as MemberId, clientSeq, signal });
  };
  for (let by = 1; by <= members; by++) {
    const profile = { user: `u${by}`, name: `Member ${by}`, color: "blue", role: "writer" } as const;
    say(by, { type: "member.join", profile }, 10);
  }
  say(1, { type: "recording.set", on: true }, 5);
  for (let stroke = 0; stroke < strokes; stroke++) {
    const by = 1 + (stroke % members);
    const id = shapeId(by as MemberId, Math.floor(stroke / members));
    const [x, y] = [(stroke % 40) * 25, Math.floor(stroke / 40) * 30];
    const shape = { kind: "ink", id, page: FIRST_PAGE, order: orderKey(stroke), x, y } as const;
    say(by, { type: "ink.begin", shape: { ...shape, color: "black", size: 3, step: 0.25 } }, 200);
    for (let batch = 0; batch < 5; batch++) {
      say(by, { type: "ink.append", id, points: pointsOf(stroke, batch) }, 33);
      const cursor = { page: FIRST_PAGE, x: x + batch, y: y + batch };
      say(1 + (by % members), { type: "cursor", cursor }, 0);
    }
    say(by, { type: "ink.end", id }, 4);
    if (stroke % breakEvery === breakEvery - 1) say(by, { type: "marker", label: `Part ${stroke}` }, 60_000);
  }
  return entries;
}

/** A curve with a hand's trembling. */
function pointsOf(stroke: number, batch: number): Int32Array {
  return Int32Array.from({ length: 4 * 6 }, (_, at) => {
    const point = batch * 6 + Math.floor(at / 4);
    const noise = Math.imul(stroke * 8191 + point * 131 + at, 0x9e3779b1) >>> 29;
    if (at % 4 === 2) return point * 6 + (noise % 3);
    if (at % 4 === 3) return 30 + noise;
    return Math.round(20 * Math.sin((point + (at % 4) * 5) / (3 + (stroke % 5))) + point * (1 + (stroke % 3)) + noise);
  });
}
