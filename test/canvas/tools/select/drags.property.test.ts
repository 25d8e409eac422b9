import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { invert } from "../../../../src/board/invert.js";
import { shapesOf } from "../../../../src/board/leaves.js";
import { select } from "../../../../src/canvas/tools/select/select.js";
import { boxFrameOf } from "../../../../src/canvas/transform/box-frame.js";
import { handleRules, lineOf } from "../../../../src/canvas/transform/handle-rules.js";
import { handlesOf } from "../../../../src/canvas/transform/handles.js";
import { lineGrips } from "../../../../src/canvas/transform/line-grips.js";
import { placedShapes } from "../../../../src/canvas/transform/placed.js";
import type { ShapeId } from "../../../../src/signal/ids.js";
import type { Shape } from "../../../../src/signal/shape.js";
import { Hand } from "../../support/hand.js";
import { arrow, idOf, Log, ME, rectangle } from "../../support/log.js";
import { anyShape } from "../../support/shapes.js";

const add = (shape: Shape) => ({ type: "shape.add", shape }) as const;
const far = fc.integer({ min: -300, max: 300 });
const keys = fc.record({ shift: fc.boolean(), alt: fc.boolean(), ctrl: fc.boolean() });
const way = fc.array(fc.tuple(far, far, keys), { minLength: 1, maxLength: 12 });
const turnedShape = fc.tuple(anyShape, fc.constantFrom(0, 0.5, Math.PI / 2)).map(([shape, rotation]) => {
  return rotation === 0 ? shape : ({ ...shape, rotation } as Shape);
});
const board = fc.uniqueArray(turnedShape, { minLength: 1, maxLength: 5, selector: ({ id }) => id });

/** A hand over these shapes, all of which are selected; an arrow is bound to a box, so that there is something to let go. */
function handOver(shapes: readonly Shape[]): Hand {
  const bound = [rectangle(idOf(40), { x: 600 }), arrow(idOf(41), { x: 400, endId: idOf(40) })];
  const hand = new Hand(select, ...[...shapes, ...bound].map(add));
  hand.record.selection = [...shapes.map(({ id }) => id), idOf(41)];
  return hand;
}

/** Where each of the selection's handles is. */
function gripsOf(hand: Hand, ids: readonly ShapeId[]) {
  const shapes = placedShapes(hand.log.board, ids);
  const line = lineOf(shapes);
  const frame = boxFrameOf(shapes);
  return line ? lineGrips(line, 1) : frame ? handlesOf(frame, 1, handleRules(shapes)) : [];
}

type Steps = readonly (readonly [number, number, { shift: boolean; alt: boolean; ctrl: boolean }])[];

function drag(hand: Hand, pick: number, steps: Steps): void {
  const grips = gripsOf(hand, hand.record.selection);
  const grip = grips[pick % grips.length];
  if (!grip) throw new Error("The selection has no handles.");
  hand.down(grip.x, grip.y);
  for (const [dx, dy, held] of steps) hand.move(grip.x + dx, grip.y + dy, held);
}

const sorted = (shapes: Iterable<Shape>) => [...shapes].sort((a, b) => a.id - b.id);

describe("any drag of any handle", () => {
  test("is taken back exactly when it is cancelled", () => {
    fc.assert(
      fc.property(board, fc.nat(), way, (shapes, pick, steps) => {
        const hand = handOver(shapes);
        const before = sorted(shapesOf(hand.log.board));
        drag(hand, pick, steps);
        hand.cancel();
        expect(sorted(shapesOf(hand.log.board))).toEqual(before);
        expect(hand.marks).toMatchObject({ guides: [], targets: [] });
        expect(hand.record.gestures.begun).toBe(hand.record.gestures.takenBack);
      }),
    );
  });

  test("is undone exactly", () => {
    fc.assert(
      fc.property(board, fc.nat(), way, (shapes, pick, steps) => {
        const hand = handOver(shapes);
        const again = new Log();
        again.add(ME, ...[...shapesOf(hand.log.board)].map(add));
        const before = sorted(shapesOf(again.board));
        drag(hand, pick, steps);
        const [dx, dy] = steps.at(-1) as Steps[number];
        hand.up(dx, dy);
        const inverses = hand.sent.map((signal) => {
          const inverse = invert(again.board, signal);
          again.add(ME, signal);
          return inverse;
        });
        for (const inverse of inverses.reverse()) again.add(ME, ...inverse);
        expect(sorted(shapesOf(again.board))).toEqual(before);
        expect(hand.record.gestures.takenBack).toBe(0);
      }),
    );
  });

  test("ends where another way there leads, within rounding", () => {
    const plain = { shift: false, alt: false, ctrl: false };
    fc.assert(
      fc.property(board, fc.nat(), way, (shapes, pick, steps) => {
        const [dx, dy] = steps.at(-1) as Steps[number];
        const [slowly, atOnce] = [handOver(shapes), handOver(shapes)].map((hand, index) => {
          const grips = gripsOf(hand, hand.record.selection);
          const grip = grips[pick % grips.length];
          if (!grip) throw new Error("The selection has no handles.");
          drag(
            hand,
            pick,
            index === 0
              ? [[400, 400, plain], ...steps.map(([x, y]) => [x, y, plain] as const)]
              : [
                  [400, 400, plain],
                  [dx, dy, plain],
                ],
          );
          hand.up(grip.x + dx, grip.y + dy);
          return sorted(shapesOf(hand.log.board)) as readonly { readonly [prop: string]: unknown }[];
        });
        const differences = (slowly ?? []).flatMap((shape, index) =>
          Object.entries(shape).map(([name, value]) =>
            typeof value === "number" ? Math.abs(value - Number(atOnce?.[index]?.[name] ?? 0)) : 0,
          ),
        );
        expect(Math.max(...differences)).toBeLessThan(1 / 256);
      }),
    );
  });
});
