import { isKey } from "../../board/apply/recipe.js";
import type { Board } from "../../board/board.js";
import { hasPlace, shapeAt } from "../../board/leaves.js";
import type { Entry } from "../../signal/entry.js";
import type { MemberId, PageId, ShapeId } from "../../signal/ids.js";
import { INK_STRIDE, type InkPoints } from "../../signal/ink.js";
import { LIMITS } from "../../signal/limits.js";
import { isLoaded, type InkHeader, type InkShape } from "../../signal/shape.js";
import type { SignalOf } from "../../signal/signal.js";
import { OP, type Op } from "./op.js";

/**
 * A stroke that begins and ends within the block and that nothing disturbs: folding it needs its head only, and its
 * points can be left to the ink part.
 */
export interface LiveStroke {
  readonly by: MemberId;
  readonly header: InkHeader;
  readonly begin: Entry;
  /** Never empty. */
  readonly appends: readonly (Entry & { readonly signal: SignalOf<"ink.append"> })[];
  readonly end: Entry;
}

/** What the entries of a document are to their block, and the ink that goes into its ink part. */
export interface Plan {
  /** Of each entry. */
  readonly ops: readonly Op[];
  /** In the order in which they begin. */
  readonly strokes: readonly LiveStroke[];
  /** Added shapes of ink, in order. */
  readonly adds: readonly Entry[];
}

interface Candidate {
  readonly by: MemberId;
  readonly header: InkHeader;
  /** Places of its entries. */
  readonly places: number[];
  points: number;
  lastTime: number;
}

/**
 * Finds the live strokes among the entries of a document: those of which the recipe will certainly make one shape each.
 * In doubt a stroke is left to the wire form, which is always right and only longer.
 *
 * @param before the board right before the block.
 */
export function planOf(entries: readonly Entry[], before: Board): Plan {
  const finder = new StrokeFinder(entries, before);
  entries.forEach((entry, place) => finder.take(entry, place));
  const ops = entries.map(({ signal }): Op => (isAddedInk(signal) ? OP.add : OP.other));
  const strokes = finder.found
    .sort((a, b) => (a.places[0] as number) - (b.places[0] as number))
    .map(({ by, header, places }): LiveStroke => {
      const own = places.map((place) => entries[place] as Entry);
      for (const place of places) ops[place] = OP.append;
      ops[places[0] as number] = OP.begin;
      ops[places.at(-1) as number] = OP.end;
      const [begin, end] = [own[0] as Entry, own.at(-1) as Entry];
      return { by, header, begin, appends: own.slice(1, -1) as LiveStroke["appends"][number][], end };
    });
  return { ops, strokes, adds: entries.filter((_, place) => ops[place] === OP.add) };
}

/** The points of a live stroke, one after another. */
export function pointsOfStroke({ appends }: Pick<LiveStroke, "appends">): InkPoints {
  const points = new Int32Array(appends.reduce((sum, { signal }) => sum + signal.points.length, 0));
  let at = 0;
  for (const { signal } of appends) {
    points.set(signal.points, at);
    at += signal.points.length;
  }
  return points;
}

function isAddedInk(signal: Entry["signal"]): boolean {
  return signal.type === "shape.add" && signal.shape.kind === "ink" && isLoaded((signal.shape as InkShape).points);
}

class StrokeFinder {
  readonly found: Candidate[] = [];
  readonly #before: Board;
  /** Ids that the block has spoken of: a stroke under one of them is not new. */
  readonly #known = new Set<ShapeId>();
  readonly #pages: Set<PageId>;
  /** Pages that the block takes away: the strokes on them may go along. */
  readonly #gone: ReadonlySet<PageId>;
  readonly #open = new Map<ShapeId, Candidate>();

  constructor(entries: readonly Entry[], before: Board) {
    this.#before = before;
    this.#pages = new Set(Object.keys(before.pages) as PageId[]);
    this.#gone = new Set(entries.flatMap(({ signal }) => (signal.type === "page.remove" ? [signal.id] : [])));
  }

  take({ by, signal }: Entry, place: number): void {
    switch (signal.type) {
      case "ink.begin":
        this.#begin(signal.shape, by, place);
        break;
      case "ink.append":
        this.#append(signal, by, place);
        break;
      case "ink.end":
        this.#end(signal.id, by, place);
        break;
      case "page.add":
        if (isKey(signal.id)) this.#pages.add(signal.id);
        break;
      case "shape.add":
        this.#disturb(signal.shape.id);
        break;
      case "shapes.remove":
        for (const id of signal.ids) this.#disturb(id);
        break;
      case "member.leave":
        for (const [id, stroke] of this.#open) if (stroke.by === by) this.#disturb(id);
        break;
    }
  }

  #begin(header: InkHeader, by: MemberId, place: number): void {
    const { id, page } = header;
    const isNew = !this.#known.has(id) && !shapeAt(this.#before, id) && !(id in this.#before.active);
    const isAlone = ![...this.#open.values()].some((other) => other.by === by);
    this.#disturb(id);
    if (!isNew || !isAlone || !hasPlace(id) || header.brush === "laser") return;
    if (!this.#pages.has(page) || this.#gone.has(page)) return;
    this.#open.set(id, { by, header, places: [place], points: 0, lastTime: 0 });
  }

  #append({ id, points }: SignalOf<"ink.append">, by: MemberId, place: number): void {
    const stroke = this.#open.get(id);
    const count = points.length / INK_STRIDE;
    const isFine =
      stroke?.by === by &&
      count > 0 &&
      (points[2] as number) >= stroke.lastTime &&
      stroke.points + count <= LIMITS.strokePoints;
    if (!isFine) return this.#disturb(id);
    stroke.places.push(place);
    stroke.points += count;
    stroke.lastTime = points[points.length - INK_STRIDE + 2] as number;
  }

  #end(id: ShapeId, by: MemberId, place: number): void {
    const stroke = this.#open.get(id);
    if (stroke?.by === by && stroke.points > 0) {
      stroke.places.push(place);
      this.found.push(stroke);
    }
    this.#disturb(id);
  }

  #disturb(id: ShapeId): void {
    this.#known.add(id);
    this.#open.delete(id);
  }
}
