import Grid3x3 from "lucide-react/icons/grid-3x3";
import { useBoard } from "../../use-board.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { hasGrid } from "../pages/set-paper.js";
import { CommandSwitch } from "./command-switch.js";

/** Rules the page's paper with a grid, for everyone, or takes it away. */
export function GridSwitch({ editor }: { readonly editor: Editor }) {
  const page = useValue(editor.view.page);
  const isOn = useBoard(editor.client, (board) => hasGrid(board, page)) ?? false;
  return <CommandSwitch editor={editor} command="toggleGrid" icon={<Grid3x3 />} isOn={isOn} />;
}
