import type { Browser } from "playwright";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { presenterMode, type PresenterMode } from "../../src/react/people/attention-state.js";
import { createToken } from "../../src/server/tokens/create-token.js";
import type { WhiteboardHandle } from "../../src/index.js";
import type { Role } from "../../src/signal/signal.js";
import { ServerProcess } from "./support/server.js";
import { startBrowser, Visitor } from "./support/visitor.js";

const SECRET = "0123456789abcdef0123456789abcdef";

let server: ServerProcess;
let browser: Browser;
let room: string;
let ada: Visitor;
let ben: Visitor;

beforeAll(async () => {
  server = await ServerProcess.start("--secret", SECRET);
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.dispose();
});

beforeEach(({ task }) => {
  room = task.id.replace(/[^a-z0-9]/gi, "-");
  return async () => {
    await Promise.all([ada?.leave(), ben?.leave()]);
  };
});

async function arrive(name: string, role: Role): Promise<Visitor> {
  const token = await createToken({ secret: SECRET, room: "*", role, user: name.toLowerCase(), name });
  return Visitor.comeIn(browser, name, `${server.url}/room/${room}#token=${token}`);
}

/** Ada, an admin, and Ben, each at a browser of their own. */
async function bothArrive(): Promise<void> {
  ada = await arrive("Ada", "admin");
  ben = await arrive("Ben", "writer");
}

/** Presses keys that are meant for the board. */
const press = async ({ page }: Visitor, ...keys: readonly string[]) => {
  await page.locator(".inktape-canvas").focus();
  for (const key of keys) await page.keyboard.press(key);
};
const people = (visitor: Visitor) => visitor.page.getByRole("button", { name: /^People: / });
/** The presenter mode that somebody is in, by its name. */
async function modeOf({ page }: Visitor): Promise<PresenterMode> {
  const { state, self } = await page.evaluate(() => {
    const { attention, client } = window.inktape as WhiteboardHandle;
    return { state: attention.get(), self: client.self.get()?.member ?? null };
  });
  return presenterMode(state, self);
}

/** How near everybody looks, as somebody's board says. */
const zoomSeenBy = ({ page }: Visitor) =>
  page.evaluate(() =>
    Object.values((window.inktape as WhiteboardHandle).getBoard().presence).map((one) => one.camera?.zoom),
  );

test("an arrow stays with the shapes that it joins while somebody else moves them", async () => {
  await bothArrive();
  await press(ada, "r");
  await ada.drag([150, 300], [300, 400]);
  await press(ada, "r");
  await ada.drag([600, 300], [750, 400]);
  await press(ada, "a");
  await ada.drag([225, 350], [675, 350]);
  const [first, second, arrow] = await ada.shapes();
  expect(arrow).toMatchObject({ kind: "arrow", startId: first?.id, endId: second?.id });
  await ben.sees([{ id: first?.id }, { id: second?.id }, { ...arrow }]);
  const drawn = async () => (await ada.picture()).evaluate((picture) => picture.canvas.toDataURL());
  const before = await drawn();

  await press(ben, "v");
  await ben.drag([600, 350], [600, 500]);
  await ada.sees([{ id: first?.id, y: 300 }, { id: second?.id, y: 450 }, { ...arrow }]);
  expect(await drawn()).not.toBe(before);

  // Who removes a shape leaves the arrow where it was seen.
  await press(ben, "Delete");
  await ada.sees([{ id: first?.id }, { id: arrow?.id }]);
  const [, left] = await ada.shapes();
  const { x, y, w, h } = left as unknown as Record<"x" | "y" | "w" | "h", number>;
  expect(left).toMatchObject({ kind: "arrow", startId: first?.id });
  expect([x + w > 550, y + h > 450]).toEqual([true, true]);
});

test("undo takes back one's own and leaves others', after a page and a server that fell over", async () => {
  await bothArrive();
  await press(ada, "r");
  await ada.drag([150, 300], [300, 400]);
  const [mine] = await ada.shapes();
  await press(ada, "ArrowRight", "ArrowRight");
  await press(ben, "Control+a", "ArrowDown", "ArrowDown", "ArrowDown");
  await ada.sees([{ id: mine?.id, x: 152, y: 303 }]);
  await press(ben, "Escape", "o");
  await ben.drag([500, 300], [600, 400]);
  await ada.sees([{ x: 152 }, { kind: "ellipse" }]);

  await ada.page.getByRole("button", { name: "Add a page" }).click();
  await ada.sees([]);
  await ada.page.getByRole("button", { name: "Previous page" }).click();
  await server.kill();
  await ada.page
    .getByText(/Drawing goes on/)
    .first()
    .waitFor({ state: "attached" });
  await server.start();
  await Promise.all([ada.online(), ben.online()]);

  // The page, the two steps to the right, the box itself; Ben's ellipse and his three steps down stay.
  await ada.page.locator(".inktape-canvas").focus();
  await press(ada, "Control+z");
  await ada.page.getByText("1/1", { exact: true }).waitFor();
  await press(ada, "Control+z");
  await ben.sees([{ x: 151, y: 303 }, { kind: "ellipse" }]);
  await press(ada, "Control+z", "Control+z");
  await ben.sees([{ kind: "ellipse" }]);
  await press(ada, "Control+Shift+z");
  await ben.sees([{ kind: "rectangle" }, { kind: "ellipse" }]);
  expect(await ada.shapes()).toEqual(await ben.shapes());
});

test("what somebody else deleted stays deleted, whoever undoes what", async () => {
  await bothArrive();
  const failures: unknown[] = [];
  for (const { page } of [ada, ben]) page.on("pageerror", (error) => void failures.push(error));
  await press(ada, "r");
  await ada.drag([150, 300], [300, 400]);
  await press(ada, "Shift+ArrowRight");
  await ben.sees([{ kind: "rectangle" }]);
  await press(ben, "Control+a", "Delete");
  await ada.sees([]);
  await press(ada, "Control+z", "Control+z", "Control+Shift+z");
  await ada.online();
  await ben.sees([]);
  expect(await ada.shapes()).toEqual([]);
  await press(ben, "Control+z");
  await ada.sees([{ kind: "rectangle" }]);
  expect(failures).toEqual([]);
});

test("who is followed is seen, until one moves oneself; and who presents is followed by all", async () => {
  await bothArrive();
  const look = (x: number, zoom: number) =>
    ada.page.evaluate((camera) => window.inktape?.view.setCamera(camera), { x, y: 0, zoom });
  await people(ben).click();
  await ben.page.getByRole("button", { name: "Follow Ada" }).last().click();
  await ben.page.getByText("Following Ada").waitFor();
  await look(700, 2);
  await expect.poll(async () => (await ben.camera()).zoom, { timeout: 10_000 }).toBe(2);
  await ben.page.mouse.move(500, 400);
  await ben.page.mouse.wheel(0, 200);
  await ben.page.getByText("Following Ada").waitFor({ state: "detached" });
  const own = await ben.camera();
  await look(0, 1);
  await ada.online();

  await people(ada).click();
  await ada.page.getByRole("button", { name: "Present to everyone" }).click();
  await ada.page.getByText("You are presenting to everyone").waitFor();
  await ben.page.getByText("Ada is presenting").waitFor();
  await expect.poll(async () => (await ben.camera()).zoom, { timeout: 10_000 }).toBe(1);
  expect(own.zoom).toBe(2);

  // A follower may roam, and come back; when it is over everybody is free.
  await ben.page.mouse.move(500, 400);
  await ben.page.mouse.wheel(0, 300);
  await ben.page.getByRole("button", { name: "Follow again" }).click();
  await look(300, 3);
  await expect.poll(async () => (await ben.camera()).zoom, { timeout: 10_000 }).toBe(3);
  await ada.page.getByRole("button", { name: "Stop presenting" }).first().click();
  await ben.page.getByText("Ada is presenting").waitFor({ state: "detached" });
  await look(0, 1);
  await ada.online();
  expect((await ben.camera()).zoom).toBe(3);
});

test("in the presenter mode freedom a viewer roams while somebody presents: no camera moves the other", async () => {
  await bothArrive();
  await people(ada).click();
  await ada.page.getByRole("button", { name: "Present to everyone" }).click();
  await expect.poll(() => modeOf(ada)).toBe("broadcaster");
  await expect.poll(() => modeOf(ben)).toBe("follower");
  await ada.page.keyboard.press("Escape");

  await ben.page.mouse.move(500, 400);
  await ben.page.mouse.wheel(0, 300);
  await expect.poll(() => modeOf(ben)).toBe("freedom");
  await ben.page.getByText("Ada is presenting").waitFor();
  const [hers, his] = [await ada.camera(), await ben.camera()];
  expect(his).not.toEqual(hers);

  // She moves: he hears of it, and stays.
  const zoom = 2.5;
  await ada.page.evaluate((camera) => window.inktape?.view.setCamera(camera), { x: 700, y: 90, zoom });
  await expect.poll(() => zoomSeenBy(ben), { timeout: 20_000 }).toContain(zoom);
  expect(await ben.camera()).toEqual(his);

  // He moves, and draws there: she sees it, and stays.
  await ben.page.evaluate((camera) => window.inktape?.view.setCamera(camera), { x: -300, y: 40, zoom: 0.5 });
  await expect.poll(() => zoomSeenBy(ada), { timeout: 20_000 }).toContain(0.5);
  await press(ben, "r");
  await ben.drag([300, 300], [400, 400]);
  await ada.sees([{ kind: "rectangle" }]);
  expect(await ada.camera()).toEqual({ x: 700, y: 90, zoom });
  expect(await ben.camera()).toEqual({ x: -300, y: 40, zoom: 0.5 });
  expect([await modeOf(ada), await modeOf(ben)]).toEqual(["broadcaster", "freedom"]);
});

test("an admin lets somebody only look while they draw, and they are told why", async () => {
  await bothArrive();
  await people(ada).click();
  await ada.page.getByRole("combobox", { name: "What Ben may do" }).selectOption("reader");
  await ben.page.getByText("An admin has set you to view only.").first().waitFor({ state: "attached" });
  expect(await ben.page.getByRole("toolbar", { name: "Tools" }).count()).toBe(0);
  await press(ben, "r");
  await ben.drag([500, 300], [600, 400]);
  expect(await ben.shapes()).toEqual([]);

  await ada.page.getByRole("combobox", { name: "What Ben may do" }).selectOption("writer");
  await ben.page.getByRole("toolbar", { name: "Tools" }).waitFor();
  await press(ben, "r");
  await ben.drag([500, 300], [600, 400]);
  await ada.sees([{ kind: "rectangle" }]);

  await ada.page.getByRole("button", { name: "Remove Ben" }).click();
  await ada.page.getByRole("button", { name: "Remove", exact: true }).click();
  await ben.page.getByRole("heading", { name: "No access" }).or(ben.page.getByText("No access")).first().waitFor();
});
