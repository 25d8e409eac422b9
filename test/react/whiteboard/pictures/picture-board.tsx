import { render } from "vitest-browser-react";
import { shapesOf } from "../../../../src/board/leaves.js";
import { Whiteboard, type WhiteboardProps } from "../../../../src/react/whiteboard/whiteboard.js";
import type { WhiteboardHandle } from "../../../../src/react/whiteboard/handle.js";
import { InktapeError, type ErrorCode } from "../../../../src/signal/errors.js";
import type { ImageShape } from "../../../../src/signal/shape.js";
import type { AssetStore } from "../../../../src/transport/assets.js";
import type { Transport } from "../../../../src/transport/transport.js";
import { Box, createWorld, type World } from "../../helpers.js";

/** A board of a world of its own, whose pictures can be kept from being put in. */
export class PictureBoard {
  readonly world: World = createWorld();
  #handle: WhiteboardHandle | null = null;
  /** What putting a picture in does instead, as long as it is there. */
  instead: (() => Promise<never>) | null = null;

  /** The board's handle, once it is open. */
  get handle(): WhiteboardHandle {
    if (!this.#handle) throw new Error("The board is not open.");
    return this.#handle;
  }

  /** Opens it. */
  async open(props: Partial<WhiteboardProps> = {}): Promise<WhiteboardHandle> {
    const { transport } = this.world;
    const hindered: Transport = {
      ...transport,
      assets: (room): AssetStore => {
        const assets = transport.assets(room);
        return { ...assets, put: (bytes, signal) => (this.instead ? this.instead() : assets.put(bytes, signal)) };
      },
    };
    let ready: (handle: WhiteboardHandle) => void = () => undefined;
    const opened = new Promise<WhiteboardHandle>((resolve) => (ready = resolve));
    await render(
      <this.world.Around>
        <Box>
          <Whiteboard room="pictures" transport={hindered} onReady={ready} {...props} />
        </Box>
      </this.world.Around>,
    );
    this.#handle = await opened;
    await this.world.advance(50);
    return this.handle;
  }

  /** The pictures on it. */
  images(): readonly ImageShape[] {
    return [...shapesOf(this.handle.getBoard())].filter((shape): shape is ImageShape => shape.kind === "image");
  }
}

/** The whiteboard on the page. */
export const section = () => document.querySelector(".inktape") as HTMLElement;

/** What its dialog for files belongs to. */
export const input = () => document.querySelector("input[type=file]") as HTMLInputElement;

/** A room that does not take a picture. */
export const failing = (code: ErrorCode) => () => Promise.reject(new InktapeError(code, "It did not work."));

/** Chooses files in the dialog that is open. */
export async function choose(...files: File[]): Promise<void> {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input().files = transfer.files;
  input().dispatchEvent(new Event("change", { bubbles: true }));
}

/** What dragging files over a place of the whiteboard sends. */
export function drag(type: string, transfer: DataTransfer, x: number, y: number): DragEvent {
  const { left, top } = section().getBoundingClientRect();
  const event = new DragEvent(type, {
    bubbles: true,
    cancelable: true,
    dataTransfer: transfer,
    clientX: left + x,
    clientY: top + y,
  });
  (document.elementFromPoint(left + x, top + y) ?? section()).dispatchEvent(event);
  return event;
}

/** Files on their way from another window. */
export function transferOf(...files: File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}
