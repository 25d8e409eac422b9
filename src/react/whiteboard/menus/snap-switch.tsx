import Magnet from "lucide-react/icons/magnet";
import { useMessages } from "../../context.js";
import { MenuCheck } from "../../parts/menu.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";

/** Has what this person moves line up with other shapes, or not; a choice that outlives the room. */
export function SnapSwitch({ editor }: { readonly editor: Editor }) {
  const messages = useMessages();
  const { snapping } = editor.choices;
  const chosen = useValue(snapping);
  return (
    <MenuCheck
      label={messages.snap}
      icon={<Magnet />}
      isChecked={chosen.toObjects}
      onChange={(toObjects) => snapping.set({ ...chosen, toObjects })}
    />
  );
}
