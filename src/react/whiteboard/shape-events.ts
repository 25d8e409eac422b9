import { EMPTY_BOARD, type Board } from "../../board/board.js";
import { changedLeaves, shapeAt, shapesIn } from "../../board/leaves.js";
import { isSameShape } from "../../canvas/same-shape.js";
import type { RoomClient } from "../../client/room-client.js";
import type { Clock } from "../../clock/clock.js";
import type { Entry } from "../../signal/entry.js";
import { makerOf, type MemberId, type PageId, type ShapeId } from "../../signal/ids.js";
import type { Shape } from "../../signal/shape.js";

/** One finished shape that came, changed or went. */
export interface ShapeEvent {
  /** As it is now; of one that went, as it was last. */
  readonly shape: Shape;
  /** As it was before; null of one that came. */
  readonly before: Shape | null;
  /** Who did it; null where that is not known, after a long absence. */
  readonly by: MemberId | null;
  readonly source: "local" | "remote";
}

/** Who wants to hear of shapes: once a frame, of all that has happened in it. Strokes are told of when they are finished. */
export interface ShapeListeners {
  readonly onAdd?: ((events: readonly ShapeEvent[]) => void) | undefined;
  readonly onChange?: ((events: readonly ShapeEvent[]) => void) | undefined;
  readonly onRemove?: ((events: readonly ShapeEvent[]) => void) | undefined;
}

/** Tells of shapes from now on, own ones included; what is on the first board is not told of. Returns what ends it. */
export function watchShapes(client: RoomClient, clock: Clock, listeners: ShapeListeners): () => void {
  let told: Board | null = client.board.get();
  let authors = new Authors();
  let cancel: (() => void) | null = null;

  const tell = () => {
    cancel = null;
    const [before, board, heard] = [told, client.board.get(), authors];
    told = board;
    authors = new Authors();
    if (!before || !board) return;
    const self = client.self.get()?.member ?? null;
    const confirmed = client.confirmed.get() ?? EMPTY_BOARD;
    const events = changesBetween(before, board).map(({ before: was, after: is }): ShapeEvent => {
      const shape = (is ?? was) as Shape;
      const isPending = !isAlike(shapeAt(confirmed, shape.id), is ?? undefined);
      const by = heard.of(shape) ?? (isPending ? self : was ? null : makerOf(shape.id));
      return { shape, before: was, by, source: by !== null && by === self ? "local" : "remote" };
    });
    tellSome(listeners.onRemove, (event) => shapeAt(board, event.shape.id) === undefined);
    tellSome(listeners.onAdd, (event) => event.before === null);
    tellSome(listeners.onChange, (event) => event.before !== null && shapeAt(board, event.shape.id) !== undefined);

    function tellSome(listener: ShapeListeners["onAdd"], isMeant: (event: ShapeEvent) => boolean) {
      const meant = listener ? events.filter(isMeant) : [];
      if (meant.length > 0) listener?.(meant);
    }
  };
  const ends = [
    client.onEntries((entries) => entries.forEach((entry) => authors.note(entry))),
    client.board.subscribe(() => {
      if (!told) told = client.board.get();
      else cancel ??= clock.frame(tell);
    }),
  ];
  return () => {
    cancel?.();
    for (const end of ends) end();
  };
}

/** Who did what, of the entries of one frame. */
class Authors {
  readonly #ofShape = new Map<ShapeId, MemberId>();
  readonly #ofPage = new Map<PageId, MemberId>();

  note({ signal, by }: Entry): void {
    if (signal.type === "page.remove") this.#ofPage.set(signal.id, by);
    else if ("shape" in signal) this.#ofShape.set(signal.shape.id, by);
    else if ("ids" in signal && signal.type !== "selection") for (const id of signal.ids) this.#ofShape.set(id, by);
    else if (signal.type === "shape.set" || signal.type === "ink.append" || signal.type === "ink.end")
      this.#ofShape.set(signal.id, by);
  }

  of({ id, page }: Shape): MemberId | undefined {
    return this.#ofShape.get(id) ?? this.#ofPage.get(page);
  }
}

function changesBetween(before: Board, after: Board): { before: Shape | null; after: Shape | null }[] {
  return [...changedLeaves(before, after)].flatMap((leaf) => {
    const was = new Map([...shapesIn(leaf.before)].map((shape) => [shape.id, shape]));
    const is = new Map([...shapesIn(leaf.after)].map((shape) => [shape.id, shape]));
    return [...new Set([...was.keys(), ...is.keys()])].flatMap((id) => {
      const [old, now] = [was.get(id) ?? null, is.get(id) ?? null];
      return isAlike(old ?? undefined, now ?? undefined) ? [] : [{ before: old, after: now }];
    });
  });
}

function isAlike(a: Shape | undefined, b: Shape | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && isSameShape(a, b));
}
