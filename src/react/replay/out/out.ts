import { useMemo } from "react";
import type { Theme } from "../../../picture/palette.js";
import type { ReplayPlace } from "../../../player/replay-link.js";
import type { Moment } from "../../../player/track.js";
import { isInktapeError } from "../../../signal/errors.js";
import { createStore, type WritableStore } from "../../../store/store.js";
import type { AssetStore } from "../../../transport/assets.js";
import { useMessages } from "../../context.js";
import type { Messages } from "../../messages/messages.js";
import { late } from "../../parts/late.js";
import type { Toast } from "../../parts/toasts.js";
import { useEvent } from "../../use-event.js";
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

const RUN_OUT = late(async () => (await import("./run-out.js")).runOut);

/** The way out of a replay, the same one as long as the component is there. */
export function useOut(newest: OutSource): Out {
  const newestMessages = useMessages();
  const source = useEvent(() => newest);
  const messages = useEvent(() => newestMessages);
  return useMemo(() => createOut(source, messages), [source, messages]);
}

function createOut(source: () => OutSource, messages: () => Messages): Out {
  const notice: Out["notice"] = createStore<Omit<Toast, "id"> | null>(null);
  const missing: Out["missing"] = createStore<(() => void) | null>(null);
  const run = (what: OutWhat): void => {
    missing.set(null);
    RUN_OUT.load().then(
      (runOut) => {
        runOut(out, what).catch((error: unknown) => {
          const reason = isInktapeError(error) ? error.message : String(error);
          notice.set({ kind: "failed", text: messages().exportFailed(reason) });
        });
      },
      () => missing.set(() => run(what)),
    );
  };
  const out: Out = { run, source, messages, notice, missing, isVideoOpen: createStore(false) };
  return out;
}
