import { expect, test } from "vitest";
import type { Board } from "../../src/board/board.js";
import { changedLeaves, shapeAt, shapesOf } from "../../src/board/leaves.js";
import { type InkShown, veiled } from "../../src/canvas/veil.js";
import type { MemberId } from "../../src/signal/ids.js";
import { propOf } from "../../src/signal/optional.js";
import { ANN, BEN, idOf, ink, Log, note, rectangle } from "./support/log.js";

const CURSOR = { type: "cursor", cursor: { page: ink(idOf(0)).page, x: 1, y: 2 } } as const;
const veil = (ink: InkShown, ...members: MemberId[]) => ({ members: new Set(members), ink });

/** Ann and Ben have made a shape each, are drawing one, and point. */
function drawn(): Log {
  const log = new Log();
  for (const member of [ANN, BEN]) {
    const { points, ...head } = ink(idOf(1, member));
    log.join(member, member === ANN ? "Ann" : "Ben");
    log.add(member, { type: "shape.add", shape: rectangle(idOf(0, member)) }, CURSOR);
    log.add(member, { type: "ink.begin", shape: head });
    log.add(member, { type: "ink.append", id: head.id, points: points as Int32Array });
  }
  return log;
}

const makersOf = (board: Board) => [...shapesOf(board)].map(({ id }) => Math.floor(id / 2 ** 32));
const drawersOf = (board: Board) => Object.values(board.active).map(({ by }) => by);
const opacities = (board: Board) => [...shapesOf(board)].map((shape) => propOf(shape, "opacity"));

test("through a veil for nobody the board is the same", () => {
  const { board } = drawn();
  expect(veiled(board, veil("hidden"))).toBe(board);
});

test("a veiled member has no cursor, and the others keep theirs", () => {
  const { board } = drawn();
  expect(Object.keys(veiled(board, veil("shown", ANN)).presence)).toEqual([String(BEN)]);
});

test("what they made is shown, dimmed or hidden, also what they are drawing", () => {
  const { board } = drawn();
  const [shown, dimmed, hidden] = (["shown", "dimmed", "hidden"] as const).map((ink) => veiled(board, veil(ink, ANN)));
  expect([makersOf(shown!), drawersOf(shown!), opacities(shown!)]).toEqual([
    [ANN, BEN],
    [ANN, BEN],
    [1, 1],
  ]);
  expect([makersOf(dimmed!), drawersOf(dimmed!), opacities(dimmed!)]).toEqual([
    [ANN, BEN],
    [ANN, BEN],
    [0.15, 1],
  ]);
  expect(Object.values(dimmed!.active).map(({ shape }) => propOf(shape, "opacity"))).toEqual([0.15, 1]);
  expect([makersOf(hidden!), drawersOf(hidden!)]).toEqual([[BEN], [BEN]]);
});

test("what has an opacity of its own is dimmed from there", () => {
  const log = new Log();
  log.add(ANN, { type: "shape.add", shape: note(idOf(0, ANN), { opacity: 0.5 }) });
  expect(opacities(veiled(log.board, veil("dimmed", ANN)))).toEqual([0.075]);
});

test("a laser points, and is hidden with the cursor", () => {
  const log = new Log();
  const { points: _, ...head } = ink(idOf(0, ANN), { brush: "laser" });
  log.join(ANN, "Ann");
  log.add(ANN, { type: "ink.begin", shape: head });
  expect(drawersOf(log.board)).toEqual([ANN]);
  expect(drawersOf(veiled(log.board, veil("shown", ANN)))).toEqual([]);
});

test("what has not changed is the same through the veil, so that it is not painted again", () => {
  const log = drawn();
  const before = veiled(log.board, veil("dimmed", ANN));
  log.add(BEN, { type: "shape.add", shape: rectangle(idOf(2, BEN)) });
  const after = veiled(log.board, veil("dimmed", ANN));
  expect([...changedLeaves(before, after)]).toHaveLength(1);
  expect(shapeAt(after, idOf(0, ANN))).toBe(shapeAt(before, idOf(0, ANN)));
  log.add(ANN, { type: "shape.add", shape: rectangle(idOf(2, ANN)) });
  expect(shapeAt(veiled(log.board, veil("dimmed", ANN)), idOf(0, ANN))).toBe(shapeAt(before, idOf(0, ANN)));
});
