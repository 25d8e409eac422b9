import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom } from "../../property/seeded.js";
import { mediaStage } from "./stage.js";

/** What drift, coarse time and stalls may set the board and the sound apart by, in milliseconds. */
const TOGETHER_MS = 40;

test("board and sound stay together however the sound drifts, stalls and tells its time", { timeout: 300_000 }, () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      fc.double({ min: -0.02, max: 0.02, noNaN: true }),
      async (seed, drift) => {
        const random = seededRandom(seed);
        const { player, media, ahead, advance } = await mediaStage({ seed, drift, grain: 250 });
        let [farthest, last] = [0, 0];
        player.play();
        for (let stretch = 0; stretch < 8; stretch += 1) {
          await advance(random() * 3000, () => {
            const { position } = player.frame.get();
            expect(position).toBeGreaterThanOrEqual(last);
            last = position;
            farthest = Math.max(farthest, Math.abs(ahead()));
          });
          media.stall(random() * 1500);
        }
        expect(last).toBeGreaterThan(1000);
        expect(media.calls).toEqual(["play"]);
        expect(farthest).toBeLessThanOrEqual(TOGETHER_MS);
      },
    ),
    { numRuns: 60 },
  ),
);
