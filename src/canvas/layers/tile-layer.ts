import type { ShapeId } from "../../signal/ids.js";
import { pageColor } from "../../picture/palette.js";
import type { SceneChange } from "../scene.js";
import type { Frame, Layer } from "./layer.js";
import { TileLevel, type LevelKit } from "./tile-level.js";
import { TilePool } from "./tile-pool.js";

/** Beyond this it is cheaper to look at every tile than to find those that changed. */
const MANY_CHANGES = 1000;
/** A view is being zoomed until its scale has stood still for so long; milliseconds. */
const SETTLED_AFTER_MS = 150;
/** Stretched or shrunk further than this, a level is worth painting anew while the view is still being zoomed. */
const MAX_STRETCH = 2;

/**
 * The page and its finished shapes, as bitmap tiles that the browser moves and stretches as a whole: panning paints
 * what comes into view and nothing else, zooming paints at the new scale when it has come to rest.
 *
 * What cannot be painted by the frame's deadline is painted in the next frames, from the middle outwards. Until then a
 * tile shows what it showed, and behind the tiles of a new scale lie those of the last one, stretched.
 */
export class TileLayer implements Layer {
  readonly changesAt = Infinity;
  readonly #element: HTMLElement;
  readonly #kit: LevelKit;
  #level: TileLevel | null = null;
  /** What stands in for what {@link #level} has not painted yet. */
  #behind: TileLevel | null = null;
  #isFinished = true;
  #hidden: ShapeId | null = null;
  /** The last scale that was asked for, and since when. */
  #scale = 0;
  #scaleSince = -Infinity;

  /** Adds an element on top of what is in `host`. */
  constructor(host: HTMLElement, kit: Omit<LevelKit, "pool">) {
    this.#element = host.ownerDocument.createElement("div");
    this.#element.dataset["layer"] = "shapes";
    this.#element.setAttribute("aria-hidden", "true");
    this.#element.style.cssText = "position:absolute;inset:0;overflow:hidden;pointer-events:none;contain:strict";
    host.append(this.#element);
    this.#kit = { ...kit, pool: new TilePool(host.ownerDocument) };
  }

  /** When there is more to paint, in milliseconds from now; 0 for in the next frame, Infinity when all is painted. */
  get restIn(): number {
    if (!this.#isFinished) return 0;
    return this.#level?.scale === this.#scale ? Infinity : this.#scaleSince + SETTLED_AFTER_MS - this.#kit.now();
  }

  /** Says what has changed in the scene since the last frame that was painted. */
  noteChanges(changes: readonly SceneChange[]): void {
    if (changes.length > MANY_CHANGES) this.#level?.markStale(null);
    else
      for (const { before, after } of changes) {
        if (before) this.#level?.markStale(before.box);
        if (after) this.#level?.markStale(after.box);
      }
  }

  paint(frame: Frame): void {
    this.#noteHidden(frame);
    const level = this.#levelFor(frame);
    this.#behind?.place(frame);
    level.place(frame);
    this.#isFinished = level.paint(frame);
    if (!this.#isFinished) return;
    this.#behind?.remove();
    this.#behind = null;
  }

  remove(): void {
    this.#element.remove();
  }

  /** The level to paint: the one there is as long as it can be used, else a new one in front of it. */
  #levelFor(frame: Frame): TileLevel {
    const { scale } = frame.pixels;
    const now = this.#kit.now();
    if (scale !== this.#scale) this.#scaleSince = now;
    this.#scale = scale;
    const level = this.#level;
    if (!level?.serves(frame)) return this.#begin(frame, false);
    const stretch = Math.max(scale / level.scale, level.scale / scale);
    const isAsked = frame.deadline === Infinity;
    const isSettled = isAsked || now - this.#scaleSince >= SETTLED_AFTER_MS;
    return stretch === 1 || (!isSettled && stretch <= MAX_STRETCH) ? level : this.#begin(frame, true);
  }

  #begin(frame: Frame, isSamePage: boolean): TileLevel {
    // One that is not finished shows less than the one behind it.
    const [kept, dropped] = this.#isFinished ? [this.#level, this.#behind] : [this.#behind ?? this.#level, this.#level];
    if (dropped !== kept) dropped?.remove();
    if (!isSamePage) kept?.remove();
    this.#behind = isSamePage ? kept : null;
    this.#element.style.background = pageColor(frame.theme);
    this.#level = new TileLevel(this.#element, frame, this.#kit);
    return this.#level;
  }

  #noteHidden({ hidden, scene }: Frame): void {
    if (hidden === this.#hidden) return;
    for (const id of [this.#hidden, hidden]) {
      const item = id === null ? undefined : scene.item(id);
      if (item) this.#level?.markStale(item.box);
    }
    this.#hidden = hidden;
  }
}
