import type { Entry } from "../signal/entry.js";
import { countOf, makerOf, type ShapeId } from "../signal/ids.js";
import type { Signal, SignalType } from "../signal/signal.js";
import type { Board, MutableBoard } from "./board.js";
import { LEAF_WIDTH } from "./leaves.js";
import { fold, reduce } from "./reduce.js";

type Container = "pages" | "active" | "members" | "presence" | "access" | "shared";

/** What a signal may write to besides finished shapes; those that are not here write to too much to be told beforehand. */
const WRITES: { readonly [T in SignalType]?: readonly Container[] } = {
  "ink.begin": ["active", "pages"],
  "ink.append": ["active"],
  "ink.end": ["active"],
  "shape.add": ["pages"],
  "shapes.remove": ["active"],
  "page.add": ["pages"],
  "page.set": ["pages"],
  "page.lock": ["pages"],
  "page.paper": ["pages"],
  "member.join": ["members", "presence"],
  "access.set": ["access"],
  "state.set": ["shared"],
  cursor: ["presence"],
  camera: ["presence"],
  selection: ["presence"],
  event: [],
  marker: [],
  void: [],
  unknown: [],
  "recording.set": [],
};

/**
 * The board after `entries`, as {@link reduce} makes it, for one who goes on all the time and shows nothing: what most
 * signals write to is known beforehand, so just that is copied, and the recipe runs on it as it is. Some times faster than
 * `reduce`; a part of the board may be a new object though nothing in it has changed.
 */
export function advance(board: Board, entries: readonly Entry[]): Board {
  let next = board;
  for (let from = 0; from < entries.length;) {
    const isKnown = WRITES[typeAt(entries, from)] !== undefined;
    let to = from + 1;
    while (to < entries.length && (WRITES[typeAt(entries, to)] !== undefined) === isKnown) to += 1;
    const run = entries.slice(from, to);
    next = isKnown ? onCopies(next, run) : reduce(next, run);
    from = to;
  }
  return next;
}

function typeAt(entries: readonly Entry[], index: number): SignalType {
  return (entries[index] as Entry).signal.type;
}

function onCopies(board: Board, entries: readonly Entry[]): Board {
  const draft = { ...board } as MutableBoard & Board;
  const containers = new Set(entries.flatMap(({ signal }) => WRITES[signal.type] ?? []));
  for (const name of containers) Object.assign(draft, { [name]: { ...board[name] } });
  ownLeaves(draft, new Set(entries.flatMap(({ signal }) => finishedIn(signal))));
  fold(draft, entries);
  return draft;
}

/** The finished shapes that a signal may put, take or take up again. */
function finishedIn(signal: Signal): readonly ShapeId[] {
  if (signal.type === "shape.add") return [signal.shape.id];
  if (signal.type === "shapes.remove") return signal.ids;
  return signal.type === "ink.end" || signal.type === "ink.append" ? [signal.id] : [];
}

/** Copies the leaves of shapes, and what leads to them. */
function ownLeaves(draft: MutableBoard, ids: ReadonlySet<ShapeId>): void {
  if (ids.size === 0) return;
  const branches = [...draft.branches];
  const owned = new Set<unknown>();
  for (const id of ids) {
    const [maker, place] = [makerOf(id), Math.floor(countOf(id) / LEAF_WIDTH)];
    let branch = branches[maker];
    if (!branch) continue;
    if (!owned.has(branch)) owned.add((branch = branches[maker] = [...branch]));
    const leaf = branch[place];
    if (leaf && !owned.has(leaf)) owned.add((branch[place] = [...leaf]));
  }
  draft.branches = branches;
}
