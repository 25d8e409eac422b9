import type { Clock } from "../../../clock/clock.js";
import { isRecordingAtEnd, recordedRuns } from "../../../room/recorded.js";
import type { Enrolment, Recovery, RoomLog, StoredKeyframe, Unsubscribe } from "../../../room/room-log.js";
import { Stamper } from "../../../room/stamper.js";
import type { Draft, Entry } from "../../../signal/entry.js";
import { InktapeError } from "../../../signal/errors.js";
import { ROOM_MEMBER, type ClientId, type MemberId, type Millis, type RoomId, type Seq } from "../../../signal/ids.js";
import type { SealedBlock } from "../../../tape/block-info.js";
import type { TapeSource } from "../../../tape/tape-source.js";
import type { GroupCommit, WorkOptions } from "./group-commit.js";
import { entriesAfter, isRecorded, type Note } from "./history.js";
import type { Journal } from "./journal.js";
import { dropRaw } from "./raw.js";
import type { LiveRoom } from "./live-room.js";
import { cutTornEnd, recover } from "./recovery.js";
import type { RoomRow, Tables } from "./tables.js";
import { sqliteTape } from "./tape.js";

type OnEntries = (entries: readonly Entry[]) => void;

/** What the logs of one store share. */
export interface SqliteStoreParts {
  readonly tables: Tables;
  readonly journal: Journal;
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

/** A room log in the store's one SQLite file: its newest entries in the journal of all rooms, the others in its tables. */
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
      if (known) cutTornEnd(parts, known, note);
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
      if (known) {
        const member = known.member as MemberId;
        return { member, clientSeq: this.#live.count(member) ?? known.client_seq };
      }
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
    const missed = entriesAfter(this.#parts, this.#id, after, this.#parts.note);
    if (missed.length !== Math.max(0, this.#live.end.head - after)) {
      throw new InktapeError("not-found", `Entries after ${after} of the room "${this.room}" are not kept any more.`);
    }
    if (missed.length > 0) on(missed);
    const follower: OnEntries = (entries) => on(entries);
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  check(): Promise<void> {
    const { tables, journal } = this.#parts;
    return this.#do(() => {
      journal.settle(this.#id);
      tables.touchRoom(this.#id);
    });
  }

  recover(): Promise<Recovery> {
    const { room: name } = this;
    return this.#do(() => recover(this.#parts, { id: this.#id, name, head: this.#live.end.head }, this.#parts.note));
  }

  seal({ info, parts }: SealedBlock): Promise<void> {
    const { tables, journal } = this.#parts;
    return this.#do(() => {
      const { first, last } = info;
      journal.settle(this.#id, { first, last, isRecorded: true });
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
    const { tables, journal } = this.#parts;
    return this.#do(() => {
      journal.settle(this.#id, { first: 1, last: keyframe.seq, isRecorded: false });
      this.#put(keyframe, tables.keyframe(this.#id, keyframe.seq)?.is_kept === 1);
      for (const { seq, is_kept, size } of tables.keyframeSeqs(this.#id)) {
        if (seq < keyframe.seq && is_kept === 0) this.#dropKeyframe(seq, size);
      }
      dropRaw(tables, this.#id, 1, keyframe.seq, (row) => !isRecorded(row));
    });
  }

  tape(): TapeSource {
    const { room: name, created } = this;
    return sqliteTape(this.#parts, { id: this.#id, name, created }, this.#parts.clock);
  }

  close(): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    // What cannot be put in its place stays in the journal, and is found there.
    const closed = this.#do(() => this.#parts.journal.release(this.#id)).catch(() => undefined);
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
      { isInMemory: true },
    );
    const gathering = { batches, results };
    results.catch(() => {
      if (this.#gathering === gathering) this.#gathering = null;
    });
    return gathering;
  }

  /** Stamps the drafts that are new, and puts them at the end. A batch with an unknown author is refused by itself. */
  #order(batches: readonly (readonly Draft[])[]): readonly AppendResult[] {
    const { journal, clock } = this.#parts;
    const live = this.#live;
    const now = clock.now();
    const clientSeqs = new Map<MemberId, number>();
    let { head, lastAt: at } = live.end;
    const stamp = (draft: Draft): readonly Entry[] => {
      const { by, clientSeq, signal } = draft;
      const known = clientSeqs.get(by) ?? this.#count(by) ?? 0;
      if (clientSeq > 0 && clientSeq <= known) return [];
      if (clientSeq > 0) clientSeqs.set(by, clientSeq);
      head = (head + 1) as Seq;
      at = this.#stamper.stamp(draft, at, now);
      return [{ seq: head, at, by, clientSeq, signal }];
    };
    const results = batches.map((batch) => this.#refusal(batch) ?? batch.flatMap(stamp));
    const entries = results.flatMap((result) => (result instanceof InktapeError ? [] : result));
    if (entries.length === 0) return results;

    const { isRecording } = live.end;
    const end = { head, lastAt: at, isRecording: isRecordingAtEnd(entries, isRecording) };
    journal.append(this.#id, recordedRuns(entries, isRecording), end);
    return results;
  }

  #refusal(batch: readonly Draft[]): InktapeError | null {
    const stranger = batch.find(({ by }) => this.#count(by) === undefined);
    if (!stranger) return null;
    return new InktapeError("bad-argument", `Member ${stranger.by} was never enrolled in the room "${this.room}".`);
  }

  /** The last of the member's signals that is in the log; undefined for one who was never enrolled. */
  #count(member: MemberId): number | undefined {
    return member === ROOM_MEMBER ? 0 : this.#live.count(member);
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

  get #live(): LiveRoom {
    return this.#parts.journal.room(this.#id);
  }

  #do<T>(work: () => T, done?: (value: T) => void, options?: WorkOptions): Promise<T> {
    if (this.#isClosed) {
      return Promise.reject(
        new InktapeError("log-failed", `The log of the room "${this.room}" is closed: open it again.`),
      );
    }
    this.#gathering = null;
    return this.#parts.commits.add(work, done, options);
  }
}
