import type { Theme } from "../../../picture/palette.js";
import type { Player } from "../../../player/player.js";
import type { ReplayPlace } from "../../../player/replay-link.js";
import type { Moment } from "../../../player/track.js";
import type { WritableStore } from "../../../store/store.js";
import type { AssetStore } from "../../../transport/assets.js";
import type { Messages } from "../../messages/messages.js";
import type { Toast } from "../../parts/toasts.js";
import type { Stage } from "../use-stage.js";

/** What can be had of a replay. */
export type OutWhat =
  "savePng" | "saveSvg" | "copyPng" | "copySvg" | "video" | "saveTape" | "saveClip" | "copyLink" | "copyClipLink";

/** What a replay gives out is made of this. */
export interface OutSource {
  readonly stage: Stage | null;
  readonly assets: AssetStore;
  readonly theme: Theme;
  readonly room: string;
  /** The range of the replay, as it was asked for. */
  readonly from: Moment | undefined;
  readonly to: Moment | undefined;
  /** How the app makes its links; the address of the page is used unless it says. */
  readonly linkTo: ((place: ReplayPlace) => string) | undefined;
}

/** A replay's way out: pictures, videos, files and links. What it takes is fetched when it is first wanted. */
export interface Out {
  /** Gives something out, and tells what became of it; does nothing before there is a picture. */
  run(what: OutWhat): void;
  /** What is given out of: as it is now. */
  source(): OutSource;
  messages(): Messages;
  /** What is to be told next; null before there was anything. */
  readonly notice: WritableStore<Omit<Toast, "id"> | null>;
  readonly isVideoOpen: WritableStore<boolean>;
  /** What to try again, where a part of the kit could not be fetched; null while there is nothing. */
  readonly missing: WritableStore<(() => void) | null>;
}

/** What the menu of a replay's way out is given. */
export interface OutMenuProps {
  readonly out: Out;
  readonly player: Player;
}
