import type { ShapeId } from "../../signal/ids.js";
import type { SceneChange, SceneItem } from "../scene.js";
import type { Frame, Layer } from "./layer.js";
import { TileLevel, type LevelKit } from "./tile-level.js";
import { TilePool } from "./tile-pool.js";

/** Beyond this it is cheaper to look at every tile than to find those that changed. */
const MANY_CHANGES = 1000;
/** A view is being zoomed until its scale has stood still for so long; milliseconds. */
const SETTLED_AFTER_MS = 150;
/** While the view is being zoomed, a level that is stretched or shrunk further than this gives way to another one. */
const MAX_STRETCH = 4;
const MAX_SHRINKING = 2;
/** Levels kept, so that going back to a scale paints nothing: those that were shown last, and the coarsest. */
const MAX_LEVELS = 3;

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
  /** The last one is the one that is painted; before it those that were, the latest last. */
  readonly #levels: TileLevel[] = [];
  /** What stands in for what that one has not painted yet. */
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
    const isSharp = this.#levels.at(-1)?.scale === this.#scale;
    return isSharp ? Infinity : Math.max(0, this.#scaleSince + SETTLED_AFTER_MS - this.#kit.now());
  }

  /** Says what has changed in the scene since the last frame that was painted. */
  noteChanges(changes: readonly SceneChange[]): void {
    const isMany = changes.length > MANY_CHANGES;
    for (const level of this.#levels) {
      if (isMany) level.markAllStale();
      else for (const { before, after } of changes) level.markStale(before, after);
    }
  }

  /** Says that some shapes have to be painted anew though they are the same: a font or a picture has come. */
  repaint(isMeant: (item: SceneItem) => boolean): void {
    for (const level of this.#levels) level.repaint(isMeant);
  }

  /** Says that everything has to be painted anew. */
  repaintAll(): void {
    for (const level of this.#levels) level.repaintAll();
  }

  paint(frame: Frame): void {
    this.#noteHidden(frame);
    const level = this.#levelFor(frame);
    this.#behind?.place(frame);
    level.place(frame);
    // While a level is stretched it will soon give way to a sharp one: what comes into view has to do with a little.
    const isStretched = level.scale !== frame.pixels.scale;
    this.#isFinished = level.paint(isStretched ? { ...frame, deadline: -Infinity } : frame);
    if (!this.#isFinished) return;
    this.#behind?.hide();
    this.#behind = null;
  }

  /** Draws what it shows of a frame that it has painted to its end. */
  drawOn(target: CanvasRenderingContext2D, frame: Frame): void {
    target.fillStyle = frame.pageColor;
    target.fillRect(0, 0, frame.pixels.width, frame.pixels.height);
    this.#levels.at(-1)?.drawOn(target, frame);
  }

  remove(): void {
    this.#element.remove();
  }

  /** The level to paint, in front of what it has to cover: one that is there when it can be used, else a new one. */
  #levelFor(frame: Frame): TileLevel {
    for (const level of this.#levels.filter((other) => !other.serves(frame))) this.#drop(level);
    const isSettled = this.#isSettled(frame);
    const last = this.#levels.at(-1);
    if (last && isUsable(last, frame, isSettled)) return last;
    const next = this.#levels.find((level) => isUsable(level, frame, isSettled)) ?? this.#begin(frame);
    // One that is not finished shows less than the one behind it.
    const behind = this.#isFinished ? last : (this.#behind ?? this.#coarsest() ?? last);
    for (const level of [last, this.#behind]) if (level !== behind) level?.hide();
    behind?.showInFront();
    this.#behind = behind && behind !== next ? behind : null;
    this.#levels.splice(0, Infinity, ...this.#levels.filter((level) => level !== next), next);
    next.showInFront();
    const kept = [next, this.#behind, this.#coarsest()];
    const spare = this.#levels.find((level) => !kept.includes(level));
    if (spare && this.#levels.length > MAX_LEVELS) this.#drop(spare);
    return next;
  }

  /** The level with the most of the board on it: when the view is zoomed out again, it is what there is to be shown. */
  #coarsest(): TileLevel | undefined {
    return this.#levels.toSorted((a, b) => a.scale - b.scale)[0];
  }

  #begin(frame: Frame): TileLevel {
    this.#element.style.background = frame.pageColor;
    return new TileLevel(this.#element, frame, this.#kit);
  }

  #drop(level: TileLevel): void {
    level.remove();
    this.#levels.splice(this.#levels.indexOf(level), 1);
    if (this.#behind === level) this.#behind = null;
  }

  #isSettled({ pixels: { scale }, deadline }: Frame): boolean {
    const now = this.#kit.now();
    if (scale !== this.#scale) this.#scaleSince = now;
    this.#scale = scale;
    return deadline === Infinity || now - this.#scaleSince >= SETTLED_AFTER_MS;
  }

  #noteHidden({ hidden, scene }: Frame): void {
    if (hidden === this.#hidden) return;
    const items = [this.#hidden, hidden].map((id) => (id === null ? null : (scene.item(id) ?? null)));
    for (const level of this.#levels) level.markStale(...items);
    this.#hidden = hidden;
  }
}

/** True when the frame can be shown from the level: at its very scale, or near it while the view is being zoomed. */
function isUsable(level: TileLevel, { pixels: { scale } }: Frame, isSettled: boolean): boolean {
  if (scale === level.scale) return true;
  return !isSettled && scale <= level.scale * MAX_STRETCH && level.scale <= scale * MAX_SHRINKING;
}
