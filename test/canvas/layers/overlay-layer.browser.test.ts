import { expect, test } from "vitest";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { paintCursor } from "../../../src/canvas/layers/paint-cursor.js";
import { ANN, BEN } from "../support/log.js";
import { differentPixels, inkedPixels, mountView } from "../support/mount.js";
import { marksOf, roomOfThree } from "./room-of-three.js";

const VIEW = { width: 800, height: 600 };
const LONG_NAME = "Ann of the very long name that no tag has room for";

function roomWithCursors(...places: readonly (readonly [x: number, y: number])[]) {
  const log = roomOfThree();
  log.join(ANN, LONG_NAME, "red");
  places.forEach(([x, y], index) => {
    log.add(index === 0 ? ANN : BEN, { type: "cursor", cursor: { page: FIRST_PAGE, x, y } });
  });
  return log;
}

function show(log: ReturnType<typeof roomOfThree>) {
  const mounted = mountView(() => ({ board: log.board, time: log.time, self: null }), VIEW);
  mounted.view.paint();
  return mounted;
}

test.each([
  ["in the middle", [[300.25, 200.5]]],
  ["across the edges of squares", [[340.5, 478.5]]],
  ["at the left top", [[0, 0]]],
  ["half out of the view", [[795, 590]]],
  ["far from one another", [[10, 10], [700, 500]]], // prettier-ignore
] as const)("cursors %s are painted to their last pixel", (_, places) => {
  const log = roomWithCursors(...places);
  const { pixels } = show(log);
  const canvas = Object.assign(document.createElement("canvas"), {
    width: VIEW.width * devicePixelRatio,
    height: VIEW.height * devicePixelRatio,
  });
  const context = canvas.getContext("2d") as CanvasRenderingContext2D;
  for (const mark of marksOf(log)) {
    if (mark.type !== "cursor") throw new Error(`There is a ${mark.type} besides the cursors.`);
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    paintCursor(context, mark, mark);
  }
  const whole = context.getImageData(0, 0, canvas.width, canvas.height);
  expect(inkedPixels(whole)).toBeGreaterThan(0);
  expect(differentPixels(pixels("overlay"), whole)).toBe(0);
});

test("one cursor makes a canvas that is much smaller than the view, and none outside of it", () => {
  const canvasWith = (x: number) => {
    const { host } = show(roomWithCursors([x, 300]));
    return host.querySelector<HTMLCanvasElement>("canvas[data-layer=overlay]") as HTMLCanvasElement;
  };
  const { width, height } = canvasWith(300);
  expect(width * height).toBeLessThanOrEqual((VIEW.width * VIEW.height * devicePixelRatio ** 2) / 3);
  expect(canvasWith(5000).width).toBe(0);
});
