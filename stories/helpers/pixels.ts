type Layer = "shapes" | "overlay";

/** Half the side of the square that is looked at, CSS pixels. */
const NEAR = 5;

/** True when something is drawn close to a place of the board, in CSS pixels from its top left corner. */
export function isInked(board: HTMLElement, x: number, y: number): boolean {
  return pixels(board, "shapes", x - NEAR, y - NEAR, 2 * NEAR, 2 * NEAR).some((word) => word !== 0 && word !== WHITE);
}

/** True when a colour, `#rrggbb`, is somewhere in what lies over the board. */
export function isMarkedIn(board: HTMLElement, color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const word = ((0xff << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  return pixels(board, "overlay", 0, 0, board.clientWidth, board.clientHeight).includes(word);
}

const WHITE = 0xffffffff;

/** The pixels of a part of a layer, alpha, blue, green and red in a word. */
function pixels(board: HTMLElement, layer: Layer, x: number, y: number, w: number, h: number): Uint32Array {
  const copy = new OffscreenCanvas(w, h).getContext("2d") as OffscreenCanvasRenderingContext2D;
  const { left, top } = board.getBoundingClientRect();
  const found = [...board.querySelectorAll<HTMLElement>(`[data-layer=${layer}]`)];
  const canvases = found.flatMap((each) =>
    each instanceof HTMLCanvasElement ? [each] : [...each.querySelectorAll("canvas")],
  );
  for (const canvas of canvases) {
    const at = canvas.getBoundingClientRect();
    if (at.width > 0) copy.drawImage(canvas, at.left - left - x, at.top - top - y, at.width, at.height);
  }
  return new Uint32Array(copy.getImageData(0, 0, w, h).data.buffer);
}
