import { FIRST_PAGE } from "../../../../src/board/board.js";
import { presentation } from "../../../../src/board/presenter.js";
import { createRoomClient } from "../../../../src/client/create-room-client.js";
import type { RoomClient } from "../../../../src/client/room-client.js";
import { rectangle } from "../../../canvas/support/log.js";
import type { World } from "../../helpers.js";

export const ROOM = "walk";
/** How long the pause in the middle is, in milliseconds. */
const PAUSE_MS = 3 * 3_600_000;

/**
 * Ann far to the left and Ben far to the right make a rectangle each and walk on for three seconds, a step of 10 board units every tenth of a second;
 * after the first second Ann presents. Then nothing for three hours, and then Ben makes one more and they leave.
 */
export async function recordWalk({ transport, clock, advance }: World): Promise<void> {
  const join = (name: string, color: string) =>
    createRoomClient({
      transport,
      clock,
      room: ROOM,
      random: Math.random,
      isRecord: true,
      role: "admin",
      user: { id: name.toLowerCase(), name, color },
    });
  const [ann, ben] = [join("Ann", "#a8317c"), join("Ben", "#1f5fbf")];
  await advance(50);
  const put = (client: RoomClient, x: number) =>
    client.send([{ type: "shape.add", shape: rectangle(client.newShapeId(), { x, w: 300, h: 200, fill: "solid" }) }]);
  put(ann, -2100);
  put(ben, 1900);
  for (let step = 0; step < 30; step += 1) {
    for (const [client, from] of [[ann, -2000] as const, [ben, 2000] as const]) {
      const camera = { page: FIRST_PAGE, x: from + step * 10, y: 0, zoom: 1, w: 400, h: 300 };
      client.send([{ type: "camera", camera }]);
    }
    if (step === 10) ann.send([presentation(ann.self.get()!.member)]);
    await advance(100);
  }
  await advance(32_000);
  clock.advance(PAUSE_MS);
  await advance(50);
  put(ben, 2300);
  await advance(1000);
  ann.close();
  ben.close();
  await advance(50);
  clock.advance(31_000);
  await advance(50);
}
