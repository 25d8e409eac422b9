import fc from "fast-check";
import { expect, test } from "vitest";

import { EMPTY_BOARD } from "../../src/board/board.js";
import { shapeAt } from "../../src/board/leaves.js";
import { plainBoard } from "../../src/board/plain.js";
import { fold, freezeBoards, thaw } from "../../src/board/reduce.js";
import { virtualClock, type VirtualClock } from "../../src/clock/virtual.js";
import type { Entry } from "../../src/signal/entry.js";
import { pointsOf, type InkShape } from "../../src/signal/shape.js";
import { inkHeader } from "../board/log.js";
import { LOG_START } from "./arbitrary-log.js";
import { createNetwork, pass, type Network } from "./network.js";
import { act, join, settle, wholeLog, type Participant } from "./participant.js";
import { arbitraryScript, partsOf, UNNOTICED_MS, type Happening } from "./script.js";
import { seededRandom } from "./seeded.js";

// A stray write into a board that others share throws.
freezeBoards(true);

const PEOPLE = 3;
const UNSETTLED = { delay: 100, cut: 0.05, unnoticed: 500 };

function setUp(seed: number, people: number) {
  const random = seededRandom(seed);
  const clock = virtualClock(LOG_START);
  const network = createNetwork(clock, random);
  const come = () => join(network.transport, clock, random);
  return { clock, network, come, participants: Array.from({ length: people }, come) };
}

async function play(
  happening: Happening,
  network: Network,
  clock: VirtualClock,
  participants: readonly Participant[],
): Promise<void> {
  switch (happening.what) {
    case "act":
      return act(participants[happening.who] as Participant, happening.signals);
    case "undo":
    case "redo":
      return participants[happening.who]?.client[happening.what]();
    case "wait":
      return pass(clock, happening.ms);
    case "weather":
      return network.setWeather(happening.weather);
    case "cut":
      return network.cutAll();
    case "kill":
      network.kill();
      await pass(clock, happening.ms);
      return network.start();
  }
}

function boardOf(log: readonly Entry[]) {
  const board = thaw(EMPTY_BOARD);
  fold(board, log);
  return plainBoard(board);
}

test("after any weather all boards are the same, and the log has everything once", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer(), arbitraryScript(PEOPLE), async (seed, script) => {
      const { clock, network, come, participants } = setUp(seed, PEOPLE);
      await pass(clock, 100);
      network.setWeather(UNSETTLED);
      for (const happening of script) await play(happening, network, clock, participants);
      await settle(network, clock, participants);
      const everyone = [...participants, come()];
      await settle(network, clock, everyone);

      const log = await wholeLog(network.transport);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      for (const { client } of everyone) {
        expect(client.board.get()).toBe(client.confirmed.get());
        expect(plainBoard(client.confirmed.get() ?? EMPTY_BOARD)).toEqual(boardOf(log));
      }
      participants.forEach(({ client, did, heard }, who) => {
        const own = log.filter(({ by, clientSeq }) => by === client.self.get()?.member && clientSeq > 0);
        expect(own.map(({ clientSeq }) => clientSeq)).toEqual(own.map((_, index) => index + 1));
        // What undoing sends is known to the client's history only.
        const hasUndone = script.some((part) => (part.what === "undo" || part.what === "redo") && part.who === who);
        const parts = partsOf(own.map(({ signal }) => signal));
        expect(parts).toEqual(hasUndone ? parts : partsOf(did));
        expect(heard).toEqual(heard.map(({ seq }) => log[seq - 1]));
      });
      for (const { client } of everyone) client.close();
    }),
    { numRuns: 60 },
  );
});

test(
  "a stroke drawn through lost lines is whole, as long as none is away for longer than the room waits",
  { timeout: 120_000 },
  async () => {
    const BATCHES = 60;
    const STEP_MS = 30;
    await fc.assert(
      fc.asyncProperty(fc.integer(), fc.uniqueArray(fc.nat(BATCHES), { maxLength: 4 }), async (seed, cuts) => {
        const { clock, network, participants } = setUp(seed, 2);
        const [painter] = participants as [Participant, Participant];
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
        await settle(network, clock, participants);

        const drawn = Array.from({ length: BATCHES }, (_, batch) => [batch, batch, batch * STEP_MS, 32]).flat();
        for (const { client } of participants) {
          const shape = shapeAt(client.confirmed.get() ?? EMPTY_BOARD, id);
          expect(Array.from(pointsOf(shape as InkShape))).toEqual(drawn);
          client.close();
        }
      }),
      { numRuns: 40 },
    );
  },
);
