import { onTestFinished } from "vitest";
import type { BoardView, Picture } from "../../../src/canvas/board-view.js";
import { createView, type ViewOptions } from "../../../src/canvas/create-view.js";
import { virtualClock, type VirtualClock } from "../../../src/clock/virtual.js";
import { layerPicture, type LayerName } from "./layer-picture.js";

export type { LayerName };

/** A view in the test's page, gone when the test is. */
export interface MountedView {
  readonly host: HTMLElement;
  readonly view: BoardView;
  readonly clock: VirtualClock;
  /** Gives the view another size, in CSS pixels, and waits until it knows. */
  resize(width: number, height: number): Promise<void>;
  unmount(): void;
  /** The pixels of a layer as they are, RGBA. */
  pixels(layer: LayerName): ImageData;
  /** A pixel of a layer, in device pixels. */
  pixel(layer: LayerName, x: number, y: number): readonly number[];
}

export interface MountOptions extends Partial<ViewOptions> {
  readonly width?: number;
  readonly height?: number;
}

export function mountView(picture: () => Picture | null, options: MountOptions = {}): MountedView {
  const { width = 400, height = 300, ...rest } = options;
  const host = document.createElement("div");
  host.style.cssText = `width:${width}px;height:${height}px`;
  document.body.append(host);
  const clock = virtualClock(1_000_000);
  const view = createView(host, { clock, picture, ...rest });
  const unmount = () => {
    view.destroy();
    host.remove();
  };
  onTestFinished(unmount);
  return {
    host,
    view,
    clock,
    unmount,
    resize(toWidth, toHeight) {
      host.style.width = `${toWidth}px`;
      host.style.height = `${toHeight}px`;
      return untilSize(view, toWidth, toHeight);
    },
    pixels(layer) {
      const context = layerPicture(host, layer);
      return context.getImageData(0, 0, context.canvas.width, context.canvas.height);
    },
    pixel: (layer, x, y) => [...layerPicture(host, layer).getImageData(x, y, 1, 1).data],
  };
}

/** How many pixels differ from the one in the top left corner: 0 for a blank picture. */
export function inkedPixels({ data }: ImageData): number {
  const words = new Uint32Array(data.buffer);
  return words.filter((word) => word !== words[0]).length;
}

/** How many pixels differ between two pictures of one size. */
export function differentPixels(a: ImageData, b: ImageData): number {
  if (a.width !== b.width || a.height !== b.height) return Infinity;
  const other = new Uint32Array(b.data.buffer);
  return new Uint32Array(a.data.buffer).filter((word, index) => word !== other[index]).length;
}

function untilSize(view: BoardView, width: number, height: number): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      const size = view.size.get();
      if (size.width !== width || size.height !== height) return;
      stop();
      // Not from inside the observer's own report, where another change of size would be an error.
      requestAnimationFrame(() => resolve());
    };
    const stop = view.size.subscribe(check);
    check();
  });
}
