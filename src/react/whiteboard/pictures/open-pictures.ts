import { AssetPictures } from "../../../canvas/asset-pictures.js";
import { listen } from "../../../canvas/listen.js";
import { shapesAt } from "../../../canvas/tools/reach.js";
import type { Clock } from "../../../clock/clock.js";
import type { Editor } from "../editor.js";
import { mayPut } from "../may-edit.js";
import { createPictureDesk, type PictureDesk, type PictureDeskOptions } from "./picture-desk.js";

export interface OpenPicturesOptions extends Pick<PictureDeskOptions, "clock" | "pictures" | "pdfFiles"> {
  readonly host: HTMLElement;
}

/** An editor that takes pictures in. */
export type EditorWithPictures = Editor & { readonly pictures: PictureDesk };

/** The pictures of a room, fetched as they are painted. */
export function picturesOf({ assets }: Editor["client"], clock: Clock): AssetPictures {
  return new AssetPictures({ clock, get: (hash, signal) => assets.get(hash, signal) });
}

/** Lets an editor take pictures in: by its tool, as files, and by a double press on one, which crops it. */
export function openPictures(
  editor: Editor,
  options: OpenPicturesOptions,
): { value: EditorWithPictures; close(): void } {
  const { client, view, choices, context, selection, isReadOnly } = editor;
  const { clock, pictures, host } = options;
  /** Pictures that came one after another stay selected together, unless somebody selected something else meanwhile. */
  let own: readonly unknown[] = [];
  const desk = createPictureDesk({
    client,
    view,
    clock,
    pictures,
    pageName: (file, number) => editor.messages().picture.pdfPageName(file, number),
    showPage: editor.showPage,
    pdfFiles: options.pdfFiles,
    onIncomplete: (file) => editor.notice.set({ kind: "failed", text: editor.messages().exchange.partsMissing(file) }),
    onAdded(ids) {
      const kept = selection.get() === own ? selection.get() : [];
      choices.tool.set("select");
      context.setSelection([...kept, ...ids]);
      own = selection.get();
    },
  });
  const pick = () => {
    if (choices.tool.get() === "image" && mayPut(editor)) desk.picking.set({ at: undefined });
  };
  const doubleClick = (event: MouseEvent) => {
    if (event.target !== host || isReadOnly.get() || choices.tool.get() !== "select") return;
    const { left, top } = host.getBoundingClientRect();
    const shape = shapesAt(context, view.toBoard({ x: event.clientX - left, y: event.clientY - top }), 0).at(-1);
    if (shape?.kind === "image") desk.cropping.set(shape.id);
  };
  const ends = [choices.tool.subscribe(pick), listen(host, "dblclick", doubleClick)];
  return {
    value: {
      ...editor,
      pictures: desk,
      pasteFiles: (files, at) => void (mayPut(editor) && desk.add(files, at)),
      context: { ...context, pickPictures: (at) => mayPut(editor) && desk.picking.set({ at }) },
    },
    close() {
      for (const end of ends) end();
      desk.close();
    },
  };
}
