import Magnet from "lucide-react/icons/magnet";
import { useMessages } from "../../context.js";
import { MenuCheck } from "../../parts/menu.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";

/** Has what this person moves line up with other shapes and the grid, or not; a choice that outlives the room. */
export function SnapSwitch({ editor }: { readonly editor: Editor }) {
  const messages = useMessages();
  const { isSnapping } = editor.choices;
  return (
    <MenuCheck
      label={messages.snap}
      icon={<Magnet />}
      isChecked={useValue(isSnapping)}
      onChange={(next) => isSnapping.set(next)}
    />
  );
}
