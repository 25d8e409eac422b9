import type { Clock } from "../../clock/clock.js";
import type { Store } from "../../store/store.js";
import { throttled } from "../throttle.js";
import type { Editor } from "./editor.js";

/** Boards change with every point that somebody draws; whether any shape is in view is looked up less often, in ms. */
const EVERY_MS = 200;

/**
 * True while the page that is shown has shapes and none of them is in view. Listeners are called only when that changes,
 * however much the view moves; costs nothing while nobody watches.
 */
export function watchOutOfSight({ client, view }: Pick<Editor, "client" | "view">, clock: Clock): Store<boolean> {
  const sources = [throttled(client.board, EVERY_MS, clock), view.camera, view.size, view.page];
  return {
    get: () => view.isOutOfSight(),
    subscribe(listener) {
      let last = view.isOutOfSight();
      const look = () => {
        const now = view.isOutOfSight();
        if (now === last) return;
        last = now;
        listener();
      };
      const ends = sources.map((source) => source.subscribe(look));
      return () => ends.forEach((end) => end());
    },
  };
}
