import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { page, userEvent } from "vitest/browser";
import { centreOf, visibleBox } from "../../../../src/canvas/camera.js";
import { Replay, type ReplayHandle, type ReplayProps } from "../../../../src/react/replay/replay.js";
import { layerPicture } from "../../../canvas/support/layer-picture.js";
import { Box, createWorld, type World } from "../../helpers.js";
import { recordWalk, ROOM } from "./recorded-walk.js";

let world: World;
let handle: ReplayHandle | null;

beforeEach(async () => {
  world = createWorld();
  handle = null;
  localStorage.clear();
  await recordWalk(world);
});
afterEach(() => cleanup());

async function shown(props: Omit<ReplayProps, "room"> = {}): Promise<ReplayHandle> {
  await render(
    <world.Around>
      <Box>
        <Replay room={ROOM} onReady={(ready) => void (handle = ready)} {...props} />
      </Box>
    </world.Around>,
  );
  await expect.poll(() => handle?.player.frame.get().board ?? null).not.toBeNull();
  await world.advance(50);
  return handle as ReplayHandle;
}

const middle = ({ view }: ReplayHandle) => {
  const { x, y } = centreOf(view.camera.get(), view.size.get());
  return { x: Math.round(x), y: Math.round(y) };
};
const button = (name: string) => page.getByRole("button", { name, exact: true });
/** Where the recorded cameras stand at the beginning. */
const at = (replay: ReplayHandle, name: "Ann" | "Ben") => {
  const board = replay.player.frame.get().board!;
  const [id] = Object.entries(board.members).find(([, profile]) => profile.name === name)!;
  const { x, y } = board.presence[Number(id) as never]!.camera!;
  return { x, y };
};
const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await world.advance(50);
};
async function openPanel(): Promise<void> {
  await button("People and view").click();
  await expect.element(page.getByRole("dialog", { name: "People and view" })).toBeVisible();
}

describe("a recorded camera", () => {
  test("is followed in step with what is played, and all that was seen is in view", async () => {
    const replay = await shown();
    await replay.player.seek(500);
    await button("Follow Ben").click();
    await world.advance(1500);
    expect(middle(replay)).toEqual(at(replay, "Ben"));
    const { w, h } = visibleBox(replay.view.camera.get(), replay.view.size.get());
    expect([w >= 400, h >= 300]).toEqual([true, true]);
    await expect.element(page.getByText("Following Ben")).toBeVisible();

    replay.player.play();
    await world.advance(1000);
    const lag = at(replay, "Ben").x - middle(replay).x;
    expect(lag).toBeGreaterThanOrEqual(0);
    expect(lag).toBeLessThan(30);
  });

  test("is there at once after a seek", async () => {
    const replay = await shown();
    await replay.player.seek(300);
    await button("Follow Ann").click();
    await world.advance(1500);
    await replay.player.seek(2500);
    expect(middle(replay)).toEqual(at(replay, "Ann"));
    replay.player.play();
    await replay.player.seek(900);
    expect(middle(replay)).toEqual(at(replay, "Ann"));
  });

  test("is left when the viewer moves, and come back to by its button and its key", async () => {
    const replay = await shown();
    await replay.player.seek(500);
    await button("Follow Ben").click();
    await world.advance(1500);
    replay.view.setCamera({ x: 5, y: 6, zoom: 2 });
    await world.advance(300);
    expect(replay.view.camera.get()).toEqual({ x: 5, y: 6, zoom: 2 });
    await expect.element(page.getByText("Following Ben")).not.toBeInTheDocument();
    await button("Follow again").click();
    await world.advance(2500);
    expect(middle(replay)).toEqual(at(replay, "Ben"));

    replay.view.setCamera({ x: 5, y: 6, zoom: 2 });
    (page.getByRole("slider", { name: "Position" }).element() as HTMLElement).focus();
    await userEvent.keyboard("c");
    await world.advance(2500);
    expect(middle(replay)).toEqual(at(replay, "Ben"));
  });

  test("of the presenter is everything until somebody presents", async () => {
    const replay = await shown();
    await replay.player.seek(500);
    const all = replay.view.camera.get();
    await openPanel();
    await button("What the presenter saw").click();
    await expect.element(page.getByText("Nobody is presenting now")).toBeVisible();
    expect(replay.view.camera.get()).toEqual(all);
    await replay.player.seek(2000);
    expect(middle(replay)).toEqual(at(replay, "Ann"));
    await settle();
    await expect.element(page.getByText("Ann is presenting")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    await button("Stop").click();
    expect(replay.view.camera.get()).toEqual(all);
  });
});

/** How many pixels are painted with something else than nothing, and how many of those plainly. */
function painted(): { readonly some: number; readonly plain: number } {
  const host = document.querySelector(".inktape-canvas") as HTMLElement;
  const { data } = layerPicture(host, "shapes").getImageData(0, 0, host.clientWidth, host.clientHeight);
  let [some, plain] = [0, 0];
  for (let place = 0; place < data.length; place += 4) {
    const dark = 255 - (data[place] ?? 255);
    if ((data[place + 3] ?? 0) > 0 && dark > 4) some += 1;
    if ((data[place + 3] ?? 0) > 0 && dark > 100) plain += 1;
  }
  return { some, plain };
}

describe("people", () => {
  test("are hidden with what they made: dimmed, not at all, or as it was", async () => {
    const replay = await shown();
    await replay.player.seek(1000);
    await settle();
    const whole = painted();
    expect(whole.plain).toBeGreaterThan(20);
    await openPanel();
    await button("Hide Ann").click();
    await settle();
    const dimmed = painted();
    expect(dimmed.plain).toBeLessThan(whole.plain);
    await page.getByRole("combobox", { name: "What hidden people drew" }).selectOptions("hidden");
    await settle();
    expect(painted().some).toBeLessThan(dimmed.some);
    await page.getByRole("combobox", { name: "What hidden people drew" }).selectOptions("shown");
    await settle();
    expect(painted()).toEqual(whole);
  });

  test("are singled out, and shown again", async () => {
    await shown();
    await openPanel();
    await button("Show only Ben").click();
    await expect.element(button("Show Ann")).toBeVisible();
    await expect.element(button("Hide Ben")).toBeVisible();
    await button("Show everybody").click();
    await expect.element(button("Hide Ann")).toBeVisible();
  });
});

describe("time", () => {
  test("a pause that is jumped is told, and gone again after a while", async () => {
    const { player } = await shown();
    player.play();
    await world.advance(500);
    await expect.poll(() => document.querySelectorAll(".inktape-toast [role=status]").length).toBe(1);
    await world.advance(5500);
    await expect.element(page.getByText("Skipped 3 hours")).toBeVisible();
    await world.advance(4200);
    await expect.element(page.getByText("Skipped 3 hours")).not.toBeInTheDocument();
  });

  test("the viewer says how long a pause is played, and the moment shown stays", async () => {
    const { player } = await shown();
    await player.seek(2500);
    const { wall } = player.frame.get();
    await button("Pauses").click();
    await page.getByRole("menuitemradio", { name: "At most 10 seconds" }).click();
    expect([player.state.get().idleLimit, player.frame.get().wall]).toEqual([10_000, wall]);
    await button("Pauses").click();
    await page.getByRole("menuitemradio", { name: "Play pauses in full" }).click();
    expect([player.state.get().idleLimit, player.frame.get().wall]).toEqual([null, wall]);
    expect(player.state.get().duration).toBeGreaterThan(3 * 3_600_000);
  });

  test("a press shows what is left", async () => {
    const { player } = await shown();
    await player.seek(2000);
    await settle();
    const time = page.getByTitle("Show the time that is left");
    await expect.element(time).toHaveTextContent(/^0:02 \/ 0:0/);
    await time.click();
    await expect.element(page.getByTitle("Show the time that has passed")).toHaveTextContent(/^−0:0/);
  });
});

test("what happens is told where that is wanted, by its key or the app's word", async () => {
  const { player, view } = await shown({ isNarrated: true });
  const said = () => [...document.querySelectorAll("[role=status]")].map((region) => region.textContent).join("|");
  player.play();
  await expect.poll(async () => (await world.advance(300), said())).toMatch(/Ann|Ben/);
  (page.getByRole("slider", { name: "Position" }).element() as HTMLElement).focus();
  const regions = document.querySelectorAll(".inktape-hidden[role=status]").length;
  await userEvent.keyboard("n");
  await expect.poll(() => document.querySelectorAll(".inktape-hidden[role=status]").length).toBe(regions - 1);
  expect(view.page.get()).toBe("page");
});

test("unmounting while a view glides leaves no timer", async () => {
  const replay = await shown({ isNarrated: true });
  await button("Follow Ben").click();
  replay.player.play();
  await world.advance(300);
  await cleanup();
  await world.advance(60_000);
  expect(world.clock.waiting).toBe(0);
});
