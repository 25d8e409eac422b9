import type { ReactNode } from "react";
import type { PenStyle } from "../../../canvas/tool.js";
import type { Theme } from "../../../picture/palette.js";
import type { Fill } from "../../../signal/shape.js";
import { useMessages } from "../../context.js";
import { Toolbar } from "../../parts/toolbar.js";
import type { SharedStyle, StyleKey } from "../style-in-force.js";
import { Choice, Choices } from "./choice.js";
import { Colors } from "./colors.js";
import { FillColor } from "./fill-color.js";
import { LineChoices } from "./line-choices.js";
import { Opacity } from "./opacity.js";
import { FillIcon } from "./style-icons.js";
import { TextChoices } from "./text-choices.js";

const FILLS: readonly Fill[] = ["none", "hachure", "solid"];

export interface StylePanelProps {
  /** What is in force; of a selection that differs, null. */
  readonly style: SharedStyle;
  /** What can be chosen now. */
  readonly keys: readonly StyleKey[];
  readonly theme: Theme;
  readonly onChange: (change: Partial<PenStyle>) => void;
  /** What else can be done with a selection. */
  readonly children?: ReactNode;
}

/** How what comes next looks, or what is selected. */
export function StylePanel({ style, keys, theme, onChange, children }: StylePanelProps) {
  const messages = useMessages();
  const part = { style, keys, onChange };
  return (
    <Toolbar label={messages.style} className="inktape-style" orientation="both">
      {keys.includes("color") && (
        <Colors label={messages.color} color={style.color} theme={theme} onChange={(color) => onChange({ color })} />
      )}
      {keys.includes("fill") && (
        <div className="inktape-style-row">
          <Choices label={messages.fill}>
            {FILLS.map((fill) => (
              <Choice
                key={fill}
                label={messages.fillName[fill]}
                isChosen={style.fill === fill}
                onChoose={() => onChange({ fill })}
              >
                <FillIcon fill={fill} />
              </Choice>
            ))}
          </Choices>
          <FillColor
            fillColor={style.fillColor}
            color={style.color}
            theme={theme}
            onChange={(fillColor) => onChange(style.fill === "none" ? { fillColor, fill: "solid" } : { fillColor })}
          />
        </div>
      )}
      <LineChoices {...part} />
      <TextChoices {...part} />
      {keys.includes("opacity") && <Opacity opacity={style.opacity} onChange={(opacity) => onChange({ opacity })} />}
      {children}
    </Toolbar>
  );
}
