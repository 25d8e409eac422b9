import Square from "lucide-react/icons/square";
import SquareSlash from "lucide-react/icons/square-slash";
import type { CSSProperties, ReactNode } from "react";
import { COLOR_NAMES, inkColor, type Theme } from "../../picture/palette.js";
import type { PenStyle } from "../../canvas/tool.js";
import type { Fill } from "../../signal/shape.js";
import { useMessages } from "../context.js";
import { Button } from "../parts/button.js";
import { Toolbar } from "../parts/toolbar.js";
import { FONT_SIZES, WIDTHS } from "./choices.js";
import type { SharedStyle, StyleKey } from "./style-in-force.js";

const FILLS: readonly Fill[] = ["none", "hachure", "solid"];
const LETTERS = [12, 15, 18, 21];

export interface StylePanelProps {
  /** What is in force; of a selection that differs, null. */
  readonly style: SharedStyle;
  /** What can be chosen now. */
  readonly keys: readonly StyleKey[];
  readonly theme: Theme;
  readonly onChange: (change: Partial<PenStyle>) => void;
}

/** Colour, width, fill and text size, of what comes next or of what is selected. */
export function StylePanel({ style, keys, theme, onChange }: StylePanelProps) {
  const messages = useMessages();
  const widths = WIDTHS.map((size, index) => (
    <Choice
      key={size}
      label={messages.widthName(size)}
      isChosen={style.size === size}
      onChoose={() => onChange({ size })}
    >
      <span className="inktape-width" style={{ blockSize: 2 + index * 3 }} />
    </Choice>
  ));
  const fills = FILLS.map((fill) => (
    <Choice
      key={fill}
      label={messages.fillName[fill]}
      isChosen={style.fill === fill}
      onChoose={() => onChange({ fill })}
    >
      <FillIcon fill={fill} />
    </Choice>
  ));
  const fontSizes = FONT_SIZES.map((fontSize, index) => (
    <Choice
      key={fontSize}
      label={messages.fontSizeName(fontSize)}
      isChosen={style.fontSize === fontSize}
      onChoose={() => onChange({ fontSize })}
    >
      <span className="inktape-letter" style={{ fontSize: LETTERS[index] }} aria-hidden="true">
        A
      </span>
    </Choice>
  ));
  const colors = COLOR_NAMES.map((color) => (
    <Choice
      key={color}
      label={messages.colorName(color)}
      isChosen={style.color === color}
      onChoose={() => onChange({ color })}
    >
      <span className="inktape-swatch" style={{ "--swatch": inkColor(color, theme) } as CSSProperties} />
    </Choice>
  ));
  return (
    <Toolbar label={messages.style} className="inktape-style">
      <Choices label={messages.color}>{colors}</Choices>
      {keys.includes("size") && <Choices label={messages.width}>{widths}</Choices>}
      {keys.includes("fill") && <Choices label={messages.fill}>{fills}</Choices>}
      {keys.includes("fontSize") && <Choices label={messages.fontSize}>{fontSizes}</Choices>}
    </Toolbar>
  );
}

function Choices({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="inktape-choices" role="radiogroup" aria-label={label}>
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Choice({ label, isChosen, onChoose, children }: ChoiceProps) {
  return <Button role="radio" label={label} aria-checked={isChosen} data-soft="" onClick={onChoose} icon={children} />;
}

function FillIcon({ fill }: { readonly fill: Fill }) {
  if (fill === "hachure") return <SquareSlash />;
  return <Square fill={fill === "solid" ? "currentColor" : "none"} />;
}
