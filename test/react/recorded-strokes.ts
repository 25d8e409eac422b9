import { FIRST_PAGE } from "../../src/board/board.js";
import { createRoomClient } from "../../src/client/create-room-client.js";
import { quantise } from "../../src/signal/ink.js";
import type { World } from "./helpers.js";

export const ROOM = "lesson";
export const STROKES = 10;
export const STROKE_MS = 1000;

/** Ten strokes, one a second, each a hand further to the right; then everybody leaves. */
export async function recordStrokes({ transport, clock, advance }: World): Promise<void> {
  const client = createRoomClient({ transport, clock, room: ROOM, random: Math.random, isRecord: true, role: "admin" });
  await advance(50);
  for (let stroke = 0; stroke < STROKES; stroke += 1) {
    const id = client.newShapeId();
    const [x, y] = [100 + stroke * 120, 100];
    const shape = {
      id,
      kind: "ink",
      page: FIRST_PAGE,
      order: `a${stroke}`,
      x,
      y,
      step: 1,
      color: "black",
      size: 8,
    } as const;
    client.send([{ type: "ink.begin", shape }]);
    for (let point = 1; point <= 15; point += 1) {
      const sample = { x: x + point * 6, y: y + point * 4, t: point * 33, pressure: null };
      client.send([{ type: "ink.append", id, points: quantise([sample], { x, y, step: 1, t: 0 }) }]);
      await advance(33);
    }
    client.send([{ type: "ink.end", id }]);
    await advance(STROKE_MS - 15 * 33);
  }
  client.close();
  await advance(50);
  clock.advance(31_000);
  await advance(50);
}
