import type { Picture } from "../../../src/canvas/board-view.js";
import type { Shape } from "../../../src/signal/shape.js";
import { ANN, idOf, Log, ME, rectangle } from "./log.js";

/** A room with these shapes in it, and Ann. */
export function roomWith(...shapes: readonly Shape[]): Log & { readonly picture: () => Picture } {
  const log = new Log();
  log.join(ME, "Me");
  log.join(ANN, "Ann", "red");
  log.add(ME, ...shapes.map((shape) => ({ type: "shape.add", shape }) as const));
  return Object.assign(log, { picture: () => ({ board: log.board, time: log.time, self: ME }) });
}

/** A block of solid colour: its fill is what its outline's colour makes of the page. */
export const block = rectangle(idOf(1), { x: 100, y: 100, w: 50, h: 50, fill: "solid" });

/** The red, green, blue and alpha of `#rrggbb`, each 0 to 255. */
export function rgba(color: string): number[] {
  const bits = Number.parseInt(color.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255, 255];
}
