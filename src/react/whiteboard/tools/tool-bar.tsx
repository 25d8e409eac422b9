import Palette from "lucide-react/icons/palette";
import Pin from "lucide-react/icons/pin";
import type { ReactNode } from "react";
import { keysOf } from "../../../canvas/keymap.js";
import type { AnyToolName, ToolName } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Toolbar } from "../../parts/toolbar.js";
import { MoreTools } from "./more-tools.js";
import { ShapeTools } from "./shape-tools.js";
import { TOOL_ICONS } from "./tool-icons.js";
import { COMPACT, ROOMY } from "./tool-layout.js";

export interface ToolBarProps {
  readonly tool: AnyToolName;
  readonly onTool: (tool: ToolName) => void;
  /** Whether a tool stays in hand after it has made something. */
  readonly isKept: boolean;
  readonly onKeep: (isKept: boolean) => void;
  /** Few tools and a menu for the others, as on a phone. */
  readonly isCompact: boolean;
  /** Whether a button opens the style, where there is no room for it beside the board. */
  readonly isStyleFolded: boolean;
  /** Whether the folded style is shown; null where it has nothing to say. */
  readonly isStyleOpen: boolean | null;
  readonly onToggleStyle: () => void;
  /** More tools, after the kit's own. */
  readonly children?: ReactNode;
}

/** What to draw with. */
export function ToolBar(props: ToolBarProps) {
  const messages = useMessages();
  const { tool, onTool, isKept, onKeep, isCompact, isStyleFolded, isStyleOpen, onToggleStyle, children } = props;
  const { bar, more } = isCompact ? COMPACT : ROOMY;
  const keep = { isKept, onKeep };
  return (
    <Toolbar label={messages.tools} className="inktape-tools">
      {bar.map((group, index) => (
        <Group key={group[0]} isFirst={index === 0}>
          {group.map((item) =>
            item === "shapes" ? (
              <ShapeTools key={item} tool={tool} onTool={onTool} isCompact={isCompact} />
            ) : (
              <Button
                key={item}
                label={messages.tool[item]}
                keys={keysOf(`tool.${item}`)}
                icon={TOOL_ICONS[item]}
                aria-pressed={tool === item}
                onClick={() => onTool(item)}
              />
            ),
          )}
        </Group>
      ))}
      {children}
      <MoreTools tools={more} tool={tool} onTool={onTool} {...(isStyleFolded && { keep })} />
      {isStyleFolded ? (
        <Button
          label={messages.showStyle}
          data-soft=""
          icon={<Palette />}
          isDisabled={isStyleOpen === null}
          aria-pressed={isStyleOpen ?? false}
          onClick={onToggleStyle}
        />
      ) : (
        <Group>
          <Button
            label={messages.command.keepTool}
            keys={keysOf("keepTool")}
            data-soft=""
            icon={<Pin />}
            aria-pressed={isKept}
            onClick={() => onKeep(!isKept)}
          />
        </Group>
      )}
    </Toolbar>
  );
}

function Group({ isFirst = false, children }: { readonly isFirst?: boolean; readonly children: ReactNode }) {
  return (
    <>
      {!isFirst && <span className="inktape-divider" />}
      {children}
    </>
  );
}
