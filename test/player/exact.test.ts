import fc from "fast-check";
import { expect, test } from "vitest";
import { plainBoard } from "../../src/board/plain.js";
import type { Entry } from "../../src/signal/entry.js";
import type { Millis } from "../../src/signal/ids.js";
import type { PlayerFrame } from "../../src/player/player.js";
import { arbitraryLog } from "../property/arbitraries.js";
import { arbitraryCuts, foldTo, tapeOf } from "../tape/tape-of.js";
import { stage } from "./stage.js";

/** What a viewer may do, in any order. Parts are of the duration. */
type Deed =
  | { readonly do: "play"; readonly ms: number }
  | { readonly do: "pause" }
  | { readonly do: "seek"; readonly part: number }
  | { readonly do: "seekWall"; readonly pick: number }
  | { readonly do: "rate"; readonly rate: number }
  | { readonly do: "idleLimit"; readonly ms: number | null };

const part = fc.double({ min: 0, max: 1, noNaN: true });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant("play" as const), ms: fc.integer({ min: 1, max: 400 }) }),
  fc.record({ do: fc.constant("pause" as const) }),
  fc.record({ do: fc.constant("seek" as const), part }),
  fc.record({ do: fc.constant("seekWall" as const), pick: fc.nat() }),
  fc.record({ do: fc.constant("rate" as const), rate: fc.constantFrom(0.25, 1, 4, 16) }),
  fc.record({ do: fc.constant("idleLimit" as const), ms: fc.constantFrom(2000, 10_000, null) }),
);

/** Frames must be at the wall time of their position and have the board of folding the whole log up to there. */
function expectExact(log: readonly Entry[], frame: PlayerFrame): void {
  const folded = foldTo(log, frame.wall);
  expect(frame.board).toEqual(folded);
  expect(frame.board && plainBoard(frame.board)).toEqual(plainBoard(folded));
}

const scenario = arbitraryLog(3, 25).chain((log) =>
  fc.record({
    log: fc.constant(log),
    cuts: arbitraryCuts(log.length),
    deeds: fc.array(deed, { minLength: 1, maxLength: 12 }),
  }),
);

test(
  "whatever a viewer does, every picture is the board of folding the log up to its moment",
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ log, cuts, deeds }) => {
        const { player, frames, settle, advance } = stage(tapeOf(log, cuts));
        await settle();
        for (const next of deeds) {
          if (next.do === "play") {
            player.play();
            await advance(next.ms);
          } else if (next.do === "pause") player.pause();
          else if (next.do === "seek") await player.seek(next.part * player.state.get().duration);
          else if (next.do === "seekWall") {
            const wall = log[next.pick % log.length]?.at as Millis;
            await player.seekWall(wall);
            expect(player.frame.get().wall).toBe(wall);
          } else if (next.do === "rate") player.setRate(next.rate);
          else player.setIdleLimit(next.ms);
          expect(player.wallAt(player.frame.get().position)).toBe(player.frame.get().wall);
        }
        expect(frames.length).toBeGreaterThan(0);
        for (const frame of new Map(frames.map((frame) => [frame.board, frame])).values()) expectExact(log, frame);
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
