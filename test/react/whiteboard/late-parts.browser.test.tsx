import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { type Locator, page, userEvent } from "vitest/browser";
import type { Late } from "../../../src/react/parts/late.js";
import * as parts from "../../../src/react/whiteboard/late-parts.js";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import { Whiteboard } from "../../../src/react/whiteboard/whiteboard.js";
import { deferred } from "../deferred.js";
import { Box, createWorld, type World } from "../helpers.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await cleanup();
});

const canvas = () => page.getByRole("application", { name: "Board" });
const sentence = () => page.getByText(/^This could not be loaded/);
const button = (name: string | RegExp) => page.getByRole("button", { name });

async function open(): Promise<void> {
  let board: WhiteboardHandle | null = null;
  await render(
    <world.Around>
      <Box>
        <Whiteboard room="late" user={{ name: "Ada" }} onReady={(handle) => void (board = handle)} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => board).not.toBeNull();
  await world.advance(300);
}

/** Puts a line of a test's own between a part and who needs it: it may be slow, and it may be cut. */
function onLine<T>(part: Late<T>, line: () => Promise<void>): void {
  const load = part.load.bind(part);
  let loaded: T | null = null;
  vi.spyOn(part, "get").mockImplementation(() => loaded);
  vi.spyOn(part, "load").mockImplementation(async () => {
    await line();
    return (loaded = await load());
  });
}

async function cutLine(): Promise<void> {
  throw new TypeError("Failed to fetch dynamically imported module");
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
    shown: () => page.getByRole("dialog", { name: "People in this room" }),
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
  const gate = deferred<void>();
  onLine(use.part, () => gate.promise);
  await open();
  await use.press();
  await world.advance(100);
  expect(use.shown().query()).toBeNull();
  gate.resolve();
  await expect.element(use.shown()).toBeVisible();
});

test.each(Object.entries(USES))("%s: when it cannot be fetched, a sentence says so and leads to it", async (_, use) => {
  let line = cutLine;
  onLine(use.part, () => line());
  await open();
  await use.press();
  await expect.element(sentence().first()).toBeVisible();
  expect(use.shown().query()).toBeNull();
  line = async () => undefined;
  await userEvent.click(button("Try again"));
  await expect.element(use.shown()).toBeVisible();
});

test("where the notices themselves cannot be fetched, the sentence is there all the same", async () => {
  onLine(parts.TOASTS, cutLine);
  onLine(parts.MAIN_MENU, cutLine);
  await open();
  await enterOn("Menu");
  await expect.element(page.getByRole("alert")).toHaveTextContent(/^This could not be loaded/);
  await userEvent.click(button("Close"));
  expect(sentence().query()).toBeNull();
});

test("when the board has been there for a while, all parts are fetched", async () => {
  await open();
  await world.advance(1000);
  await expect.poll(() => parts.LATE_PARTS.filter((part) => part.get() === null), { timeout: 60_000 }).toEqual([]);
});
