import { describe, expect, test } from "vitest";
import type { Frame } from "../../../src/canvas/layers/layer.js";
import { inkColor } from "../../../src/picture/palette.js";
import { NO_MARKS, type ToolMarks } from "../../../src/canvas/tool-marks.js";
import { idOf, type Log, ME, rectangle } from "../support/log.js";
import { marksOf, roomOfThree } from "./room-of-three.js";

describe("what the tool in hand marks", () => {
  const box = rectangle(idOf(1));
  const logWithBox = () => {
    const log = roomOfThree();
    log.add(ME, { type: "shape.add", shape: box });
    return log;
  };
  const marked = (marks: Partial<ToolMarks>, settings: Partial<Frame> = {}) =>
    marksOf(logWithBox(), { ...settings, marks: { ...NO_MARKS, ...marks } });

  test("the selection box under way is filled", () => {
    const marquee = { x: 1, y: 2, w: 3, h: 4 };
    expect(marked({ marquee })).toMatchObject([{ box: marquee, gap: 0, isFilled: true }]);
  });

  test("a lasso is a closed way", () => {
    const lasso = [
      { x: 0, y: 0 },
      { x: 9, y: 0 },
      { x: 0, y: 9 },
    ];
    expect(marked({ lasso })).toMatchObject([{ type: "path", points: lasso, isClosed: true, line: "dashed" }]);
  });

  test("what a press would take has its outline, but not what is selected", () => {
    expect(marked({ hover: [box.id] })).toMatchObject([{ type: "path", width: 1.5 }]);
    expect(marked({ hover: [box.id] }, { selection: [box.id] })).toMatchObject([{ type: "box" }]);
  });

  test("what something is put into or bound to has a stronger one", () => {
    expect(marked({ targets: [box.id] })).toMatchObject([{ type: "path", width: 2.5 }]);
  });

  test("handles are there for what is not locked", () => {
    const types = (log: Log) =>
      marksOf(log, { selection: [box.id], marks: { ...NO_MARKS, hasHandles: true } }).map(({ type }) => type);
    expect(types(logWithBox())).toEqual(["box", "handles"]);
    const locked = logWithBox();
    locked.add(ME, { type: "shape.set", id: box.id, props: { locked: 1 } });
    expect(types(locked)).toEqual(["box"]);
  });

  test("guides stand out from the selection", () => {
    const guide = { type: "align", axis: "x", at: 5, from: 0, to: 9 } as const;
    expect(marked({ guides: [guide] })).toEqual([{ type: "guide", guide, color: inkColor("red", "light") }]);
  });
});
