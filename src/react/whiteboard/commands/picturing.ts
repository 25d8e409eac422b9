import { shapeAt } from "../../../board/leaves.js";
import type { ActionCommand } from "../../../canvas/keymap.js";
import { editable } from "../../../editing/selection.js";
import type { ShapeId } from "../../../signal/ids.js";
import type { Editor } from "../editor.js";
import type { PictureDesk } from "../pictures/picture-desk.js";
import type { CommandSpec } from "./command.js";

/** What is done with the one picture that is selected. */
export const PICTURING = {
  cropPicture: withPicture((desk, id) => desk.cropping.set(id)),
  describePicture: withPicture((desk, id) => desk.describing.set(id)),
  replacePicture: withPicture((desk, id) => desk.picking.set({ replacing: id })),
} satisfies { readonly [C in ActionCommand]?: CommandSpec };

function withPicture(act: (desk: PictureDesk, id: ShapeId) => void): CommandSpec {
  return {
    isPossible: (editor) => editor.pictures !== undefined && pictureSelected(editor) !== null,
    run: (editor) => {
      const id = pictureSelected(editor);
      if (editor.pictures && id !== null) act(editor.pictures, id);
    },
  };
}

function pictureSelected({ board, selection }: Editor): ShapeId | null {
  const [id, ...others] = editable(board(), selection.get()).map((shape) => shape.id);
  return id !== undefined && others.length === 0 && shapeAt(board(), id)?.kind === "image" ? id : null;
}
