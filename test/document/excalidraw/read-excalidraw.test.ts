import { describe, expect, test } from "vitest";
import { boundsOf } from "../../../src/board/bounds.js";
import { EMPTY_BOARD, FIRST_PAGE } from "../../../src/board/board.js";
import { shapesOf } from "../../../src/board/leaves.js";
import { throughOf } from "../../../src/board/through.js";
import { readExcalidraw } from "../../../src/document/excalidraw/read-excalidraw.js";
import { adding, placed } from "../../../src/editing/fragment.js";
import { pointsOf, type InkShape, type LineShape, type Shape } from "../../../src/signal/shape.js";
import { after, placing } from "../../editing/boards.js";
import { arrow, box, excalidrawFile, text } from "./samples.js";

const read = (...elements: object[]): readonly Shape[] => readExcalidraw(excalidrawFile(...elements)).shapes;

/** The shapes once a room has taken them: it refuses what cannot be. */
const taken = (...elements: object[]) => {
  const shapes = placed(read(...elements), placing({ page: FIRST_PAGE, dx: 0, dy: 0 }));
  return [...shapesOf(after(EMPTY_BOARD, adding(shapes)))];
};

test("boxes keep their place, look and fill", () => {
  const look = { strokeColor: "#e03131", strokeStyle: "dashed", roughness: 2, opacity: 40, strokeWidth: 4 };
  const [rectangle, ellipse, diamond] = taken(
    { ...box, ...look, backgroundColor: "#ffec99", fillStyle: "cross-hatch" },
    { ...box, type: "ellipse" },
    { ...box, type: "diamond", backgroundColor: "#fff" },
  );
  expect(rectangle).toMatchObject({ kind: "rectangle", x: 100, y: 50, w: 200, h: 100, color: "#e03131", size: 4 });
  expect(rectangle).toMatchObject({
    dash: "dashed",
    roughness: 2,
    opacity: 0.4,
    fill: "hachure",
    fillColor: "#ffec99",
  });
  expect(ellipse).toMatchObject({ kind: "ellipse", color: "black", fill: "none", seed: 1235 });
  expect(diamond).toMatchObject({ kind: "diamond", fill: "solid", fillColor: "#ffffff" });
});

test("what is turned around its middle there is at the same place here", () => {
  const [shape] = read({ ...box, angle: Math.PI / 2 }) as [Shape];
  const { x, y, w, h } = boundsOf(shape);
  expect([x, y, w, h].map(Math.round)).toEqual([150, 0, 100, 200]);
});

test("a text in a shape is its label", () => {
  const shapes = taken(
    { ...box, id: "box", boundElements: [{ type: "text", id: "label" }] },
    { ...text, id: "label", containerId: "box", textAlign: "center", fontFamily: 2, fontSize: 28 },
    text,
  );
  expect(shapes).toHaveLength(2);
  expect(shapes[0]).toMatchObject({ label: "Hello", labelSize: 28, font: "sans" });
  expect(shapes[1]).toMatchObject({ kind: "text", text: "Hello", fontSize: 20, boxW: 80, boxH: 25 });
});

test("arrows keep their heads and what they are bound to", () => {
  const [target, line] = taken(
    { ...box, id: "box" },
    {
      ...arrow,
      x: 500,
      points: [
        [0, 0],
        [-200, 0],
      ],
      startArrowhead: "bar",
      endArrowhead: "triangle",
      endBinding: { elementId: "box", focus: 0, gap: 5 },
    },
  );
  expect(line).toMatchObject({ kind: "arrow", x: 500, y: 100, w: -200, h: 0, startHead: "bar", endHead: "triangle" });
  expect(line).toMatchObject({ endId: target!.id, endX: 1 });
  expect(line).not.toHaveProperty("startId");
});

describe("lines through points", () => {
  const points = [
    [0, 0],
    [50, 40],
    [100, 0],
    [0, 0],
  ];

  test("stay such lines: rounded ones round, others sharp", () => {
    const [round, sharp, straight] = taken(
      { ...arrow, roundness: { type: 2 }, points: points.slice(0, 3) },
      { ...arrow, points: points.slice(0, 3), endArrowhead: null },
      { ...arrow, points: points.slice(0, 2) },
    );
    expect(round).toMatchObject({ kind: "arrow", x: 300, y: 100, w: 100, h: 0, through: "50 40" });
    expect(round).not.toHaveProperty("corners");
    expect(sharp).toMatchObject({ through: "50 40", corners: "sharp", endHead: "none" });
    expect(straight).not.toHaveProperty("corners");
    expect(straight).not.toHaveProperty("through");
  });

  test("that are closed stay closed", () => {
    const shapes = taken({ ...arrow, type: "line", endArrowhead: null, points });
    expect(shapes).toMatchObject([{ kind: "line", w: 0, h: 0, through: "50 40 100 0", corners: "sharp" }]);
  });

  test("are turned around the middle of their box", () => {
    const [line] = taken({ ...arrow, width: 100, height: 40, angle: Math.PI, points: points.slice(0, 3) });
    expect(line).toMatchObject({ x: 400, y: 140, w: -100, h: 0, through: "-50 -40" });
  });

  test("are several where one has more points than a line may have", () => {
    const many = Array.from({ length: 150 }, (_, index) => [10 * index, index % 2]);
    const [first, second, ...others] = taken({ ...arrow, startArrowhead: "dot", points: many }) as LineShape[];
    expect(others).toEqual([]);
    expect([throughOf(first!).length, throughOf(second!).length]).toEqual([100, 47]);
    expect([first!.x + first!.w, first!.y + first!.h]).toEqual([second!.x, second!.y]);
    expect([first!.startHead, first!.endHead, second!.startHead]).toEqual(["dot", "none", "none"]);
    expect(new Set([first, second].map((part) => part!.group)).size).toBe(1);
  });
});

test("strokes keep their points and pressures", () => {
  const points = [
    [0, 0],
    [1.5, 2],
    [-3, 4],
  ];
  const [ink] = taken({
    type: "freedraw",
    x: 10,
    y: 20,
    width: 4,
    height: 4,
    points,
    pressures: [0, 0.5, 1],
    simulatePressure: false,
  });
  const { step, size } = ink as InkShape;
  expect([step, size]).toEqual([1 / 16, 8.5]);
  expect(Array.from(pointsOf(ink as InkShape))).toEqual([0, 0, 0, 0, 24, 32, 8, 32, -48, 64, 16, 63]);
});

test("groups nest the other way round, and frames hold what they held", () => {
  const [frame, inner] = taken(
    { type: "frame", id: "f", x: 0, y: 0, width: 500, height: 400, name: "Plan" },
    { ...box, frameId: "f", groupIds: ["inner", "outer"] },
    { ...box, groupIds: ["outer"] },
  );
  expect(frame).toMatchObject({ kind: "frame", text: "Plan" });
  expect(inner).toMatchObject({ frame: frame!.id });
  const [, first, second] = read({ ...box }, { ...box, groupIds: ["inner", "outer"] }, { ...box, groupIds: ["outer"] });
  expect(first).toMatchObject({ group: "outer/inner" });
  expect(second).toMatchObject({ group: "outer" });
});

test("images come with their files, and what was deleted or is unlike anything here does not come", () => {
  const image = { type: "image", x: 0, y: 0, width: 40, height: 30, fileId: "f1", scale: [-1, 1] };
  const file = excalidrawFile(image, { ...box, isDeleted: true }, { ...box, type: "embeddable" });
  const { shapes, files, notTaken } = readExcalidraw({
    ...file,
    files: { f1: { dataURL: "data:image/png;base64,AA==" } },
  });
  expect(shapes).toHaveLength(1);
  expect(shapes[0]).toMatchObject({ kind: "image", asset: "f1", w: -40, h: 30, x: 40 });
  expect(files.get("f1")).toBe("data:image/png;base64,AA==");
  expect(notTaken).toEqual({ elements: 1, simplified: 0 });
});

test.each<[string, unknown, RegExp]>([
  ["another type", { type: "inktape" }, /type is not Excalidraw's/],
  ["no elements", { type: "excalidraw" }, /elements is no list/],
  ["an element without a place", excalidrawFile({ type: "rectangle", y: 0 }), /elements\[0\].x is no number/],
  [
    "an arrow without points",
    excalidrawFile({ ...arrow, points: [[0]] }),
    /elements\[0\].points\[0\]\[1\] is no number/,
  ],
])("a file is refused for %s, and says where", (_, json, message) => {
  expect(() => readExcalidraw(json)).toThrowError(message);
});
