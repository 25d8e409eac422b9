import Magnet from "lucide-react/icons/magnet";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { CommandSwitch } from "./command-switch.js";

/** Has what this person moves line up with other shapes and the grid, or not; a choice that outlives the room. */
export function SnapSwitch({ editor }: { readonly editor: Editor }) {
  const isOn = useValue(editor.choices.isSnapping);
  return <CommandSwitch editor={editor} command="toggleSnapping" icon={<Magnet />} isOn={isOn} />;
}
