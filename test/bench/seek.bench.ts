import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { shapesOf } from "../../src/board/leaves.js";
import type { Millis } from "../../src/signal/ids.js";
import { encodeTimeline } from "../../src/tape/index-bytes.js";
import type { BlockRef } from "../../src/tape/timeline.js";
import { quantile } from "./rate.js";
import { coldSeeks, foldWhole, hotSeeks, openAt, randomTimes } from "./seek-times.js";
import type { YearPlan } from "./year-room.js";
import { YearTape } from "./year-tape.js";

const YEAR: YearPlan = { entries: 10_000_000, spans: 400, shapes: 50_000 };
const SMALL: YearPlan = { entries: 100_000, spans: 4, shapes: 50_000 };
const SEEKS = 200;

/**
 * Seeks in the tape of a room that was used for a year (year-room.ts): ten million entries, 50,000 shapes alive. Cold
 * is a reader that has nothing but the index, at 200 random moments after the shapes were pasted in; hot is one that has
 * played near by.
 */
export default function bench() {
  const [year, small] = [YearTape.of(plan(YEAR)), YearTape.of(SMALL)];
  const times = randomTimes(year, SEEKS, YEAR.shapes);
  const cold = coldSeeks(year, times);
  const [ms, bytes] = [cold.map((seek) => seek.ms), cold.map((seek) => seek.bytes)];
  const smallMs = coldSeeks(small, randomTimes(small, SEEKS, SMALL.shapes)).map((seek) => seek.ms);
  const smallP50 = quantile(smallMs, 0.5);
  const hot = hotSeeks(year, times);
  const indexBytes = encodeTimeline(year.timeline).length;
  const last = year.timeline.blocks.at(-1) as BlockRef;
  const json = {
    entries: last.last,
    shapes: [...shapesOf(openAt(year, last.to).board)].length,
    tapeBytes: year.bytes + indexBytes,
    indexBytes,
    coldP50: round(quantile(ms, 0.5)),
    coldP95: round(quantile(ms, 0.95)),
    coldBytesP50: quantile(bytes, 0.5),
    coldBytesP95: quantile(bytes, 0.95),
    hotP50: round(quantile(hot, 0.5)),
    hotP95: round(quantile(hot, 0.95)),
    foldPerSecond: Math.round((last.last / foldWhole(year)) * 1000),
    coldRatioToSmall: round(quantile(ms, 0.5) / smallP50),
    coldSmallP50: round(smallP50),
    readerMegabytes: round(heapOf(() => openAt(year, times[0] as Millis))),
  };
  const rows = Object.entries(json).map(([figure, value]) => ({ figure, value: value.toLocaleString("en") }));
  return { rows, json };
}

/** INK_YEAR_ENTRIES makes a smaller year, to look at while at work. */
function plan(year: YearPlan): YearPlan {
  const entries = Number(process.env.INK_YEAR_ENTRIES ?? year.entries);
  return { ...year, entries, spans: Math.round((year.spans * entries) / year.entries) };
}

/** Megabytes of heap that what is made keeps. */
function heapOf(make: () => object): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  collect();
  const before = process.memoryUsage().heapUsed;
  const made = make();
  collect();
  const after = process.memoryUsage().heapUsed;
  return Object.keys(made).length > 0 ? (after - before) / 2 ** 20 : 0;
}

function round(value: number): number {
  return Number(value.toFixed(2));
}
