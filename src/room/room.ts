import type { Board } from "../board/board.js";
import type { Clock } from "../clock/clock.js";
import type { Draft, Entry } from "../signal/entry.js";
import { InktapeError } from "../signal/errors.js";
import { ROOM_MEMBER, type MemberId, type Millis, type RoomId, type Seq } from "../signal/ids.js";
import type { Goodbye, JoinRequest, SignalBatch } from "../signal/protocol.js";
import { encodeServerFrame } from "../signal/wire/frames.js";
import { QUIET_MS } from "../tape/timeline.js";
import { Attendance } from "./attendance.js";
import { EntryFrames } from "./entry-frames.js";
import { CLOSING, goodbyeFor, REMOVED, RESUMED } from "./goodbyes.js";
import { Gate } from "./gate.js";
import type { Rights } from "./grant.js";
import { guardSignal } from "./guard.js";
import { Head } from "./head.js";
import { observeBatch, UNOBSERVED, type RoomObserver } from "./observer.js";
import { Recorder } from "./recorder.js";
import { isSpectator, rightsOn, type Place } from "./place.js";
import type { Enrolment, RoomLog, Unsubscribe } from "./room-log.js";
import { DEFAULT_ROOM_LIMITS } from "./room-limits.js";
import type { RoomEvents, RoomOptions } from "./room-options.js";
import type { Outlet, Seat } from "./seat.js";
import { membersOf, startRoom, type RoomStart } from "./room-start.js";
import { Scribe } from "./scribe.js";

/**
 * The authority over one room: lets members in, guards and orders what they say, gives it to everyone once it is
 * durable, and records. It never believes in anything but its log. When the log can store nothing, the room can be
 * looked at and takes nothing, until the log can; then it ends, as it does when it fails, and the host opens it anew
 * from what is durable. Clients send again what was not taken.
 */
export class Room {
  readonly room: RoomId;
  readonly #scribe: Scribe;
  readonly #clock: Clock;
  readonly #events: RoomEvents;
  readonly #observer: RoomObserver;
  readonly #head: Head;
  readonly #gate: Gate;
  readonly #attendance: Attendance<Place>;
  readonly #recorder: Recorder;
  readonly #frames = new EntryFrames();
  readonly #unfollow: Unsubscribe;
  /** The last signal of each member that is in the log. */
  readonly #clientSeqs = new Map<MemberId, number>();
  #lastMember: MemberId;
  #joining = 0;
  #isEnded = false;
  #isDraining = false;

  /** Opens the room where its log ends. */
  static async open(log: RoomLog, clock: Clock, events: RoomEvents, options: RoomOptions = {}): Promise<Room> {
    return new Room(log, clock, events, options, await startRoom(log));
  }

  private constructor(
    log: RoomLog,
    clock: Clock,
    events: RoomEvents,
    options: RoomOptions,
    { recovery, board, homes }: RoomStart,
  ) {
    this.room = log.room;
    this.#scribe = new Scribe({
      log,
      clock,
      suspended: (error) => this.#suspended(error),
      resumed: () => this.#resumed(),
      failed: (error) => this.#fail(error),
    });
    this.#clock = clock;
    this.#events = events;
    this.#observer = options.observer ?? UNOBSERVED;
    this.#lastMember = recovery.lastMember;
    this.#head = new Head(board, options.recent ?? 4096);
    this.#gate = new Gate({ ...DEFAULT_ROOM_LIMITS, ...options.limits });
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
      observer: this.#observer,
      seal: options.seal,
      quiet: () => this.#noteIdle(),
      unsealed: (error) => this.#events.unsealed(error),
      failed: (error) => this.#scribe.logFailed(error),
    });
    this.#attendance = new Attendance(membersOf(this.board), clock, options.graceMs ?? 10_000, (drafts) =>
      this.#say(drafts),
    );
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
   * Lets a client in: seats it, then welcomes it. Rejects when the room ends before that, and with `denied` when an
   * admin has removed its user.
   *
   * @param granted what the client may do here: what it asked for, or less.
   */
  async join(request: JoinRequest, granted: Rights, outlet: Outlet): Promise<void> {
    this.#joining += 1;
    try {
      const rights = rightsOn(this.board, request.user.id, granted);
      if (!rights) throw new InktapeError("denied", REMOVED.message);
      const { member, clientSeq } = await this.#enrol(request);
      const { id: user, name, color } = request.user;
      const profile = { user, name, color, role: rights.role };
      const place: Place = { member, outlet, profile, granted, rights, welcomedAs: null, taken: clientSeq };
      if (isSpectator(place)) this.#attendance.lookOn(place);
      else await this.#introduce(place, request);
      if (this.#attendance.isHere(place)) outlet.seated(this.#seat(place));
      if (this.#attendance.isHere(place)) this.#welcome(place, request.after);
    } finally {
      this.#joining -= 1;
    }
  }

  /** Takes no more signals. Resolves when those it has taken are durable and passed on, or the room has failed. */
  drain(): Promise<unknown> {
    this.#isDraining = true;
    return this.#scribe.written;
  }

  /** Ends the room, not its log. Members stay on the board, and have the grace time to come back when it is opened again. */
  close(goodbye: Goodbye = CLOSING): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#scribe.stop();
    this.#unfollow();
    this.#recorder.stop();
    this.#attendance.end(goodbye);
  }

  /** The client's number. One that cannot be given any now only looks on, when it has nothing to go on from. */
  async #enrol({ client, after }: JoinRequest): Promise<Enrolment> {
    try {
      const enrolment = await this.#scribe.enrol(client);
      this.#lastMember = Math.max(this.#lastMember, enrolment.member) as MemberId;
      this.#noteClientSeq(enrolment.member, enrolment.clientSeq);
      return enrolment;
    } catch (error) {
      if (!this.#scribe.suspendedBy || after !== null) throw error;
      return { member: ROOM_MEMBER, clientSeq: 0 };
    }
  }

  async #introduce(place: Place, request: JoinRequest): Promise<void> {
    const arrival = this.#attendance.arrive(place, place.profile);
    if (arrival.length === 0) return;
    await this.#scribe.append([...this.#recordingAsked(request, place), ...arrival]).catch((error: unknown) => {
      if (!this.#scribe.suspendedBy) throw error;
    });
    this.#settle(place);
  }

  #seat(place: Place): Seat {
    return {
      member: place.member,
      submit: (batch) => this.#submit(place, batch),
      leave: () => this.#attendance.leave(place),
      drop: () => this.#attendance.drop(place),
    };
  }

  #submit(place: Place, batch: SignalBatch): void {
    const { member, rights, welcomedAs } = place;
    // What is not taken now, the client sends again when the room has started anew.
    const isTaking = !this.#isDraining && !this.#scribe.suspendedBy && welcomedAs !== null;
    if (!isTaking || !this.#attendance.isHere(place)) return;
    const next = place.taken + 1;
    if (batch.first > next) {
      throw new InktapeError(
        "bad-signal",
        `Signal ${next} is due, and ${batch.first} came: number signals without gaps.`,
      );
    }
    const fresh = batch.signals.slice(next - batch.first);
    for (const signal of fresh) guardSignal(signal, { member, welcomedAs, role: rights.role }, this.#lastMember);
    if (fresh.length === 0) return;
    place.taken += fresh.length;
    const drafts = fresh.map((signal, index) => ({
      by: member,
      clientSeq: next + index,
      signal: this.#gate.pass(signal, rights, this.#head),
    }));
    observeBatch(this.#scribe.append(drafts), this.room, this.#clock, this.#observer);
  }

  /** Everything durable comes through here, in order: what the room itself said, and what members said. */
  #take(entries: readonly Entry[]): void {
    this.#recorder.take(entries);
    this.#gate.take(entries);
    for (const { by, clientSeq } of entries) this.#noteClientSeq(by, clientSeq);
    for (const frame of this.#frames.next(entries)) {
      for (const place of this.#attendance.present()) if (place.welcomedAs !== null) place.outlet.pass(frame);
    }
    for (const { signal } of entries) if (signal.type === "access.set") this.#enforce(signal.user);
    this.#observer.entriesTaken(this.room, entries);
  }

  /** Holds everyone of a user to what an admin has ruled. */
  #enforce(user: string): void {
    for (const place of [...this.#attendance.present()]) if (place.profile.user === user) this.#settle(place);
  }

  #settle(place: Place): void {
    const rights = rightsOn(this.board, place.profile.user, place.granted);
    if (!this.#attendance.isHere(place)) return;
    if (!rights) {
      this.#attendance.leave(place);
      place.outlet.close(REMOVED);
      return;
    }
    place.rights = rights;
    this.#say(this.#attendance.introduce(place.member, { ...place.profile, role: rights.role }));
  }

  #welcome(place: Place, after: Seq | null): void {
    const { keyframe, entries } = this.#head.catchUp(after);
    const { member, outlet } = place;
    const { suspendedBy } = this.#scribe;
    const role = isSpectator(place) ? "reader" : place.rights.role;
    const clientSeq = this.#clientSeqs.get(member) ?? 0;
    const now = Math.floor(this.#clock.now()) as Millis;
    outlet.send(encodeServerFrame({ type: "welcome", welcome: { member, role, clientSeq, now, keyframe } }));
    for (const frame of new EntryFrames().next(entries)) outlet.pass(frame);
    if (suspendedBy) outlet.send(suspendedFrame(suspendedBy));
    place.taken = clientSeq;
    place.welcomedAs = role;
  }

  /** Recording starts when it is asked for at the making of the room, or by one who may. */
  #recordingAsked({ isRecord }: JoinRequest, { member, rights }: Place): readonly Draft[] {
    const isNew = this.board.seq === 0;
    if (!isRecord || this.board.isRecording || (rights.role === "reader" && !isNew)) return [];
    return [{ by: member, clientSeq: 0, signal: { type: "recording.set", on: true } }];
  }

  #say(drafts: readonly Draft[]): void {
    if (drafts.length > 0) this.#scribe.append(drafts).catch(() => undefined);
  }

  #suspended(error: InktapeError): void {
    for (const { welcomedAs, outlet } of this.#attendance.present()) {
      if (welcomedAs !== null) outlet.send(suspendedFrame(error));
    }
    this.#events.suspended(error);
  }

  #resumed(): void {
    this.close(RESUMED);
    this.#events.idle();
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

function suspendedFrame({ code, message }: InktapeError): Uint8Array {
  return encodeServerFrame({ type: "suspended", reason: { code, message } });
}
