import { boundsOf, middleOf, unionOf } from "../../../board/bounds.js";
import { adding, placed, type Fragment } from "../../../editing/fragment.js";
import { withoutPlain } from "../../../signal/optional.js";
import { perform, placingIn, selectMade } from "../commands/change.js";
import type { Editor } from "../editor.js";
import type { PastePlace } from "./paste-place.js";

/** Puts shapes on the page that is shown, unlocked and selected. */
export function putFragment(editor: Editor, fragment: Fragment, place: PastePlace): void {
  const box = unionOf(fragment.map(boundsOf));
  if (!box) return;
  const middle = middleOf(box);
  const [dx, dy] = place === "inPlace" ? [0, 0] : [sixteenth(place.x - middle.x), sixteenth(place.y - middle.y)];
  const shapes = placed(
    fragment.map((shape) => withoutPlain({ ...shape, locked: 0 })),
    placingIn(editor, dx, dy),
  );
  perform(editor, adding(shapes));
  selectMade(
    editor,
    shapes.map(({ id }) => id),
  );
}

function sixteenth(length: number): number {
  return Math.round(length * 16) / 16 + 0;
}
