import { virtualClock, type VirtualClock } from "../../../src/clock/virtual.js";
import { createPlayer } from "../../../src/player/create-player.js";
import { linkMedia } from "../../../src/player/media/link-media.js";
import type { MediaLink } from "../../../src/player/media/media-link.js";
import type { MediaOffset } from "../../../src/player/media/media-time.js";
import { pacedClock } from "../../../src/player/media/paced-clock.js";
import type { Player } from "../../../src/player/player.js";
import { seededRandom } from "../../property/seeded.js";
import { tapeOf } from "../../tape/tape-of.js";
import { logAt, START, steps } from "../stage.js";
import { SimulatedMedia, type SimulatedMediaOptions } from "./simulated-media.js";

export interface MediaStage {
  readonly player: Player;
  readonly clock: VirtualClock;
  readonly media: SimulatedMedia;
  readonly link: MediaLink;
  /** Where the media really is before the board, in milliseconds of wall time. */
  ahead(): number;
  advance(ms: number, eachFrame?: () => void): Promise<void>;
}

export interface MediaStageOptions extends Partial<Omit<SimulatedMediaOptions, "clock" | "random">> {
  readonly seed?: number;
  readonly offset?: MediaOffset;
  readonly times?: readonly number[];
}

const FRAME_MS = 1000 / 60;

/** A minute with an entry every 100 ms, unless `times` say otherwise, played along with a simulated element. */
export async function mediaStage(options: MediaStageOptions = {}): Promise<MediaStage> {
  const { seed = 1, offset = 0, times = steps(601, 100), ...media } = options;
  const clock = virtualClock(5_000_000);
  const paced = pacedClock(clock);
  const player = createPlayer({ source: tapeOf(logAt(times), { blocks: [0], keyframes: [] }), clock: paced });
  const element = new SimulatedMedia({ clock, random: seededRandom(seed), ...media });
  const settle = async () => {
    for (let turn = 0; turn < 40; turn++) await Promise.resolve();
  };
  await settle();
  const link = linkMedia({ player, clock: paced, element, offset });
  return {
    player,
    clock,
    media: element,
    link,
    ahead: () => START + Number(offset) + element.truth * 1000 - player.frame.get().wall,
    async advance(ms, eachFrame) {
      for (let left = ms; left > 0; left -= FRAME_MS) {
        clock.advance(Math.min(left, FRAME_MS));
        await settle();
        eachFrame?.();
      }
    },
  };
}
