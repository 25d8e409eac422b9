import TextAlignCenter from "lucide-react/icons/text-align-center";
import TextAlignEnd from "lucide-react/icons/text-align-end";
import TextAlignStart from "lucide-react/icons/text-align-start";
import type { ReactNode } from "react";
import type { PenStyle } from "../../../canvas/tool.js";
import { FONT_NAMES, fontFamily } from "../../../picture/text.js";
import { useMessages } from "../../context.js";
import { FONT_SIZES } from "../choices.js";
import type { SharedStyle, StyleKey } from "../style-in-force.js";
import { Choice, Choices } from "./choice.js";

export interface TextChoicesProps {
  readonly style: SharedStyle;
  readonly keys: readonly StyleKey[];
  readonly onChange: (change: Partial<PenStyle>) => void;
}

const ALIGNS = ["start", "middle", "end"] as const;
const ALIGN_ICONS: Readonly<Record<(typeof ALIGNS)[number], ReactNode>> = {
  start: <TextAlignStart />,
  middle: <TextAlignCenter />,
  end: <TextAlignEnd />,
};

/** Typeface, size and alignment. */
export function TextChoices({ style, keys, onChange }: TextChoicesProps) {
  const messages = useMessages();
  return (
    <>
      {keys.includes("font") && (
        <Choices label={messages.font}>
          {FONT_NAMES.map((font) => (
            <Choice
              key={font}
              label={messages.fontName[font]}
              isChosen={style.font === font}
              onChoose={() => onChange({ font })}
            >
              <span className="inktape-letter" style={{ fontFamily: fontFamily(font) }} aria-hidden="true">
                Aa
              </span>
            </Choice>
          ))}
        </Choices>
      )}
      {keys.includes("fontSize") && (
        <Choices label={messages.fontSize}>
          {FONT_SIZES.map((fontSize, index) => (
            <Choice
              key={fontSize}
              label={messages.fontSizeName(fontSize)}
              isChosen={style.fontSize === fontSize}
              onChoose={() => onChange({ fontSize })}
            >
              <span className="inktape-letter" style={{ fontSize: 12 + index * 3 }} aria-hidden="true">
                A
              </span>
            </Choice>
          ))}
        </Choices>
      )}
      {keys.includes("align") && (
        <Choices label={messages.align}>
          {ALIGNS.map((align) => (
            <Choice
              key={align}
              label={messages.alignName[align]}
              isChosen={style.align === align}
              onChoose={() => onChange({ align })}
            >
              {ALIGN_ICONS[align]}
            </Choice>
          ))}
        </Choices>
      )}
    </>
  );
}
