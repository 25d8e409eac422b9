import { InktapeError } from "../signal/errors.js";

/**
 * The context of a canvas that is in no page, with sides in pixels. It draws as one in a page does, and lacks only what
 * has to do with focus; its `canvas` is an `OffscreenCanvas`. Throws `bad-argument` where a browser has none.
 */
export function easel(width: number, height: number): CanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new InktapeError("bad-argument", "This browser gives no 2D canvas; inktape cannot draw in it.");
  return context as unknown as CanvasRenderingContext2D;
}
