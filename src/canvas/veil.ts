import type { Board, Branch, Leaf } from "../board/board.js";
import { ActiveStroke } from "../board/stroke.js";
import type { MemberId } from "../signal/ids.js";
import { propOf } from "../signal/optional.js";
import type { Shape } from "../signal/shape.js";
import { isLaser } from "./laser.js";

/** What is seen of the things that veiled members have made: all, a shadow of them, nothing. */
export type InkShown = "shown" | "dimmed" | "hidden";

/** Members whose cursors, selections and lasers are not shown, and what is shown of what they have made. */
export interface Veil {
  readonly members: ReadonlySet<MemberId>;
  readonly ink: InkShown;
}

/** What is left of the opacity of something that is dimmed. */
const DIMMED = 0.15;

/**
 * The board as it is seen through a veil; the same board through a veil for nobody. What is the same on two boards is
 * the same through the veil, too, so that painting goes on at the cost of what has changed.
 */
export function veiled(board: Board, { members, ink }: Veil): Board {
  if (members.size === 0) return board;
  const isClear = (id: string) => !members.has(Number(id) as MemberId);
  const presence = Object.fromEntries(Object.entries(board.presence).filter(([id]) => isClear(id)));
  const strokes = Object.entries(board.active).flatMap(([id, stroke]) => {
    const seen = members.has(stroke.by) ? strokeSeen(stroke, ink) : stroke;
    return seen ? [[id, seen] as const] : [];
  });
  const branches = board.branches.map((branch, maker) =>
    branch && members.has(maker as MemberId) ? branchSeen(branch, ink) : branch,
  );
  return { ...board, presence, active: Object.fromEntries(strokes), branches };
}

function strokeSeen(stroke: ActiveStroke, ink: InkShown): ActiveStroke | null {
  const { shape, by, run } = stroke;
  if (ink === "hidden" || isLaser(stroke)) return null;
  return new ActiveStroke(ink === "dimmed" ? dimmedHead(shape) : shape, by, run);
}

function branchSeen(branch: Branch, ink: InkShown): Branch | null {
  if (ink === "hidden") return null;
  return ink === "dimmed" ? dimmedBranch(branch) : branch;
}

const dimmedHead = remembered(dimmed<ActiveStroke["shape"]>);
const dimmedShape = remembered(dimmed<Shape>);
const dimmedLeaf = remembered((leaf: Leaf): Leaf => leaf.map((shape) => shape && dimmedShape(shape)));
const dimmedBranch = remembered((branch: Branch): Branch => branch.map((leaf) => leaf && dimmedLeaf(leaf)));

function dimmed<S extends Pick<Shape, "kind">>(shape: S): S {
  return { ...shape, opacity: propOf(shape, "opacity") * DIMMED };
}

/** The same answer for the same object, as long as somebody holds that. */
function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
