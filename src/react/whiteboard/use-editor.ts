import { useCallback, useEffect } from "react";
import { flushSync } from "react-dom";
import { attachTools } from "../../canvas/attach-tools.js";
import type { Theme } from "../../picture/palette.js";
import type { CustomShapes } from "../../picture/custom/custom-shapes.js";
import { createView } from "../../canvas/create-view.js";
import { pagesInOrder, shapeAt } from "../../board/leaves.js";
import type { RoomClient } from "../../client/room-client.js";
import type { Store } from "../../store/store.js";
import { useInktape } from "../context.js";
import { followCamera } from "../people/follow-camera.js";
import { focusStyle } from "../parts/focus-board.js";
import { useEvent } from "../use-event.js";
import { isStill } from "../is-still.js";
import { useResource } from "../use-resource.js";
import type { ToolDefinition } from "../define-tool.js";
import type { Choices } from "./choices.js";
import { watchPointer } from "./clipboard/pointer-place.js";
import { type Editor, createEditor } from "./editor.js";
import { openPictures, picturesOf, type EditorWithPictures } from "./pictures/open-pictures.js";
import { shareCamera } from "./share-camera.js";
import { shareSelection } from "./share-selection.js";

export interface UseEditorOptions {
  readonly client: RoomClient | null;
  readonly host: HTMLElement | null;
  readonly choices: Choices;
  readonly theme: Theme;
  readonly isReadOnly: Store<boolean>;
  readonly custom: CustomShapes;
  readonly tools: Store<readonly ToolDefinition[]>;
}

/** Draws a client's board in an element and lets the pointer draw on it. Null until both are there. */
export function useEditor({
  client,
  host,
  choices,
  theme,
  isReadOnly,
  custom,
  tools,
}: UseEditorOptions): EditorWithPictures | null {
  const { clock, messages: newest, pdfFiles } = useInktape();
  const messages = useEvent(() => newest);
  const open = useCallback(() => {
    if (!client || !host) return null;
    const picture = () => {
      const board = client.board.get();
      return board && { board, time: client.time(), self: client.self.get()?.member ?? null };
    };
    const images = picturesOf(client, clock);
    const view = createView(host, { clock, picture, custom, imageOf: (asset) => images.imageOf(asset) });
    const pointer = watchPointer(host);
    const editor = createEditor({
      client,
      view,
      choices,
      isReadOnly,
      messages,
      clock,
      pointer: pointer.get,
      goToStyle(part) {
        if (focusStyle(host, part)) return;
        flushSync(() => choices.isStyleOpen.set(true));
        focusStyle(host, part);
      },
      random: Math.random,
    });
    const opened = openPictures(editor, { clock, pictures: images, host, pdfFiles });
    const made = opened.value;
    const ends = [
      images.onChange((asset) => view.repaintAsset(asset)),
      attachTools(host, made.context, { tool: choices.tool, isReadOnly, isPenMode: choices.isPenMode, custom: tools }),
      pointer.stop,
      keepOnBoard(made),
      shareCamera(made, clock),
      shareSelection(client, made.selection),
      made.attention.watch(),
      followCamera(made, clock, isStill),
    ];
    const close = () => {
      for (const end of ends) end();
      opened.close();
      view.destroy();
      images.close();
    };
    return { value: made, close };
  }, [client, host, choices, isReadOnly, custom, tools, clock, messages, pdfFiles]);
  const editor = useResource(open);
  useEffect(() => {
    editor?.view.setTheme(theme);
    editor?.theme.set(theme);
  }, [editor, theme]);
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
