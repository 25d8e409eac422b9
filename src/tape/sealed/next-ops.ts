import type { NextOp } from "./order-columns.js";
import { OP, type Op } from "./op.js";

/** The ops as order-columns.ts wants to know them: of a stroke that begins, how long it takes. */
export function nextOps(ops: ArrayLike<number>, authors: ArrayLike<number>, times: ArrayLike<number>): NextOp[] {
  const next: NextOp[] = [];
  const ends = new Map<number, number>();
  for (let place = ops.length - 1; place >= 0; place--) {
    const [by, op, at] = [authors[place]!, ops[place] as Op, times[place]!];
    if (op === OP.end) ends.set(by, at);
    next.push({ by, op, duration: op === OP.begin ? (ends.get(by) ?? at) - at : 0 });
  }
  return next.reverse();
}
