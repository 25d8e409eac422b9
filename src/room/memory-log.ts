import type { Clock } from "../clock/clock.js";
import type { Draft, Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import type { ClientId, MemberId, Millis, RoomId, Seq } from "../signal/ids.js";
import type { SealedBlock } from "../tape/block-info.js";
import { sealedEntries } from "../tape/sealed/sealed-block.js";
import type { TapeSource } from "../tape/tape-source.js";
import type { MemoryRoom } from "./memory-room.js";
import { memoryTape } from "./memory-tape.js";
import { isRecordingAtEnd, recordedRuns } from "./recorded.js";
import type { Enrolment, Recovery, RoomLog, StoredKeyframe, Unsubscribe } from "./room-log.js";
import { Stamper } from "./stamper.js";

type OnEntries = (entries: readonly Entry[]) => void;

/** A room log that keeps everything in memory: "durable" means until the store is let go of. */
export class MemoryLog implements RoomLog {
  readonly room: RoomId;
  readonly created: Millis;
  readonly #kept: MemoryRoom;
  readonly #clock: Clock;
  readonly #followers = new Set<OnEntries>();
  readonly #stamper = new Stamper();
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(kept: MemoryRoom, clock: Clock) {
    this.room = kept.room;
    this.created = kept.created;
    this.#kept = kept;
    this.#clock = clock;
  }

  enrol(client: ClientId): Promise<Enrolment> {
    return this.#do(() => {
      const { clients, clientSeqs } = this.#kept;
      const member = clients.get(client) ?? ((this.#kept.lastMember + 1) as MemberId);
      clients.set(client, member);
      this.#kept.lastMember = Math.max(this.#kept.lastMember, member) as MemberId;
      if (!clientSeqs.has(member)) clientSeqs.set(member, 0);
      return { member, clientSeq: clientSeqs.get(member) ?? 0 };
    });
  }

  append(batch: readonly Draft[]): Promise<readonly Entry[]> {
    return this.#do(() => {
      const entries = this.#order(batch);
      if (entries.length > 0) for (const follower of [...this.#followers]) follower(entries);
      return entries;
    });
  }

  follow(after: Seq, on: OnEntries): Unsubscribe {
    const missed = this.#entriesAfter(after);
    if (missed.length !== Math.max(0, this.#kept.head - after)) {
      throw new InktapeError("not-found", `Entries after ${after} of the room "${this.room}" were forgotten.`);
    }
    if (missed.length > 0) on(missed);
    const follower: OnEntries = (entries) => on(entries);
    this.#followers.add(follower);
    return () => void this.#followers.delete(follower);
  }

  check(): Promise<void> {
    return this.#do(() => undefined);
  }

  recover(): Promise<Recovery> {
    return this.#do(() => {
      const { keyframes, blocks, lastMember, head } = this.#kept;
      const newest = keyframes.at(-1);
      const keyframe = newest ? { seq: newest.seq, at: newest.at, bytes: newest.bytes } : null;
      const passed = blocks.filter(({ info }) => info.first > (keyframe?.seq ?? 0));
      return {
        keyframe,
        tail: this.#entriesAfter((keyframe?.seq ?? 0) as Seq),
        head,
        sealed: (blocks.at(-1)?.info.last ?? 0) as Seq,
        blocks: passed.map(({ info: { first, last } }) => ({ first, last })),
        passedBytes: passed.reduce((sum, { parts }) => sum + parts.document.length + parts.presence.length, 0),
        lastMember,
      };
    });
  }

  seal(block: SealedBlock): Promise<void> {
    return this.#do(() => {
      const { first, last } = block.info;
      const others = this.#kept.blocks.filter(({ info }) => info.last < first || info.first > last);
      this.#kept.blocks = [...others, block].sort((a, b) => a.info.first - b.info.first);
      this.#kept.raw = this.#kept.raw.filter(({ entry }) => entry.seq < first || entry.seq > last);
    });
  }

  plain(after: Seq): Promise<SealedBlock | null> {
    return this.#do(() => this.#kept.blocks.find(({ info }) => info.last > after && info.isPlain) ?? null);
  }

  keep(keyframe: StoredKeyframe): Promise<void> {
    return this.#do(() => this.#put(keyframe, true));
  }

  forget(keyframe: StoredKeyframe): Promise<void> {
    return this.#do(() => {
      const { seq } = keyframe;
      this.#put(
        keyframe,
        this.#kept.keyframes.some((other) => other.seq === seq && other.isKept),
      );
      this.#kept.keyframes = this.#kept.keyframes.filter((other) => other.isKept || other.seq >= seq);
      this.#kept.raw = this.#kept.raw.filter(({ entry, isRecorded }) => isRecorded || entry.seq > seq);
    });
  }

  tape(): TapeSource {
    return memoryTape(this.#kept, this.#clock);
  }

  close(): Promise<void> {
    const closed = this.#isClosed ? Promise.resolve() : this.#do(() => this.#followers.clear());
    this.#isClosed = true;
    return closed;
  }

  /** Stamps the drafts that are new, and puts them at the end. */
  #order(batch: readonly Draft[]): readonly Entry[] {
    const kept = this.#kept;
    const stranger = batch.find(({ by }) => !kept.clientSeqs.has(by));
    if (stranger) {
      throw new InktapeError("bad-argument", `Member ${stranger.by} was never enrolled in the room "${this.room}".`);
    }
    const now = this.#clock.now();
    const entries: Entry[] = [];
    for (const { by, clientSeq, signal } of batch) {
      if (clientSeq > 0 && clientSeq <= (kept.clientSeqs.get(by) ?? 0)) continue;
      if (clientSeq > 0) kept.clientSeqs.set(by, clientSeq);
      kept.head = (kept.head + 1) as Seq;
      kept.lastAt = this.#stamper.stamp({ by, clientSeq, signal }, kept.lastAt, now);
      entries.push({ seq: kept.head, at: kept.lastAt, by, clientSeq, signal });
    }
    for (const { isRecorded, entries: run } of recordedRuns(entries, kept.isRecording)) {
      for (const entry of run) kept.raw.push({ entry, isRecorded });
    }
    kept.isRecording = isRecordingAtEnd(entries, kept.isRecording);
    return entries;
  }

  #put(keyframe: StoredKeyframe, isKept: boolean): void {
    const others = this.#kept.keyframes.filter(({ seq }) => seq !== keyframe.seq);
    this.#kept.keyframes = [...others, { ...keyframe, isKept }].sort((a, b) => a.seq - b.seq);
  }

  #entriesAfter(after: Seq): Entry[] {
    const sealed = this.#kept.blocks.filter(({ info }) => info.last > after).flatMap(sealedEntries);
    const raw = this.#kept.raw.map(({ entry }) => entry);
    return [...sealed, ...raw].filter(({ seq }) => seq > after).sort((a, b) => a.seq - b.seq);
  }

  /** Does things one after another, in the order they are asked for and never inside the asking. */
  #do<T>(work: () => T): Promise<T> {
    if (this.#isClosed) {
      return Promise.reject(
        new InktapeError("log-failed", `The log of the room "${this.room}" is closed: open it again.`),
      );
    }
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
