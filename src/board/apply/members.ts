import type { Millis } from "../../signal/ids.js";
import type { Cursor } from "../../signal/signal.js";
import { Presence, type CursorSample } from "../presence.js";
import { finishStroke } from "./ink.js";
import { isKey, type Rules } from "./recipe.js";

export const memberRules: Rules<"member.join" | "member.leave" | "access.set" | "cursor" | "camera" | "selection"> = {
  "member.join"(draft, { profile }, { by }) {
    draft.members[by] = profile;
    draft.presence[by] ??= Presence.NONE;
  },

  "member.leave"(draft, _, { by }) {
    for (const stroke of Object.values(draft.active)) if (stroke.by === by) finishStroke(draft, stroke.shape.id);
    delete draft.members[by];
    delete draft.presence[by];
  },

  "access.set"(draft, { user, access }) {
    if (access === undefined) delete draft.access[user];
    else if (isKey(user)) draft.access[user] = access;
  },

  cursor(draft, { cursor }, { by, at }) {
    const was = draft.presence[by];
    if (!was) return;
    draft.presence[by] = new Presence(cursor && sample(cursor, at, was), was.camera, was.selection);
  },

  camera(draft, { camera }, { by }) {
    const was = draft.presence[by];
    if (was) draft.presence[by] = new Presence(was.cursor, camera, was.selection);
  },

  selection(draft, { ids }, { by }) {
    const was = draft.presence[by];
    if (was) draft.presence[by] = new Presence(was.cursor, was.camera, ids);
  },
};

// Written out: spreading one object into another with more properties takes V8 some twenty times as long.
function sample({ page, x, y }: Cursor, at: Millis, { cursor: last }: Presence): CursorSample {
  const from = last?.page === page ? { page, x: last.x, y: last.y, at: last.at } : null;
  return { page, x, y, at, from };
}
