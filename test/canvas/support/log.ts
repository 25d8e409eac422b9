import { EMPTY_BOARD, FIRST_PAGE, type Board } from "../../../src/board/board.js";
import { reduce } from "../../../src/board/reduce.js";
import type { Entry } from "../../../src/signal/entry.js";
import { shapeId, type MemberId, type Millis, type Seq, type ShapeId } from "../../../src/signal/ids.js";
import type { InkPoints } from "../../../src/signal/ink.js";
import type {
  BoxShape,
  FrameShape,
  ImageShape,
  InkShape,
  LineShape,
  NoteShape,
  TextShape,
  UnknownShape,
} from "../../../src/signal/shape.js";
import type { Signal } from "../../../src/signal/signal.js";

export const ME = 1 as MemberId;
export const ANN = 2 as MemberId;
export const BEN = 3 as MemberId;

/** A room's log as a list that boards come from: a signal in, a board out. */
export class Log {
  board: Board = EMPTY_BOARD;
  /** The time of the next entry. */
  time = 1_000_000;

  /** Puts signals of a member into the log, all at the present time. */
  add(by: MemberId, ...signals: readonly Signal[]): Board {
    const entries = signals.map((signal, index): Entry => {
      const seq = (this.board.seq + index + 1) as Seq;
      return { seq, at: this.time as Millis, by, clientSeq: 0, signal };
    });
    this.board = reduce(this.board, entries);
    return this.board;
  }

  join(by: MemberId, name: string, color = "blue"): Board {
    return this.add(by, { type: "member.join", profile: { user: name, name, color, role: "writer" } });
  }
}

/** The board after one member's signals. */
export function boardOf(...signals: readonly Signal[]): Board {
  return new Log().add(ME, ...signals);
}

/** The id of the `count`th shape of a member. */
export function idOf(count: number, by: MemberId = ME): ShapeId {
  return shapeId(by, count);
}

const BASE = { page: FIRST_PAGE, order: "a0", x: 0, y: 0, color: "black", size: 4 };

export function rectangle(id: ShapeId, props: Partial<Omit<BoxShape, "kind">> = {}): BoxShape {
  return { kind: "rectangle", id, ...BASE, w: 100, h: 60, fill: "none", seed: 7, ...props };
}

export function ellipse(id: ShapeId, props: Partial<Omit<BoxShape, "kind">> = {}): BoxShape {
  return { ...rectangle(id, props), kind: "ellipse" };
}

export function arrow(id: ShapeId, props: Partial<Omit<LineShape, "kind">> = {}): LineShape {
  return { kind: "arrow", id, ...BASE, w: 120, h: 40, seed: 11, ...props };
}

export function text(id: ShapeId, props: Partial<Omit<TextShape, "kind">> = {}): TextShape {
  return { kind: "text", id, ...BASE, text: "Pythagoras\na² + b² = c²", fontSize: 20, ...props };
}

export function note(id: ShapeId, props: Partial<Omit<NoteShape, "kind">> = {}): NoteShape {
  return { kind: "note", id, ...BASE, w: 180, h: 140, text: "A note", fontSize: 20, align: "middle", ...props };
}

export function frame(id: ShapeId, props: Partial<Omit<FrameShape, "kind">> = {}): FrameShape {
  return { kind: "frame", id, ...BASE, w: 240, h: 150, text: "Frame", ...props };
}

export function image(id: ShapeId, props: Partial<Omit<ImageShape, "kind">> = {}): ImageShape {
  return { kind: "image", id, ...BASE, w: 160, h: 120, asset: "0".repeat(64), ...props };
}

export function unknown(id: ShapeId, props: { readonly [prop: string]: string | number } = {}): UnknownShape {
  return { kind: "?diamond", id, ...BASE, w: 90, h: 50, ...props };
}

export function ink(id: ShapeId, props: Partial<Omit<InkShape, "kind">> = {}): InkShape {
  return { kind: "ink", id, ...BASE, step: 0.5, points: wave(30), ...props };
}

/** Points of a pen that moves right in waves, pressing harder and lighter, a point every 8 milliseconds. */
export function wave(count: number, from = 0): InkPoints {
  const points = Array.from({ length: count }, (_, index) => index + from);
  return Int32Array.from(
    points.flatMap((at) => [at * 8, Math.round(40 * Math.sin(at / 3)), at * 8, Math.round(32 + 20 * Math.sin(at / 5))]),
  );
}
