import { useCallback, useEffect } from "react";
import { attachTools } from "../../canvas/attach-tools.js";
import type { Theme } from "../../picture/palette.js";
import { createView } from "../../canvas/create-view.js";
import { pagesInOrder, shapeAt } from "../../board/leaves.js";
import type { RoomClient } from "../../client/room-client.js";
import type { Store } from "../../store/store.js";
import { useInktape } from "../context.js";
import { useEvent } from "../use-event.js";
import { useResource } from "../use-resource.js";
import type { Choices } from "./choices.js";
import { type Editor, createEditor } from "./editor.js";
import { shareCamera } from "./share-camera.js";
import { shareSelection } from "./share-selection.js";

export interface UseEditorOptions {
  readonly client: RoomClient | null;
  readonly host: HTMLElement | null;
  readonly choices: Choices;
  readonly theme: Theme;
  readonly isReadOnly: Store<boolean>;
}

/** Draws a client's board in an element and lets the pointer draw on it. Null until both are there. */
export function useEditor({ client, host, choices, theme, isReadOnly }: UseEditorOptions): Editor | null {
  const { clock, messages: newest } = useInktape();
  const messages = useEvent(() => newest);
  const open = useCallback(() => {
    if (!client || !host) return null;
    const picture = () => {
      const board = client.board.get();
      return board && { board, time: client.time(), self: client.self.get()?.member ?? null };
    };
    const view = createView(host, { clock, picture });
    const made = createEditor({ client, view, choices, isReadOnly, messages, clock, random: Math.random });
    const ends = [
      attachTools(host, made.context, { tool: choices.tool, isReadOnly, isPenMode: choices.isPenMode }),
      keepOnBoard(made),
      shareCamera(client, view, clock),
      shareSelection(client, made.selection),
    ];
    const close = () => {
      for (const end of ends) end();
      view.destroy();
    };
    return { value: made, close };
  }, [client, host, choices, isReadOnly, clock, messages]);
  const editor = useResource(open);
  useEffect(() => editor?.view.setTheme(theme), [editor, theme]);
  return editor;
}

/** Paints what changes, shows a page that is there, and lets go of what is gone. Returns what ends it. */
function keepOnBoard({ client, view, showPage, selection, context }: Editor): () => void {
  let isFirst = true;
  const follow = () => {
    const board = client.board.get();
    if (!board) return;
    const page = board.pages[view.page.get()] ?? pagesInOrder(board)[0];
    if (page && page.id !== view.page.get()) showPage(page.id);
    else if (isFirst && page?.top) view.zoomToFit();
    isFirst = false;
    const kept = selection.get().filter((id) => shapeAt(board, id) !== undefined);
    if (kept.length < selection.get().length) context.setSelection(kept);
    view.invalidate();
  };
  follow();
  return client.board.subscribe(follow);
}
