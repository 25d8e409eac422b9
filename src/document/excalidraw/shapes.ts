import { turned } from "../../board/transform.js";
import { INK_STRIDE, PRESSURE_MAX, PRESSURE_NONE } from "../../signal/ink.js";
import type { Shape, ShapeProps } from "../../signal/shape.js";
import { isObject } from "../json-values.js";
import { type ExcalidrawElement, numberOr, pointsAt, textOr } from "./element.js";
import { linesOf, sixteenth, type Maker } from "./lines.js";
import { fillOf, lettersOf, lookOf, outlineOf } from "./look.js";

/** How wide their pens draw, to the width they are said to have. */
const PEN_WIDTH = 4.25;
/** Their strokes have no times: as if a pen had told its place so often. Milliseconds. */
const SAMPLE_MS = 8;
const STEP = 1 / 16;

/** A label: the text element of a shape, as its properties. */
export type Label = (element: ExcalidrawElement) => ShapeProps;

/** The shapes that an element becomes; none for kinds that we have nothing like. Images have their file's id as asset. */
export function shapesOf(element: ExcalidrawElement, maker: Maker, labelOf: Label): readonly Shape[] {
  const { type, raw, width, height, seed } = element;
  switch (type) {
    case "rectangle":
    case "ellipse":
    case "diamond": {
      const look = { ...lookOf(element), ...outlineOf(element), ...fillOf(element), ...labelOf(element), seed };
      return [shape(element, maker, type, { ...look, w: sixteenth(width), h: sixteenth(height) })];
    }
    case "line":
    case "arrow": {
      const lines = linesOf(element, maker);
      const middle = Math.floor((lines.length - 1) / 2);
      return lines.map((line, index) => (index === middle ? ({ ...line, ...labelOf(element) } as Shape) : line));
    }
    case "freedraw":
      return [shape(element, maker, "ink", { ...lookOf(element), ...inkOf(element) })];
    case "text": {
      const letters = { ...lettersOf(element), fontSize: Math.max(1, numberOr(raw.fontSize, 20)) };
      const text = textOr(raw.originalText, textOr(raw.text, ""));
      const box = { boxW: sixteenth(width), boxH: sixteenth(height), wrap: raw.autoResize === false ? 1 : 0 };
      return [shape(element, maker, "text", { ...lookOf(element), ...letters, ...box, text })];
    }
    case "image": {
      const [sx, sy] = Array.isArray(raw.scale) ? (raw.scale as unknown[]) : [];
      const [w, h] = [width * Math.sign(numberOr(sx, 1) || 1), height * Math.sign(numberOr(sy, 1) || 1)];
      const place = { w: sixteenth(w), h: sixteenth(h), asset: textOr(raw.fileId, ""), ...cropOf(raw.crop) };
      return [shape(element, maker, "image", { ...lookOf(element), ...place })];
    }
    case "frame":
    case "magicframe":
      return [
        shape(element, maker, "frame", {
          ...lookOf(element),
          color: "grey",
          w: sixteenth(width),
          h: sixteenth(height),
          text: textOr(raw.name, ""),
        }),
      ];
    default:
      return [];
  }
}

/** The part of a picture that is shown, which they tell in pixels. */
function cropOf(crop: unknown): ShapeProps {
  if (!isObject(crop)) return {};
  const [width, height] = [numberOr(crop.naturalWidth, 0), numberOr(crop.naturalHeight, 0)];
  if (width <= 0 || height <= 0) return {};
  const share = (value: unknown, side: number, other: number) =>
    Math.min(1, Math.max(0, numberOr(value, other) / side));
  return {
    cropX: share(crop.x, width, 0),
    cropY: share(crop.y, height, 0),
    cropW: share(crop.width, width, width),
    cropH: share(crop.height, height, height),
  };
}

/** A shape that is turned around its own place, from an element that is turned around its middle. */
function shape(element: ExcalidrawElement, maker: Maker, kind: string, props: ShapeProps): Shape {
  const { x, y, width, height, angle } = element;
  const isMirrored = { x: (props.w as number) < 0, y: (props.h as number) < 0 };
  const own = { x: (isMirrored.x ? width : 0) - width / 2, y: (isMirrored.y ? height : 0) - height / 2 };
  const [dx, dy] = turned(own.x, own.y, angle);
  const place = { x: sixteenth(x + width / 2 + dx), y: sixteenth(y + height / 2 + dy) };
  return { ...maker.base(element), kind, ...props, ...place, rotation: kind === "frame" ? 0 : within(angle) } as Shape;
}

/** From more than -180 to 180 degrees. */
function within(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI)) + 0;
}

function inkOf(element: ExcalidrawElement): ShapeProps {
  const { raw } = element;
  const pressures = raw.simulatePressure === true || !Array.isArray(raw.pressures) ? [] : (raw.pressures as unknown[]);
  const places = pointsAt(element);
  const points = new Int32Array(places.length * INK_STRIDE);
  places.forEach(([x, y], index) => {
    const pressure = pressures[index];
    const p =
      typeof pressure === "number" ? Math.round(Math.min(1, Math.max(0, pressure)) * PRESSURE_MAX) : PRESSURE_NONE;
    points.set([Math.round(x / STEP), Math.round(y / STEP), index * SAMPLE_MS, p], index * INK_STRIDE);
  });
  return { step: STEP, points, size: numberOr(raw.strokeWidth, 1) * PEN_WIDTH };
}
