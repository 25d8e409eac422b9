import { describe, expect, test } from "vitest";
import { boundsOf } from "../../../../src/board/bounds.js";
import { lineInPlace } from "../../../../src/board/binding.js";
import { shapeAt } from "../../../../src/board/leaves.js";
import { select } from "../../../../src/canvas/tools/select/select.js";
import { boxFrameOf } from "../../../../src/canvas/transform/box-frame.js";
import { handlesOf, RESIZE_HANDLES, type ResizeHandle } from "../../../../src/canvas/transform/handles.js";
import { placedShapes } from "../../../../src/canvas/transform/placed.js";
import type { LineShape, Shape } from "../../../../src/signal/shape.js";
import { Hand } from "../../support/hand.js";
import { arrow, frame, idOf, note, rectangle, text, unknown } from "../../support/log.js";

const [A, B, L] = [idOf(1), idOf(2), idOf(3)];
const box = rectangle(A, { x: 0, y: 0, w: 100, h: 100, fill: "solid" });

/** A hand that has all of these shapes selected. */
function holding(...shapes: readonly Shape[]): Hand {
  const hand = new Hand(select, ...shapes.map((shape) => ({ type: "shape.add", shape }) as const));
  hand.record.selection = shapes.map(({ id }) => id);
  return hand;
}

/** Drags a handle until the selection's box is `times` as wide, and high; negative is over the other side. */
function stretch(hand: Hand, handle: ResizeHandle, timesX: number, timesY = 1): Hand {
  const around = boxFrameOf(placedShapes(hand.log.board, hand.record.selection));
  if (!around) throw new Error("Nothing is selected.");
  const at = handlesOf(around, 1, { canRotate: false, resize: RESIZE_HANDLES }).find((grip) => grip.handle === handle);
  if (!at) throw new Error(`There is no handle ${handle}.`);
  const [x, y] = [at.x + (timesX - 1) * around.w, at.y + (timesY - 1) * around.h];
  // Half way it is small and the right way round, so that the change of sides is a step of its own.
  return hand
    .down(at.x, at.y)
    .move(at.x - around.w / 2, at.y)
    .move(x, y)
    .up(x, y);
}

const boxes = (hand: Hand) => hand.shapes.map((shape) => boundsOf(shape));

describe("dragged over the other side", () => {
  test.for([
    note(B, { x: 200, y: 0, w: 100, h: 100 }),
    frame(B, { x: 200, y: 0, w: 100, h: 100 }),
    unknown(B, { x: 200, y: 0, w: 100, h: 100 }),
  ])("what is read changes places with the others and keeps its face: $kind", (read) => {
    const hand = stretch(holding(box, read as Shape), "e", -1);
    expect(boxes(hand)).toEqual([
      { x: -100, y: 0, w: 100, h: 100 },
      { x: -300, y: 0, w: 100, h: 100 },
    ]);
    expect(shapeAt(hand.log.board, B)).toMatchObject({ w: 100, h: 100 });
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 0 });
  });

  test("text among others keeps its letters the right way round, and its proportions", () => {
    const words = text(B, { x: 200, y: 20, text: "Hello", fontSize: 20, boxW: 60, boxH: 26 } as object);
    const hand = stretch(holding(box, words), "e", -2, 1);
    expect(shapeAt(hand.log.board, B)).toMatchObject({ fontSize: 40, boxW: 120, boxH: 52, x: -520 });
  });

  test("a text alone stands on the other side", () => {
    const words = text(B, { x: 200, y: 20, text: "Hello", fontSize: 20, boxW: 60, boxH: 26 } as object);
    const hand = stretch(holding(words), "se", -1, -1);
    expect(shapeAt(hand.log.board, B)).toEqual({ ...words, x: 140, y: -6 });
  });

  test("turned shapes are turned the other way, each about its mirrored place", () => {
    const turned = { ...rectangle(B, { x: 300, y: 0, w: 60, h: 40 }), rotation: 0.5 };
    const before = holding(box, turned);
    const around = boxFrameOf(placedShapes(before.log.board, [A, B]));
    const hand = stretch(before, "e", -1);
    const left = (around?.x ?? 0) - (around?.w ?? 0) / 2;
    const [was, now] = [boundsOf(turned), boundsOf(shapeAt(hand.log.board, B) as Shape)];
    expect(now.x).toBeCloseTo(2 * left - was.x - was.w, 2);
    expect(now.y).toBeCloseTo(was.y, 2);
    expect(shapeAt(hand.log.board, B)).toMatchObject({ rotation: -0.5 });
  });

  test("a line between shapes is bound to their mirrored places", () => {
    const bound = arrow(L, { x: 0, y: 0, w: 1, h: 1, startId: A, startX: 1, endId: B, endX: 0.25 });
    const hand = stretch(holding(box, note(B, { x: 200, y: 0, w: 100, h: 100 }), bound), "e", -1);
    const line = shapeAt(hand.log.board, L) as LineShape;
    expect(line).toMatchObject({ startX: 0, endX: 0.75 });
    expect(lineInPlace(line, (id) => shapeAt(hand.log.board, id)).x).toBeLessThan(0);
  });

  test("and back again, all is as it was", () => {
    const shapes = [box, note(B, { x: 200, y: 0, w: 100, h: 100 })];
    const hand = holding(...shapes)
      .down(304, 50)
      .move(-100, 50)
      .move(304, 50)
      .up(304, 50);
    boxes(hand).forEach((now, index) => {
      const was = boundsOf(shapes[index] as Shape);
      for (const side of ["x", "y", "w", "h"] as const) expect(now[side]).toBeCloseTo(was[side], 2);
    });
  });
});

describe("a frame", () => {
  const around = frame(A, { x: 0, y: 0, w: 200, h: 200 });
  const near = rectangle(B, { x: 20, y: 20, w: 20, h: 20, frame: A } as object);
  const far = rectangle(L, { x: 150, y: 20, w: 20, h: 20, frame: A } as object);

  test("resized alone leaves what is in it where it is, and lets go what is all outside then", () => {
    const hand = holding(around, near, far);
    hand.record.selection = [A];
    stretch(hand, "e", 0.5);
    expect(shapeAt(hand.log.board, A)).toMatchObject({ w: 100 });
    expect(shapeAt(hand.log.board, B)).toEqual(near);
    const { frame: _, ...outside } = far as typeof far & { readonly frame: number };
    expect(shapeAt(hand.log.board, L)).toEqual(outside);
  });

  test("resized among others takes along what is in it", () => {
    const other = rectangle(idOf(9), { x: 300, y: 0, w: 100, h: 200 });
    const hand = holding(around, near, other);
    hand.record.selection = [A, other.id];
    stretch(hand, "e", 2);
    expect(shapeAt(hand.log.board, B)).toMatchObject({ x: 40, w: 40, frame: A });
  });
});
