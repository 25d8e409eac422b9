import * as Radix from "radix-ui/slider";

export interface SliderProps {
  readonly label: string;
  /** Null stands for several values at once; the thumb is in the middle then. */
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** What the value is called where it is read out. */
  readonly textOf: (value: number) => string;
  /** While it is dragged, many times. */
  readonly onChange: (value: number) => void;
  /** When the thumb is let go, or after a key. */
  readonly onCommit?: (value: number) => void;
}

/** A value of a range; arrows, page keys, Home and End move it (WAI-ARIA, slider pattern). */
export function Slider({ label, value, min, max, step, textOf, onChange, onCommit }: SliderProps) {
  const shown = value ?? (min + max) / 2;
  return (
    <Radix.Root
      className="inktape-slider"
      value={[shown]}
      min={min}
      max={max}
      step={step}
      onValueChange={([next]) => next !== undefined && onChange(next)}
      onValueCommit={([next]) => next !== undefined && onCommit?.(next)}
      data-mixed={value === null || undefined}
    >
      <Radix.Track className="inktape-slider-rail">
        <Radix.Range className="inktape-slider-range" />
      </Radix.Track>
      <Radix.Thumb className="inktape-slider-thumb" aria-label={label} aria-valuetext={textOf(shown)} />
    </Radix.Root>
  );
}
