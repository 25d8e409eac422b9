import { AssetPictures } from "../canvas/asset-pictures.js";
import type { Picture, ViewSize } from "../canvas/board-view.js";
import { BoardPainter, type Shot } from "../canvas/out/board-painter.js";
import type { Clock } from "../clock/clock.js";
import { CustomShapes } from "../picture/custom/custom-shapes.js";
import type { Millis } from "../signal/ids.js";
import { boardAt } from "../tape/board-at.js";
import { Director } from "./director.js";
import { openStill, type StillPlayer } from "./still-player.js";
import type { VideoLook, VideoOptions } from "./video-options.js";

/** A stretch of a recording as pictures one after another, each of which follows from its number alone. */
export interface Film {
  /** What a frame is painted on. */
  readonly canvas: HTMLCanvasElement;
  /** How many there are: from the first moment to the last, both included. */
  readonly frames: number;
  /** Paints a frame, counted from 0; they may only go forward. Rejects with why it cannot be shown. */
  paint(frame: number): Promise<void>;
  /** The wall time at a play time in milliseconds. */
  wallAt(position: number): Millis;
  close(): void;
}

/** The shorter side of a picture is so many CSS pixels: names and cursors are as large to it at every size. */
const SHORT_SIDE = 540;

/** Opens a film. Rejects as {@link openStill} does. */
export async function openFilm(options: VideoOptions, look: VideoLook, clock: Clock): Promise<Film> {
  const still = await openStill(options, clock);
  try {
    return await filmOf(still, options, look, clock);
  } catch (error) {
    still.close();
    throw error;
  }
}

async function filmOf(still: StillPlayer, options: VideoOptions, look: VideoLook, clock: Clock): Promise<Film> {
  const { source, theme = "light", hasCursors = true, shapes = [], assets, signal } = options;
  const { range, duration } = still.player.state.get();
  const size = sizeOf(look);
  const director = new Director(size);
  if (range) director.expect(await boardAt(source, range.to, { signal }));
  const pictures = assets && new AssetPictures({ clock, get: (hash, stop) => assets.get(hash, stop) });
  // Whoever waits for a picture out of reach is told that there will be none.
  signal?.addEventListener("abort", () => pictures?.close(), { once: true });
  const awaited = new Set<string>();
  const painter = new BoardPainter({
    size,
    theme,
    hasCursors,
    custom: new CustomShapes(shapes),
    imageOf(asset) {
      const image = pictures?.imageOf(asset) ?? null;
      if (pictures && !image && !pictures.hasFailed(asset)) awaited.add(asset);
      return image;
    },
  });
  let last: { readonly picture: Picture; readonly shot: Shot } | null = null;

  const isAsBefore = (picture: Picture) => last?.picture.board === picture.board && picture.time < painter.changesAt;
  const paint = async (frame: number) => {
    const { board, wall } = await still.show(Math.min(duration, (frame * 1000) / look.frameRate));
    const picture: Picture = { board, time: wall, self: null };
    if (isAsBefore(picture)) return;
    const shot = director.shotOf(board);
    await painter.take(picture);
    painter.paint(picture, shot);
    for (const waited = new Set<string>(); awaited.size > 0 && pictures;) {
      // One that has been let go of again to make room for the others is not waited for twice.
      const wanted = [...awaited].filter((asset) => !waited.has(asset));
      awaited.clear();
      if (wanted.length === 0) break;
      await Promise.all(wanted.map((asset) => pictures.load(asset)));
      signal?.throwIfAborted();
      for (const asset of wanted) {
        waited.add(asset);
        painter.repaintAsset(asset);
        if (board.pages[shot.page]?.paper?.asset === asset) painter.repaintAll();
      }
      painter.paint(picture, shot);
    }
    last = { picture, shot };
  };
  return {
    canvas: painter.canvas,
    frames: Math.ceil((duration / 1000) * look.frameRate) + 1,
    paint,
    wallAt: (position) => still.player.wallAt(position),
    close() {
      still.close();
      pictures?.close();
    },
  };
}

function sizeOf({ width, height }: VideoLook): ViewSize {
  const devicePixelRatio = Math.min(width, height) / SHORT_SIDE;
  return { width: width / devicePixelRatio, height: height / devicePixelRatio, devicePixelRatio };
}
