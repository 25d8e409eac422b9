import type { Cancel, Clock } from "../clock/clock.js";
import type { Draft } from "../signal/entry.js";
import type { MemberId } from "../signal/ids.js";
import type { Goodbye } from "../signal/protocol.js";
import type { Profile } from "../signal/signal.js";
import { REPLACED } from "./goodbyes.js";
import type { Outlet } from "./seat.js";

/** One connection of a member. */
export interface Attendee {
  readonly member: MemberId;
  readonly outlet: Outlet;
}

/**
 * Who is in the room, and by which connection. A member whose connection is lost stays for the grace time; a member
 * has one connection at most, the newest. What it decides it says as drafts for the log; it goes by what was said, not
 * by what has come back, so that two decisions in a row never contradict each other.
 */
export class Attendance<A extends Attendee> {
  readonly #clock: Clock;
  readonly #graceMs: number;
  readonly #say: (drafts: readonly Draft[]) => void;
  readonly #profiles: Map<MemberId, Profile>;
  readonly #present = new Map<MemberId, A>();
  readonly #spectators = new Set<A>();
  readonly #leaving = new Map<MemberId, Cancel>();

  /**
   * @param profiles who was there when the room was opened: they have the grace time to come back.
   * @param say puts drafts into the log.
   */
  constructor(
    profiles: ReadonlyMap<MemberId, Profile>,
    clock: Clock,
    graceMs: number,
    say: (drafts: readonly Draft[]) => void,
  ) {
    this.#profiles = new Map(profiles);
    this.#clock = clock;
    this.#graceMs = graceMs;
    this.#say = say;
    for (const member of profiles.keys()) this.#await(member);
  }

  /** True when nobody is connected and nobody is expected back. */
  get isDeserted(): boolean {
    return this.#present.size === 0 && this.#leaving.size === 0 && this.#spectators.size === 0;
  }

  /** Every member who is connected. */
  present(): Iterable<A> {
    return this.#present.values();
  }

  /** True until another connection of the member takes its place, or it goes. */
  isHere(attendee: A): boolean {
    return this.#present.get(attendee.member) === attendee || this.#spectators.has(attendee);
  }

  /** Takes one in who is no member, and only looks on. */
  lookOn(attendee: A): void {
    this.#spectators.add(attendee);
  }

  /** Takes a member's connection in, in place of an older one. Returns what the log has to be told, perhaps nothing. */
  arrive(attendee: A, profile: Profile): readonly Draft[] {
    const { member } = attendee;
    const older = this.#present.get(member);
    this.#present.set(member, attendee);
    older?.outlet.close(REPLACED);
    this.#leaving.get(member)?.();
    this.#leaving.delete(member);
    return this.introduce(member, profile);
  }

  /** How others see a member from now on. Returns what the log has to be told, nothing when it is as before. */
  introduce(member: MemberId, profile: Profile): readonly Draft[] {
    if (isSame(this.#profiles.get(member), profile)) return [];
    this.#profiles.set(member, profile);
    return [{ by: member, clientSeq: 0, signal: { type: "member.join", profile } }];
  }

  /** The member goes at once. */
  leave(attendee: A): void {
    if (this.#spectators.delete(attendee) || !this.isHere(attendee)) return;
    this.#present.delete(attendee.member);
    this.#goodbye(attendee.member);
  }

  /** The connection is gone; the member may come back. */
  drop(attendee: A): void {
    if (this.#spectators.delete(attendee) || !this.isHere(attendee)) return;
    this.#present.delete(attendee.member);
    this.#await(attendee.member);
  }

  /** Ends every connection and waits for nobody any more. Says nothing: who was there is found there again. */
  end(goodbye: Goodbye): void {
    const present = [...this.#present.values(), ...this.#spectators];
    this.#present.clear();
    this.#spectators.clear();
    for (const cancel of this.#leaving.values()) cancel();
    this.#leaving.clear();
    for (const { outlet } of present) outlet.close(goodbye);
  }

  #await(member: MemberId): void {
    const cancel = this.#clock.after(this.#graceMs, () => {
      this.#leaving.delete(member);
      this.#goodbye(member);
    });
    this.#leaving.set(member, cancel);
  }

  #goodbye(member: MemberId): void {
    this.#profiles.delete(member);
    this.#say([{ by: member, clientSeq: 0, signal: { type: "member.leave" } }]);
  }
}

function isSame(a: Profile | undefined, b: Profile): boolean {
  return a !== undefined && a.user === b.user && a.name === b.name && a.color === b.color && a.role === b.role;
}
