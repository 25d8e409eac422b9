import { apply } from "../../board/apply/apply.js";
import { raiseTop } from "../../board/apply/pages.js";
import { isFree } from "../../board/apply/shapes.js";
import type { MutableBoard } from "../../board/board.js";
import { putShape } from "../../board/leaves.js";
import type { MemberId, Millis, Seq } from "../../signal/ids.js";
import type { InkHeader, InkShape } from "../../signal/shape.js";
import type { DocumentOps, InkHead } from "./document-ops.js";
import { OP } from "./op.js";

/**
 * Folds a whole block into the board before it by its ops alone: every stroke of it has ended by then, so neither the
 * order of its points nor presence is asked for. Presence is left as the block's comings and goings leave it.
 *
 * @param last the block's last entry, and its time.
 * @param inkOf gives a shape's ink: its points, or where they are stored.
 */
export function passOver(
  board: MutableBoard,
  { ops, authors, times, told }: DocumentOps,
  last: { readonly seq: Seq; readonly at: Millis },
  inkOf: (head: InkHead) => InkShape["points"],
): void {
  const accepted = new Set<InkHead>();
  for (let place = 0; place < ops.length; place++) {
    const what = told[place]!;
    if (what.type === "stroke") {
      const { stroke } = what;
      const { header } = stroke;
      if (ops[place] === OP.end) {
        if (accepted.delete(stroke)) putShape(board, inkShape(header, inkOf(stroke)));
      } else if (isFree(board, header)) {
        accepted.add(stroke);
        raiseTop(board, header.page, header.order);
      }
      continue;
    }
    const signal =
      what.type === "signal"
        ? what.signal
        : ({ type: "shape.add", shape: inkShape(what.added.header, inkOf(what.added)) } as const);
    const at = times[place] as Millis;
    apply(board, { seq: last.seq, at, by: authors[place] as MemberId, clientSeq: 0, signal });
  }
  board.seq = last.seq;
  board.at = last.at;
}

const PLAIN_PROPS = 9;

/** A shape of ink. Written out when it can be: spreading one object into another with more properties is slow. */
export function inkShape(header: InkHeader, points: InkShape["points"]): InkShape {
  if (Object.keys(header).length > PLAIN_PROPS) return { ...header, points };
  const { id, page, order, x, y, color, size, step } = header;
  return { kind: "ink", id, page, order, x, y, color, size, step, points };
}
