import type { Board, Page } from "../../board/board.js";
import { InkRun } from "../../board/run.js";
import { ActiveStroke } from "../../board/stroke.js";
import type { MemberId, Millis, Seq } from "../../signal/ids.js";
import { LIMITS } from "../../signal/limits.js";
import type { Json, Profile } from "../../signal/signal.js";
import type { ByteReader } from "../../signal/wire/bytes.js";
import { readPoints } from "../../signal/wire/ink.js";
import { readJson } from "../../signal/wire/json.js";
import { readInkHeader, readPageId } from "../../signal/wire/shapes.js";
import { readProfile } from "../../signal/wire/profile.js";
import { readList, readMaybe } from "../forms.js";
import { readMemberId, readPresence } from "../presence-form.js";

/** Reads what {@link writeRest} wrote. */
export function readRest(r: ByteReader): Omit<Board, "branches" | "access"> {
  const seq = r.varint() as Seq;
  const at = r.varint() as Millis;
  const isRecording = r.varint(1) === 1;
  const unknown = r.varint();
  // fromEntries, not assignment: a key that a client chose may be "__proto__".
  const pages = Object.fromEntries(readList(r, readPage).map((page) => [page.id, page]));
  const members = Object.fromEntries(readList(r, readMember));
  const presence = Object.fromEntries(readList(r, readPresence));
  const shared = Object.fromEntries(readList(r, readShared));
  const active = Object.fromEntries(readList(r, readStroke).map((stroke) => [stroke.shape.id, stroke]));
  return { seq, at, isRecording, pages, active, members, presence, shared, unknown };
}

function readPage(r: ByteReader): Page {
  const id = readPageId(r);
  const name = r.text(LIMITS.nameBytes);
  const order = r.text(LIMITS.nameBytes);
  return { id, name, order, top: readMaybe(r, (r) => r.text(LIMITS.nameBytes)), isLocked: false, paper: null };
}

function readMember(r: ByteReader): [MemberId, Profile] {
  return [readMemberId(r), readProfile(r)];
}

function readShared(r: ByteReader): [string, Json] {
  const key = r.text(LIMITS.nameBytes);
  const value = readJson(r);
  return [key, value === undefined ? r.fail("holds a shared value that is none") : value];
}

function readStroke(r: ByteReader): ActiveStroke {
  const shape = readInkHeader(r);
  const by = readMemberId(r);
  const batches = readList(r, (r) => ({ points: readPoints(r, LIMITS.appendPoints), at: r.varint() as Millis }));
  const run = batches.reduce((run, { points, at }) => run.append(points, at), InkRun.EMPTY);
  return new ActiveStroke(shape, by, run);
}
