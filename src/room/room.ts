import { EMPTY_BOARD, type Board } from "../board/board.js";
import type { Clock } from "../clock/clock.js";
import type { Draft, Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import type { MemberId, Millis, RoomId, Seq } from "../signal/ids.js";
import { LIMITS } from "../signal/limits.js";
import type { Goodbye, JoinRequest, SignalBatch } from "../signal/protocol.js";
import type { Profile, Role } from "../signal/signal.js";
import { encodeServerFrame } from "../signal/wire/frames.js";
import { InkHomes } from "../tape/ink-homes.js";
import { decodeKeyframe } from "../tape/keyframe.js";
import { loadAllInk } from "../tape/load-ink.js";
import { QUIET_MS } from "../tape/timeline.js";
import { Attendance, type Attendee } from "./attendance.js";
import { CLOSING, goodbyeFor } from "./goodbyes.js";
import { guardSignal } from "./guard.js";
import { Head } from "./head.js";
import { Recorder } from "./recorder.js";
import type { Recovery, RoomLog, Unsubscribe } from "./room-log.js";
import type { Outlet, Seat } from "./seat.js";

/** How a room behaves; times in milliseconds. */
export interface RoomOptions {
  /** A quiet time longer than this closes the activity span. Default {@link QUIET_MS}. */
  readonly quietMs?: number | undefined;
  /** How long a member whose connection is lost may stay away. Default 10 s. */
  readonly graceMs?: number | undefined;
  /** How many entries are held for clients that come back. Default 4,096. */
  readonly recent?: number | undefined;
}

/** What a room tells its host. */
export interface RoomEvents {
  /** Nobody is there or expected, and all is written: the host may close the room. */
  idle(): void;
  /** A part of the recording could not be sealed; it stays as it came, and the room goes on. */
  unsealed(error: InktapeError): void;
  /** The room has failed, and its connections were told. The host lets go of it and opens it anew when asked. */
  failed(error: unknown): void;
  /** An activity span has opened, or closed. */
  spanned?(isOpen: boolean): void;
}

/** One connection on its way in, or in. */
interface Place extends Attendee {
  /** Set with the welcome: only then do entries go to it. */
  isWelcome: boolean;
  /** The last of the client's signals that was taken. */
  taken: number;
}

/**
 * The authority over one room: lets members in, guards and orders what they say, gives it to everyone once it is
 * durable, and records. It never believes in anything but its log: when the log fails, the room ends, its connections
 * are told to try again, and the host opens it anew from what is durable.
 */
export class Room {
  readonly room: RoomId;
  readonly #log: RoomLog;
  readonly #clock: Clock;
  readonly #events: RoomEvents;
  readonly #head: Head;
  readonly #attendance: Attendance<Place>;
  readonly #recorder: Recorder;
  readonly #unfollow: Unsubscribe;
  /** The last signal of each member that is in the log. */
  readonly #clientSeqs = new Map<MemberId, number>();
  #lastMember: MemberId;
  #joining = 0;
  #isEnded = false;

  /** Opens the room where its log ends. */
  static async open(log: RoomLog, clock: Clock, events: RoomEvents, options: RoomOptions = {}): Promise<Room> {
    const recovery = await log.recover();
    const homes = new InkHomes();
    const board = await startBoard(recovery, log, homes);
    return new Room(log, clock, events, options, recovery, board, homes);
  }

  private constructor(
    log: RoomLog,
    clock: Clock,
    events: RoomEvents,
    options: RoomOptions,
    recovery: Recovery,
    board: Board,
    homes: InkHomes,
  ) {
    this.room = log.room;
    this.#log = log;
    this.#clock = clock;
    this.#events = events;
    this.#lastMember = recovery.lastMember;
    this.#head = new Head(board, options.recent ?? 4096);
    // What may throw stands before what sets timers: a room that cannot be opened leaves none behind.
    this.#unfollow = log.follow(recovery.head, (entries) => {
      try {
        this.#take(entries);
      } catch (error) {
        this.#fail(error);
      }
    });
    this.#recorder = new Recorder({
      log,
      clock,
      head: this.#head,
      homes,
      recovery,
      quietMs: options.quietMs ?? QUIET_MS,
      spanned: (isOpen) => this.#events.spanned?.(isOpen),
      quiet: () => this.#noteIdle(),
      unsealed: (error) => this.#events.unsealed(error),
      failed: (error) => this.#fail(error),
    });
    this.#attendance = new Attendance(membersOf(this.board), clock, options.graceMs ?? 10_000, (drafts) => {
      this.#append(drafts).catch(() => undefined);
    });
  }

  /** The board after the last durable entry. */
  get board(): Board {
    return this.#head.board;
  }

  /** True while an activity span is open. */
  get isActive(): boolean {
    return this.#recorder.isActive;
  }

  /** True once the room has failed or was closed: it takes nobody in any more. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  /**
   * Lets a client in: seats it, then welcomes it. Rejects when the room ends before that.
   *
   * @param role what the client may do here: what it asked for, or less.
   */
  async join(request: JoinRequest, role: Role, outlet: Outlet): Promise<void> {
    this.#joining += 1;
    try {
      const { member, clientSeq } = await this.#ask(this.#log.enrol(request.client));
      this.#lastMember = Math.max(this.#lastMember, member) as MemberId;
      this.#noteClientSeq(member, clientSeq);
      const place: Place = { member, outlet, isWelcome: false, taken: clientSeq };
      const { id: user, name, color } = request.user;
      const arrival = this.#attendance.arrive(place, { user, name, color, role });
      if (arrival.length > 0) await this.#append([...this.#recordingAsked(request, member, role), ...arrival]);
      if (this.#attendance.isHere(place)) outlet.seated(this.#seat(place, role));
      if (this.#attendance.isHere(place)) this.#welcome(place, role, request.after);
    } finally {
      this.#joining -= 1;
    }
  }

  /** Ends the room, not its log. Members stay on the board, and have the grace time to come back when it is opened again. */
  close(goodbye: Goodbye = CLOSING): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#unfollow();
    this.#recorder.stop();
    this.#attendance.end(goodbye);
  }

  #seat(place: Place, role: Role): Seat {
    return {
      member: place.member,
      role,
      submit: (batch) => this.#submit(place, role, batch),
      leave: () => this.#attendance.leave(place),
      drop: () => this.#attendance.drop(place),
    };
  }

  #submit(place: Place, role: Role, batch: SignalBatch): void {
    if (!this.#attendance.isHere(place)) return;
    const next = place.taken + 1;
    if (batch.first > next) {
      throw new InktapeError(
        "bad-signal",
        `Signal ${next} is due, and ${batch.first} came: number signals without gaps.`,
      );
    }
    const fresh = batch.signals.slice(next - batch.first);
    for (const signal of fresh) guardSignal(signal, { member: place.member, role }, this.#lastMember);
    if (fresh.length === 0) return;
    place.taken += fresh.length;
    this.#append(fresh.map((signal, index) => ({ by: place.member, clientSeq: next + index, signal }))).catch(
      () => undefined,
    );
  }

  /** Everything durable comes through here, in order: what the room itself said, and what members said. */
  #take(entries: readonly Entry[]): void {
    this.#recorder.take(entries);
    for (const { by, clientSeq } of entries) this.#noteClientSeq(by, clientSeq);
    for (const frame of entryFrames(entries)) {
      for (const place of this.#attendance.present()) if (place.isWelcome) place.outlet.send(frame);
    }
  }

  #welcome(place: Place, role: Role, after: Seq | null): void {
    const { keyframe, entries } = this.#head.catchUp(after);
    const { member, outlet } = place;
    const clientSeq = this.#clientSeqs.get(member) ?? 0;
    const now = Math.floor(this.#clock.now()) as Millis;
    outlet.send(encodeServerFrame({ type: "welcome", welcome: { member, role, clientSeq, now, keyframe } }));
    for (const frame of entryFrames(entries)) outlet.send(frame);
    place.taken = clientSeq;
    place.isWelcome = true;
  }

  /** Recording starts when it is asked for at the making of the room, or by one who may. */
  #recordingAsked({ isRecord }: JoinRequest, member: MemberId, role: Role): readonly Draft[] {
    const isNew = this.board.seq === 0;
    if (!isRecord || this.board.isRecording || (role === "reader" && !isNew)) return [];
    return [{ by: member, clientSeq: 0, signal: { type: "recording.set", on: true } }];
  }

  #append(drafts: readonly Draft[]): Promise<readonly Entry[]> {
    return this.#ask(this.#log.append(drafts));
  }

  /** Passes on what the log answers, and ends the room when it fails. */
  async #ask<T>(answer: Promise<T>): Promise<T> {
    try {
      const value = await answer;
      if (!this.#isEnded) return value;
    } catch (error) {
      this.#fail(error);
      throw error;
    }
    throw new InktapeError("offline", `The room "${this.room}" was closed. Connect again in a moment.`);
  }

  #fail(error: unknown): void {
    if (this.#isEnded) return;
    this.close(goodbyeFor(error));
    this.#events.failed(error);
  }

  #noteIdle(): void {
    if (!this.#isEnded && this.#attendance.isDeserted && this.#joining === 0) this.#events.idle();
  }

  #noteClientSeq(member: MemberId, clientSeq: number): void {
    if (clientSeq > (this.#clientSeqs.get(member) ?? 0)) this.#clientSeqs.set(member, clientSeq);
  }
}

/** The board of the newest keyframe, with the ink that the tape keeps for it. */
async function startBoard({ keyframe }: Recovery, log: RoomLog, homes: InkHomes): Promise<Board> {
  if (!keyframe) return EMPTY_BOARD;
  const board = decodeKeyframe(keyframe.bytes);
  await loadAllInk(board, log.tape(), (points, seq) => homes.settle(points, seq));
  return board;
}

function membersOf(board: Board): ReadonlyMap<MemberId, Profile> {
  return new Map(Object.entries(board.members).map(([member, profile]) => [Number(member) as MemberId, profile]));
}

/** Entries as frames that a client accepts; encoded once for everyone. */
function entryFrames(entries: readonly Entry[]): readonly Uint8Array[] {
  const frames: Uint8Array[] = [];
  for (let from = 0; from < entries.length; from += LIMITS.frameSignals) {
    frames.push(encodeServerFrame({ type: "entries", entries: entries.slice(from, from + LIMITS.frameSignals) }));
  }
  return frames;
}
