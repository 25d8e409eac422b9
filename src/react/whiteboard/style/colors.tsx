import { type CSSProperties, useEffect, useRef } from "react";
import { COLOR_NAMES, inkColor, type Theme } from "../../../picture/palette.js";
import { useMessages } from "../../context.js";
import { useEvent } from "../../use-event.js";
import { Choice, Choices } from "./choice.js";

export interface ColorsProps {
  readonly label: string;
  /** A palette name or `#rrggbb`; null for several. */
  readonly color: string | null;
  readonly theme: Theme;
  readonly onChange: (color: string) => void;
}

/** The palette, and any other colour. */
export function Colors({ label, color, theme, onChange }: ColorsProps) {
  const messages = useMessages();
  return (
    <div className="inktape-colors">
      <Choices label={label}>
        {COLOR_NAMES.map((name) => (
          <Choice key={name} label={messages.colorName[name]} isChosen={color === name} onChoose={() => onChange(name)}>
            <Swatch color={inkColor(name, theme)} />
          </Choice>
        ))}
      </Choices>
      <CustomColor color={color} theme={theme} onChange={onChange} />
    </div>
  );
}

/** A round piece of a colour. */
export function Swatch({ color }: { readonly color: string }) {
  return <span className="inktape-swatch" style={{ "--swatch": color } as CSSProperties} />;
}

/** The browser's own colour chooser; what is chosen counts when it is closed, so that one choice is one step of undo. */
function CustomColor({ color, theme, onChange }: Omit<ColorsProps, "label">) {
  const messages = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const isCustom = color?.startsWith("#") ?? false;
  const shown = inkColor(color ?? "black", theme);
  const choose = useEvent(() => input.current && onChange(input.current.value));
  useEffect(() => {
    const element = input.current;
    element?.addEventListener("change", choose);
    return () => element?.removeEventListener("change", choose);
  }, [choose]);
  useEffect(() => {
    if (input.current) input.current.value = shown;
  }, [shown]);
  return (
    <label
      className="inktape-custom"
      data-tip={messages.customColor}
      data-chosen={isCustom || undefined}
      style={isCustom ? ({ "--swatch": shown } as CSSProperties) : undefined}
    >
      <input ref={input} type="color" aria-label={messages.customColor} defaultValue={shown} />
    </label>
  );
}
