import type { Clock } from "../../../clock/clock.js";
import { isRecordingAtEnd, recordedRuns } from "../../../room/recorded.js";
import type { Enrolment, Recovery, RoomLog, StoredKeyframe, Unsubscribe } from "../../../room/room-log.js";
import { Stamper } from "../../../room/stamper.js";
import type { Draft, Entry } from "../../../signal/entry.js";
import { InktapeError } from "../../../signal/errors.js";
import { ROOM_MEMBER, type ClientId, type MemberId, type Millis, type RoomId, type Seq } from "../../../signal/ids.js";
import type { SealedBlock } from "../../../tape/block-info.js";
import type { TapeSource } from "../../../tape/tape-source.js";
import type { GroupCommit } from "./group-commit.js";
import { entriesAfter, isRecorded, type Note } from "./history.js";
import { dropRaw, writeRaw } from "./raw.js";
import { cutTornEnd, recover } from "./recovery.js";
import type { RoomRow, Tables } from "./tables.js";
import { sqliteTape } from "./tape.js";

type OnEntries = (entries: readonly Entry[]) => void;

/** What the logs of one store share. */
export interface SqliteStoreParts {
  readonly tables: Tables;
  readonly commits: GroupCommit;
  readonly clock: Clock;
  readonly note: Note;
}

type AppendResult = readonly Entry[] | InktapeError;

interface Gathering {
  readonly batches: (readonly Draft[])[];
  /** What became of each batch. */
  readonly results: Promise<readonly AppendResult[]>;
}

/**
 * A room log in the store's one SQLite file. Nothing of it is held in memory but who follows: what a transaction did
 * not commit was never there.
 */
export class SqliteLog implements RoomLog {
  readonly room: RoomId;
  readonly created: Millis;
  readonly #id: number;
  readonly #parts: SqliteStoreParts;
  readonly #followers = new Set<OnEntries>();
  readonly #stamper = new Stamper();
  /** Appends that the next commit takes; null when none wait, or something else was asked for after them. */
  #gathering: Gathering | null = null;
  #isClosed = false;

  private constructor(parts: SqliteStoreParts, row: RoomRow) {
    this.#parts = parts;
    this.#id = row.id;
    this.room = row.name as RoomId;
    this.created = row.created as Millis;
  }

  /** Opens the room's log, making the room when it never was, and cuts off a torn end. */
  static async open(parts: SqliteStoreParts, room: RoomId): Promise<SqliteLog> {
    const { tables, commits, clock, note } = parts;
    const row = await commits.add(() => {
      const known = tables.room(room);
      if (known) cutTornEnd(tables, known, note);
      const now = Math.floor(clock.now());
      if (!known) tables.addRoom(room, now, now, now);
      return known ?? tables.room(room);
    });
    if (!row) throw new InktapeError("log-failed", `The room "${room}" could not be made.`);
    return new SqliteLog(parts, row);
  }

  enrol(client: ClientId): Promise<Enrolment> {
    const { tables } = this.#parts;
    return this.#do(() => {
      const known = tables.client(this.#id, client);
      if (known) return { member: known.member as MemberId, clientSeq: known.client_seq };
      const member = ((tables.lastMember(this.#id)?.member ?? 0) + 1) as MemberId;
      tables.addClient(this.#id, client, member);
      return { member, clientSeq: 0 };
    });
  }

  append(batch: readonly Draft[]): Promise<readonly Entry[]> {
    const gathering = (this.#gathering ??= this.#gather());
    const place = gathering.batches.push(batch) - 1;
    return gathering.results.then((results) => {
      const result = results[place];
      if (result instanceof InktapeError) throw result;
      return result ?? [];
    });
  }

  follow(after: Seq, on: OnEntries): Unsubscribe {
    const { tables, note } = this.#parts;
    const missed = entriesAfter(tables, this.#id, after, note);
    if (missed.length !== Math.max(0, this.#row().head - after)) {
      throw new InktapeError("not-found", `Entries after ${after} of the room "${this.room}" are not kept any more.`);
    }
    if (missed.length > 0) on(missed);
    const follower: OnEntries = (entries) => on(entries);
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  check(): Promise<void> {
    return this.#do(() => this.#parts.tables.touchRoom(this.#id));
  }

  recover(): Promise<Recovery> {
    const { tables, note } = this.#parts;
    return this.#do(() => recover(tables, this.#row(), note));
  }

  seal({ info, parts }: SealedBlock): Promise<void> {
    const { tables } = this.#parts;
    return this.#do(() => {
      const { first, last } = info;
      const shorter = tables.bytesWithin(this.#id, first, last)?.bytes ?? 0;
      tables.dropWithin(this.#id, first, last);
      tables.addBlock(this.#id, first, last, JSON.stringify(info), parts.document, parts.ink, parts.presence);
      tables.addBytes(info.bytes - shorter, this.#id);
      dropRaw(tables, this.#id, info.first, info.last, isRecorded);
    });
  }

  plain(after: Seq): Promise<SealedBlock | null> {
    return this.#do(() => {
      const row = this.#parts.tables.plainBlockAfter(this.#id, after);
      if (!row) return null;
      const { info, document, ink, presence } = row;
      return { info: JSON.parse(info), parts: { document, ink, presence } };
    });
  }

  keep(keyframe: StoredKeyframe): Promise<void> {
    return this.#do(() => this.#put(keyframe, true));
  }

  forget(keyframe: StoredKeyframe): Promise<void> {
    const { tables } = this.#parts;
    return this.#do(() => {
      this.#put(keyframe, tables.keyframe(this.#id, keyframe.seq)?.is_kept === 1);
      for (const { seq, is_kept, size } of tables.keyframeSeqs(this.#id)) {
        if (seq < keyframe.seq && is_kept === 0) this.#dropKeyframe(seq, size);
      }
      dropRaw(tables, this.#id, 1, keyframe.seq, (row) => !isRecorded(row));
    });
  }

  tape(): TapeSource {
    return sqliteTape(this.#parts.tables, this.#row(), this.#parts.clock);
  }

  close(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    const closed = this.#do(() => undefined);
    this.#isClosed = true;
    return closed.finally(() => this.#followers.clear());
  }

  /** What is appended before the next commit goes in as one: one row, and one call for who follows. */
  #gather(): Gathering {
    const batches: (readonly Draft[])[] = [];
    const results = this.#do(
      () => {
        this.#gathering = null;
        return this.#order(batches);
      },
      (ordered) => {
        const entries = ordered.flatMap((result) => (result instanceof InktapeError ? [] : result));
        if (entries.length > 0) for (const follower of [...this.#followers]) follower(entries);
      },
    );
    const gathering = { batches, results };
    results.catch(() => {
      if (this.#gathering === gathering) this.#gathering = null;
    });
    return gathering;
  }

  /** Stamps the drafts that are new, and puts them at the end. A batch with an unknown author is refused by itself. */
  #order(batches: readonly (readonly Draft[])[]): readonly AppendResult[] {
    const { tables, clock } = this.#parts;
    const row = this.#row();
    const now = clock.now();
    const clientSeqs = new Map<MemberId, number>();
    let { head } = row;
    let at = row.last_at as Millis;
    const stamp = (draft: Draft): readonly Entry[] => {
      const { by, clientSeq, signal } = draft;
      const known = clientSeqs.get(by) ?? this.#clientSeq(by) ?? 0;
      if (clientSeq > 0 && clientSeq <= known) return [];
      if (clientSeq > 0) clientSeqs.set(by, clientSeq);
      head += 1;
      at = this.#stamper.stamp(draft, at, now);
      return [{ seq: head as Seq, at, by, clientSeq, signal }];
    };
    const results = batches.map((batch) => this.#refusal(batch) ?? batch.flatMap(stamp));
    const entries = results.flatMap((result) => (result instanceof InktapeError ? [] : result));
    if (entries.length === 0) return results;

    const wasRecording = row.is_recording === 1;
    for (const run of recordedRuns(entries, wasRecording)) writeRaw(tables, this.#id, run.entries, run.isRecorded);
    for (const [member, clientSeq] of clientSeqs) tables.setClientSeq(clientSeq, this.#id, member);
    tables.setHead(head, at, Number(isRecordingAtEnd(entries, wasRecording)), this.#id);
    return results;
  }

  #refusal(batch: readonly Draft[]): InktapeError | null {
    const stranger = batch.find(({ by }) => this.#clientSeq(by) === undefined);
    if (!stranger) return null;
    return new InktapeError("bad-argument", `Member ${stranger.by} was never enrolled in the room "${this.room}".`);
  }

  /** The last of the member's signals that is in the log; undefined for one who was never enrolled. */
  #clientSeq(member: MemberId): number | undefined {
    return member === ROOM_MEMBER ? 0 : this.#parts.tables.clientSeq(this.#id, member)?.client_seq;
  }

  #put({ seq, at, bytes }: StoredKeyframe, isKept: boolean): void {
    const { tables } = this.#parts;
    const before = tables.keyframe(this.#id, seq);
    if (before) this.#dropKeyframe(seq, before.bytes.length);
    tables.putKeyframe(this.#id, seq, at, Number(isKept), bytes);
    tables.addBytes(bytes.length, this.#id);
  }

  #dropKeyframe(seq: number, size: number): void {
    this.#parts.tables.dropKeyframe(this.#id, seq);
    this.#parts.tables.addBytes(-size, this.#id);
  }

  #row(): RoomRow {
    const row = this.#parts.tables.roomById(this.#id);
    if (row) return row;
    throw new InktapeError("log-failed", `The room "${this.room}" is gone from the store.`);
  }

  #do<T>(work: () => T, done?: (value: T) => void): Promise<T> {
    if (this.#isClosed) {
      return Promise.reject(
        new InktapeError("log-failed", `The log of the room "${this.room}" is closed: open it again.`),
      );
    }
    this.#gathering = null;
    return this.#parts.commits.add(work, done);
  }
}
