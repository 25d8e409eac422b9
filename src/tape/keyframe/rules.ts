import type { Board } from "../../board/board.js";
import { LIMITS } from "../../signal/limits.js";
import type { Access } from "../../signal/signal.js";
import type { ByteReader } from "../../signal/wire/bytes.js";
import { readPageId } from "../../signal/wire/shapes.js";
import { readPaper } from "../../signal/wire/paper.js";
import { readAccess } from "../../signal/wire/profile.js";
import { readList } from "../forms.js";

/** What admins have ruled on a board. */
export type BoardRules = Pick<Board, "pages" | "access">;

/** Reads what {@link writePapers} wrote, onto the pages. */
export function readPapers(r: ByteReader, pages: Board["pages"]): Board["pages"] {
  const papered = { ...pages };
  for (const { id, paper } of readList(r, (r) => ({ id: readPageId(r), paper: readPaper(r) }))) {
    const page = Object.hasOwn(papered, id) ? papered[id] : undefined;
    papered[id] = { ...(page ?? r.fail("has paper for a page that it does not have")), paper };
  }
  return papered;
}

/** Reads what {@link writeRules} wrote, onto the pages. */
export function readRules(r: ByteReader, pages: Board["pages"]): BoardRules {
  const ruled = { ...pages };
  for (const id of readList(r, readPageId)) {
    const page = Object.hasOwn(ruled, id) ? ruled[id] : undefined;
    ruled[id] = { ...(page ?? r.fail("locks a page that it does not have")), isLocked: true };
  }
  return { pages: ruled, access: Object.fromEntries(readList(r, readRule)) };
}

function readRule(r: ByteReader): [string, Access] {
  const user = r.text(LIMITS.nameBytes);
  return [user, readAccess(r) ?? r.fail("rules nothing for a user")];
}
