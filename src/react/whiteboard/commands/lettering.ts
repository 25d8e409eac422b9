import type { ActionCommand } from "../../../canvas/keymap.js";
import { editable } from "../../../editing/selection.js";
import type { Signal } from "../../../signal/signal.js";
import { FONT_SIZES } from "../choices.js";
import type { Editor } from "../editor.js";
import { restyle, styleOn } from "../style-in-force.js";
import { perform } from "./change.js";
import type { CommandSpec } from "./command.js";

/** What changes the letters of selected texts, notes and labels. */
export const LETTERING = {
  largerText: resizing((size) => FONT_SIZES.find((other) => other > size)),
  smallerText: resizing((size) => FONT_SIZES.findLast((other) => other < size)),
} satisfies { readonly [C in ActionCommand]?: CommandSpec };

/** Takes letters to another of the sizes on offer; undefined for none that way. */
function resizing(next: (size: number) => number | undefined): CommandSpec {
  const signalsOf = ({ board, selection, context }: Editor): readonly Signal[] =>
    editable(board(), selection.get()).flatMap((shape) => {
      const size = styleOn(shape, "fontSize");
      const fontSize = size === undefined ? undefined : next(size);
      return fontSize === undefined ? [] : restyle([shape], { fontSize }, context);
    });
  return {
    isPossible: (editor) => signalsOf(editor).length > 0,
    run: (editor) => perform(editor, signalsOf(editor)),
  };
}
