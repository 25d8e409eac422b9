import { describe, expect, test } from "vitest";
import { pointsOfLine } from "../../../../src/board/binding.js";
import { shapeAt } from "../../../../src/board/leaves.js";
import { select } from "../../../../src/canvas/tools/select/select.js";
import type { LineShape, Shape } from "../../../../src/signal/shape.js";
import { Hand } from "../../support/hand.js";
import { arrow, idOf, rectangle } from "../../support/log.js";

const [A, L] = [idOf(1), idOf(2)];
const box = rectangle(A, { x: 0, y: 0, w: 100, h: 100 });
const zigzag = arrow(L, { x: 200, y: 0, w: 300, h: 0, through: "100 80 200 -80", corners: "sharp" });

/** A hand that has a line selected, with a box beside it. */
function holding(line: LineShape = zigzag): Hand {
  const hand = new Hand(select, ...[box as Shape, line].map((shape) => ({ type: "shape.add", shape }) as const));
  hand.record.selection = [L];
  return hand;
}
const lineOf = (hand: Hand) => shapeAt(hand.log.board, L) as LineShape;
const places = (hand: Hand) => pointsOfLine(lineOf(hand)).map(({ x, y }) => [near(x), near(y)]);
/** To a thousandth: places are told from ends that stand anywhere. */
const near = (length: number) => Math.round(length * 1000) / 1000 + 0;
const oneStep = { begun: 1, ended: 1, takenBack: 0 };

describe("a line through points", () => {
  test("has each of them moved by its grip", () => {
    const hand = holding().down(300, 80).move(310, 150).up(320, 160);
    expect(places(hand)).toEqual([
      [200, 0],
      [320, 160],
      [400, -80],
      [500, 0],
    ]);
    expect(hand.record.gestures).toEqual(oneStep);
  });

  test("has its ends moved, and the points between stay", () => {
    const hand = holding().down(200, 0).move(210, 20).up(220, 40).down(500, 0).move(510, 0).up(600, 10);
    expect(places(hand)).toEqual([
      [220, 40],
      [300, 80],
      [400, -80],
      [600, 10],
    ]);
  });

  test("gets another one where the middle of a part is dragged", () => {
    const hand = holding().down(350, 0).move(360, 10).up(370, 20);
    expect(places(hand)).toEqual([
      [200, 0],
      [300, 80],
      [370, 20],
      [400, -80],
      [500, 0],
    ]);
    expect(hand.record.gestures).toEqual(oneStep);
  });

  test("loses one that is pressed twice, and no end", () => {
    const hand = holding().doubleClick(300, 80);
    expect(places(hand)).toEqual([
      [200, 0],
      [400, -80],
      [500, 0],
    ]);
    hand.doubleClick(400, -80).doubleClick(200, 0);
    expect(lineOf(hand)).not.toHaveProperty("through");
    expect(places(hand)).toEqual([
      [200, 0],
      [500, 0],
    ]);
    expect(hand.record.texts).toEqual([]);
  });

  test("keeps a point to every 15 degrees from the one before with shift", () => {
    const hand = holding().down(400, -80).move(420, 0, { shift: true }).up(420, 84, { shift: true });
    expect(places(hand)[2]).toEqual([420, 80]);
  });

  test("lines up its points with other shapes, where that is chosen", () => {
    const hand = holding();
    hand.record.snapping = { isOn: true, grid: null };
    hand.down(300, 80).move(310, 98).up(310, 98);
    expect(places(hand)[1]).toEqual([310, 100]);
  });

  test("is what it was when the drag is taken back", () => {
    const hand = holding().down(350, 0).move(360, 10).cancel();
    expect(lineOf(hand)).toEqual(zigzag);
    expect(hand.record.gestures).toEqual({ begun: 1, ended: 1, takenBack: 1 });
  });

  test("is closed by an end that is dragged to the other one, and opened again", () => {
    const hand = holding().down(500, 0).move(300, 10).up(203, 2);
    expect(lineOf(hand)).toMatchObject({ x: 200, y: 0, w: 0, h: 0 });
    hand.down(200, 0).move(150, 150).up(150, 150);
    expect(lineOf(hand)).toMatchObject({ x: 200, y: 0, w: -50, h: 150 });
  });

  test("whose end is bound keeps its points on the board, and its end there", () => {
    const hand = holding({ ...zigzag, startId: A } as LineShape)
      .down(300, 80)
      .move(310, 150)
      .up(320, 160);
    expect(lineOf(hand)).toMatchObject({ startId: A });
    expect(places(hand).slice(1)).toEqual([
      [320, 160],
      [400, -80],
      [500, 0],
    ]);
    hand.down(500, 0).move(400, 10).up(50, 50);
    expect(lineOf(hand)).toMatchObject({ startId: A, endId: A });
  });

  test("that is moved alone is let go with its points", () => {
    const hand = holding({ ...zigzag, startId: A } as LineShape);
    const before = [
      [400, -80],
      [500, 0],
    ];
    expect(places(hand).slice(2)).toEqual(before);
    hand.record.selection = [];
    hand.down(375, -40).move(375, -10).up(375, -10);
    expect(lineOf(hand)).not.toHaveProperty("startId");
    expect(places(hand).slice(2)).toEqual(before.map(([x, y]) => [x, y! + 30]));
  });
});

describe("the middle of a line without points", () => {
  const straight = arrow(L, { x: 200, y: 0, w: 100, h: 0, bend: 20 });

  test("becomes a point with alt, and the line bends no more", () => {
    const hand = holding(straight).down(250, 20, { alt: true }).move(250, 40).up(260, 60);
    expect(lineOf(hand)).toMatchObject({ through: "60 60" });
    expect(lineOf(hand)).not.toHaveProperty("bend");
  });

  test("bends it otherwise", () => {
    const hand = holding(straight).down(250, 20).move(250, 40).up(250, 60);
    expect(lineOf(hand)).toMatchObject({ bend: 60 });
    expect(lineOf(hand)).not.toHaveProperty("through");
  });
});
