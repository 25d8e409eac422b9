import type { Board } from "../board/board.js";
import { invert } from "../board/invert.js";
import { fold, reduce, thaw } from "../board/reduce.js";
import type { Entry } from "../signal/entry.js";
import type { MemberId, Millis } from "../signal/ids.js";
import type { Signal } from "../signal/signal.js";
import { acknowledge, cut, put, type Outbox } from "./outbox.js";
import type { Outgoing } from "./outgoing.js";

/** From here on a plain fold, which first copies the board's top parts, is the cheaper one. */
const LONG_RUN = 256;

/** What the room has confirmed, what it has not, and the board that both together make. */
export interface Prediction {
  readonly member: MemberId;
  /** The board at the last entry that came. */
  readonly confirmed: Board;
  readonly outbox: Outbox;
  /** `confirmed` with the outbox's numbered signals on top. */
  readonly base: Board;
  /** `base` with the waiting ones on top: what is shown. `confirmed` itself when nothing is pending. */
  readonly board: Board;
}

/** Puts an outbox on top of a confirmed board. */
export function predict(member: MemberId, confirmed: Board, outbox: Outbox): Prediction {
  const base = onTop(confirmed, outbox.sent, member);
  return { member, confirmed, outbox, base, board: onTop(base, outbox.waiting, member) };
}

/** Does signals here and now. They wait in the outbox for the next batch. */
export function act(prediction: Prediction, added: readonly Outgoing[]): Prediction {
  const { member, base } = prediction;
  const outbox = put(prediction.outbox, added);
  const isPlain = outbox.waiting.length === prediction.outbox.waiting.length + added.length;
  const board = isPlain ? onTop(prediction.board, added, member) : onTop(base, outbox.waiting, member);
  return { ...prediction, outbox, board };
}

/** Numbers what waits, or as much of it as `cutting` cuts, ready to be sent. */
export function cutBatch(prediction: Prediction, cutting: typeof cut = cut): Prediction {
  const { member, board } = prediction;
  const outbox = cutting(prediction.outbox);
  if (outbox.waiting.length === 0) return { ...prediction, outbox, base: board };
  const numbered = outbox.sent.slice(prediction.outbox.sent.length);
  const base = onTop(prediction.base, numbered, member);
  return { ...prediction, outbox, base, board: onTop(base, outbox.waiting, member) };
}

/** Takes in what the room has confirmed: the entries after `confirmed`, in order and without gaps. */
export function confirm(prediction: Prediction, entries: readonly Entry[]): Prediction {
  const { member } = prediction;
  let last = 0;
  for (const { by, clientSeq } of entries) if (by === member) last = Math.max(last, clientSeq);
  return predict(member, advance(prediction.confirmed, entries), acknowledge(prediction.outbox, last));
}

/**
 * What takes back `added`, done in this order on the predicted board. `isOf` tells for each whether there is anything
 * to take back.
 */
export interface Inverse {
  readonly signals: readonly Signal[];
  readonly isOf: readonly boolean[];
}

/** Inverts signals one after another, each on the board that the ones before it made. */
export function inverseOf(prediction: Prediction, added: readonly Outgoing[]): Inverse {
  let { board } = prediction;
  let signals: readonly Signal[] = [];
  const isOf: boolean[] = [];
  added.forEach((item, index) => {
    const inverse = invert(board, item.signal);
    isOf.push(inverse.length > 0);
    signals = [...inverse, ...signals];
    if (index < added.length - 1) board = onTop(board, [item], prediction.member);
  });
  return { signals, isOf };
}

/**
 * The board after pending signals. They have no place in the log yet, so the board keeps the `seq` it has; its time
 * goes on, and never back.
 */
function onTop(board: Board, pending: readonly Outgoing[], by: MemberId): Board {
  let at = board.at as number;
  const entries = pending.map((item) => {
    at = Math.max(at, item.at);
    return { seq: board.seq, at: at as Millis, by, clientSeq: 0, signal: item.signal };
  });
  return advance(board, entries);
}

function advance(board: Board, entries: readonly Entry[]): Board {
  if (entries.length < LONG_RUN) return reduce(board, entries);
  const copy = thaw(board);
  fold(copy, entries);
  return copy as Board;
}
