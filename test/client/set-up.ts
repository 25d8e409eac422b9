import { EMPTY_BOARD } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { createRoomClient, type RoomClientOptions } from "../../src/client/create-room-client.js";
import type { RoomClient } from "../../src/client/room-client.js";
import { virtualClock } from "../../src/clock/virtual.js";
import type { ShapeId } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { inkHeader, rectangle } from "../board/log.js";
import { scriptedTransport } from "./scripted.js";

/** A shape, and how it and a stroke come on the board. */
export const A = rectangle(1).id;

export const add: Signal = { type: "shape.add", shape: rectangle(1) };

export const begin: Signal = { type: "ink.begin", shape: inkHeader(0) };

/** A shape on a board as a store shows it. */
export const shapeIn = (store: RoomClient["board"], id: ShapeId) => shapeAt(store.get() ?? EMPTY_BOARD, id);

/** A client whose room is played by the test. The longest back-off is taken. */
export function setUp(options: Partial<RoomClientOptions> = {}) {
  const clock = virtualClock();
  const transport = scriptedTransport();
  const client = createRoomClient({ transport, room: "algebra", clock, random: () => 0.5, ...options });
  const said = () => transport.lines.flatMap((line) => line.batches.flatMap(({ signals }) => signals));
  return { clock, transport, client, said };
}

/** One that is in. */
export function setUpOnline(options: Partial<RoomClientOptions> = {}) {
  const all = setUp(options);
  all.transport.last.welcome();
  return all;
}
