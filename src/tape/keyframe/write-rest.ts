import type { Board, Page } from "../../board/board.js";
import type { ActiveStroke } from "../../board/stroke.js";
import type { Json, Profile } from "../../signal/signal.js";
import type { ByteWriter } from "../../signal/wire/byte-writer.js";
import { writePoints } from "../../signal/wire/write-ink.js";
import { writeJson } from "../../signal/wire/write-json.js";
import { writePageId, writeShape } from "../../signal/wire/write-shapes.js";
import { writeProfile } from "../../signal/wire/write-profile.js";
import { writeList, writeMaybe } from "../write-forms.js";
import { writePresence } from "../write-presence-form.js";

/** Writes all of a board but its finished shapes and what admins have ruled (rules.ts). */
export function writeRest(w: ByteWriter, board: Board): void {
  w.varint(board.seq);
  w.varint(board.at);
  w.byte(board.isRecording ? 1 : 0);
  w.varint(board.unknown);
  writeList(w, Object.values(board.pages), writePage);
  writeList(w, Object.entries(board.members), writeMember);
  writeList(w, Object.entries(board.presence), writePresence);
  writeList(w, Object.entries(board.shared), writeShared);
  writeList(w, Object.values(board.active), writeStroke);
}

function writePage(w: ByteWriter, page: Page): void {
  writePageId(w, page.id);
  w.text(page.name);
  w.text(page.order);
  writeMaybe(w, page.top, (w, top) => w.text(top));
}

function writeMember(w: ByteWriter, [member, profile]: [string, Profile]): void {
  w.varint(Number(member));
  writeProfile(w, profile);
}

function writeShared(w: ByteWriter, [key, value]: [string, Json]): void {
  w.text(key);
  writeJson(w, value);
}

function writeStroke(w: ByteWriter, { shape, by, run }: ActiveStroke): void {
  writeShape(w, shape);
  w.varint(by);
  writeList(w, run.batches(), (w, batch) => {
    writePoints(w, batch.batch);
    w.varint(batch.at);
  });
}
