import type { Theme } from "../../../picture/palette.js";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import type { LateControlPart } from "../../parts/late-control.js";
import { Popover } from "../../parts/popover.js";
import { useIsCompact } from "../use-is-compact.js";
import { Colors } from "./colors.js";

export interface FillColorsProps {
  /** "" for the outline's own; null for several. */
  readonly fillColor: string | null;
  readonly color: string | null;
  readonly theme: Theme;
  readonly onChange: (fillColor: string) => void;
}

/** The colours that a fill can have, beside a button. */
export function FillColors({ fillColor, theme, onChange, trigger }: FillColorsProps & LateControlPart) {
  const messages = useMessages();
  const isCompact = useIsCompact();
  return (
    <Popover
      label={messages.fillColor}
      side={isCompact ? "top" : "left"}
      className="inktape-fill-color"
      trigger={trigger}
    >
      <Button label={messages.fillLikeLine} data-soft="" aria-pressed={fillColor === ""} onClick={() => onChange("")}>
        {messages.fillLikeLine}
      </Button>
      <Colors label={messages.fillColor} color={fillColor} theme={theme} onChange={onChange} />
    </Popover>
  );
}
