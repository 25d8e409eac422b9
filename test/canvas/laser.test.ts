import { expect, test } from "vitest";
import { laserLook, lastLaserMoves } from "../../src/canvas/laser.js";
import { ANN, BEN, idOf, ink, Log, wave } from "./support/log.js";

test("a laser stays, fades over a second, and is gone", () => {
  const at = (ms: number) => laserLook(1000, 1000 + ms);
  expect(at(0)).toEqual({ opacity: 1, changesAt: 2200 });
  expect(at(1199).opacity).toBe(1);
  expect(at(1700)).toEqual({ opacity: 0.5, changesAt: 2700 });
  expect(at(2200)).toEqual({ opacity: 0, changesAt: Infinity });
});

test("all of a member's laser strokes are dated to the last that moved, pens and other members' are not", () => {
  const log = new Log();
  const begin = (count: number, brush: string, by: typeof ANN) => {
    const { points: _, ...header } = ink(idOf(count, by), { brush });
    log.add(by, { type: "ink.begin", shape: header }, { type: "ink.append", id: header.id, points: wave(3) });
    log.time += 1000;
  };
  begin(1, "laser", ANN);
  begin(2, "laser", ANN);
  begin(3, "pen", ANN);
  begin(1, "laser", BEN);
  const moves = lastLaserMoves(Object.values(log.board.active));
  expect([...moves]).toEqual([
    [ANN, 1_001_000],
    [BEN, 1_003_000],
  ]);
});
