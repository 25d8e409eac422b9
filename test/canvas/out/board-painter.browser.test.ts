import { expect, test } from "vitest";
import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../../src/board/board.js";
import { reduce } from "../../../src/board/reduce.js";
import { BoardPainter } from "../../../src/canvas/out/board-painter.js";
import { CustomShapes } from "../../../src/picture/custom/custom-shapes.js";
import type { Millis } from "../../../src/signal/ids.js";
import { lessonLog } from "../../tape/lesson.js";
import { layerPicture, type LayerName } from "../support/layer-picture.js";
import { mountView } from "../support/mount.js";

const LAYERS: readonly LayerName[] = ["shapes", "strokes", "overlay"];
const CAMERA = { x: -20, y: -15, zoom: 0.8 };
const log = lessonLog({ strokes: 12, members: 3 });

/** What a view of that size shows, all layers one on the other. */
function seen(board: Board, time: number): Uint8ClampedArray {
  const { host, view } = mountView(() => ({ board, time, self: null }), { width: 500, height: 320 });
  view.setCamera(CAMERA);
  view.paint();
  const [base, ...rest] = LAYERS.map((layer) => layerPicture(host, layer));
  for (const { canvas } of rest) base!.drawImage(canvas, 0, 0);
  return base!.getImageData(0, 0, 500, 320).data;
}

test("one canvas shows what a view shows, pixel for pixel, from one picture to the next", async () => {
  const painter = new BoardPainter({
    size: { width: 500, height: 320, devicePixelRatio: 1 },
    theme: "light",
    custom: new CustomShapes([]),
    imageOf: () => null,
    hasCursors: true,
  });
  for (const count of [20, 41, 43, 60, log.length]) {
    const entries = log.slice(0, count);
    const board = reduce(EMPTY_BOARD, entries);
    const time = (entries.at(-1)!.at + 12) as Millis;
    const picture = { board, time, self: null };
    await painter.take(picture);
    painter.paint(picture, { page: FIRST_PAGE, camera: CAMERA });
    const painted = painter.canvas.getContext("2d")!.getImageData(0, 0, 500, 320).data;
    const wanted = seen(board, time);
    expect(new Set(wanted).size).toBeGreaterThan(8);
    expect(painted.findIndex((value, at) => value !== wanted[at])).toBe(-1);
  }
});
