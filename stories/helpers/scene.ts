import { within } from "storybook/test";
import type { WhiteboardHandle } from "../../src/index.js";
import { type Canvas, type Hand, handOn } from "./hand.js";
import type { Studio } from "./studio.js";

/** What a story of a studio is shown with. */
export interface Loaded {
  readonly studio: Studio;
}

/** What a play function has at hand once the board is open. */
export interface Scene {
  readonly canvas: Canvas;
  readonly studio: Studio;
  readonly handle: WhiteboardHandle;
  readonly hand: Hand;
}

interface Played {
  readonly canvasElement: HTMLElement;
  readonly loaded: Record<string, unknown>;
}

/** A play function that begins when somebody is in the room and the board is there. */
export function whenOpen(act: (scene: Scene) => Promise<void>): (played: Played) => Promise<void> {
  return async ({ canvasElement, loaded }) => {
    const { studio } = loaded as unknown as Loaded;
    const canvas = within(canvasElement);
    const hand = await handOn(canvas);
    await act({ canvas, studio, handle: await studio.opened, hand });
  };
}
