import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import { Whiteboard, type WhiteboardProps } from "../../../src/react/whiteboard/whiteboard.js";
import { Box, createWorld, type World } from "../helpers.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await cleanup();
});

/** A board beside a field of the app's own. */
async function open(props: Partial<WhiteboardProps> = {}, isFieldFocused = false): Promise<WhiteboardHandle> {
  let ready: WhiteboardHandle | null = null;
  await render(
    <world.Around>
      <input aria-label="Search" autoFocus={isFieldFocused} />
      <Box>
        <Whiteboard room="focus" onReady={(handle) => (ready = handle)} {...props} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => ready).not.toBeNull();
  await world.advance(50);
  return ready as unknown as WhiteboardHandle;
}

test("a board that is asked to take the focus has it, and its keys work at once", async () => {
  const { tool } = await open({ autoFocus: true });
  await expect.element(page.getByRole("application")).toHaveFocus();
  await userEvent.keyboard("r");
  expect(tool.get()).toBe("rectangle");
});

test("a board leaves the focus where it is unless it is asked to take it, and wherever somebody types", async () => {
  await open();
  expect(document.activeElement).toBe(document.body);
  await cleanup();
  await open({ autoFocus: true, room: "other" }, true);
  await expect.element(page.getByRole("textbox", { name: "Search" })).toHaveFocus();
});

test("Escape closes a dialog although a notice came after it, and leaves the notice", async () => {
  // What is saved would fill the machine's downloads.
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  const { run } = await open({ autoFocus: true });
  run("exportAs");
  const dialog = page.getByRole("dialog", { name: "Save as a picture" });
  await expect.element(dialog).toHaveFocus();
  run("exportJson");
  const notice = page.getByText("Saved as focus.inktape.json.").first();
  await expect.element(notice).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.element(notice).toBeVisible();
  await expect.element(page.getByRole("application")).toHaveFocus();
});

test("a page that is deleted by keys leaves the focus on the page beside it", async () => {
  const { client } = await open();
  client.send([{ type: "page.add", id: client.newPageId(), name: "Second", order: "a5" }]);
  await world.advance(50);
  await page.getByRole("button", { name: /all pages$/ }).click();
  const menu = page.getByRole("button", { name: "Page menu of Second" });
  await expect.element(menu).toBeVisible();
  (menu.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("menuitem", { name: "Delete this page" })).toBeVisible();
  await userEvent.keyboard("{End}{Enter}");
  await world.advance(50);
  await expect.element(page.getByRole("button", { name: "Page 1, page 1 of 1" })).toHaveFocus();
});

test("the key of the tool for pictures asks for them each time, also when the tool is in hand", async () => {
  const { tool } = await open({ autoFocus: true });
  const asked = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => undefined);
  for (const times of [1, 2, 3]) {
    await userEvent.keyboard("i");
    expect([tool.get(), asked.mock.calls.length]).toEqual(["image", times]);
  }
});

test.each([
  ["a menu", "menu", () => page.getByRole("button", { name: "Menu", exact: true }).click()],
  ["a panel", "dialog", () => page.getByRole("button", { name: /^People/ }).click()],
] as const)("Escape closes %s although a notice came after it, and leaves the notice", async (_, role, press) => {
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  const { run } = await open({ autoFocus: true });
  await press();
  await expect.element(page.getByRole(role)).toBeVisible();
  await expect.poll(() => page.getByRole(role).element().contains(document.activeElement)).toBe(true);
  run("exportJson");
  const notice = page.getByText("Saved as focus.inktape.json.").first();
  await expect.element(notice).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(page.getByRole(role)).not.toBeInTheDocument();
  await expect.element(notice).toBeVisible();
});

describe("the ring around the board", () => {
  const ring = () => getComputedStyle(page.getByRole("application").element(), "::after").outlineStyle;
  const board = () => page.getByRole("application").element() as HTMLElement;

  test("is not shown where the app gave the focus, nor after keys that draw", async () => {
    await open({ autoFocus: true });
    await expect.element(page.getByRole("application")).toHaveFocus();
    expect(ring()).toBe("none");
    await userEvent.keyboard("r");
    expect(ring()).toBe("none");
  });

  test("is shown where the tab key went, until a press of the pointer", async () => {
    await open();
    await page.getByRole("textbox", { name: "Search" }).click();
    await userEvent.keyboard("{Tab}");
    await expect.element(page.getByRole("application")).toHaveFocus();
    expect(ring()).toBe("solid");
    await userEvent.keyboard("{Shift>}{Tab}{/Shift}");
    await userEvent.click(board(), { position: { x: 300, y: 200 } });
    await expect.element(page.getByRole("application")).toHaveFocus();
    expect(ring()).toBe("none");
  });

  test("is shown with the first tab key of a board that the app gave the focus, and again after somebody has typed", async () => {
    const { add } = await open({ autoFocus: true });
    add([{ kind: "rectangle", x: 60, y: 60, w: 120, h: 80, color: "blue", size: 4, seed: 7, fill: "none" }]);
    await world.advance(50);
    await userEvent.keyboard("{Tab}");
    await expect.element(page.getByRole("application")).toHaveFocus();
    expect(ring()).toBe("solid");
    await userEvent.keyboard("v{Enter}");
    await expect.element(page.getByRole("textbox", { name: /^Text/ })).toHaveFocus();
    await userEvent.keyboard("Cell{Escape}");
    await expect.element(page.getByRole("application")).toHaveFocus();
    expect(ring()).toBe("solid");
  });

  test("is not shown after typing to who has pressed the board", async () => {
    const { tool } = await open();
    await userEvent.click(board(), { position: { x: 300, y: 200 } });
    await userEvent.keyboard("t");
    expect(tool.get()).toBe("text");
    await userEvent.click(board(), { position: { x: 320, y: 220 } });
    await expect.element(page.getByRole("textbox", { name: /^Text/ })).toHaveFocus();
    await userEvent.keyboard("Words{Escape}");
    await expect.element(page.getByRole("application")).toHaveFocus();
    expect(ring()).toBe("none");
  });

  test("is shown when keys have closed what had the focus, not when the pointer has", async () => {
    await open({ autoFocus: true });
    await userEvent.keyboard("?");
    const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await expect.element(dialog).toHaveFocus();
    await userEvent.keyboard("{Escape}");
    await expect.element(page.getByRole("application")).toHaveFocus();
    expect(ring()).toBe("solid");
    await userEvent.keyboard("?");
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect.element(page.getByRole("application")).toHaveFocus();
    expect(ring()).toBe("none");
  });
});
