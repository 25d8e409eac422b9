import { InktapeProvider } from "inktape";
import { memory } from "inktape/memory";
import { afterEach, expect, test } from "vitest";
import { cleanup, render } from "vitest-browser-react";
import { createRoomClient } from "../../src/client/create-room-client.js";
import { systemClock } from "../../src/clock/system.js";
import { ReplayPage } from "../../src/site/replay-page.js";
import { linkTo } from "../../src/player/replay-link.js";
import { shapeId } from "../../src/signal/ids.js";
import { rectangle } from "../board/log.js";

const home = location.href;
afterEach(async () => {
  await cleanup();
  history.replaceState(null, "", home);
});

/** A transport with a room in which four shapes were drawn, a moment apart. */
async function recorded() {
  const transport = memory();
  const client = createRoomClient({
    transport,
    clock: systemClock(),
    random: Math.random,
    room: "linked",
    isRecord: true,
    role: "admin",
    user: { id: "anna", name: "Anna", color: "blue" },
  });
  await expect.poll(() => client.board.get()).not.toBeNull();
  for (let count = 0; count < 4; count++) {
    await expect.poll(() => client.status.get().pending).toBe(0);
    client.send([
      {
        type: "shape.add",
        shape: { ...rectangle(100 + count), id: shapeId(client.self.get()!.member, count), x: 120 * count },
      },
    ]);
  }
  await expect.poll(() => client.status.get().pending).toBe(0);
  client.close();
  return transport;
}

test("a link opens the replay at its moment, and an address without one at the beginning", async () => {
  const transport = await recorded();
  const open = async () => {
    const page = await render(
      <InktapeProvider transport={transport}>
        <ReplayPage room="linked" theme="light" onTheme={() => undefined} />
      </InktapeProvider>,
    );
    await expect
      .poll(() => (window.inktape && "player" in window.inktape ? window.inktape.player.frame.get().board : null))
      .not.toBeNull();
    const { player } = window.inktape as Extract<Window["inktape"], { player: unknown }>;
    return { page, player };
  };
  const first = await open();
  expect(first.player.frame.get().position).toBe(0);
  const { range, duration } = first.player.state.get();
  expect(duration).toBeGreaterThan(0);
  await first.page.unmount();
  delete window.inktape;

  history.replaceState(null, "", linkTo({ href: location.href, wall: range!.to }));
  const second = await open();
  await expect.poll(() => second.player.frame.get().wall).toBe(range!.to);
});
