import { inkColor } from "../../../picture/palette.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { LateControl } from "../../parts/late-control.js";
import { FILL_COLORS } from "../late-parts.js";
import { Swatch } from "./colors.js";
import type { FillColorsProps } from "./fill-colors.js";

/** The colour of a fill: the outline's, unless another is chosen. */
export function FillColor(props: FillColorsProps) {
  const { fillColor, color, theme } = props;
  const messages = useMessages();
  const shown = fillColor === "" ? color : fillColor;
  return (
    <LateControl
      part={FILL_COLORS}
      popup="dialog"
      trigger={
        <Button label={messages.fillColor} icon={<Swatch color={shown ? inkColor(shown, theme) : "transparent"} />} />
      }
      props={props}
    />
  );
}
