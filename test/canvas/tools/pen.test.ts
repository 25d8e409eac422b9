import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gridStep, pen } from "../../../src/canvas/tools/pen.js";
import { INK_STRIDE, PRESSURE_MAX, PRESSURE_NONE } from "../../../src/signal/ink.js";
import { LIMITS } from "../../../src/signal/limits.js";
import { pointsOf, type InkShape } from "../../../src/signal/shape.js";
import { Hand } from "../support/hand.js";

/** The points of a stroke where they lie on the board, with time and pressure. */
function placesOf(ink: InkShape): number[][] {
  const { x, y, step } = ink;
  const points = pointsOf(ink);
  return Array.from({ length: points.length / INK_STRIDE }, (_, index) => {
    const [px = 0, py = 0, t = 0, p = 0] = points.subarray(index * INK_STRIDE);
    return [x + px * step, y + py * step, t, p];
  });
}

test("a stroke is sent as it is drawn, and is one undo step", () => {
  const hand = new Hand(pen).down(10, 20);
  expect(hand.types).toEqual(["ink.begin", "ink.append"]);
  hand.move(15, 25).move(20, 20);
  expect(hand.types).toEqual(["ink.begin", "ink.append", "ink.append", "ink.append"]);
  expect(hand.record.gestures).toEqual({ begun: 1, ended: 0, takenBack: 0 });
  hand.up(20, 20);
  expect(hand.types.at(-1)).toBe("ink.end");
  expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
  expect(hand.shapes).toHaveLength(1);
  expect(hand.shapes[0]).toMatchObject({ kind: "ink", color: "red", size: 3 });
});

test("it begins in one message, and tells no cursor: its points say where the pointer is", () => {
  const hand = new Hand(pen).down(10, 20);
  expect(hand.record.batches.map((batch) => batch.map(({ type }) => type))).toEqual([["ink.begin", "ink.append"]]);
  hand.move(15.2, 25).up(15.2, 25);
  expect(hand.record.batches.at(-1)).toEqual([{ type: "ink.end", id: hand.shapes[0]?.id }]);
  expect(hand.types).not.toContain("cursor");
  hand.down(10, 20).cancel();
  expect(hand.types.at(-1)).toBe("shapes.remove");
});

test("a press without movement leaves a dot", () => {
  const hand = new Hand(pen).down(10, 20).up(10, 20);
  expect(placesOf(hand.shapes[0] as InkShape)).toEqual([[10, 20, 0, PRESSURE_NONE]]);
});

test("every place the device reported is kept, with its time and pressure", () => {
  const hand = new Hand(pen);
  hand.kind = "pen";
  hand.down(10, 20, { t: 500, pressure: 0 });
  hand.move(13, 23, { t: 512, pressure: 1 }, [
    { x: 11, y: 21, t: 504, pressure: 0.5 },
    { x: 12.125, y: 22, t: 508.4, pressure: 0.25 },
  ]);
  hand.up(13, 23);
  expect(placesOf(hand.shapes[0] as InkShape)).toEqual([
    [10, 20, 0, 0],
    [11, 21, 4, 32],
    [12.125, 22, 8, 16],
    [13, 23, 12, PRESSURE_MAX],
  ]);
});

describe("how hard a finger presses is drawn", () => {
  const pressuresOf = (kind: typeof Hand.prototype.kind, ...pressures: readonly [number, ...number[]]) => {
    const hand = new Hand(pen);
    hand.kind = kind;
    const [first, ...rest] = pressures;
    hand.down(10, 20, { pressure: first });
    for (const pressure of rest) hand.move(11, 21, { pressure });
    hand.up(11, 21);
    return placesOf(hand.shapes[0] as InkShape).map(([, , , p]) => p);
  };

  test("when the screen can feel it", () => {
    expect(pressuresOf("touch", 0.25, 0.5, 1)).toEqual([16, 32, PRESSURE_MAX]);
  });

  test.each([0, 0.5, 1])("but not when the screen says %f to begin with", (pressure) => {
    expect(pressuresOf("touch", pressure, 0.75, 0)).toEqual([PRESSURE_NONE, PRESSURE_NONE, PRESSURE_NONE]);
    expect(pressuresOf("pen", pressure, 0.75, 0).slice(1)).toEqual([47, 0]);
  });
});

test("no point is further from where it was reported than half a step of the grid", () => {
  const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
  const zoom = fc.double({ min: 0.1, max: 8, noNaN: true });
  const kind = fc.constantFrom("mouse", "pen", "touch");
  fc.assert(
    fc.property(
      fc.array(fc.tuple(coordinate, coordinate), { minLength: 1 }),
      zoom,
      kind,
      fc.constantFrom(1, 1.25, 2, 3),
      (points, scale, device, ratio) => {
        const hand = new Hand(pen);
        hand.camera.set({ x: 0, y: 0, zoom: scale });
        Object.assign(hand, { kind: device, devicePixelRatio: ratio });
        const [first = [0, 0], ...rest] = points;
        hand.down(...first);
        for (const point of rest) hand.move(...point);
        hand.up(...(points.at(-1) ?? first));
        const shape = hand.shapes[0] as InkShape;
        expect(shape.step * scale * ratio).toBeLessThanOrEqual(device === "mouse" ? 1 : 0.125);
        placesOf(shape).forEach(([x = NaN, y = NaN], index) => {
          expect(Math.abs(x - (points[index]?.[0] ?? NaN))).toBeLessThanOrEqual(shape.step / 2 + 1e-9);
          expect(Math.abs(y - (points[index]?.[1] ?? NaN))).toBeLessThanOrEqual(shape.step / 2 + 1e-9);
        });
      },
    ),
  );
});

test("the grid is a power of two, at most a device pixel for a mouse and an eighth for a pen", () => {
  expect([gridStep("mouse", 1), gridStep("mouse", 2), gridStep("mouse", 1.5)]).toEqual([1, 0.5, 0.5]);
  expect([gridStep("pen", 1), gridStep("touch", 2), gridStep("pen", 0.1)]).toEqual([0.125, 0.0625, 1]);
});

test("time never runs backwards, whatever a device's clock says", () => {
  const hand = new Hand(pen).down(0, 0, { t: 100 }).move(5, 5, { t: 90 }).move(9, 9, { t: 104 }).up(9, 9);
  expect(placesOf(hand.shapes[0] as InkShape).map(([, , t]) => t)).toEqual([0, 0, 4]);
});

test("escape takes the stroke back", () => {
  const hand = new Hand(pen).down(10, 20).move(15, 25).cancel();
  expect(hand.shapes).toEqual([]);
  expect(hand.log.board.active).toEqual({});
  expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 1 });
});

describe("a stroke beyond the limit of points", () => {
  const endless = () => {
    const hand = new Hand(pen).down(0, 0);
    const between = Array.from({ length: 2499 }, (_, index) => ({ x: index, y: 0, t: hand.log.time, pressure: null }));
    for (let event = 1; event <= 9; event++) hand.move(event, 0, {}, between);
    return hand;
  };

  test("goes on as another one from the same point", () => {
    const hand = endless().up(0, 0);
    const [first, second] = hand.shapes as InkShape[];
    expect(hand.shapes).toHaveLength(2);
    expect(pointsOf(first as InkShape).length).toBe(LIMITS.strokePoints * INK_STRIDE);
    // Every point once, and the one they share.
    expect(pointsOf(second as InkShape).length).toBe((1 + 9 * 2500 - LIMITS.strokePoints + 1) * INK_STRIDE);
    expect(placesOf(second as InkShape)[0]?.slice(0, 2)).toEqual(
      placesOf(first as InkShape)
        .at(-1)
        ?.slice(0, 2),
    );
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
  });

  test("is taken back as a whole", () => {
    expect(endless().cancel().shapes).toEqual([]);
  });

  test("sends no batch larger than one may be", () => {
    const batches = endless().sent.flatMap((signal) => (signal.type === "ink.append" ? [signal.points.length] : []));
    expect(Math.max(...batches)).toBeLessThanOrEqual(LIMITS.appendPoints * INK_STRIDE);
  });
});
