import type { PageId } from "../../signal/ids.js";
import type { MutableBoard, Page } from "../board.js";
import { dropShape, shapesOf } from "../leaves.js";
import { isKey, type Rules } from "./recipe.js";

export const pageRules: Rules<"page.add" | "page.set" | "page.remove" | "page.lock" | "page.paper"> = {
  "page.add"(draft, { id, name, order }) {
    if (isKey(id) && !Object.hasOwn(draft.pages, id))
      draft.pages[id] = { id, name, order, top: null, isLocked: false, paper: null };
  },

  "page.set"(draft, { id, name, order }) {
    const page = pageAt(draft, id);
    if (page) draft.pages[id] = { id, name, order, top: page.top, isLocked: page.isLocked, paper: page.paper };
  },

  "page.lock"(draft, { id, isLocked }) {
    const page = pageAt(draft, id);
    if (page) draft.pages[id] = { id, name: page.name, order: page.order, top: page.top, isLocked, paper: page.paper };
  },

  "page.paper"(draft, { id, paper }) {
    const page = pageAt(draft, id);
    if (!page) return;
    const { name, order, top, isLocked } = page;
    draft.pages[id] = { id, name, order, top, isLocked, paper: paper && { ...paper } };
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
    const { name, isLocked, paper } = page;
    draft.pages[id] = { id, name, order: page.order, top: order, isLocked, paper };
  }
}
