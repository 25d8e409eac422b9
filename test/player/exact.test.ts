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
import { stage, type Stage } from "./stage.js";

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
  }
}

const scenario = arbitraryLog(3, 25).chain((log) =>
  fc.record({
    log: fc.constant(log),
    cuts: arbitraryCuts(log.length),
    deeds: fc.array(deed, { minLength: 1, maxLength: 12 }),
  }),
);

test(
  "whatever a viewer does, every picture is the board of folding the log up to its moment, but for ink still to come",
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async ({ log, cuts, deeds }) => {
        const set = stage(tapeOf(log, cuts));
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
