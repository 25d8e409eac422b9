import fc from "fast-check";
import { expect, test } from "vitest";

import { gather } from "../../src/client/gather.js";
import { outgoing } from "../../src/client/outgoing.js";
import { pointCount } from "../../src/signal/ink.js";
import type { Millis, ShapeId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { arbitraryPoints } from "../property/arbitraries.js";
import { append, cursor, marker, ready, STROKE } from "./signals.js";

const gathered = (...signals: Signal[]) => gather([], ready(signals)).map(({ signal }) => signal);

test("of presence only the newest of each kind goes", () => {
  const selection: Signal = { type: "selection", ids: [STROKE] };
  expect(gathered(cursor(1), selection, cursor(2), marker("m"), cursor(3))).toEqual([
    selection,
    marker("m"),
    cursor(3),
  ]);
});

test("points that follow one another in one stroke go as one", () => {
  const [only, ...rest] = gathered(append(3, 0), append(2, 100), append(1, 200));
  expect(rest).toEqual([]);
  expect(only?.type === "ink.append" && Array.from(only.points)).toEqual(
    [append(3, 0), append(2, 100), append(1, 200)].flatMap((part) =>
      part.type === "ink.append" ? [...part.points] : [],
    ),
  );
});

test("a cursor between them does not part them", () => {
  expect(gathered(append(3, 0), cursor(1), append(2, 100)).map(({ type }) => type)).toEqual(["cursor", "ink.append"]);
});

test.each<[string, Signal[]]>([
  ["another change stands between them", [append(3, 0), marker("m"), append(3, 100)]],
  ["they are of two strokes", [append(3, 0), append(3, 100, 999 as ShapeId)]],
  ["together they would be too many for one signal", [append(1000, 0), append(25, 9000)]],
  ["time would run backwards", [append(3, 100), append(3, 0)]],
])("points stay apart when %s", (_, signals) => {
  expect(gathered(...signals)).toEqual(signals);
});

test("what waited before is not written into", () => {
  const before = gather([], ready([append(3, 0)]));
  const copy = structuredClone(before);
  gather(before, ready([append(3, 100)]));
  expect(before).toEqual(copy);
});

test("the joined signal takes no more bytes than it says", () => {
  fc.assert(
    fc.property(fc.array(arbitraryPoints(5), { minLength: 2, maxLength: 6 }), (parts) => {
      const signals = parts.map((points): Signal => ({ type: "ink.append", id: STROKE, points }));
      for (const item of gather([], ready(signals))) {
        expect(outgoing(item.signal, 0 as Millis)[0]?.bytes).toBeLessThanOrEqual(item.bytes);
      }
    }),
  );
});

test("as many points as one signal may hold are joined", () => {
  const [only] = gathered(append(1000, 0), append(24, 9000));
  expect(only?.type === "ink.append" && pointCount(only.points)).toBe(1024);
});
