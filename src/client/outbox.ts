import { LIMITS } from "../signal/limits.js";
import type { SignalBatch } from "../signal/protocol.js";
import { trackOf, type PresenceSignal } from "../signal/signal.js";
import { gather } from "./gather.js";
import { FRAME_ROOM_BYTES, type Outgoing } from "./outgoing.js";

const NO_CURSOR: PresenceSignal = { type: "cursor", cursor: null };
const NO_CURSOR_BYTES = 3;

/**
 * A client's signals that the room has not acknowledged, in order. Numbers are given once, when a batch is cut, and
 * never again: a line that is thought dead may still deliver, and the room tells repeats by their numbers.
 */
export interface Outbox {
  /** The number of the last signal in `sent`, or of the last there was. The one before has the number below, and so on. */
  readonly given: number;
  /** Numbered: on their way, or to be sent again. */
  readonly sent: readonly Outgoing[];
  /** Not numbered yet: what the next batch is cut from. */
  readonly waiting: readonly Outgoing[];
}

/** An empty outbox of a client that has given `given` numbers before. */
export function emptyOutbox(given: number): Outbox {
  return { given, sent: [], waiting: [] };
}

/** With more signals waiting, gathered as gather.ts says. */
export function put(outbox: Outbox, added: readonly Outgoing[]): Outbox {
  return { ...outbox, waiting: gather(outbox.waiting, added) };
}

/** Gives numbers to all that wait. */
export function cut({ given, sent, waiting }: Outbox): Outbox {
  return { given: given + waiting.length, sent: [...sent, ...waiting], waiting: [] };
}

/**
 * Gives numbers to all that wait, but for ink whose tick may still be filling: an `ink.append` that is the document's
 * last word and was not held before. So a pen that draws on sends one whole tick after another, and one that rests is
 * one beat late at most.
 */
export function cutTicks(outbox: Outbox): Outbox {
  const { waiting } = outbox;
  const filling = waiting.findLast(isDocument);
  if (filling?.signal.type !== "ink.append" || filling.isHeld) return cut(outbox);
  const ready = waiting.filter((item) => item !== filling);
  return { ...cut({ ...outbox, waiting: ready }), waiting: [{ ...filling, isHeld: true }] };
}

/** Without what is in the log: everything up to the number `clientSeq`. */
export function acknowledge(outbox: Outbox, clientSeq: number): Outbox {
  const count = clientSeq - firstNumber(outbox) + 1;
  return count <= 0 ? outbox : { ...outbox, sent: outbox.sent.slice(count) };
}

/** The number of the first signal that was sent and is not acknowledged; null when there is none. */
export function oldestSent(outbox: Outbox): number | null {
  return outbox.sent.length > 0 ? firstNumber(outbox) : null;
}

/** The numbered signals after the number `after`, as batches that fit into frames. */
export function batchesAfter(outbox: Outbox, after: number): SignalBatch[] {
  const batches: { first: number; signals: Outgoing["signal"][] }[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  let number = firstNumber(outbox);
  for (const item of outbox.sent) {
    if (number > after) {
      let batch = batches.at(-1);
      if (!batch || bytes + item.bytes > FRAME_ROOM_BYTES || batch.signals.length === LIMITS.frameSignals) {
        batch = { first: number, signals: [] };
        batches.push(batch);
        bytes = 0;
      }
      batch.signals.push(item.signal);
      bytes += item.bytes;
    }
    number += 1;
  }
  return batches;
}

/**
 * Without the changes to the document, which a member that became a reader may not make any more. Numbers have no
 * gaps, so those that have one become something that changes nothing.
 */
export function withdraw({ given, sent, waiting }: Outbox): Outbox {
  return {
    given,
    sent: sent.map((item) => (isDocument(item) ? { ...item, signal: NO_CURSOR, bytes: NO_CURSOR_BYTES } : item)),
    waiting: waiting.filter((item) => !isDocument(item)),
  };
}

/** How many changes to the document are not acknowledged. */
export function pendingCount({ sent, waiting }: Outbox): number {
  return count(sent) + count(waiting);
}

function count(items: readonly Outgoing[]): number {
  let documents = 0;
  for (const item of items) if (isDocument(item)) documents += 1;
  return documents;
}

function isDocument({ signal }: Outgoing): boolean {
  return trackOf(signal) === "document";
}

function firstNumber({ given, sent }: Outbox): number {
  return given - sent.length + 1;
}
