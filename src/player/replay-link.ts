import { InktapeError } from "../signal/errors.js";
import { type Moment, millisOf } from "./track.js";

/** A place in a replay, or a stretch of one, as a link names it. */
export interface ReplayPlace {
  /** Play time in milliseconds from the start of the stretch; which moment that is depends on how pauses are played. */
  readonly position?: number | undefined;
  /** Wall time: the same moment for everybody. Goes before `position`. */
  readonly wall?: Moment | undefined;
  /** Wall time; what the link plays, as the range of a replay. */
  readonly from?: Moment | undefined;
  readonly to?: Moment | undefined;
}

/** What a link says, in milliseconds: play time, or wall time since 1970 UTC. What it does not say is left out. */
export interface LinkedPlace {
  readonly position?: number;
  readonly wall?: number;
  readonly from?: number;
  readonly to?: number;
}

export interface LinkOptions extends ReplayPlace {
  /** The address of the page with the replay, absolute; what else it says stays. */
  readonly href: string;
}

/** A play time in a link, in seconds: `125.5`, or `1h2m5.5s` as people write it. */
const SECONDS = /^\d+(?:\.\d+)?$/;
/** Browsers read a date in nearly every text; a link has its year first. */
const DATE = /^\d{4}-\d\d/;
const UNITS = /^(?=\d)(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/;

/**
 * A link that opens a replay at a place: `t` is the play time in seconds or the wall time as ISO 8601, `from` and `to` are
 * wall times as ISO 8601. What the address said of these before is gone. Throws `bad-argument` for an address that is
 * none, and for times that are none.
 */
export function linkTo({ href, position, wall, from, to }: LinkOptions): string {
  const url = urlOf(href);
  const iso = (moment: Moment | undefined, name: string) => {
    const millis = millisOf(moment, name);
    return millis === undefined ? undefined : new Date(millis).toISOString();
  };
  const seconds = position === undefined ? undefined : `${Math.round(positive(position)) / 1000}`;
  const said = { t: iso(wall, "wall") ?? seconds, from: iso(from, "from"), to: iso(to, "to") };
  for (const [name, value] of Object.entries(said)) {
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.href;
}

/**
 * What a link that {@link linkTo} made, or a person wrote, says of a replay. What cannot be read counts as not said: a
 * mistyped link opens the whole recording. Throws `bad-argument` for an address that is none.
 */
export function readLink(href: string): LinkedPlace {
  const { searchParams } = urlOf(href);
  const [t, from, to] = ["t", "from", "to"].map((name) => searchParams.get(name) ?? "");
  const position = positionIn(t ?? "");
  return {
    ...(position === null ? named("wall", t) : { position }),
    ...named("from", from),
    ...named("to", to),
  };
}

/** A moment of wall time by its name; nothing for a text that is none. */
function named<N extends string>(name: N, text: string | undefined): Partial<Record<N, number>> {
  const millis = text && DATE.test(text) ? new Date(text).getTime() : Number.NaN;
  return Number.isFinite(millis) ? ({ [name]: millis } as Record<N, number>) : {};
}

function positionIn(text: string): number | null {
  if (SECONDS.test(text)) return Number(text) * 1000;
  const units = UNITS.exec(text);
  if (!units) return null;
  const [, hours = 0, minutes = 0, seconds = 0] = units;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
}

function urlOf(href: string): URL {
  if (URL.canParse(href)) return new URL(href);
  throw new InktapeError(
    "bad-argument",
    `"${href}" is no absolute address: give one like https://example.org/replay/room.`,
  );
}

function positive(position: number): number {
  if (Number.isFinite(position) && position >= 0) return position;
  throw new InktapeError("bad-argument", `${position} is no play time: give milliseconds from the start, 0 or more.`);
}
