import { inkColor, type Theme } from "../../../picture/palette.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { Popover } from "../../parts/popover.js";
import { Colors, Swatch } from "./colors.js";

export interface FillColorProps {
  /** "" for the outline's own; null for several. */
  readonly fillColor: string | null;
  readonly color: string | null;
  readonly theme: Theme;
  readonly onChange: (fillColor: string) => void;
}

/** The colour of a fill: the outline's, unless another is chosen. */
export function FillColor({ fillColor, color, theme, onChange }: FillColorProps) {
  const messages = useMessages();
  const shown = fillColor === "" ? color : fillColor;
  return (
    <Popover
      label={messages.fillColor}
      side="left"
      className="inktape-fill-color"
      trigger={
        <Button label={messages.fillColor} icon={<Swatch color={shown ? inkColor(shown, theme) : "transparent"} />} />
      }
    >
      <Button label={messages.fillLikeLine} data-soft="" aria-pressed={fillColor === ""} onClick={() => onChange("")}>
        {messages.fillLikeLine}
      </Button>
      <Colors label={messages.fillColor} color={fillColor} theme={theme} onChange={onChange} />
    </Popover>
  );
}
