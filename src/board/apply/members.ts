import type { MemberId } from "../../signal/ids.js";
import type { CursorSample, MutableBoard, Presence } from "../board.js";
import { finishStroke } from "./ink.js";
import type { Rules } from "./recipe.js";

const ABSENT: Presence = Object.freeze({ cursor: null, camera: null, selection: Object.freeze([]) });

export const memberRules: Rules<"member.join" | "member.leave" | "cursor" | "camera" | "selection"> = {
  "member.join"(draft, { profile }, { by }) {
    draft.members[by] = profile;
    draft.presence[by] ??= ABSENT;
  },

  "member.leave"(draft, _, { by }) {
    for (const stroke of Object.values(draft.active)) if (stroke.by === by) finishStroke(draft, stroke.shape.id);
    delete draft.members[by];
    delete draft.presence[by];
  },

  cursor(draft, { cursor }, { by, at }) {
    const from = draft.presence[by]?.cursor;
    const before = from && from.page === cursor?.page ? { page: from.page, x: from.x, y: from.y, at: from.at } : null;
    update(draft, by, { cursor: cursor && ({ ...cursor, at, from: before } satisfies CursorSample) });
  },

  camera(draft, { camera }, { by }) {
    update(draft, by, { camera });
  },

  selection(draft, { ids }, { by }) {
    update(draft, by, { selection: ids });
  },
};

function update(draft: MutableBoard, member: MemberId, change: Partial<Presence>): void {
  const presence = draft.presence[member];
  if (!presence) return;
  const { cursor, camera, selection } = presence;
  draft.presence[member] = { cursor, camera, selection, ...change };
}
