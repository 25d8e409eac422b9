import { useCallback, useMemo, useSyncExternalStore } from "react";
import type { Command } from "../../../canvas/keymap.js";
import { useInktape } from "../../context.js";
import { throttled } from "../../throttle.js";
import { canRun } from "../commands/run-command.js";
import type { Editor } from "../editor.js";

/** Boards change with every point that somebody draws; what can be done with them is looked up less often, in ms. */
const EVERY_MS = 200;

/** Whether a command would do anything now, kept up to date. */
export function useCanRun(editor: Editor, command: Command): boolean {
  const { clock } = useInktape();
  const stores = useMemo(() => {
    const { client, view, selection, isReadOnly } = editor;
    return [throttled(client.board, EVERY_MS, clock), client.history, client.self, view.page, selection, isReadOnly];
  }, [editor, clock]);
  const subscribe = useCallback(
    (listener: () => void) => {
      const ends = stores.map((store) => store.subscribe(listener));
      return () => ends.forEach((end) => end());
    },
    [stores],
  );
  return useSyncExternalStore(
    subscribe,
    () => canRun(editor, command),
    () => false,
  );
}
