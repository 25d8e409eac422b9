import { createHash, randomUUID } from "node:crypto";
import { EMPTY_BOARD, type MutableBoard } from "../../../board/board.js";
import { fold, thaw } from "../../../board/reduce.js";
import { InktapeError } from "../../../signal/errors.js";
import { roomId, ROOM_MEMBER, type MemberId, type Millis, type RoomId } from "../../../signal/ids.js";
import { damaged } from "../../../tape/envelope.js";
import type { TapeFile } from "../../../tape/file/open.js";
import { sealedPieces } from "../../../tape/file/sealed-pieces.js";
import { trimmedPieces } from "../../../tape/file/trimmed-pieces.js";
import { decodeKeyframe } from "../../../tape/keyframe.js";
import { loadAllInk } from "../../../tape/load-ink.js";
import { openBlock } from "../../../tape/open-block.js";
import { partsOf } from "../../../tape/parts.js";
import type { TapePiece } from "../../../tape/pieces.js";
import { blockInfo } from "../../../tape/seal.js";
import type { TapeSource } from "../../../tape/tape-source.js";
import type { Timeline } from "../../../tape/timeline.js";
import { mediaTypeOf } from "../../../signal/media-type.js";
import { assetTables, type AssetTables } from "../sqlite/asset-tables.js";
import { openStoreFile } from "../sqlite/database.js";
import { tables as prepare, type Tables } from "../sqlite/tables.js";
import type { CommandOf } from "./command-of.js";
import { Progress, withProgress } from "./progress.js";
import { withTapeFile } from "./tape-on-disk.js";

/** Makes a room of a tape, all of it or nothing. Resolves with the index of the tape. */
export function importTape({ file, room, data }: CommandOf<"import">): Promise<Timeline> {
  const id = roomId(room);
  return withTapeFile(file, async ({ tape }) => {
    const store = openStoreFile(data);
    const progress = new Progress(process.stderr, `Reading ${file}`);
    try {
      store.db.exec("BEGIN IMMEDIATE");
      const tables = prepare(store.db);
      const timeline = await new RoomImport(tables, tape).run(id, progress);
      await importAssets(tape, assetTables(store.db), tables.room(id)?.id ?? 0);
      store.db.exec("COMMIT");
      return timeline;
    } finally {
      progress.end();
      store.close();
    }
  });
}

/** Takes the pictures of a tape in as the API does: by what they are, not by what is said of them. */
async function importAssets(tape: TapeFile, tables: AssetTables, room: number): Promise<void> {
  for (const { hash } of tape.assets) {
    const content = await tape.asset(hash);
    const mediaType = mediaTypeOf(content);
    const isNamed = createHash("sha256").update(content).digest("hex") === hash;
    if (mediaType === null || !isNamed) throw damaged("asset", `${hash} is not what it is named by, or no picture`);
    tables.add(room, hash, mediaType, content);
  }
}

/** Puts the pieces of a tape into a store, in a transaction that is open; what it throws must end that. */
class RoomImport {
  readonly #tables: Tables;
  readonly #source: TapeSource;
  #room = 0;
  /** The board after the last entry that is in. */
  #board: MutableBoard = thaw(EMPTY_BOARD);
  /** Everyone the tape knows by number, with the last of their signals. */
  readonly #clientSeqs = new Map<MemberId, number>();

  constructor(tables: Tables, source: TapeSource) {
    this.#tables = tables;
    this.#source = source;
  }

  async run(name: RoomId, progress: Progress): Promise<Timeline> {
    const tables = this.#tables;
    if (tables.room(name)) {
      throw new InktapeError(
        "bad-argument",
        `A room "${name}" is in the store already. Choose another name with --room.`,
      );
    }
    const { created, blocks } = await this.#source.timeline();
    tables.addRoom(name, created, created, Date.now());
    this.#room = tables.room(name)?.id ?? 0;
    // A store keeps blocks in parts; those of a tape of format version 1 are sealed anew.
    const all = { from: 0 as Millis, to: Number.MAX_SAFE_INTEGER as Millis };
    const isParted = blocks.every(({ parts }) => parts !== null);
    const pieces = isParted ? sealedPieces(this.#source) : trimmedPieces(this.#source, all);
    const counted = withProgress(pieces, progress, blocks.at(-1)?.last ?? 0);
    let step = await counted.next();
    for (; !step.done; step = await counted.next()) await this.#put(step.value);
    this.#addMembers();
    const { seq, at, isRecording } = this.#board;
    tables.setHead(seq, Math.max(at, created), Number(isRecording), this.#room);
    return step.value;
  }

  async #put(piece: TapePiece): Promise<void> {
    if (piece.type === "keyframe") {
      const { seq, at } = piece.ref;
      const board = decodeKeyframe(piece.bytes);
      if (board.seq !== seq || board.at !== at)
        throw damaged("keyframe", `after entry ${seq} is that after ${board.seq}`);
      if (this.#board.seq < seq) {
        await loadAllInk(board, this.#source, () => undefined);
        this.#board = board;
      }
      this.#noteMakers(board);
      this.#tables.putKeyframe(this.#room, seq, at, 1, piece.bytes);
      this.#tables.addBytes(piece.bytes.length, this.#room);
      return;
    }
    const { ref } = piece;
    const { entries } = openBlock(ref, piece.bytes);
    if (ref.first !== this.#board.seq + 1 || !ref.parts)
      throw damaged("tape", `lacks what was before entry ${ref.first}`);
    const info = blockInfo(entries, ref.parts, this.#board.members);
    fold(this.#board, entries);
    for (const { by, clientSeq } of entries) {
      this.#clientSeqs.set(by, Math.max(clientSeq, this.#clientSeqs.get(by) ?? 0));
    }
    const bytes = new Map(partsOf(ref).map(({ type }, index) => [type, piece.bytes[index]]));
    const part = (type: "document" | "ink" | "presence") => bytes.get(type) ?? new Uint8Array(0);
    const [document, ink, presence] = [part("document"), part("ink"), part("presence")];
    this.#tables.addBlock(this.#room, ref.first, ref.last, JSON.stringify(info), document, ink, presence);
    this.#tables.addBytes(ref.bytes, this.#room);
  }

  /** Shapes are named by their makers' numbers, so a number that made one must not be given to anyone else. */
  #noteMakers({ branches, members }: Pick<MutableBoard, "branches" | "members">): void {
    const makers = [...branches.keys(), ...Object.keys(members).map(Number)] as MemberId[];
    for (const member of makers) if (!this.#clientSeqs.has(member)) this.#clientSeqs.set(member, 0);
  }

  /**
   * Who held a number is not on the tape. A client of a name that nobody can guess holds it now: so new clients get
   * others, and the room may still say that those who were there have left.
   */
  #addMembers(): void {
    this.#noteMakers(this.#board);
    for (const [member, clientSeq] of this.#clientSeqs) {
      if (member === ROOM_MEMBER) continue;
      this.#tables.addClient(this.#room, `imported-${randomUUID()}`, member);
      this.#tables.setClientSeq(clientSeq, this.#room, member);
    }
  }
}
