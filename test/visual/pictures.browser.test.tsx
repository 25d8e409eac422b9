import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { gallery } from "../../stories/helpers/gallery.js";
import { loadFont } from "../../src/canvas/measure-text.js";
import { bundledFamily } from "../../src/picture/text.js";
import type { Theme } from "../../src/picture/palette.js";
import type { WhiteboardHandle } from "../../src/react/whiteboard/handle.js";
import { LATE_PARTS } from "../../src/react/whiteboard/late-parts.js";
import { Whiteboard } from "../../src/react/whiteboard/whiteboard.js";
import { mountView } from "../canvas/support/mount.js";
import { createWorld } from "../react/helpers.js";

// After a change that is meant, run with --update and look at each picture before it is kept.

/** Letters are smoothed, and names on the board written, a little differently by another machine: less than a button. */
const TOLERANCE = { comparatorOptions: { threshold: 0.2, allowedMismatchedPixels: 400 } };

beforeEach(() => Promise.all(["hand", "sans"].map((font) => loadFont(font, "aŁź"))));
afterEach(() => cleanup());

test.for<Theme>(["light", "dark"])("all shapes, %s", async (theme) => {
  await page.viewport(600, 410);
  const board = gallery(null, ["hand", "sans"]);
  const options = { theme, width: 600, height: 410 };
  const { host, view } = mountView(() => ({ board, time: 1, self: null }), options);
  view.setCamera({ x: 0, y: 0, zoom: 0.48 });
  view.paint();
  await expect.element(host).toMatchScreenshot(`shapes-${theme}`, TOLERANCE);
});

test.for<readonly [string, Theme, number, number]>([
  ["light", "light", 1000, 640],
  ["dark", "dark", 1000, 640],
  ["phone", "light", 360, 640],
])("the board with its controls, %s", async ([name, theme, width, height]) => {
  await page.viewport(width, height);
  const world = createWorld();
  let handle: WhiteboardHandle | null = null;
  // The machine's own typeface is another on each machine.
  const style = { width, height, "--inktape-font": bundledFamily("sans") };
  await render(
    <world.Around>
      <div data-testid="screen" style={style}>
        <Whiteboard
          room="visual"
          theme={theme}
          user={{ name: "Ada", color: "#a8317c" }}
          onReady={(ready) => (handle = ready)}
        />
      </div>
    </world.Around>,
  );
  await expect.poll(() => handle).not.toBeNull();
  await Promise.all(LATE_PARTS.map((part) => part.load()));
  await world.advance(100);
  const look = { color: "blue", size: 4, seed: 7 } as const;
  (handle as unknown as WhiteboardHandle).add([
    { ...look, kind: "rectangle", x: 70, y: 150, w: 130, h: 90, fill: "hachure", label: "Cell" },
    { ...look, kind: "ellipse", x: 150, y: 280, w: 120, h: 90, fill: "solid", color: "red" },
    { ...look, kind: "arrow", x: 140, y: 250, w: 40, h: 30, color: "black" },
  ]);
  await expect.element(page.getByRole("toolbar", { name: "Tools" })).toBeVisible();
  // Wherever other tests have left the mouse, no tip is shown.
  await userEvent.hover(page.getByRole("application"), { position: { x: width - 20, y: height / 2 } });
  await world.advance(500);
  await expect.element(page.getByTestId("screen")).toMatchScreenshot(`board-${name}`, TOLERANCE);
});
