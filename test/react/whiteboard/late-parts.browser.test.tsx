import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { type Locator, page, userEvent } from "vitest/browser";
import type { Late } from "../../../src/react/parts/late.js";
import * as parts from "../../../src/react/whiteboard/late-parts.js";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import { Whiteboard } from "../../../src/react/whiteboard/whiteboard.js";
import { Box, createWorld, type World } from "../helpers.js";

let world: World;
let board: WhiteboardHandle | null;

beforeEach(async () => {
  world = createWorld();
  board = null;
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="late" user={{ name: "Ada" }} onReady={(handle) => void (board = handle)} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => board).not.toBeNull();
  await world.advance(300);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await cleanup();
});

const canvas = () => page.getByRole("application", { name: "Board" });
const button = (name: string | RegExp) => page.getByRole("button", { name });

/** Keeps a part away until it is let go, as a slow line does. */
function keepAway<T>(part: Late<T>): () => void {
  const gate = Promise.withResolvers<void>();
  const load = part.load.bind(part);
  let isOpen = false;
  vi.spyOn(part, "get").mockImplementation(() => (isOpen ? loaded : null));
  let loaded: T | null = null;
  vi.spyOn(part, "load").mockImplementation(async () => {
    await gate.promise;
    return (loaded = await load());
  });
  return () => {
    isOpen = true;
    gate.resolve();
  };
}

interface Use {
  readonly part: Late<unknown>;
  readonly press: () => Promise<unknown>;
  readonly shown: () => Locator;
}

async function enterOn(name: string | RegExp): Promise<void> {
  (button(name).element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
}

const USES: Readonly<Record<string, Use>> = {
  "the menu": {
    part: parts.MAIN_MENU,
    press: () => enterOn("Menu"),
    shown: () => page.getByRole("menuitem", { name: /^Open/ }),
  },
  "the pages": {
    part: parts.PAGE_POPOVER,
    press: () => enterOn(/Page 1/),
    shown: () => page.getByRole("dialog", { name: "Pages" }),
  },
  "the shapes": {
    part: parts.SHAPE_MENU,
    press: () => enterOn("Shapes"),
    shown: () => page.getByRole("menuitemradio", { name: "Star" }),
  },
  "the other tools": {
    part: parts.MORE_MENU,
    press: () => enterOn("More tools"),
    shown: () => page.getByRole("menuitemradio", { name: "Lasso" }),
  },
  "where the view can go": {
    part: parts.ZOOM_MENU,
    press: () => enterOn(/100/),
    shown: () => page.getByRole("menuitem", { name: /fit/i }),
  },
  "the people": {
    part: parts.MEMBER_LIST,
    press: () => enterOn(/People/),
    shown: () => page.getByRole("region", { name: "People in this room" }),
  },
  "the board's menu": {
    part: parts.BOARD_MENU,
    press: () => userEvent.click(canvas(), { button: "right" }),
    shown: () => page.getByRole("menu", { name: "Board menu" }),
  },
  "the shortcuts": {
    part: parts.SHORTCUT_SHEET,
    press: async () => {
      (canvas().element() as HTMLElement).focus();
      await userEvent.keyboard("?");
    },
    shown: () => page.getByRole("dialog", { name: "Keyboard shortcuts" }),
  },
};

test.each(Object.entries(USES))("%s: what was pressed before it is there is done when it is", async (_, use) => {
  const letGo = keepAway(use.part);
  await use.press();
  await world.advance(100);
  expect(use.shown().query()).toBeNull();
  letGo();
  await expect.element(use.shown()).toBeVisible();
});

test.each(Object.entries(USES))("%s: when it cannot be fetched, a sentence says so and leads to it", async (_, use) => {
  vi.spyOn(use.part, "get").mockReturnValueOnce(null).mockReturnValueOnce(null).mockReturnValueOnce(null);
  const load = use.part.load.bind(use.part);
  let isOut = true;
  let loaded: unknown = null;
  vi.spyOn(use.part, "get").mockImplementation(() => loaded);
  vi.spyOn(use.part, "load").mockImplementation(async () => {
    if (isOut) throw new TypeError("Failed to fetch dynamically imported module");
    return (loaded = await load());
  });
  await use.press();
  await expect.element(page.getByText(/^This could not be loaded/).first()).toBeVisible();
  expect(use.shown().query()).toBeNull();
  isOut = false;
  await userEvent.click(button("Try again"));
  await expect.element(use.shown()).toBeVisible();
});

test("where the notices themselves cannot be fetched, the sentence is there all the same", async () => {
  vi.spyOn(parts.TOASTS, "get").mockReturnValue(null);
  vi.spyOn(parts.TOASTS, "load").mockRejectedValue(new TypeError("Failed to fetch dynamically imported module"));
  vi.spyOn(parts.MAIN_MENU, "get").mockReturnValue(null);
  vi.spyOn(parts.MAIN_MENU, "load").mockRejectedValue(new TypeError("Failed to fetch dynamically imported module"));
  await enterOn("Menu");
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^This could not be loaded/);
  await userEvent.click(button("Close"));
  await expect.element(page.getByRole("alert")).toHaveTextContent("");
});

test("when the board has been there for a while, all parts are fetched", async () => {
  await world.advance(1000);
  await expect.poll(() => parts.LATE_PARTS.filter((part) => part.get() === null)).toEqual([]);
});
