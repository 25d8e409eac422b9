import type { ShapeId } from "../signal/ids.js";
import { trackOf, type Role, type Signal } from "../signal/signal.js";
import type { Board } from "./board.js";
import { shapeAt } from "./leaves.js";

/** Roles, from the one that may least. */
const ROLES: readonly Role[] = ["reader", "writer", "admin"];

/** True when one role may do all that the other may. */
export function isAtLeast(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(other);
}

/** True for a signal that one of that role may send: a reader looks and points, an admin also rules. */
export function mayDo(role: Role, signal: Signal): boolean {
  return isAtLeast(role, roleFor(signal));
}

function roleFor(signal: Signal): Role {
  if (trackOf(signal) === "presence") return "reader";
  return signal.type === "page.lock" || signal.type === "access.set" ? "admin" : "writer";
}

/**
 * True for a signal that would change something on a page that is locked, which is for admins only. A stroke that was
 * begun before may be gone on with.
 */
export function touchesLocked(board: Board, signal: Signal): boolean {
  switch (signal.type) {
    case "ink.begin":
    case "shape.add":
      return isLocked(board, signal.shape.page);
    case "shape.set":
      return isShapeLocked(board, signal.id) || isLocked(board, signal.props.page);
    case "shapes.move":
    case "shapes.scale":
    case "shapes.rotate":
    case "shapes.remove":
      return hasLocked(board) && signal.ids.some((id) => isShapeLocked(board, id));
    case "page.set":
    case "page.paper":
    case "page.remove":
      return isLocked(board, signal.id);
    default:
      return false;
  }
}

function hasLocked({ pages }: Board): boolean {
  return Object.values(pages).some((page) => page.isLocked);
}

function isShapeLocked(board: Board, id: ShapeId): boolean {
  return isLocked(board, (board.active[id]?.shape ?? shapeAt(board, id))?.page);
}

function isLocked({ pages }: Board, page: unknown): boolean {
  return typeof page === "string" && Object.hasOwn(pages, page) && pages[page as keyof typeof pages]!.isLocked;
}
