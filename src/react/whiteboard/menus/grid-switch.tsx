import Grid3x3 from "lucide-react/icons/grid-3x3";
import { useMessages } from "../../context.js";
import { MenuCheck } from "../../parts/menu.js";
import { useBoard } from "../../use-board.js";
import { useValue } from "../../use-store.js";
import type { Editor } from "../editor.js";
import { setPaper } from "../pages/page-actions.js";

/** Rules the page's paper with a grid, for everyone, or takes it away. */
export function GridSwitch({ editor }: { readonly editor: Editor }) {
  const messages = useMessages();
  const page = useValue(editor.view.page);
  const isOn = useBoard(editor.client, (board) => board.pages[page]?.paper?.pattern === "grid") ?? false;
  return (
    <MenuCheck
      label={messages.grid}
      icon={<Grid3x3 />}
      isChecked={isOn}
      onChange={(next) => setPaper(editor, page, { pattern: next ? "grid" : "plain" })}
    />
  );
}
