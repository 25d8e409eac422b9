import { type ReactNode } from "react";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup } from "vitest-browser-react";
import { page } from "vitest/browser";
import { useWhiteboard } from "../../../src/index.js";
import { createWorld, type World } from "../helpers.js";
import { boardIn } from "../board-in.js";

let world: World;

beforeEach(() => {
  world = createWorld();
});

afterEach(() => cleanup());

test("parts are left out, replaced, and wrapped", async () => {
  const components = {
    ZoomBar: null,
    PageBar: () => <p>Page {useWhiteboard().view.page.get()}</p>,
    Toolbar: ({ children }: { readonly children: ReactNode }) => <div data-testid="wrapped">{children}</div>,
  };
  await boardIn(world, { components });
  await expect.element(page.getByText("Page page", { exact: true })).toBeVisible();
  await expect.element(page.getByTestId("wrapped").getByRole("button", { name: "Pen" })).toBeVisible();
  await expect.element(page.getByRole("toolbar", { name: "Zoom" })).not.toBeInTheDocument();
  await expect.element(page.getByRole("toolbar", { name: "Pages" })).not.toBeInTheDocument();
});
