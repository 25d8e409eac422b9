import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page } from "vitest/browser";
import type { WhiteboardHandle } from "../../../../src/react/whiteboard/handle.js";
import { Whiteboard } from "../../../../src/react/whiteboard/whiteboard.js";
import { createWorld, type World } from "../../helpers.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});
afterEach(() => cleanup());

const style = () => page.getByRole("toolbar", { name: "Style" });
const boxOf = (element: Element | null) => (element as Element).getBoundingClientRect();

/** A board of a size with a labelled box selected, and its style open. */
async function open(width: number, height: number): Promise<HTMLElement> {
  let ready: WhiteboardHandle | null = null;
  await page.viewport(Math.max(width, 400), height);
  await render(
    <world.Around>
      <div style={{ inlineSize: width, blockSize: height }}>
        <Whiteboard room="sheet" role="admin" onReady={(handle) => (ready = handle)} />
      </div>
    </world.Around>,
  );
  await expect.poll(() => ready).not.toBeNull();
  await world.advance(50);
  const { add, select, setTool } = ready as unknown as WhiteboardHandle;
  setTool("select");
  const box = { kind: "rectangle", x: 60, y: 60, w: 120, h: 80, color: "blue", size: 4, seed: 7 } as const;
  select(add([{ ...box, fill: "none", label: "Cell" }]));
  await world.advance(50);
  if (width < 640) await page.getByRole("button", { name: "Colour and width" }).click();
  await expect.element(style()).toBeVisible();
  return style().element() as HTMLElement;
}

test.each([
  [360, 740],
  [768, 900],
  [1280, 800],
])(
  "any other colour is as large as the palette's on a board of %d × %d, in the panel and beside the fill",
  async (...size) => {
    const panel = await open(...size);
    await page.getByRole("button", { name: "Fill colour" }).click();
    const popover = page.getByRole("dialog", { name: "Fill colour" });
    await expect.element(popover).toBeVisible();
    for (const place of [panel, popover.element()]) {
      const [own, other] = [
        boxOf(place.querySelector(".inktape-swatch")),
        boxOf(place.querySelector(".inktape-custom")),
      ];
      expect([other.width, other.height]).toEqual([own.width, own.height]);
      expect(other.height).toBeGreaterThanOrEqual(20);
      const pressed = boxOf(place.querySelector(".inktape-custom input"));
      expect(Math.min(pressed.width, pressed.height)).toBeGreaterThanOrEqual(24);
    }
    const [inner, outer] = [boxOf(popover.element()), boxOf(document.querySelector(".inktape"))];
    expect([inner.left >= outer.left, inner.right <= outer.right]).toEqual([true, true]);
  },
);

test.each([
  [360, 640],
  [360, 740],
  [390, 844],
])(
  "on a phone of %d × %d the style leaves most of the board to be seen, and none of its controls is cut",
  async (...size) => {
    const panel = await open(...size);
    expect(boxOf(panel).height).toBeLessThanOrEqual(size[1] * 0.4 + 1);
    expect(panel.scrollWidth).toBe(panel.clientWidth);
    for (const control of panel.querySelectorAll("button, .inktape-custom input")) {
      const { width, height } = boxOf(control);
      expect([control.getAttribute("aria-label"), Math.min(width, height) >= 44]).toContain(true);
    }
  },
);
