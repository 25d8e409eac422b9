import { afterEach, beforeEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { presenterOf } from "../../../src/board/presenter.js";
import { centreOf, visibleBox } from "../../../src/canvas/camera.js";
import { createAttention } from "../../../src/react/people/attention.js";
import { followCamera } from "../../../src/react/people/follow-camera.js";
import type { WhiteboardHandle } from "../../../src/react/whiteboard/handle.js";
import { Whiteboard } from "../../../src/react/whiteboard/whiteboard.js";
import type { Role } from "../../../src/signal/signal.js";
import { Box, createWorld, type World } from "../helpers.js";

let world: World;
let boards: Record<string, WhiteboardHandle>;

beforeEach(() => {
  world = createWorld();
  boards = {};
});
afterEach(() => cleanup());

/** Ana and Ben, each with a board of the same room. */
async function anaAndBen(roles: readonly [Role, Role] = ["writer", "writer"]): Promise<void> {
  const board = (name: string, role: Role) => (
    <Box>
      <Whiteboard
        room="people"
        user={{ id: name.toLowerCase(), name }}
        role={role}
        onReady={(handle) => {
          boards[name] = handle;
        }}
      />
    </Box>
  );
  await render(
    <world.Around>
      {board("Ana", roles[0])}
      {board("Ben", roles[1])}
    </world.Around>,
  );
  await expect.poll(() => Object.keys(boards)).toHaveLength(2);
  await world.advance(300);
}

const boardOf = (name: string) => boards[name] as WhiteboardHandle;
const memberOf = (name: string) => boardOf(name).client.self.get()!.member;
/** The one of the two boards on the page that is Ben's. */
const bens = () => page.elementLocator(document.querySelectorAll(".inktape")[1]!);
const anas = () => page.elementLocator(document.querySelectorAll(".inktape")[0]!);
function middleOf(name: string) {
  const { view } = boardOf(name);
  const { x, y } = centreOf(view.camera.get(), view.size.get());
  return { page: view.page.get(), x: Math.round(x), y: Math.round(y), zoom: view.camera.get().zoom };
}

test("a click on the initials follows: the same middle, zoom and page, until one moves oneself", async () => {
  await anaAndBen();
  await userEvent.click(bens().getByRole("list", { name: "People" }).getByRole("button", { name: "Follow Ana" }));
  await expect.element(bens().getByText("Following Ana")).toBeVisible();
  boardOf("Ana").setCamera({ x: 500, y: 300, zoom: 2 });
  await world.advance(600);
  expect(middleOf("Ben")).toEqual(middleOf("Ana"));

  const second = boardOf("Ana").client.newPageId();
  boardOf("Ana").client.send([{ type: "page.add", id: second, name: "Two", order: "a5" }]);
  boardOf("Ana").goToPage(second);
  await world.advance(600);
  expect(middleOf("Ben")).toEqual({ ...middleOf("Ana"), page: second });

  // The page goes away under both: that is nobody's move.
  boardOf("Ana").client.send([{ type: "page.remove", id: second }]);
  await world.advance(600);
  expect(boardOf("Ben").attention.get().followed).toBe(memberOf("Ana"));
  expect(middleOf("Ben")).toEqual(middleOf("Ana"));

  boardOf("Ben").view.zoomAt({ x: 10, y: 10 }, 1.5);
  await world.advance(100);
  const own = middleOf("Ben");
  boardOf("Ana").setCamera({ x: -900, y: 0, zoom: 1 });
  await world.advance(600);
  expect(boardOf("Ben").attention.get().followed).toBeNull();
  expect(middleOf("Ben")).toEqual(own);
  await expect.element(bens().getByText("Following Ana")).not.toBeInTheDocument();
});

test("the view glides to where the other one looks, by the given clock", async () => {
  await anaAndBen();
  const { client, view, goToPage } = boardOf("Ben");
  const attention = createAttention(client);
  const end = followCamera({ client, view, attention, showPage: goToPage }, world.clock, () => false);
  attention.follow(memberOf("Ana"));
  boardOf("Ana").setCamera({ x: 1000, y: 0, zoom: 1 });
  await world.advance(34);
  const places: number[] = [];
  for (let frame = 0; frame < 40; frame++) {
    await world.advance(1000 / 60);
    places.push(view.camera.get().x);
  }
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(new Set(places).size).toBeGreaterThan(10);
  await world.advance(1000);
  expect(middleOf("Ben")).toEqual(middleOf("Ana"));
  end();
});

test("a window of another shape shows all that the other one sees", async () => {
  await anaAndBen();
  const bensBox = document.querySelectorAll<HTMLElement>(".inktape")[1]!;
  bensBox.style.width = "300px";
  await expect.poll(() => boardOf("Ben").view.size.get().width).toBeLessThan(310);
  boardOf("Ana").setCamera({ x: 500, y: 300, zoom: 2 });
  boardOf("Ben").follow(memberOf("Ana"));
  await world.advance(2000);
  const [seen, shown] = ["Ana", "Ben"].map((name) => {
    const { view } = boardOf(name);
    return visibleBox(view.camera.get(), view.size.get());
  });
  expect(shown!.w).toBeCloseTo(seen!.w, 0);
  expect(shown!.h).toBeGreaterThan(seen!.h);
  expect(shown!.x).toBeCloseTo(seen!.x, 0);
});

test.for(["100%", "300px"])("two who follow each other come to rest: one of them %s wide", async (width) => {
  await anaAndBen();
  document.querySelectorAll<HTMLElement>(".inktape")[1]!.style.width = width;
  await world.advance(300);
  boardOf("Ana").setCamera({ x: 123.4, y: 77.7, zoom: 1.3 });
  boardOf("Ana").follow(memberOf("Ben"));
  boardOf("Ben").follow(memberOf("Ana"));
  await world.advance(2000);
  const before = boardOf("Ana").client.confirmed.get()!.seq;
  await world.advance(2000);
  expect(boardOf("Ana").client.confirmed.get()!.seq).toBe(before);
});

test("two who follow each other without motion come to rest in one place", async () => {
  // These tests' browser asks for reduced motion; see test/vitest.config.ts.
  expect(window.matchMedia("(prefers-reduced-motion: reduce)").matches).toBe(true);
  await anaAndBen();
  boardOf("Ana").setCamera({ x: 1230, y: 77, zoom: 1 });
  await world.advance(300);
  boardOf("Ana").follow(memberOf("Ben"));
  boardOf("Ben").follow(memberOf("Ana"));
  await world.advance(3000);
  const before = boardOf("Ana").client.confirmed.get()!.seq;
  expect(middleOf("Ben")).toEqual(middleOf("Ana"));
  await world.advance(3000);
  expect(boardOf("Ana").client.confirmed.get()!.seq).toBe(before);
  expect(["Ana", "Ben"].map((name) => boardOf(name).attention.get().followed)).toEqual([
    memberOf("Ben"),
    memberOf("Ana"),
  ]);
});

test("two who follow each other from page to page come to rest on one", async () => {
  await anaAndBen();
  const second = boardOf("Ana").client.newPageId();
  boardOf("Ana").client.send([{ type: "page.add", id: second, name: "Two", order: "a5" }]);
  await world.advance(300);
  boardOf("Ana").goToPage(second);
  await world.advance(300);
  boardOf("Ana").follow(memberOf("Ben"));
  boardOf("Ben").follow(memberOf("Ana"));
  await world.advance(3000);
  const before = boardOf("Ana").client.confirmed.get()!.seq;
  expect(middleOf("Ben")).toEqual(middleOf("Ana"));
  await world.advance(3000);
  expect(boardOf("Ana").client.confirmed.get()!.seq).toBe(before);
});

test("who presents is followed by everybody, has no one to follow, and ends it", async () => {
  await anaAndBen();
  await userEvent.click(anas().getByRole("button", { name: "People: 2" }));
  await userEvent.click(anas().getByRole("button", { name: "Present to everyone" }));
  await world.advance(200);
  await expect.element(anas().getByText("You are presenting to everyone")).toBeVisible();
  await expect.element(bens().getByText("Ana is presenting")).toBeVisible();
  boardOf("Ana").setCamera({ x: 40, y: 60, zoom: 3 });
  await world.advance(600);
  expect(middleOf("Ben")).toEqual(middleOf("Ana"));

  boardOf("Ben").setCamera({ x: 0, y: 0, zoom: 1 });
  await world.advance(600);
  const own = middleOf("Ben");
  boardOf("Ana").setCamera({ x: 400, y: 60, zoom: 3 });
  await world.advance(600);
  expect(middleOf("Ben")).toEqual(own);
  await userEvent.click(bens().getByText("Follow again"));
  await world.advance(600);
  expect(middleOf("Ben")).toEqual(middleOf("Ana"));

  boardOf("Ana").undo();
  await world.advance(200);
  expect(presenterOf(boardOf("Ben").getBoard())).toBe(memberOf("Ana"));
  await userEvent.click(anas().getByText("Stop", { exact: true }).first());
  await world.advance(200);
  expect(presenterOf(boardOf("Ben").getBoard())).toBeNull();
  expect(boardOf("Ben").attention.get()).toEqual({ presenter: null, followed: null });
});

test("a presentation ends when the presenter leaves", async () => {
  await anaAndBen();
  boardOf("Ana").present();
  await world.advance(200);
  expect(boardOf("Ben").attention.get()).toEqual({ presenter: memberOf("Ana"), followed: memberOf("Ana") });
  boardOf("Ana").client.close();
  await world.advance(200);
  expect(boardOf("Ben").attention.get()).toEqual({ presenter: null, followed: null });
});

test("an admin says what somebody may do, and keeps them out after a question", async () => {
  await anaAndBen(["admin", "writer"]);
  await userEvent.click(anas().getByRole("button", { name: "People: 2" }));
  const list = anas().getByRole("dialog", { name: "People in this room" });
  await userEvent.selectOptions(list.getByRole("combobox", { name: "What Ben may do" }), "View only");
  await world.advance(300);
  expect(boardOf("Ben").client.self.get()?.role).toBe("reader");
  await expect.element(bens().getByText("An admin has set you to view only.")).toBeVisible();

  await userEvent.click(list.getByRole("button", { name: "Remove Ben" }));
  await expect.element(list.getByText("Remove Ben and keep them out of this room?")).toBeVisible();
  await userEvent.click(list.getByRole("button", { name: "Cancel" }));
  expect(boardOf("Ana").getBoard().access).toEqual({ ben: "reader" });
  await userEvent.click(list.getByRole("button", { name: "Remove Ben" }));
  await userEvent.click(list.getByRole("button", { name: "Remove", exact: true }));
  await world.advance(300);
  expect(boardOf("Ben").client.status.get().state).toBe("denied");
  expect(Object.keys(boardOf("Ana").getBoard().members)).toHaveLength(1);
  await userEvent.click(list.getByRole("button", { name: "Let in again: Ben" }));
  await world.advance(300);
  expect(boardOf("Ana").getBoard().access).toEqual({});

  boardOf("Ana").client.send([{ type: "access.set", user: "0123456789", access: "none" }]);
  await expect.element(list.getByText("Somebody not seen here (01234567…)")).toBeVisible();
});

test("the list opens and closes by keys, and says who draws", async () => {
  await anaAndBen();
  const toggle = anas().getByRole("button", { name: "People: 2" });
  (toggle.element() as HTMLElement).focus();
  await userEvent.keyboard("{Enter}");
  const list = anas().getByRole("dialog", { name: "People in this room" });
  await expect.element(list).toBeVisible();
  expect(list.getByRole("combobox").elements()).toHaveLength(0);

  const { client } = boardOf("Ben");
  const id = client.newShapeId();
  const at = { page: boardOf("Ben").view.page.get(), order: "a1", x: 0, y: 0 };
  client.send([{ type: "ink.begin", shape: { ...at, id, kind: "ink", color: "red", size: 4, step: 1 } }]);
  await world.advance(600);
  await expect.element(list.getByRole("img", { name: "Drawing now" })).toBeVisible();
  client.send([{ type: "ink.end", id }]);
  await world.advance(600);
  await expect.element(list.getByRole("img", { name: "Drawing now" })).not.toBeInTheDocument();

  await userEvent.keyboard("{Escape}");
  await expect.element(list).not.toBeInTheDocument();
  expect(document.activeElement).toBe(toggle.element());
});
