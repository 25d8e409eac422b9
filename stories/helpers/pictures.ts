import type { ImageShape } from "../../src/signal/shape.js";
import { type ErrorCode, InktapeError, type Transport, type WhiteboardHandle } from "../../src/index.js";
import { shapesOn } from "./studio.js";

/** A picture of a hill under the sun, as a file. */
export async function pictureFile(width = 240, height = 160): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d") as OffscreenCanvasRenderingContext2D;
  context.fillStyle = "#a5d8ff";
  context.fillRect(0, 0, width, height);
  context.fillStyle = "#ffd43b";
  context.fillRect(width / 8, height / 8, height / 4, height / 4);
  context.fillStyle = "#2e7031";
  context.fillRect(0, height * 0.7, width, height * 0.3);
  return new File([await canvas.convertToBlob()], "hill.png", { type: "image/png" });
}

/** Drops a file on the board, as from another window. */
export async function dropOn(board: HTMLElement, x: number, y: number): Promise<void> {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(await pictureFile());
  const { left, top } = board.getBoundingClientRect();
  const init = { bubbles: true, cancelable: true, dataTransfer, clientX: left + x, clientY: top + y };
  for (const type of ["dragenter", "dragover", "drop"]) board.dispatchEvent(new DragEvent(type, init));
}

/** The pictures on the board. */
export function picturesOn(handle: WhiteboardHandle): readonly ImageShape[] {
  return shapesOn(handle).filter((shape): shape is ImageShape => shape.kind === "image");
}

/** A transport that takes no picture before it is told what becomes of those that are on their way. */
export function slowPictures(inner: Transport): Transport & { fail(code?: ErrorCode): void; letThrough(): void } {
  let isOpen = false;
  let settle: (refused: ErrorCode | null) => void = () => undefined;
  return {
    ...inner,
    assets(room) {
      const assets = inner.assets(room);
      return {
        ...assets,
        async put(bytes, signal) {
          const refused = isOpen ? null : await new Promise<ErrorCode | null>((resolve) => (settle = resolve));
          if (refused) throw new InktapeError(refused, "The room has not taken this picture.");
          return assets.put(bytes, signal);
        },
      };
    },
    fail: (code = "too-large") => settle(code),
    letThrough() {
      isOpen = true;
      settle(null);
    },
  };
}
