import type { Board } from "../../board/board.js";
import { LIMITS } from "../../signal/limits.js";
import type { Access } from "../../signal/signal.js";
import type { ByteReader, ByteWriter } from "../../signal/wire/bytes.js";
import { readPageId, writePageId } from "../../signal/wire/shapes.js";
import { readPaper, writePaper } from "../../signal/wire/paper.js";
import { readAccess, writeAccess } from "../../signal/wire/signals.js";
import { readList, writeList } from "../forms.js";

/** What admins have ruled on a board. */
export type BoardRules = Pick<Board, "pages" | "access">;

/** True for a board on which nothing was ruled. */
export function isUnruled({ pages, access }: BoardRules): boolean {
  return Object.keys(access).length === 0 && Object.values(pages).every(({ isLocked }) => !isLocked);
}

/** Writes which pages are locked, and what users may do. */
export function writeRules(w: ByteWriter, { pages, access }: BoardRules): void {
  const locked = Object.values(pages).filter(({ isLocked }) => isLocked);
  writeList(w, locked, (w, { id }) => writePageId(w, id));
  writeList(w, Object.entries(access), (w, [user, access]) => {
    w.text(user);
    writeAccess(w, access);
  });
}

/** True when all pages are of plain paper. */
export function isPlainPaper({ pages }: Pick<Board, "pages">): boolean {
  return Object.values(pages).every(({ paper }) => paper === null);
}

/** Writes the paper of those pages that have any. */
export function writePapers(w: ByteWriter, { pages }: Pick<Board, "pages">): void {
  const papered = Object.values(pages).flatMap(({ id, paper }) => (paper ? [{ id, paper }] : []));
  writeList(w, papered, (w, { id, paper }) => (writePageId(w, id), writePaper(w, paper)));
}

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
