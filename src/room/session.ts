import type { Cancel, Clock } from "../clock/clock.js";
import { InktapeError, isInktapeError } from "../signal/errors.js";
import type { Millis, RoomId } from "../signal/ids.js";
import type { ClientFrame, Goodbye, JoinRequest } from "../signal/protocol.js";
import type { Role } from "../signal/signal.js";
import { markAfter, type Mark } from "../signal/wire/entry-runs.js";
import { decodeClientFrame, encodeServerFrame } from "../signal/wire/frames.js";
import { goodbyeFor, LEFT, RUN_OUT, SILENT, TOO_SLOW } from "./goodbyes.js";
import { Backlog } from "./backlog.js";
import { bytesFor } from "./entry-frames.js";
import { withGrant, type Grant, type Rights } from "./grant.js";
import type { EntryFrame, Outlet, Seat } from "./seat.js";

/** A connection that has not said within this time who it is, is closed. */
const JOIN_MS = 10_000;

/** More bytes than that do not wait for a slow client. */
const MOST_WAITING = 4 << 20;

/** Timers are not set for longer; no machine's can be for more than 24 days. */
const LONGEST_WAIT_MS = 24 * 3_600_000;

/** The bytes of one connection, as a session writes them. */
export interface Wire {
  send(frame: Uint8Array): void;
  /** True while so much of what was sent waits that entries had better wait in the session, where presence can be dropped. */
  readonly isFull?: boolean;
  /** Ends the connection once what was sent before is out; the goodbye went as a frame already. */
  close(goodbye: Goodbye): void;
}

/**
 * Says what a client may do in the room it asks for: the most, or all that a grant may say. Throws `denied` for one who may
 * not come in.
 */
export type Authorize = (request: JoinRequest) => Role | Grant | Promise<Role | Grant>;

/** What a session needs of its host. */
export interface SessionOptions {
  readonly wire: Wire;
  readonly clock: Clock;
  /** Lets a client into its room; rejects when it cannot. */
  readonly join: (request: JoinRequest, granted: Rights, outlet: Outlet) => Promise<void>;
  readonly authorize: Authorize;
  /** The room that the connection was made for, when its address says so. */
  readonly room?: RoomId | undefined;
  /** Is told how many signals came, before they are taken. */
  readonly counted?: ((signals: number) => void) | undefined;
  /** Is told how many entries of presence were left out for a client that takes in less than it is sent. */
  readonly dropped?: ((entries: number) => void) | undefined;
  /** Is told of errors that nobody foresaw, for the host's own records; the client is told only that there was one. */
  readonly report?: ((error: unknown) => void) | undefined;
}

type SessionState =
  | { readonly name: "new"; readonly cancel: Cancel }
  | { readonly name: "joining" }
  | { readonly name: "joined"; readonly seat: Seat }
  /** `isForGood`: the client will not come back on another connection. */
  | { readonly name: "ended"; readonly isForGood: boolean };

/**
 * One connection's protocol, over bytes: a join, then signals, at the end (if it can) a leave. Whatever is wrong ends
 * this connection with a goodbye that says so, and touches nobody else.
 */
export class Session {
  readonly #options: SessionOptions;
  #state: SessionState;
  #cancelEnd: Cancel = () => undefined;
  /** What waits for a client that takes in less than it is sent; null before it has a seat. */
  #backlog: Backlog | null = null;
  /** The last entry for this client, sent or waiting; null before the first. */
  #last: Mark | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#state = { name: "new", cancel: options.clock.after(JOIN_MS, () => this.end(SILENT)) };
  }

  /** Takes one frame of the client. */
  receive(frame: Uint8Array): void {
    if (this.#state.name === "ended") return;
    try {
      this.#handle(decodeClientFrame(frame));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** What waited on the connection has gone out: what waits here may follow. */
  drained(): void {
    const { wire, dropped } = this.#options;
    if (!this.#backlog || this.#backlog.isEmpty || wire.isFull || this.#state.name === "ended") return;
    dropped?.(this.#backlog.dropped);
    for (const frame of this.#backlog.take()) wire.send(frame);
  }

  /** The connection was lost; the client may come back on another. */
  lost(): void {
    this.#giveUp(false);
  }

  /** Ends the connection and tells the client why. One that need not try again leaves its room at once. */
  end(goodbye: Goodbye): void {
    if (this.#state.name === "ended") return;
    this.#giveUp(!goodbye.isRetryable);
    this.#options.wire.send(encodeServerFrame({ type: "goodbye", goodbye }));
    this.#options.wire.close(goodbye);
  }

  #handle(frame: ClientFrame): void {
    const state = this.#state;
    if (frame.type === "leave") {
      this.#giveUp(true);
      this.#options.wire.close(LEFT);
    } else if (frame.type === "join") {
      if (state.name !== "new") throw new InktapeError("bad-signal", "This connection has joined its room already.");
      state.cancel();
      this.#state = { name: "joining" };
      this.#join(frame.request).catch((error: unknown) => this.#fail(error));
    } else {
      if (state.name !== "joined") {
        throw new InktapeError("bad-signal", "Signals came before the room's welcome: join first, and wait for it.");
      }
      this.#options.counted?.(frame.batch.signals.length);
      state.seat.submit(frame.batch);
    }
  }

  async #join(request: JoinRequest): Promise<void> {
    const { room, authorize, join } = this.#options;
    if (room !== undefined && request.room !== room) {
      throw new InktapeError(
        "bad-argument",
        `The connection is one to the room "${room}", and its join names "${request.room}".`,
      );
    }
    const answer = await authorize(request);
    const grant = typeof answer === "string" ? { role: answer } : answer;
    if (this.#state.name !== "joining") return;
    if (grant.until !== undefined) this.#endAt(grant.until);
    const granted = withGrant(request, grant);
    const rights = { role: granted.role, mayRecord: grant.mayRecord ?? true };
    if (this.#isJoining) await join(granted, rights, this.#outlet());
  }

  get #isJoining(): boolean {
    return this.#state.name === "joining";
  }

  #endAt(until: Millis): void {
    const { clock } = this.#options;
    const left = until - clock.now();
    if (left <= 0) this.end(RUN_OUT);
    else this.#cancelEnd = clock.after(Math.min(left, LONGEST_WAIT_MS), () => this.#endAt(until));
  }

  #outlet(): Outlet {
    return {
      seated: (seat) => {
        this.#backlog = new Backlog(seat.member);
        if (this.#state.name === "joining") this.#state = { name: "joined", seat };
        else if (this.#state.name === "ended") giveUp(seat, this.#state.isForGood);
      },
      send: (frame) => this.#options.wire.send(frame),
      pass: (frame) => this.#pass(frame),
      close: (goodbye) => this.end(goodbye),
    };
  }

  #pass(frame: EntryFrame): void {
    const { wire } = this.#options;
    const backlog = this.#backlog;
    const bytes = bytesFor(frame, this.#last);
    // What waits goes out before anything else does, its last entry always.
    this.#last = markAfter(frame.entries, this.#last);
    if (!backlog || (backlog.isEmpty && !wire.isFull)) return wire.send(bytes);
    backlog.add(frame);
    if (backlog.documentBytes > MOST_WAITING) this.end(TOO_SLOW);
  }

  #fail(error: unknown): void {
    if (!isInktapeError(error)) this.#options.report?.(error);
    this.end(goodbyeFor(error));
  }

  #giveUp(isForGood: boolean): void {
    const state = this.#state;
    if (state.name === "ended") return;
    this.#state = { name: "ended", isForGood };
    this.#cancelEnd();
    if (state.name === "new") state.cancel();
    if (state.name === "joined") giveUp(state.seat, isForGood);
  }
}

function giveUp(seat: Seat, isForGood: boolean): void {
  if (isForGood) seat.leave();
  else seat.drop();
}
