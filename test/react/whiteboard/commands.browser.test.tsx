import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { FIRST_PAGE } from "../../../src/board/board.js";
import { shapeAt } from "../../../src/board/leaves.js";
import type { NewShape, WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import { Whiteboard, type WhiteboardProps } from "../../../src/react/whiteboard/whiteboard.js";
import type { ShapeId } from "../../../src/signal/ids.js";
import { createWorld, type World } from "../helpers.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await cleanup();
});

const board = () => page.getByRole("application", { name: "Board" });
const look = { color: "blue", size: 4, seed: 7, fill: "none" } as const;
const box: NewShape = { kind: "rectangle", ...look, x: 100, y: 100, w: 120, h: 80 };

/** A board so wide, with the select tool in hand and the focus on it. */
async function open(width = 1100, props: Partial<WhiteboardProps> = {}): Promise<WhiteboardHandle> {
  let ready: WhiteboardHandle | null = null;
  await render(
    <world.Around>
      <div style={{ inlineSize: width, blockSize: 560 }}>
        <Whiteboard room="keys" autoFocus onReady={(handle) => (ready = handle)} {...props} />
      </div>
    </world.Around>,
  );
  await expect.poll(() => ready).not.toBeNull();
  await world.advance(50);
  const handle = ready as unknown as WhiteboardHandle;
  handle.setTool("select");
  await expect.element(board()).toHaveFocus();
  return handle;
}

async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys);
  await world.advance(50);
}

test("digits take tools, and 0 the eraser in place of a zoom of 100 %", async () => {
  const { tool, view } = await open();
  view.setCamera({ x: 0, y: 0, zoom: 2 });
  const taken: string[] = [];
  for (const digit of "2345678017") {
    await press(digit);
    taken.push(tool.get());
  }
  const names = ["rectangle", "diamond", "ellipse", "arrow", "line", "pen", "text", "eraser", "select", "pen"];
  expect(taken).toEqual(names);
  expect(view.camera.get().zoom).toBe(2);
  await press("{Shift>}{0}{/Shift}");
  expect(view.camera.get().zoom).toBe(1);
});

test("the grid and snapping go on and off by keys, and their switches in the menu with them", async () => {
  const { getBoard } = await open();
  const paper = () => getBoard().pages[FIRST_PAGE]?.paper ?? null;
  await press("{Control>}'{/Control}");
  expect(paper()).toMatchObject({ pattern: "grid" });
  await press("{Alt>}{Shift>}S{/Shift}{/Alt}");
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await expect.element(page.getByRole("menuitemcheckbox", { name: "Grid", exact: true })).toBeChecked();
  await expect.element(page.getByRole("menuitemcheckbox", { name: /^Snap/ })).toBeChecked();
  await userEvent.keyboard("{Escape}");
  (board().element() as HTMLElement).focus();
  await press("{Control>}'{/Control}");
  expect(paper()).toBeNull();
});

test("letters of texts, notes and labels go through the sizes on offer, as one step of undo", async () => {
  const { add, select, getBoard, undo } = await open();
  const [text, note, cell, plain] = add([
    { kind: "text", color: "black", size: 4, x: 0, y: 0, text: "Words", fontSize: 24 },
    { kind: "note", color: "yellow", size: 4, x: 0, y: 60, w: 160, h: 160, text: "Note", fontSize: 30 },
    { ...box, label: "Cell" } as NewShape,
    box,
  ]) as [ShapeId, ShapeId, ShapeId, ShapeId];
  const at = (id: ShapeId) => shapeAt(getBoard(), id) as { fontSize?: number; labelSize?: number; boxW?: number };
  const sizes = () => [at(text).fontSize, at(note).fontSize, at(cell).labelSize];
  select([text, note, cell, plain]);
  await press("{Control>}{Shift>}>{/Shift}{/Control}");
  expect(sizes()).toEqual([36, 36, 24]);
  const wide = at(text).boxW ?? 0;
  await press("{Control>}{Shift>}<{/Shift}{/Control}");
  expect(sizes()).toEqual([24, 24, 16]);
  expect(at(text).boxW).toBeLessThan(wide * 0.75);
  expect(at(plain)).not.toHaveProperty("labelSize");
  undo();
  expect(sizes()).toEqual([36, 36, 24]);
  for (let press = 0; press < 5; press += 1) await userEvent.keyboard("{Control>}{Shift>}>{/Shift}{/Control}");
  expect(sizes()).toEqual([56, 56, 56]);
});

test.each([1100, 380])("S goes to the stroke's colour and G to the fill, on a board %d pixels wide", async (width) => {
  const { add, select } = await open(width);
  select(add([box]));
  await press("s");
  await expect.element(page.getByRole("radio", { name: "Blue", exact: true })).toHaveFocus();
  await press("g");
  await expect.element(page.getByRole("radio", { name: "No fill" })).toHaveFocus();
  await press("{ArrowRight} ");
  await expect.element(page.getByRole("radio", { name: "Hatched" })).toBeChecked();
});

test("S and G do nothing where there is no style to choose", async () => {
  const { run } = await open();
  expect([run("goToColor"), run("goToFill")]).toEqual([false, false]);
  run("tool.pen");
  expect([run("goToColor"), run("goToFill")]).toEqual([true, false]);
});

test("the board is saved and a file is opened by the keys for that, which the browser does not get", async () => {
  const names: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  const chosen = vi.spyOn(HTMLInputElement.prototype, "click").mockImplementation(() => undefined);
  await open();
  const left: string[] = [];
  const tell = (event: KeyboardEvent) => {
    if (!event.defaultPrevented && event.key.length === 1) left.push(event.key);
  };
  window.addEventListener("keydown", tell);
  await press("{Control>}s{/Control}");
  await expect.poll(() => names).toEqual(["keys.inktape.json"]);
  await press("{Control>}o{/Control}");
  await expect.poll(() => chosen.mock.calls.length).toBe(1);
  window.removeEventListener("keydown", tell);
  expect(left).toEqual([]);
});

test("the sheet of keys shows the digits beside the letters", async () => {
  await open();
  await press("?");
  const row = (name: string) => page.getByText(name, { exact: true }).element().parentElement as HTMLElement;
  const keys = (name: string) => [...row(name).querySelectorAll("kbd")].map(({ textContent }) => textContent);
  await expect.element(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  const sheet = page.getByRole("dialog").element();
  const named = (name: string) => {
    const term = [...sheet.querySelectorAll("dt")].find(({ textContent }) => textContent === name);
    return [...(term?.parentElement?.querySelectorAll("kbd") ?? [])].map(({ textContent }) => textContent);
  };
  expect(named("Pen")).toEqual(["P", "7", "X"]);
  expect(named("Zen mode")).toEqual(["Alt Z", "Ctrl ."]);
  expect(keys("Larger letters")[0]).toBe("Ctrl Shift >");
});

test("zen hides everything but the board, its keys go on, and a button or its key leads back", async () => {
  const { tool } = await open();
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByRole("menuitem", { name: "Zen mode" }).click();
  const exit = page.getByRole("button", { name: "Leave zen mode" });
  await expect.element(exit).toBeVisible();
  await expect.element(board()).toHaveFocus();
  expect(document.querySelectorAll('.inktape [role="toolbar"], .inktape-tools, .inktape-people-corner')).toHaveLength(
    0,
  );
  await press("{Escape}r");
  expect(tool.get()).toBe("rectangle");
  await expect.element(exit).toBeVisible();
  await press("{Alt>}z{/Alt}");
  await expect.element(exit).not.toBeInTheDocument();
  await expect.element(page.getByRole("toolbar", { name: "Tools" })).toBeVisible();
  await press("{Control>}.{/Control}");
  (exit.element() as HTMLElement).focus();
  await press("{Enter}");
  await expect.element(page.getByRole("toolbar", { name: "Tools" })).toBeVisible();
  await expect.element(board()).toHaveFocus();
});

test("a reader may look without anything around it too", async () => {
  const { run } = await open(1100, { isReadOnly: true });
  expect(run("toggleGrid")).toBe(false);
  await press("{Alt>}z{/Alt}");
  await expect.element(page.getByRole("button", { name: "Leave zen mode" })).toBeVisible();
});

test("a tool that draws lets go of what is selected, so that the style is that of what comes next", async () => {
  const { add, select, selection } = await open();
  const ids = add([box]);
  for (const [key, isKept] of [
    ["h", true],
    ["k", true],
    ["p", false],
  ] as const) {
    select(ids);
    await press(key);
    expect({ key, isKept: selection.get().length > 0 }).toEqual({ key, isKept });
  }
});

test("the theme is as the app or the person chose last, and the app is told of the person's choice", async () => {
  const onTheme = vi.fn<(theme: string) => void>();
  const { rerender } = await render(<Themed theme="light" onTheme={onTheme} />);
  const shown = () => document.querySelector<HTMLElement>(".inktape")?.dataset.theme;
  await expect.element(page.getByRole("button", { name: "Menu", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  (page.getByRole("menuitem", { name: "Theme" }).element() as HTMLElement).focus();
  await userEvent.keyboard("{ArrowRight}");
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect.poll(shown).toBe("dark");
  expect(onTheme.mock.calls).toEqual([["dark"]]);
  await rerender(<Themed theme="system" onTheme={onTheme} />);
  await expect.poll(shown).toBe("system");
});

function Themed(props: Pick<WhiteboardProps, "theme" | "onTheme">) {
  return (
    <world.Around>
      <div style={{ inlineSize: 1100, blockSize: 560 }}>
        <Whiteboard room="themes" {...props} />
      </div>
    </world.Around>
  );
}
