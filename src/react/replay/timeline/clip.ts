import type { Player } from "../../../player/player.js";
import type { Millis } from "../../../signal/ids.js";
import { createStore, type Store } from "../../../store/store.js";

/** A stretch of play time that a viewer has marked, in milliseconds; never empty. */
export interface Clip {
  readonly from: number;
  readonly to: number;
}

export type ClipEnd = keyof Clip;

/** The clip of a player. It keeps its moments when the play time becomes another, as when pauses are not skipped any more. A loop of the clip goes along with it. */
export interface ClipStore extends Store<Clip | null> {
  /** Clamps to the recording, and takes the ends the other way round when they are. An empty stretch is no clip. */
  set(clip: Clip | null): void;
  /** Moves one end. Beyond the other one, the other one goes to the end of the recording on its side. */
  setEnd(end: ClipEnd, position: number): void;
}

const clips = new WeakMap<Player, ClipStore>();

/** The one clip of a player, for all who show, play or save it. */
export function clipOf(player: Player): ClipStore {
  const known = clips.get(player) ?? createClip(player);
  clips.set(player, known);
  return known;
}

function createClip(player: Player): ClipStore {
  const store = createStore<Clip | null>(null);
  let walls: readonly [Millis, Millis] | null = null;
  let limit = player.state.get().idleLimit;
  player.state.subscribe(() => {
    const { idleLimit } = player.state.get();
    if (idleLimit === limit) return;
    limit = idleLimit;
    if (walls) put({ from: player.positionAt(walls[0]), to: player.positionAt(walls[1]) });
  });
  function put(clip: Clip | null): void {
    const { duration } = player.state.get();
    const [from, to] = clip ? [within(clip.from, duration), within(clip.to, duration)] : [0, 0];
    const next = from === to ? null : { from: Math.min(from, to), to: Math.max(from, to) };
    const before = store.get();
    if (next?.from !== before?.from || next?.to !== before?.to) store.set(next);
  }
  const set = (clip: Clip | null) => {
    const isLooped = isClipLooped(player);
    put(clip);
    const kept = store.get();
    walls = kept && [player.wallAt(kept.from), player.wallAt(kept.to)];
    if (isLooped) player.setLoop(kept);
  };
  return {
    get: store.get,
    subscribe: store.subscribe,
    set,
    setEnd(end, position) {
      const { duration } = player.state.get();
      const clip = { from: 0, to: duration, ...store.get(), [end]: position };
      if (clip.from < clip.to) set(clip);
      else set(end === "from" ? { from: position, to: duration } : { from: 0, to: position });
    },
  };
}

/** Both ends went their own way from moments to play time and back, each in whole milliseconds. */
const ROUNDED_MS = 2;

/** True while the player plays its clip, and nothing else, again and again. */
export function isClipLooped(player: Player): boolean {
  const [{ loop }, clip] = [player.state.get(), clipOf(player).get()];
  const isNear = (end: ClipEnd) => loop && clip && Math.abs(loop[end] - clip[end]) <= ROUNDED_MS;
  return Boolean(isNear("from") && isNear("to"));
}

function within(position: number, duration: number): number {
  return Math.max(0, Math.min(duration, position));
}
