import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../src/board/board.js";
import { orderAbove } from "../../src/board/order.js";
import { reduce } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis, type Seq } from "../../src/signal/ids.js";
import type { KnownShape } from "../../src/signal/shape.js";
import type { Paper, Signal } from "../../src/signal/signal.js";

const MEMBER = 1 as MemberId;
/** The first shapes, which others are bound to or in. */
const [START, END, FRAME] = [1, 2, 3];
/** What a shape has by itself; the rest is told. */
type Told = Record<string, unknown> & { readonly kind: KnownShape["kind"]; readonly x: number; readonly y: number };

/** The typefaces that a text can have; the last two are the machine's own. */
const FONTS = ["hand", "sans", "serif", "mono"] as const;

/** A board with everything that can be on one, each kind in all its looks, and a line in each of the typefaces. */
export function gallery(paper: Paper | null, fonts: readonly (typeof FONTS)[number][] = FONTS): Board {
  const shapes = everything(fonts);
  let order: string | null = null;
  const signals: Signal[] = [{ type: "page.paper", id: FIRST_PAGE, paper }];
  shapes.forEach((told, index) => {
    order = orderAbove(order);
    const base = { id: shapeId(MEMBER, index + 1), page: FIRST_PAGE, order, color: "black", size: 3, seed: index + 1 };
    const shape = { ...base, ...(isBox(told.kind) && { fill: "none" }), ...told };
    if (told.kind === "text" || told.kind === "note" || told.kind === "frame" || told.kind === "image") {
      delete (shape as { seed?: number }).seed;
    }
    signals.push({ type: "shape.add", shape: shape as never });
  });
  const entries = signals.map((signal, index): Entry => {
    return { seq: (index + 1) as Seq, at: (index + 1) as Millis, by: MEMBER, clientSeq: 0, signal };
  });
  return reduce(EMPTY_BOARD, entries);
}

function isBox(kind: string): boolean {
  return ["rectangle", "ellipse", "diamond", "triangle", "star"].includes(kind);
}

function everything(fonts: readonly string[]): Told[] {
  const closed = ["rectangle", "ellipse", "diamond", "triangle", "star"] as const;
  const looks = [
    { roughness: 0, label: "Ruler" },
    { fill: "solid", color: "blue", label: "Two words" },
    { fill: "hachure", color: "red", fillColor: "yellow" },
    { dash: "dashed", color: "green", roughness: 0 },
    { roughness: 2, color: "violet", fill: "solid", fillColor: "#ffd43b", opacity: 0.6, rotation: 0.3 },
  ];
  const boxes = closed.flatMap((kind, row) =>
    looks.map((look, column) => ({ kind, x: 40 + column * 130, y: 40 + row * 110, w: 110, h: 86, ...look })),
  );
  const heads = ["arrow", "triangle", "dot", "bar", "none"];
  const lines = heads.map((endHead, index) => {
    const bend = index % 2 === 0 ? 24 : 0;
    const dash = ["solid", "dashed", "dotted"][index % 3];
    return {
      kind: "arrow" as const,
      x: 720,
      y: 60 + index * 50,
      w: 150,
      h: 0,
      endHead,
      startHead: heads[4 - index],
      bend,
      dash,
    };
  });
  const notes = ["yellow", "green", "blue", "violet", "red", "orange", "grey", "black"].map((color, index) => {
    const text =
      index === 1 ? "A note with so many words that they only fit when they are written small. ".repeat(2) : color;
    const place = { x: 720 + (index % 4) * 118, y: 420 + Math.floor(index / 4) * 118 };
    return { kind: "note" as const, ...place, w: 104, h: 104, color, text, fontSize: 20, align: "middle" };
  });
  const texts = fonts.map((font, index) => {
    const text = `In ${font}: Łódź, 12:30`;
    return { kind: "text" as const, x: 920, y: 40 + index * 36, text, fontSize: 24, font };
  });
  const wave = Array.from({ length: 40 }, (_, at) => [at * 8, Math.round(14 * Math.sin(at / 3)), at * 8, 31]).flat();
  const points = Int32Array.from(wave);
  return [
    { kind: "rectangle", x: 1000, y: 320, w: 90, h: 50, label: "Start", rotation: -0.15 },
    { kind: "ellipse", x: 1120, y: 240, w: 80, h: 60, label: "End", fill: "solid", color: "green" },
    { kind: "frame", x: 480, y: 640, w: 200, h: 120, text: "Frame" },
    ...boxes,
    ...lines,
    { kind: "line", x: 720, y: 330, w: 220, h: 40, label: "a label" },
    { kind: "arrow", x: 0, y: 0, w: 1, h: 1, startId: shapeId(MEMBER, START), endId: shapeId(MEMBER, END), bend: -20 },
    ...texts,
    {
      kind: "text",
      x: 920,
      y: 190,
      text: "Text that is broken in its box, to the right",
      fontSize: 16,
      boxW: 170,
      wrap: 1,
      align: "end",
    },
    ...notes,
    { kind: "ink", x: 720, y: 690, step: 1, points, size: 6, color: "violet" },
    { kind: "ink", x: 1060, y: 690, step: 1, points, size: 6, color: "red", scaleX: 0.4, scaleY: 2, rotation: 0.4 },
    { kind: "text", x: 60, y: 610, text: "Highlighted words can be read", fontSize: 28, font: "sans" },
    { kind: "ink", x: 60, y: 632, step: 1, points, size: 24, color: "yellow", brush: "highlighter", scaleY: 0.2 },
    { kind: "star", x: 580, y: 640, w: 140, h: 140, fill: "solid", color: "orange", frame: shapeId(MEMBER, FRAME) },
    { kind: "image", x: 60, y: 680, w: 160, h: 90, asset: "0".repeat(64), alt: "A cat on a mat" },
  ];
}
