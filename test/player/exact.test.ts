import fc from "fast-check";
import { expect, test } from "vitest";
import type { Board } from "../../src/board/board.js";
import { plainBoard } from "../../src/board/plain.js";
import { change } from "../../src/board/reduce.js";
import type { Entry } from "../../src/signal/entry.js";
import type { Millis } from "../../src/signal/ids.js";
import { isLoaded, type InkShape } from "../../src/signal/shape.js";
import { arbitraryLog } from "../property/arbitrary-log.js";
import { arbitraryCuts, foldTo, tapeOf } from "../tape/tape-of.js";
import { gated } from "./gated.js";
import { logAt, stage, type Stage } from "./stage.js";

/** What a viewer may do, in any order. Parts are of the duration. */
type Deed =
  | { readonly do: "play"; readonly ms: number }
  | { readonly do: "pause" }
  | { readonly do: "seek"; readonly part: number }
  | { readonly do: "seekWall"; readonly pick: number }
  | { readonly do: "rate"; readonly rate: number }
  | { readonly do: "idleLimit"; readonly ms: number | null }
  | { readonly do: "loop"; readonly parts: readonly [number, number] | null }
  | { readonly do: "step"; readonly by: 1 | -1 }
  | { readonly do: "hidden"; readonly isHidden: boolean };

const part = fc.double({ min: 0, max: 1, noNaN: true });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant("play" as const), ms: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ do: fc.constant("pause" as const) }),
  fc.record({ do: fc.constant("seek" as const), part }),
  fc.record({ do: fc.constant("seekWall" as const), pick: fc.nat() }),
  fc.record({ do: fc.constant("rate" as const), rate: fc.constantFrom(0.25, 1, 4, 16) }),
  fc.record({ do: fc.constant("idleLimit" as const), ms: fc.constantFrom(2000, 10_000, null) }),
  fc.record({ do: fc.constant("loop" as const), parts: fc.option(fc.tuple(part, part)) }),
  fc.record({ do: fc.constant("step" as const), by: fc.constantFrom(1 as const, -1 as const) }),
  fc.record({ do: fc.constant("hidden" as const), isHidden: fc.boolean() }),
);

/** A board in both forms in which boards are compared. */
function forms(board: Board | null) {
  return { board, plain: board && plainBoard(board) };
}

/** The board as a picture shows it that may lack ink: without the points of those strokes alone that lack theirs there. */
function lackingAs(board: Board, shown: Board | null): Board {
  return change(board, (draft) => {
    shown?.branches.forEach((branch, maker) => {
      branch?.forEach((leaf, index) => {
        leaf?.forEach((shape, slot) => {
          const own = draft.branches[maker]?.[index]?.[slot];
          if (shape?.kind !== "ink" || own?.kind !== "ink" || isLoaded((shape as InkShape).points)) return;
          draft.branches[maker]![index]![slot] = { ...(own as InkShape), points: (shape as InkShape).points };
        });
      });
    });
  });
}

/** Does it; gives the wall time that has to be shown then, where the deed says which. */
async function perform(deed: Deed, { player, advance }: Stage, log: readonly Entry[]): Promise<Millis | undefined> {
  switch (deed.do) {
    case "play":
      player.play();
      await advance(deed.ms);
      return undefined;
    case "pause":
      player.pause();
      return undefined;
    case "seek":
      await player.seek(deed.part * player.state.get().duration);
      return undefined;
    case "seekWall": {
      const wall = log[deed.pick % log.length]?.at as Millis;
      await player.seekWall(wall);
      return wall;
    }
    case "rate":
      player.setRate(deed.rate);
      return undefined;
    case "idleLimit":
      player.setIdleLimit(deed.ms);
      return undefined;
    case "loop": {
      const [from, to] = (deed.parts ?? []).toSorted((a, b) => a - b).map((at) => at * player.state.get().duration);
      player.setLoop(from !== undefined && to !== undefined && from < to ? { from, to } : null);
      return undefined;
    }
    case "step":
      await player.step(deed.by);
      return undefined;
    case "hidden":
      player.setHidden(deed.isHidden);
      return undefined;
  }
}

const scenario = arbitraryLog(3, 25).chain((log) =>
  fc.record({
    log: fc.constant(log),
    cuts: arbitraryCuts(log.length),
    deeds: fc.array(deed, { minLength: 1, maxLength: 16 }),
    whenHidden: fc.constantFrom("pause" as const, "goOn" as const),
  }),
);

test(
  "whatever a viewer does, every picture is the board of folding the log up to its moment, but for ink still to come",
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ log, cuts, deeds, whenHidden }) => {
        const set = stage(tapeOf(log, cuts), { whenHidden });
        const { player, frames, settle } = set;
        await settle();
        for (const deed of deeds) {
          const wall = await perform(deed, set, log);
          const shown = player.frame.get();
          expect(shown.wall).toBe(wall ?? shown.wall);
          expect(player.wallAt(shown.position)).toBe(shown.wall);
        }
        expect(frames.length).toBeGreaterThan(0);
        for (const { board, wall, isWhole } of new Map(frames.map((frame) => [frame.board, frame])).values()) {
          const exact = foldTo(log, wall);
          expect(forms(board)).toEqual(forms(isWhole ? exact : lackingAs(exact, board)));
        }
        expect(player.frame.get().isWhole).toBe(true);
        player.close();
      }),
      { numRuns: 60 },
    );
  },
);

test("playing through shows every entry and ends with the board of the whole log", { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ log, cuts }) => {
      const { player, settle, advance } = stage(tapeOf(log, cuts));
      const seen: number[] = [];
      player.onEntries((entries) => seen.push(...entries.map(({ seq }) => seq)));
      await settle();
      const first = player.frame.get().board?.seq ?? 0;
      player.setRate(16);
      player.play();
      await advance(player.state.get().duration / 16 + 100);
      expect(player.state.get().status).toBe("ended");
      expect(player.frame.get().board).toEqual(foldTo(log, log.at(-1)?.at as Millis));
      expect(seen).toEqual(log.slice(first).map(({ seq }) => seq));
      player.close();
    }),
    { numRuns: 30 },
  );
});

test("late parts of a seek that was taken over are never shown", { timeout: 60_000 }, async () => {
  const seeks = fc.array(fc.tuple(part, fc.array(fc.nat(), { maxLength: 4 })), { minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(scenario, seeks, async ({ log, cuts }, wanted) => {
      const source = gated(tapeOf(log, cuts));
      const { player, frames, settle } = stage(source);
      const openOne = async (pick: number) => {
        const waiting = source.waiting();
        if (waiting.length > 0) source.open(waiting[pick % waiting.length] as string);
        await settle();
      };
      await settle();
      while (player.frame.get().board === null) await openOne(0);
      for (const [share, picks] of wanted) {
        void player.seek(share * player.state.get().duration);
        for (const pick of picks) await openOne(pick);
      }
      const position = Math.min(1, Math.max(0, wanted.at(-1)?.[0] ?? 0)) * player.state.get().duration;
      while (source.waiting().length > 0) await openOne(0);
      expect(player.frame.get()).toMatchObject({ position, wall: player.wallAt(position), isWhole: true });
      for (const { board, wall, isWhole } of frames) {
        if (!board) continue;
        const exact = foldTo(log, wall);
        expect(forms(board)).toEqual(forms(isWhole ? exact : lackingAs(exact, board)));
      }
      player.close();
    }),
    { numRuns: 40 },
  );
});

const DAY = 86_400_000;

test.each([
  ["30 days", 30 * DAY],
  ["a year", 365 * DAY],
])("a pause of %s plays through in the time its map says", async (_, pause) => {
  const log = logAt([0, 500, 1000, 1000 + pause, 1500 + pause, 2000 + 2 * pause]);
  const { player, settle, advance, clock } = stage(tapeOf(log, { blocks: [3, 5], keyframes: [3] }));
  await settle();
  expect(player.state.get().duration).toBe(1000 + 2000 + 500 + 2000);
  player.play();
  await advance(5400);
  expect(player.state.get().status).toBe("playing");
  await advance(150);
  expect(player.state.get().status).toBe("ended");
  expect(player.frame.get()).toMatchObject({ wall: log.at(-1)?.at, board: foldTo(log, log.at(-1)?.at as Millis) });
  player.setIdleLimit(null);
  expect(player.state.get().duration).toBe(2000 + 2 * pause);
  await player.seek(1000 + pause / 2);
  player.setRate(16);
  player.play();
  await advance(1000);
  expect(player.frame.get().position).toBeCloseTo(1000 + pause / 2 + 16_000, -3);
  player.close();
  expect(clock.waiting).toBe(0);
});
