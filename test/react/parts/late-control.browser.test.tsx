import { type ComponentType, StrictMode } from "react";
import { afterEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { Button } from "../../../src/react/parts/button.js";
import { type Late, late, MissingPartContext } from "../../../src/react/parts/late.js";
import { LateControl, type LateControlPart } from "../../../src/react/parts/late-control.js";
import { Menu, MenuItem } from "../../../src/react/parts/menu.js";
import { Popover } from "../../../src/react/parts/popover.js";
import { deferred } from "../deferred.js";
import { createWorld } from "../helpers.js";

type Part = Late<ComponentType<{ readonly words: string } & LateControlPart>>;

function Fruits({ words, trigger }: { readonly words: string } & LateControlPart) {
  return (
    <Menu trigger={trigger}>
      <MenuItem label={words} onChoose={() => undefined} />
      <MenuItem label="Pear" onChoose={() => undefined} />
    </Menu>
  );
}

function Panel({ words, trigger }: { readonly words: string } & LateControlPart) {
  return (
    <Popover label="Fruits" trigger={trigger}>
      <button type="button">{words}</button>
    </Popover>
  );
}

/** A part that comes when a test says so, or does not. */
function onTheWay(value: ComponentType<{ readonly words: string } & LateControlPart>) {
  let next = deferred<typeof value>();
  const part: Part = late(() => next.promise);
  return {
    part,
    arrive: () => next.resolve(value),
    fail() {
      const failed = next;
      next = deferred();
      failed.reject(new TypeError("Failed to fetch dynamically imported module"));
    },
  };
}

/** What was told of missing parts: each tries again when called. */
let told: (() => void)[] = [];

async function show(part: Part, popup: "menu" | "dialog") {
  told = [];
  const { Around } = createWorld();
  await render(
    <StrictMode>
      <Around>
        <MissingPartContext value={(tryAgain) => void told.push(tryAgain)}>
          <button type="button">Before</button>
          <LateControl part={part} popup={popup} trigger={<Button label="Fruits" />} props={{ words: "Apple" }} />
        </MissingPartContext>
      </Around>
    </StrictMode>,
  );
}

const button = () => page.getByRole("button", { name: "Fruits" });
const focused = () => document.activeElement?.textContent;

afterEach(() => cleanup());

test.each(["Enter", " ", "ArrowDown"])("a key (%o) that opens a menu opens it when the menu has come", async (key) => {
  const { part, arrive } = onTheWay(Fruits);
  await show(part, "menu");
  await expect.element(button()).toHaveAttribute("aria-haspopup", "menu");
  await expect.element(button()).toHaveAttribute("aria-expanded", "false");
  (button().element() as HTMLElement).focus();
  await userEvent.keyboard(key === " " ? "[Space]" : `{${key}}`);
  await expect.element(button()).toHaveAttribute("aria-busy", "true");
  expect(document.activeElement).toBe(button().element());
  arrive();
  await expect.element(page.getByRole("menuitem", { name: "Apple" })).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  expect(focused()).toBe("Pear");
  await userEvent.keyboard("{Escape}");
  await expect.element(button()).toHaveFocus();
  await expect.element(button()).not.toHaveAttribute("aria-busy");
});

test("a press of the mouse opens a menu that comes later, once", async () => {
  const { part, arrive } = onTheWay(Fruits);
  await show(part, "menu");
  await userEvent.click(button());
  expect(document.querySelector('[role="menu"]')).toBeNull();
  arrive();
  await expect.element(page.getByRole("menu")).toBeVisible();
  await expect.element(page.getByRole("menu")).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(button()).toHaveAttribute("aria-expanded", "false");
  await expect.element(button()).toHaveFocus();
});

test("a menu that was fetched before its first press opens at once", async () => {
  const { part, arrive } = onTheWay(Fruits);
  await show(part, "menu");
  arrive();
  await part.load();
  await userEvent.click(button());
  expect(document.querySelector('[role="menu"]')).not.toBeNull();
  await userEvent.keyboard("{Escape}");
  (button().element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  await expect.element(page.getByRole("menuitem", { name: "Apple" })).toHaveFocus();
});

test("a panel opens at a click or a key that came before it, and gives the focus back", async () => {
  const { part, arrive } = onTheWay(Panel);
  await show(part, "dialog");
  await expect.element(button()).toHaveAttribute("aria-haspopup", "dialog");
  (button().element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  arrive();
  await expect.element(page.getByRole("button", { name: "Apple" })).toHaveFocus();
  await userEvent.keyboard("{Escape}");
  await expect.element(button()).toHaveFocus();
});

test("who has gone elsewhere meanwhile keeps what was pressed", async () => {
  const { part, arrive } = onTheWay(Panel);
  await show(part, "dialog");
  await userEvent.click(button());
  (page.getByRole("button", { name: "Before" }).element() as HTMLElement).focus();
  arrive();
  await expect.element(page.getByRole("dialog", { name: "Fruits" })).toBeVisible();
});

test("a part that cannot be fetched is told, and comes when it is tried again, with what was pressed", async () => {
  const { part, arrive, fail } = onTheWay(Fruits);
  await show(part, "menu");
  await userEvent.click(button());
  fail();
  await expect.poll(() => told).toHaveLength(1);
  expect(document.querySelector('[role="menu"]')).toBeNull();
  told[0]?.();
  arrive();
  await expect.element(page.getByRole("menu")).toBeVisible();
});

test("a part that cannot be fetched is fetched anew by the next press", async () => {
  const { part, arrive, fail } = onTheWay(Fruits);
  await show(part, "menu");
  await userEvent.click(button());
  fail();
  await expect.poll(() => told).toHaveLength(1);
  await userEvent.click(button());
  fail();
  await expect.poll(() => told).toHaveLength(2);
  await userEvent.click(button());
  arrive();
  await expect.element(page.getByRole("menu")).toBeVisible();
});
