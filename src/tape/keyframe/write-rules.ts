import type { Board } from "../../board/board.js";
import type { ByteWriter } from "../../signal/wire/byte-writer.js";
import { writePageId } from "../../signal/wire/write-shapes.js";
import { writePaper } from "../../signal/wire/write-paper.js";
import { writeAccess } from "../../signal/wire/write-profile.js";
import { writeList } from "../write-forms.js";
import type { BoardRules } from "./rules.js";

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
