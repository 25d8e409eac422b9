import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Clock } from "../../../../src/clock/clock.js";
import { memoryStore } from "../../../../src/room/memory-store.js";
import type { RoomStore } from "../../../../src/room/room-log.js";
import { sqliteStore } from "../../../../src/server/node/sqlite/store.js";
import type { Draft, Entry } from "../../../../src/signal/entry.js";
import { BEFORE_FIRST, roomId, shapeId, type ClientId, type MemberId } from "../../../../src/signal/ids.js";
import { decodeBlock } from "../../../../src/tape/block.js";
import { drafts, marker, stroke } from "../../../../src/testing/samples.js";
import { Folders } from "../sqlite/folder.js";

const ROOM = roomId("room");
const START = 1_700_000_000_000;
const DAY = 86_400_000;
const folders = new Folders();
afterEach(() => folders.remove());

/** A machine's clock that somebody sets, as no {@link Clock} should be. */
interface WildClock extends Clock {
  time: number;
}

function wildClock(): WildClock {
  const never = () => () => undefined;
  return {
    time: START,
    now() {
      return this.time;
    },
    after: never,
    frame: never,
  };
}

/** A store on the clock, and the same store after the end of its process. */
type Make = (clock: Clock) => Promise<{ store: RoomStore; restarted: () => Promise<RoomStore> }>;

const makers: readonly (readonly [name: string, make: Make])[] = [
  [
    "in memory",
    async (clock) => {
      const store = memoryStore(clock);
      return { store, restarted: async () => store };
    },
  ],
  [
    "in SQLite",
    async (clock) => {
      const folder = await folders.make();
      let store = sqliteStore({ folder, clock });
      return {
        store,
        restarted: async () => {
          await store.close();
          return (store = sqliteStore({ folder, clock }));
        },
      };
    },
  ],
];

const jump = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -100 * DAY, max: 100 * DAY }));
const happening = fc.record({
  jump,
  what: fc.constantFrom("marker", "begin", "append", "end", "restart"),
  /** When the pen made the last of its points, in milliseconds after it began. */
  t: fc.nat(400),
});

function said(member: MemberId, { what, t }: { readonly what: string; readonly t: number }): readonly Draft[] {
  const [begin, , , end] = stroke(member, 0);
  const id = shapeId(member, 0);
  if (what === "begin") return drafts(member, 0, [begin!]);
  if (what === "append") return drafts(member, 0, [{ type: "ink.append", id, points: Int32Array.of(0, 0, t, 32) }]);
  if (what === "end") return drafts(member, 0, [end!]);
  return drafts(member, 0, [marker("here")]);
}

test.each(makers)(
  "time never runs back in a room %s, however its machine's clock jumps",
  async (_, make) => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 25 }), async (happenings) => {
        const clock = wildClock();
        const { store, restarted } = await make(clock);
        let log = await store.open(ROOM);
        const { member } = await log.enrol("ada" as ClientId);
        await log.append(drafts(member, 0, [{ type: "recording.set", on: true }]));
        let latest = START;
        for (const step of happenings) {
          clock.time += step.jump;
          latest = Math.max(latest, clock.time);
          if (step.what === "restart") {
            await log.close();
            log = await (await restarted()).open(ROOM);
          } else {
            await log.append(said(member, step));
          }
        }

        const entries: Entry[] = [];
        log.follow(BEFORE_FIRST, (more) => entries.push(...more))();
        const times = entries.map(({ at }) => at);
        expect(times).toEqual([...times].sort((a, b) => a - b));
        expect(times.every((at) => at >= log.created && at <= latest)).toBe(true);
        const { blocks } = await log.tape().timeline();
        const tape = await Promise.all(blocks.map(async (ref) => decodeBlock(await log.tape().block(ref))));
        expect(tape.flat().map(({ at }) => at)).toEqual(times);
        await log.close();
        await (await restarted()).close();
      }),
      { seed: 20_261_122, numRuns: 60 },
    );
  },
  60_000,
);
