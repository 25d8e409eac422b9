import type { PenStyle } from "../../../canvas/tool.js";
import { useMessages } from "../../context.js";
import { WIDTHS } from "../choices.js";
import type { SharedStyle, StyleKey } from "../style-in-force.js";
import { Choice, Choices } from "./choice.js";
import { CornersIcon, DashIcon, RoughnessIcon } from "./style-icons.js";

export interface LineChoicesProps {
  readonly style: SharedStyle;
  readonly keys: readonly StyleKey[];
  readonly onChange: (change: Partial<PenStyle>) => void;
}

const DASHES = ["solid", "dashed", "dotted"] as const;
const CORNERS = ["round", "sharp"] as const;
const ROUGHNESSES = [0, 1, 2] as const;

/** How an outline is drawn: width, dash, roughness and corners. */
export function LineChoices({ style, keys, onChange }: LineChoicesProps) {
  const messages = useMessages();
  return (
    <>
      {keys.includes("size") && (
        <Choices label={messages.width}>
          {WIDTHS.map((size, index) => (
            <Choice
              key={size}
              label={messages.widthName(size)}
              isChosen={style.size === size}
              onChoose={() => onChange({ size })}
            >
              <span className="inktape-width" style={{ blockSize: 2 + index * 3 }} />
            </Choice>
          ))}
        </Choices>
      )}
      {keys.includes("dash") && (
        <Choices label={messages.dash}>
          {DASHES.map((dash) => (
            <Choice
              key={dash}
              label={messages.dashName[dash]}
              isChosen={style.dash === dash}
              onChoose={() => onChange({ dash })}
            >
              <DashIcon dash={dash} />
            </Choice>
          ))}
        </Choices>
      )}
      {keys.includes("roughness") && (
        <Choices label={messages.roughness}>
          {ROUGHNESSES.map((roughness) => (
            <Choice
              key={roughness}
              label={messages.roughnessName[roughness]}
              isChosen={style.roughness === roughness}
              onChoose={() => onChange({ roughness })}
            >
              <RoughnessIcon roughness={roughness} />
            </Choice>
          ))}
        </Choices>
      )}
      {keys.includes("corners") && (
        <Choices label={messages.corners}>
          {CORNERS.map((corners) => (
            <Choice
              key={corners}
              label={messages.cornersName[corners]}
              isChosen={style.corners === corners}
              onChoose={() => onChange({ corners })}
            >
              <CornersIcon corners={corners} />
            </Choice>
          ))}
        </Choices>
      )}
    </>
  );
}
