import ArrowUpRight from "lucide-react/icons/arrow-up-right";
import Circle from "lucide-react/icons/circle";
import Eraser from "lucide-react/icons/eraser";
import Hand from "lucide-react/icons/hand";
import Minus from "lucide-react/icons/minus";
import MousePointer2 from "lucide-react/icons/mouse-pointer-2";
import Palette from "lucide-react/icons/palette";
import Pencil from "lucide-react/icons/pencil";
import Redo2 from "lucide-react/icons/redo-2";
import Square from "lucide-react/icons/square";
import Type from "lucide-react/icons/type";
import Undo2 from "lucide-react/icons/undo-2";
import type { ReactNode } from "react";
import type { AnyToolName, ToolName } from "../../canvas/tool.js";
import type { HistoryState } from "../../client/room-client.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { Toolbar } from "../parts/toolbar.js";

/** The tools in their order, with the keys that canvas/keymap.ts gives them. */
const TOOLS: readonly { readonly name: ToolName; readonly keys: string; readonly icon: ReactNode }[] = [
  { name: "select", keys: "V", icon: <MousePointer2 /> },
  { name: "hand", keys: "H", icon: <Hand /> },
  { name: "pen", keys: "P", icon: <Pencil /> },
  { name: "eraser", keys: "E", icon: <Eraser /> },
  { name: "rectangle", keys: "R", icon: <Square /> },
  { name: "ellipse", keys: "O", icon: <Circle /> },
  { name: "line", keys: "L", icon: <Minus /> },
  { name: "arrow", keys: "A", icon: <ArrowUpRight /> },
  { name: "text", keys: "T", icon: <Type /> },
];

export interface ToolBarProps {
  readonly tool: AnyToolName;
  readonly onTool: (tool: ToolName) => void;
  readonly history: HistoryState;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Whether the style panel is open where there is no room for both. */
  readonly isStyleOpen: boolean;
  readonly onToggleStyle: () => void;
  /** More tools, after the kit's own. */
  readonly children?: ReactNode;
}

/** What to draw with, and undo and redo. */
export function ToolBar(props: ToolBarProps) {
  const messages = useMessages();
  const { tool, onTool, history, onUndo, onRedo, isStyleOpen, onToggleStyle, children } = props;
  return (
    <Toolbar label={messages.tools} className="inktape-tools">
      {TOOLS.map(({ name, keys, icon }) => (
        <Button
          key={name}
          label={messages.tool[name]}
          keys={keys}
          icon={icon}
          aria-pressed={tool === name}
          onClick={() => onTool(name)}
        />
      ))}
      {children}
      <Button
        label={messages.showStyle}
        className="inktape-style-toggle"
        data-soft=""
        icon={<Palette />}
        aria-pressed={isStyleOpen}
        onClick={onToggleStyle}
      />
      <span className="inktape-divider" />
      <Button
        label={messages.undo}
        keys="Control+Z Meta+Z"
        icon={<Undo2 />}
        isDisabled={!history.canUndo}
        onClick={onUndo}
      />
      <Button
        label={messages.redo}
        keys="Shift+Control+Z Shift+Meta+Z"
        icon={<Redo2 />}
        isDisabled={!history.canRedo}
        onClick={onRedo}
      />
    </Toolbar>
  );
}
