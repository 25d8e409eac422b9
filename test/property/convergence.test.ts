import fc from "fast-check";
import { expect, test } from "vitest";

import { EMPTY_BOARD } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import { fold, thaw } from "../../src/board/reduce.js";
import { createRoomClient } from "../../src/client/create-room-client.js";
import { outgoing } from "../../src/client/outgoing.js";
import type { RoomClient } from "../../src/client/room-client.js";
import { virtualClock, type VirtualClock } from "../../src/clock/virtual.js";
import type { Entry } from "../../src/signal/entry.js";
import { countOf, roomId, shapeId, type MemberId, type Millis } from "../../src/signal/ids.js";
import { INK_STRIDE } from "../../src/signal/ink.js";
import { trackOf, type Signal } from "../../src/signal/signal.js";
import { decodeBlock } from "../../src/tape/block.js";
import type { Transport } from "../../src/transport/transport.js";
import { inkHeader } from "../board/log.js";
import { arbitrarySignal, LOG_START } from "./arbitraries.js";
import { createNetwork, FAIR, pass, type Network, type Weather } from "./network.js";
import { seededRandom } from "./seeded.js";

const ROOM = roomId("convergence");
const MEMBERS = 3;
const UNNOTICED_MS = 3000;

/** What goes on in a room, one thing after another. */
type Happening =
  | { readonly what: "act"; readonly who: number; readonly signals: readonly Signal[] }
  | { readonly what: "undo" | "redo"; readonly who: number }
  | { readonly what: "wait"; readonly ms: number }
  | { readonly what: "weather"; readonly weather: Weather }
  | { readonly what: "cut" | "kill" };

const who = fc.nat(MEMBERS - 1);
const signal = arbitrarySignal(MEMBERS).filter(
  ({ type }) => !["member.join", "member.leave", "recording.set"].includes(type),
);
const stroke = fc.array(
  arbitrarySignal().filter(({ type }) => type === "ink.append"),
  { maxLength: 4 },
);

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ what: fc.constant("act" as const), who, signals: fc.array(signal, { maxLength: 4 }) }),
  },
  { weight: 3, arbitrary: fc.record({ what: fc.constant("act" as const), who, signals: stroke.map(strokeOf) }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom("undo" as const, "redo" as const), who }) },
  { weight: 8, arbitrary: fc.record({ what: fc.constant("wait" as const), ms: fc.nat(120) }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant("wait" as const), ms: fc.integer({ min: 1000, max: 25_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ delay: fc.nat(400), cut: fc.constantFrom(0, 0.05, 0.3), unnoticed: fc.nat(UNNOTICED_MS) })
      .map((weather): Happening => ({ what: "weather", weather })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Happening>({ what: "cut" }, { what: "kill" }) },
);

/** A whole stroke of which the points are given. */
function strokeOf(appends: readonly Signal[]): Signal[] {
  const id = inkHeader(80).id;
  const parts = appends.map((part): Signal => (part.type === "ink.append" ? { ...part, id } : part));
  return [{ type: "ink.begin", shape: inkHeader(80) }, ...parts, { type: "ink.end", id }];
}

/** The signal as this member may send it: what it makes and draws carries its own number. */
function as(member: MemberId, said: Signal): Signal {
  if (said.type === "ink.append" || said.type === "ink.end") return { ...said, id: shapeId(member, countOf(said.id)) };
  if (said.type === "ink.begin" || said.type === "shape.add") {
    return { ...said, shape: { ...said.shape, id: shapeId(member, countOf(said.shape.id)) } } as Signal;
  }
  return said;
}

/**
 * Changes to the document cut into parts that no batching changes: a signal, or one point of a stroke.
 * Batches may join the points of several signals.
 */
function partsOf(signals: readonly Signal[]): unknown[] {
  return signals
    .filter((said) => trackOf(said) === "document")
    .flatMap((said): unknown[] => {
      if (said.type !== "ink.append") return [said];
      const points = Array.from(said.points);
      return Array.from({ length: points.length / INK_STRIDE }, (_, point) => ({
        id: said.id,
        point: points.slice(point * INK_STRIDE, (point + 1) * INK_STRIDE),
      }));
    });
}

/** A client, and what it did and heard. */
interface Participant {
  readonly client: RoomClient;
  readonly did: Signal[];
  readonly heard: Entry[];
  /** True when it also did what only its history knows. */
  hasUndone: boolean;
}

function join(transport: Transport, clock: VirtualClock, random: () => number): Participant {
  const client = createRoomClient({ transport, room: ROOM, clock, random, isRecord: true });
  const heard: Entry[] = [];
  client.onEntries((entries) => heard.push(...entries));
  return { client, did: [], heard, hasUndone: false };
}

function act({ client, did }: Participant, signals: readonly Signal[]): void {
  const member = client.self.get()?.member;
  if (member === undefined) return;
  const own = signals.map((said) => as(member, said));
  client.send(own);
  did.push(...own.flatMap((said) => outgoing(said, 0 as Millis).map((item) => item.signal)));
}

/** Waits until everybody is in and nothing is on its way. */
async function settle(network: Network, clock: VirtualClock, participants: readonly Participant[]): Promise<void> {
  network.setWeather(FAIR);
  // A line that is cut may look sound until its end notices.
  await pass(clock, UNNOTICED_MS + 1000);
  const isCalm = () =>
    participants.every(({ client }) => {
      const { state, pending } = client.status.get();
      return state === "online" && pending === 0;
    });
  for (let tries = 0; tries < 100 && !isCalm(); tries++) await pass(clock, 500);
  for (const { client } of participants)
    expect(client.status.get()).toEqual({ state: "online", error: null, pending: 0 });
}

async function wholeLog(transport: Transport): Promise<Entry[]> {
  const tape = transport.tape(ROOM);
  const { blocks } = await tape.timeline();
  const bytes = await Promise.all(blocks.map((block) => tape.block(block)));
  return bytes.flatMap((block) => decodeBlock(block));
}

test("after any weather all boards are the same, and the log has everything once", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.array(happening, { maxLength: 80, size: "max" }), async (seed, happenings) => {
      const random = seededRandom(seed);
      const clock = virtualClock(LOG_START);
      const network = createNetwork(clock, random);
      const participants = Array.from({ length: MEMBERS }, () => join(network.transport, clock, random));
      await pass(clock, 100);
      network.setWeather({ delay: 100, cut: 0.05, unnoticed: 500 });

      for (const happening of happenings) {
        if (happening.what === "act") act(participants[happening.who] as Participant, happening.signals);
        else if (happening.what === "undo" || happening.what === "redo") {
          const participant = participants[happening.who] as Participant;
          participant.client[happening.what]();
          participant.hasUndone = true;
        } else if (happening.what === "wait") await pass(clock, happening.ms);
        else if (happening.what === "weather") network.setWeather(happening.weather);
        else if (happening.what === "cut") network.cutAll();
        else if (happening.what === "kill") {
          network.kill();
          await pass(clock, random() * 15_000);
          network.start();
        }
      }
      await settle(network, clock, participants);
      const newcomer = join(network.transport, clock, random);
      await settle(network, clock, [...participants, newcomer]);

      const log = await wholeLog(network.transport);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      const folded = thaw(EMPTY_BOARD);
      fold(folded, log);
      for (const { client } of [...participants, newcomer]) {
        expect(client.board.get()).toBe(client.confirmed.get());
        expect(plainBoard(client.confirmed.get() ?? EMPTY_BOARD)).toEqual(plainBoard(folded));
      }
      for (const { client, did, heard, hasUndone } of participants) {
        const own = log.filter(({ by, clientSeq }) => by === client.self.get()?.member && clientSeq > 0);
        expect(own.map(({ clientSeq }) => clientSeq)).toEqual(own.map((_, index) => index + 1));
        if (!hasUndone) expect(partsOf(own.map((entry) => entry.signal))).toEqual(partsOf(did));
        for (const entry of heard) expect(log[entry.seq - 1]).toEqual(entry);
        client.close();
      }
      newcomer.client.close();
    }),
    { numRuns: 60 },
  );
});

test("a stroke drawn through lost lines is whole, as long as none is away for longer than the room waits", async () => {
  const BATCHES = 60;
  const STEP_MS = 30;
  await fc.assert(
    fc.asyncProperty(fc.integer(), fc.uniqueArray(fc.nat(BATCHES), { maxLength: 4 }), async (seed, cuts) => {
      const random = seededRandom(seed);
      const clock = virtualClock(LOG_START);
      const network = createNetwork(clock, random);
      const [painter, viewer] = [join(network.transport, clock, random), join(network.transport, clock, random)];
      await pass(clock, 100);
      network.setWeather({ delay: 50, cut: 0, unnoticed: UNNOTICED_MS });

      const id = painter.client.newShapeId();
      painter.client.send([{ type: "ink.begin", shape: inkHeader(0, { id }) }]);
      for (let batch = 0; batch < BATCHES; batch++) {
        if (cuts.includes(batch)) network.cutAll();
        const points = Int32Array.of(batch, batch, batch * STEP_MS, 32);
        painter.client.send([{ type: "ink.append", id, points }]);
        await pass(clock, STEP_MS);
      }
      painter.client.send([{ type: "ink.end", id }]);
      await settle(network, clock, [painter, viewer]);

      const drawn = Array.from({ length: BATCHES }, (_, batch) => [batch, batch, batch * STEP_MS, 32]).flat();
      for (const { client } of [painter, viewer]) {
        const shape = shapeAt(client.confirmed.get() ?? EMPTY_BOARD, id);
        expect(shape?.kind === "ink" && Array.from(shape.points)).toEqual(drawn);
        client.close();
      }
    }),
    { numRuns: 40 },
  );
});
