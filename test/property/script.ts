import fc from "fast-check";

import { countOf, shapeId, type MemberId } from "../../src/signal/ids.js";
import { INK_STRIDE } from "../../src/signal/ink.js";
import { trackOf, type Signal } from "../../src/signal/signal.js";
import { inkHeader } from "../board/log.js";
import { arbitrarySignal } from "./arbitrary-signal.js";
import type { Weather } from "./network.js";

/** The longest that an end of a cut line goes on without noticing, in milliseconds. */
export const UNNOTICED_MS = 3000;

/** What goes on in a room, one thing after another; `who` counts its people from 0, times are milliseconds. */
export type Happening =
  | { readonly what: "act"; readonly who: number; readonly signals: readonly Signal[] }
  | { readonly what: "undo" | "redo"; readonly who: number }
  | { readonly what: "wait"; readonly ms: number }
  | { readonly what: "weather"; readonly weather: Weather }
  | { readonly what: "cut" }
  /** The authority dies, and is started again after `ms`. */
  | { readonly what: "kill"; readonly ms: number };

/** What only the room or an admin may say, and what would end the recording that the log is read from. */
const NOT_SAID: readonly Signal["type"][] = [
  "member.join",
  "member.leave",
  "void",
  "page.lock",
  "access.set",
  "recording.set",
];

/** Scripts for `people` who mostly do things, in weather that changes. */
export function arbitraryScript(people: number): fc.Arbitrary<Happening[]> {
  const what = <T extends Happening["what"]>(...names: readonly T[]) => fc.constantFrom(...names);
  const who = fc.nat(people - 1);
  const signal = arbitrarySignal(people).filter(({ type }) => !NOT_SAID.includes(type));
  const appends = fc.array(
    arbitrarySignal().filter(({ type }) => type === "ink.append"),
    { maxLength: 4 },
  );
  const weather = fc.record({
    delay: fc.nat(400),
    cut: fc.constantFrom(0, 0.05, 0.3),
    unnoticed: fc.nat(UNNOTICED_MS),
  });
  const absence = fc.integer({ min: 0, max: 15_000 });
  const happening = fc.oneof(
    { weight: 6, arbitrary: fc.record({ what: what("act"), who, signals: fc.array(signal, { maxLength: 4 }) }) },
    { weight: 3, arbitrary: fc.record({ what: what("act"), who, signals: appends.map(strokeOf) }) },
    { weight: 2, arbitrary: fc.record({ what: what("undo", "redo"), who }) },
    { weight: 8, arbitrary: fc.record({ what: what("wait"), ms: fc.nat(120) }) },
    { weight: 1, arbitrary: fc.record({ what: what("wait"), ms: absence }) },
    { weight: 1, arbitrary: fc.record({ what: what("weather"), weather }) },
    { weight: 1, arbitrary: fc.record({ what: what("cut") }) },
    { weight: 1, arbitrary: fc.record({ what: what("kill"), ms: absence }) },
  );
  return fc.array(happening, { maxLength: 80, size: "max" });
}

/** A whole stroke of which the points are given. */
function strokeOf(appends: readonly Signal[]): Signal[] {
  const shape = inkHeader(80);
  const parts = appends.map((part): Signal => (part.type === "ink.append" ? { ...part, id: shape.id } : part));
  return [{ type: "ink.begin", shape }, ...parts, { type: "ink.end", id: shape.id }];
}

/** The signal as this member may send it: what it makes and draws carries its own number. */
export function as(member: MemberId, said: Signal): Signal {
  if (said.type === "ink.append" || said.type === "ink.end") return { ...said, id: shapeId(member, countOf(said.id)) };
  if (said.type === "ink.begin" || said.type === "shape.add") {
    return { ...said, shape: { ...said.shape, id: shapeId(member, countOf(said.shape.id)) } } as Signal;
  }
  return said;
}

/**
 * Changes to the document cut into parts that no batching changes: a signal, or one point of a stroke. A batch may
 * hold the points of several signals in one.
 */
export function partsOf(signals: readonly Signal[]): unknown[] {
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
