import type { PageId } from "../signal/ids.js";
import type { Shape } from "../signal/shape.js";
import type { Paper } from "../signal/signal.js";
import type { Board } from "./board.js";
import { shapesOf } from "./leaves.js";

/** The assets that shapes and papers show; those without a picture name none. */
export function assetsIn(shapes: Iterable<Shape>, papers: Iterable<Paper | null> = []): ReadonlySet<string> {
  const assets = new Set<string>();
  for (const shape of shapes) if (shape.kind === "image") assets.add(shape.asset as string);
  for (const paper of papers) assets.add(paper?.asset ?? "");
  assets.delete("");
  return assets;
}

/** The assets that a page shows. */
export function assetsOn(board: Board, page: PageId): ReadonlySet<string> {
  const shapes = [...shapesOf(board)].filter((shape) => shape.page === page);
  return assetsIn(shapes, [board.pages[page]?.paper ?? null]);
}
