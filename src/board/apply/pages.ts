import type { PageId } from "../../signal/ids.js";
import type { MutableBoard } from "../board.js";
import { dropShape } from "../leaves.js";
import type { Rules } from "./recipe.js";

export const pageRules: Rules<"page.add" | "page.set" | "page.remove"> = {
  "page.add"(draft, { id, name, order }) {
    if (!(id in draft.pages)) draft.pages[id] = { id, name, order, top: null };
  },

  "page.set"(draft, { id, name, order }) {
    const page = draft.pages[id];
    if (page) draft.pages[id] = { id, name, order, top: page.top };
  },

  "page.remove"(draft, { id }) {
    if (!(id in draft.pages) || Object.keys(draft.pages).length === 1) return;
    delete draft.pages[id];
    for (const leaf of Object.values(draft.leaves)) {
      for (const shape of Object.values(leaf)) if (shape.page === id) dropShape(draft, shape.id);
    }
    for (const stroke of Object.values(draft.active)) {
      if (stroke.shape.page === id) delete draft.active[stroke.shape.id];
    }
  },
};

/** Remembers the page's highest order key. */
export function raiseTop(draft: MutableBoard, id: PageId, order: string): void {
  const page = draft.pages[id];
  if (page && (page.top === null || order > page.top)) {
    draft.pages[id] = { id, name: page.name, order: page.order, top: order };
  }
}
