import { expect } from "vitest";

import { createRoomClient } from "../../src/client/create-room-client.js";
import { outgoing } from "../../src/client/outgoing.js";
import type { RoomClient } from "../../src/client/room-client.js";
import type { VirtualClock } from "../../src/clock/virtual.js";
import type { Entry } from "../../src/signal/entry.js";
import { roomId, type Millis } from "../../src/signal/ids.js";
import type { Signal } from "../../src/signal/signal.js";
import { decodeBlock } from "../../src/tape/block.js";
import type { Transport } from "../../src/transport/transport.js";
import { FAIR, pass, type Network } from "./network.js";
import { as, UNNOTICED_MS } from "./script.js";

const ROOM = roomId("convergence");

/** A client, and what it did and heard. */
export interface Participant {
  readonly client: RoomClient;
  /** In the form in which the room reads it. */
  readonly did: Signal[];
  readonly heard: Entry[];
}

/** Comes into the room, which is recorded from its first entry on. */
export function join(transport: Transport, clock: VirtualClock, random: () => number): Participant {
  const client = createRoomClient({ transport, room: ROOM, clock, random, isRecord: true });
  const heard: Entry[] = [];
  client.onEntries((entries) => heard.push(...entries));
  return { client, did: [], heard };
}

/** Does signals in the participant's own name; nothing before it is in. */
export function act({ client, did }: Participant, signals: readonly Signal[]): void {
  const self = client.self.get();
  if (!self) return;
  const own = signals.map((said) => as(self.member, said));
  client.send(own);
  did.push(...own.flatMap((said) => outgoing(said, 0 as Millis).map((item) => item.signal)));
}

/** Lets the weather clear, and waits until everybody is in and nothing is on its way. Fails when that does not come. */
export async function settle(
  network: Network,
  clock: VirtualClock,
  participants: readonly Participant[],
): Promise<void> {
  const states = () => participants.map(({ client }) => client.status.get());
  network.setWeather(FAIR);
  // A line that is cut may look sound until its end notices.
  await pass(clock, UNNOTICED_MS + 1000);
  for (let tries = 0; tries < 100; tries++) {
    if (states().every(({ state, pending }) => state === "online" && pending === 0)) break;
    await pass(clock, 500);
  }
  expect(states()).toEqual(participants.map(() => ({ state: "online", error: null, pending: 0 })));
}

/** Every entry of the room, from its tape. */
export async function wholeLog(transport: Transport): Promise<Entry[]> {
  const tape = transport.tape(ROOM);
  const { blocks } = await tape.timeline();
  const bytes = await Promise.all(blocks.map((block) => tape.block(block)));
  return bytes.flatMap((block) => decodeBlock(block));
}
