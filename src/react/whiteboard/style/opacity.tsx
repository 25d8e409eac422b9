import { useState } from "react";
import { useMessages } from "../../context.js";
import { lateElement, useLate } from "../../parts/late.js";
import { SLIDER } from "../late-parts.js";

export interface OpacityProps {
  /** 0 to 1; null for several. */
  readonly opacity: number | null;
  /** When the thumb is let go: one drag is one step of undo, and one signal. */
  readonly onChange: (opacity: number) => void;
}

/** How much of what is below shines through. */
export function Opacity({ opacity, onChange }: OpacityProps) {
  const messages = useMessages();
  const Slider = useLate(SLIDER);
  const [dragged, setDragged] = useState<number | null>(null);
  const commit = (percent: number) => {
    setDragged(null);
    onChange(percent / 100);
  };
  const percent = dragged ?? (opacity === null ? null : Math.round(opacity * 100));
  return (
    <div className="inktape-opacity" data-tip={messages.opacity}>
      {lateElement(Slider, {
        label: messages.opacity,
        value: percent,
        min: 10,
        max: 100,
        step: 5,
        textOf: messages.percent,
        onChange: setDragged,
        onCommit: commit,
      }) ?? <span className="inktape-slider" />}
      <span aria-hidden="true">{percent === null ? "–" : messages.percent(percent)}</span>
    </div>
  );
}
