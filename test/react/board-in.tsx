import { createRef, type ReactNode } from "react";
import { expect } from "vitest";
import { render } from "vitest-browser-react";
import {
  defineShape,
  rectangle,
  Replay,
  type ReplayHandle,
  type ReplayProps,
  type StandardSchema,
  Whiteboard,
  type WhiteboardHandle,
  type WhiteboardProps,
} from "../../src/index.js";
import { shapesOf } from "../../src/board/leaves.js";
import { layerPicture } from "../canvas/support/layer-picture.js";
import { Box, type World } from "./helpers.js";

/** A rectangle that an app adds. */
export const RECTANGLE = {
  kind: "rectangle",
  x: 10,
  y: 10,
  w: 50,
  h: 40,
  color: "red",
  size: 2,
  fill: "none",
  seed: 1,
} as const;

/** Takes what has a title. */
export const titled: StandardSchema<{ readonly title: string }> = {
  "~standard": {
    validate: (value) =>
      typeof (value as { title?: unknown })?.title === "string"
        ? { value: value as { title: string } }
        : { issues: [{ message: "no title" }] },
  },
};

/** A shape of an app's own: all of it red. */
export const card = defineShape({
  kind: "test:card",
  schema: titled,
  paint: ({ w, h }) => [{ path: (path) => rectangle(path, 0, 0, w, h), fill: "#ff0000" }],
});

/** A board on the page, its handle once the room is there. */
export async function boardIn(
  world: World,
  props: Partial<WhiteboardProps> = {},
  wrap = (board: ReactNode) => board,
): Promise<WhiteboardHandle> {
  const ref = createRef<WhiteboardHandle>();
  await render(
    wrap(
      <world.Around>
        <Box>
          <Whiteboard room="api" user={{ name: "Ada" }} ref={ref} {...props} />
        </Box>
      </world.Around>,
    ),
  );
  await expect.poll(() => ref.current).not.toBeNull();
  await world.advance(100);
  return ref.current as WhiteboardHandle;
}

/** A replay on the page, its handle once its first board is there. */
export async function replayIn(world: World, props: ReplayProps): Promise<ReplayHandle> {
  let replay: ReplayHandle | null = null;
  await render(
    <world.Around>
      <Box>
        <Replay onReady={(ready) => void (replay = ready)} {...props} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => (replay as ReplayHandle | null)?.player.frame.get().board ?? null).not.toBeNull();
  return replay as unknown as ReplayHandle;
}

/** What is on a board. */
export const shapesIn = (handle: WhiteboardHandle) => [...shapesOf(handle.getBoard())];

/** The red, green, blue and alpha of a place of a board, CSS pixels from its corner. */
export function pixelAt(host: Element, x: number, y: number): readonly number[] {
  return [...layerPicture(host, "shapes").getImageData(x, y, 1, 1).data];
}
