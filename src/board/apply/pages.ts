import type { PageId } from "../../signal/ids.js";
import type { MutableBoard, Page } from "../board.js";
import { dropShape, shapesOf } from "../leaves.js";
import { isKey, type Rules } from "./recipe.js";

export const pageRules: Rules<"page.add" | "page.set" | "page.remove" | "page.lock"> = {
  "page.add"(draft, { id, name, order }) {
    if (isKey(id) && !Object.hasOwn(draft.pages, id)) draft.pages[id] = { id, name, order, top: null, isLocked: false };
  },

  "page.set"(draft, { id, name, order }) {
    const page = pageAt(draft, id);
    if (page) draft.pages[id] = { id, name, order, top: page.top, isLocked: page.isLocked };
  },

  "page.lock"(draft, { id, isLocked }) {
    const page = pageAt(draft, id);
    if (page) draft.pages[id] = { id, name: page.name, order: page.order, top: page.top, isLocked };
  },

  "page.remove"(draft, { id }) {
    if (!pageAt(draft, id) || Object.keys(draft.pages).length === 1) return;
    delete draft.pages[id];
    const shapes = [...shapesOf(draft)].filter((shape) => shape.page === id);
    for (const shape of shapes) dropShape(draft, shape.id);
    for (const stroke of Object.values(draft.active)) {
      if (stroke.shape.page === id) delete draft.active[stroke.shape.id];
    }
  },
};

function pageAt(draft: MutableBoard, id: PageId): Page | undefined {
  return Object.hasOwn(draft.pages, id) ? draft.pages[id] : undefined;
}

/** Remembers the page's highest order key. */
export function raiseTop(draft: MutableBoard, id: PageId, order: string): void {
  const page = pageAt(draft, id);
  if (page && (page.top === null || order > page.top)) {
    draft.pages[id] = { id, name: page.name, order: page.order, top: order, isLocked: page.isLocked };
  }
}
