import { FIRST_PAGE } from "../../../src/board/board.js";
import type { Frame } from "../../../src/canvas/layers/layer.js";
import type { Mark } from "../../../src/canvas/layers/marks.js";
import { overlayMarks } from "../../../src/canvas/layers/overlay-marks.js";
import { CustomShapes } from "../../../src/picture/custom/custom-shapes.js";
import { Scene } from "../../../src/canvas/scene.js";
import { NO_MARKS } from "../../../src/canvas/tool-marks.js";
import { ANN, BEN, Log, ME } from "../support/log.js";

/** A room of three, as one of them sees it. */
export function roomOfThree(): Log {
  const log = new Log();
  log.join(ME, "Me");
  log.join(ANN, "Ann", "red");
  log.join(BEN, "Ben", "#12ab34");
  return log;
}

/** What the overlay is made of, a page of white paper unless told otherwise. */
export function frameOf(log: Log, settings: Partial<Frame> = {}): Frame {
  const scene = new Scene();
  scene.update(log.board);
  return {
    picture: { board: log.board, time: log.time, self: ME },
    scene,
    pixels: { scale: 1, left: 0, top: 0, width: 400, height: 300 },
    devicePixelRatio: 1,
    page: FIRST_PAGE,
    theme: "light",
    paper: null,
    pageColor: "#ffffff",
    selection: [],
    marks: NO_MARKS,
    hidden: null,
    hasCursors: true,
    custom: new CustomShapes([]),
    deadline: Infinity,
    ...settings,
  };
}

/** What the overlay shows of a room. */
export function marksOf(log: Log, settings?: Partial<Frame>): readonly Mark[] {
  return overlayMarks(frameOf(log, settings)).marks;
}
