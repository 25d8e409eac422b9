import { expect, test } from "vitest";

import { createRoomClient } from "../../src/client/create-room-client.js";
import { openTape } from "../../src/client/open-tape.js";
import { plainBoard } from "../../src/board/plain.js";
import { virtualClock } from "../../src/clock/virtual.js";
import { memory } from "../../src/transport/memory/index.js";
import { EMPTY_BOARD } from "../../src/board/board.js";
import { LOG_START } from "../property/arbitrary-log.js";
import { pass } from "../property/network.js";
import { rectangle } from "../board/log.js";

test("a recorded room opens as a player, from what its clients did to the board they saw", async () => {
  const clock = virtualClock(LOG_START);
  const transport = memory({ clock });
  const client = createRoomClient({ transport, room: "algebra", clock, random: () => 0.5, isRecord: true });
  await pass(clock, 100);
  client.send([{ type: "shape.add", shape: rectangle(1) }]);
  await pass(clock, 100);

  const player = openTape({ transport, room: "algebra", clock });
  await pass(clock, 100);
  await player.seek(player.state.get().duration);
  expect(plainBoard(player.frame.get().board ?? EMPTY_BOARD)).toEqual(
    plainBoard(client.confirmed.get() ?? EMPTY_BOARD),
  );
  player.close();
  client.close();
});

test("a name that cannot name a room throws at once", () => {
  expect(() => openTape({ transport: memory(), room: "a/b", clock: virtualClock() })).toThrow("cannot name a room");
});
