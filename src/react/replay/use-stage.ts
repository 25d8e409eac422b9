import { useCallback, useEffect } from "react";
import { AssetPictures } from "../../canvas/asset-pictures.js";
import { attachNavigation } from "../../canvas/attach-navigation.js";
import type { BoardView } from "../../canvas/board-view.js";
import type { Theme } from "../../picture/palette.js";
import type { CustomShapes } from "../../picture/custom/custom-shapes.js";
import { createView } from "../../canvas/create-view.js";
import type { ImageOf } from "../../canvas/painters/paint-shape.js";
import { veiled } from "../../canvas/veil.js";
import type { Player } from "../../player/player.js";
import { createStore, type WritableStore } from "../../store/store.js";
import { boardAt } from "../../tape/board-at.js";
import type { TapeSource } from "../../tape/tape-source.js";
import type { AssetStore } from "../../transport/assets.js";
import { useInktape } from "../context.js";
import { isStill } from "../is-still.js";
import { useResource } from "../use-resource.js";
import { type Follower, createFollower } from "./follower.js";
import { EVERYBODY, type PeopleChoice } from "./people/people-choice.js";
import { VeilWatch } from "./people/veil-watch.js";

/** A player's board drawn in an element. */
export interface Stage {
  readonly player: Player;
  readonly view: BoardView;
  readonly follower: Follower;
  /** Who is shown. */
  readonly people: WritableStore<PeopleChoice>;
  /** Whether what happens is told to people who listen. */
  readonly isNarrated: WritableStore<boolean>;
  readonly tape: TapeSource;
  /** The pictures on the board, as they come. */
  readonly imageOf: ImageOf;
}

export interface UseStageOptions {
  readonly player: Player | null;
  readonly host: HTMLElement | null;
  readonly theme: Theme;
  /** Where the player's recording comes from. */
  readonly tape: TapeSource;
  /** Where its pictures come from. */
  readonly assets: AssetStore;
  readonly custom: CustomShapes;
}

/** Ink of a board that will be is only loaded when it is small; otherwise the places where strokes begin will do. */
const AHEAD_BYTES = 256 * 1024;

/** Draws what a player shows in an element, and lets the pointer roam it. Null until both are there. */
export function useStage({ player, host, theme, tape, assets, custom }: UseStageOptions): Stage | null {
  const { clock } = useInktape();
  const open = useCallback(() => {
    if (!player || !host) return null;
    const people = createStore(EVERYBODY);
    const isNarrated = createStore(false);
    const veil = new VeilWatch(player, people, () => view.invalidate());
    const picture = () => {
      const { board, wall } = player.frame.get();
      return board && { board: veiled(board, veil.get()), time: wall, self: null };
    };
    const pictures = new AssetPictures({ clock, get: (hash, signal) => assets.get(hash, signal) });
    const imageOf: ImageOf = (asset) => pictures.imageOf(asset);
    const view = createView(host, { clock, picture, custom, imageOf });
    pictures.onChange((asset) => view.repaintAsset(asset));
    const follower = createFollower({ player, view, clock, isStill });
    const detach = attachNavigation(host, view, { isPrimary: () => true });
    const unsee = tellSight(player, view);
    const close = () => {
      veil.close();
      unsee();
      detach();
      follower.close();
      view.destroy();
      pictures.close();
    };
    return { value: { player, view, follower, people, isNarrated, tape, imageOf }, close };
  }, [player, host, clock, tape, assets, custom]);
  const stage = useResource<Stage>(open);
  useEffect(() => stage?.view.setTheme(theme), [stage, theme]);
  useEffect(() => (stage ? lookAhead(stage) : undefined), [stage]);
  return stage;
}

/** Tells the player what is in view, with as much around it as a stroke may reach. */
function tellSight(player: Player, view: BoardView): () => void {
  const tell = () => {
    const { x, y, zoom } = view.camera.get();
    const { width, height } = view.size.get();
    const [w, h] = [width / zoom, height / zoom];
    player.setSight({ page: view.page.get(), box: { x: x - w, y: y - h, w: 3 * w, h: 3 * h } });
  };
  tell();
  const ends = [view.camera, view.size, view.page].map((store) => store.subscribe(tell));
  return () => ends.forEach((end) => end());
}

/** Tells the follower what the board will be at the end of the range, so that it can stand still until then. */
function lookAhead({ player, follower, tape }: Stage): () => void {
  const leaving = new AbortController();
  let isAsked = false;
  const look = () => {
    const { range } = player.state.get();
    if (!range || isAsked) return;
    isAsked = true;
    // When it cannot be had (a damaged part, a lost connection) the view makes room as it plays.
    boardAt(tape, range.to, { signal: leaving.signal, inkBytes: AHEAD_BYTES }).then(
      (board) => leaving.signal.aborted || follower.expect(board),
      () => undefined,
    );
  };
  look();
  const unfollow = player.state.subscribe(look);
  return () => {
    unfollow();
    leaving.abort();
  };
}
