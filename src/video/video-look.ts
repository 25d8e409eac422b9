import { InktapeError } from "../signal/errors.js";
import type { VideoLook, VideoOptions } from "./video-options.js";

const SIDE = { min: 16, max: 4096 } as const;
const FRAME_RATE = { min: 1, max: 60 } as const;

/** Size and frame rate of a video. Throws `bad-argument` for what no video can have. */
export function videoLook({ width = 1280, height = 720, frameRate = 30 }: Partial<VideoOptions>): VideoLook {
  return {
    width: even(within(width, SIDE, "width in pixels")),
    height: even(within(height, SIDE, "height in pixels")),
    frameRate: within(frameRate, FRAME_RATE, "number of frames a second"),
  };
}

/** Encoders keep colours for squares of four pixels. */
function even(side: number): number {
  return 2 * Math.ceil(side / 2);
}

function within(value: number, { min, max }: { readonly min: number; readonly max: number }, name: string): number {
  if (value >= min && value <= max) return value;
  throw new InktapeError("bad-argument", `${value} is no ${name} of a video: give a number from ${min} to ${max}.`);
}
