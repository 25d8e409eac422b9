import fc from "fast-check";
import { expect, test } from "vitest";

import { gather } from "../../src/client/gather.js";
import { outgoing } from "../../src/client/outgoing.js";
import { pointCount } from "../../src/signal/ink.js";
import type { Millis, ShapeId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { arbitraryPoints } from "../property/arbitrary-shape.js";
import { append, cursor, marker, points, ready, STROKE } from "./signals.js";

/** Points that all have the same time. */
const dense = (count: number, t: number): Signal => ({ type: "ink.append", id: STROKE, points: points(count, t, 0) });
const gathered = (...signals: Signal[]) => gather([], ready(signals)).map(({ signal }) => signal);

test("of presence only the newest of each kind goes", () => {
  const selection: Signal = { type: "selection", ids: [STROKE] };
  expect(gathered(cursor(1), selection, cursor(2), marker("m"), cursor(3))).toEqual([
    selection,
    marker("m"),
    cursor(3),
  ]);
});

test("points that follow one another in one tick of a stroke go as one", () => {
  const [only, ...rest] = gathered(append(2, 33), append(1, 50), append(2, 57));
  expect(rest).toEqual([]);
  expect(only?.type === "ink.append" && Array.from(only.points)).toEqual(
    [append(2, 33), append(1, 50), append(2, 57)].flatMap((part) =>
      part.type === "ink.append" ? [...part.points] : [],
    ),
  );
});

test("a cursor between them does not part them", () => {
  expect(gathered(append(3, 0), cursor(1), append(2, 24)).map(({ type }) => type)).toEqual(["cursor", "ink.append"]);
});

test.each<[string, Signal[]]>([
  ["they are of two ticks", [append(4, 0), append(1, 33)]],
  ["another change stands between them", [append(3, 0), marker("m"), append(2, 24)]],
  ["they are of two strokes", [append(3, 0), append(2, 24, 999 as ShapeId)]],
  ["together they would be too many for one signal", [dense(1000, 0), dense(25, 0)]],
  ["time would run backwards", [append(2, 20), append(2, 0)]],
])("points stay apart when %s", (_, signals) => {
  expect(gathered(...signals)).toEqual(signals);
});

test("what waited before is not written into", () => {
  const before = gather([], ready([append(3, 0)]));
  const copy = structuredClone(before);
  gather(before, ready([append(2, 24)]));
  expect(before).toEqual(copy);
});

test("the joined signal takes as many bytes as it says, and is of one tick", () => {
  fc.assert(
    fc.property(fc.array(arbitraryPoints(5), { minLength: 2, maxLength: 6 }), (parts) => {
      const signals = parts.map((points): Signal => ({ type: "ink.append", id: STROKE, points }));
      for (const item of gather([], ready(signals))) {
        expect(outgoing(item.signal, 0 as Millis).map(({ bytes }) => bytes)).toEqual([item.bytes]);
      }
    }),
  );
});

test("as many points as one signal may hold are joined", () => {
  const [only] = gathered(dense(1000, 0), dense(24, 32));
  expect(only?.type === "ink.append" && pointCount(only.points)).toBe(1024);
});
