import { isLocked, mayDo, touchesLocked } from "../board/rights.js";
import type { Entry } from "../signal/entry.js";
import { INK_STRIDE } from "../signal/ink.js";
import { LIMITS } from "../signal/limits.js";
import { isLoaded, type InkShape, type Shape } from "../signal/shape.js";
import { trackOf, type Signal, type SignalOf, type VoidReason } from "../signal/signal.js";
import { Census } from "./census.js";
import type { Rights } from "./grant.js";
import type { Head } from "./head.js";
import type { RoomLimits } from "./room-limits.js";

/**
 * Decides which signals a room takes as things are now: what their authors may do at this moment, what is locked, how
 * much the room holds. Nobody is to blame for the others: things may have changed while they were on their way. So they
 * are not errors; a `void` takes their place in the log, and their authors see it.
 */
export class Gate {
  readonly #limits: RoomLimits;
  readonly #census = new Census();

  constructor(limits: RoomLimits) {
    this.#limits = limits;
  }

  /** Takes notice of what has come onto the board. */
  take(entries: readonly Entry[]): void {
    this.#census.take(entries);
  }

  /** The signal, or what stands in its place. */
  pass(signal: Signal, rights: Rights, head: Pick<Head, "board" | "pages">): Signal {
    const reason = this.#refusal(signal, rights, head);
    return reason === null ? signal : { type: "void", reason };
  }

  #refusal(signal: Signal, { role, mayRecord }: Rights, head: Pick<Head, "board" | "pages">): VoidReason | null {
    if (!mayDo(role, signal) || (signal.type === "recording.set" && !mayRecord)) return "role";
    if (signal.type === "ink.append") return this.#isTooMuch(signal, head) ? "points" : null;
    // A board costs something to have, and is not needed for what pens and pointers say all the time.
    if (signal.type === "ink.end" || trackOf(signal) === "presence") return null;
    if (signal.type === "ink.begin") {
      if (role !== "admin" && isLocked(head, signal.shape.page)) return "locked";
      return this.#isFull(head) ? "shapes" : null;
    }
    const { board } = head;
    if (role !== "admin" && touchesLocked(board, signal)) return "locked";
    switch (signal.type) {
      case "shape.add":
        return this.#isFull(head) ? "shapes" : this.#excess(signal.shape);
      case "shape.set":
        return this.#isTooLong(signal.props.text) ? "text" : null;
      case "page.add":
        return Object.keys(board.pages).length >= this.#limits.pages ? "pages" : null;
      case "state.set": {
        const { key, value } = signal;
        const isGrowing = value !== undefined;
        return isGrowing && this.#census.sharedBytesWith(board, key, value) > this.#limits.sharedState
          ? "shared"
          : null;
      }
      default:
        return null;
    }
  }

  /** The board itself takes no more points than a stroke may ever have. */
  #isTooMuch({ id, points }: SignalOf<"ink.append">, head: Pick<Head, "board">): boolean {
    const { strokePoints } = this.#limits;
    if (strokePoints >= LIMITS.strokePoints) return false;
    return (head.board.active[id]?.run.count ?? 0) + points.length / INK_STRIDE > strokePoints;
  }

  #isFull(head: Pick<Head, "board">): boolean {
    return this.#census.hasShapes(head, this.#limits.shapes);
  }

  #excess(shape: Shape): VoidReason | null {
    if (shape.kind === "text") return this.#isTooLong(shape.text) ? "text" : null;
    if (shape.kind !== "ink") return null;
    const { points } = shape as InkShape;
    return isLoaded(points) && points.length / INK_STRIDE > this.#limits.strokePoints ? "points" : null;
  }

  #isTooLong(text: unknown): boolean {
    return typeof text === "string" && text.length > this.#limits.text;
  }
}
