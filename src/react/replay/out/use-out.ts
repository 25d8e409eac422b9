import { useMemo } from "react";
import { isInktapeError } from "../../../signal/errors.js";
import { createStore } from "../../../store/store.js";
import { useMessages } from "../../context.js";
import type { Messages } from "../../messages/messages.js";
import { late } from "../../parts/late.js";
import type { Toast } from "../../parts/toasts.js";
import { useEvent } from "../../use-event.js";
import type { Out, OutSource, OutWhat } from "./out.js";

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
