import type { Theme } from "../../../picture/palette.js";
import type { VideoFormat } from "../../../video/video-options.js";
import { useMessages } from "../../context.js";
import { Choice, ChoiceRow } from "../../parts/choices.js";
import type { Clip } from "../timeline/clip.js";
import { FORMAT_NAMES, FORMATS, FRAME_RATES, SIZES, type VideoChoices } from "./video-choices.js";

export interface VideoChoiceRowsProps {
  readonly choices: VideoChoices;
  readonly clip: Clip | null;
  /** What this browser can make; null while that is not known. */
  readonly formats: readonly VideoFormat[] | null;
  /** What is made; null when nothing can be. */
  readonly format: VideoFormat | null;
  readonly onChoose: (change: Partial<VideoChoices>) => void;
}

const SIZE_NAMES = Object.keys(SIZES) as readonly (keyof typeof SIZES)[];
const THEMES: readonly Theme[] = ["light", "dark"];

/** Everything about a video that can be chosen. */
export function VideoChoiceRows({ choices, clip, formats, format, onChoose }: VideoChoiceRowsProps) {
  const { exchange, out, theme, themeName, timeline } = useMessages();
  const isClip = choices.isClip && clip !== null;
  const missing = formats ? FORMATS.filter((each) => !formats.includes(each)) : [];
  return (
    <>
      <ChoiceRow label={exchange.part}>
        <Choice label={out.whole} isChosen={!isClip} onChoose={() => onChoose({ isClip: false })} />
        <Choice
          label={timeline.clip}
          isChosen={isClip}
          isDisabled={clip === null}
          onChoose={() => onChoose({ isClip: true })}
        />
      </ChoiceRow>
      {clip === null && <small>{out.clipHint}</small>}
      <ChoiceRow label={exchange.scale}>
        {SIZE_NAMES.map((size) => (
          <Choice key={size} label={size} isChosen={size === choices.size} onChoose={() => onChoose({ size })} />
        ))}
        <Choice label={out.ownSize} isChosen={choices.size === "own"} onChoose={() => onChoose({ size: "own" })} />
        {choices.size === "own" && (
          <span className="inktape-video-size">
            <Side label={out.width} value={choices.width} onChange={(width) => onChoose({ width })} />×
            <Side label={out.height} value={choices.height} onChange={(height) => onChoose({ height })} />
          </span>
        )}
      </ChoiceRow>
      <ChoiceRow label={out.frameRate}>
        {FRAME_RATES.map((frameRate) => (
          <Choice
            key={frameRate}
            label={String(frameRate)}
            isChosen={frameRate === choices.frameRate}
            onChoose={() => onChoose({ frameRate })}
          />
        ))}
      </ChoiceRow>
      <ChoiceRow label={exchange.format}>
        {FORMATS.map((each) => (
          <Choice
            key={each}
            label={FORMAT_NAMES[each]}
            isChosen={each === format}
            isDisabled={missing.includes(each)}
            onChoose={() => onChoose({ format: each })}
          />
        ))}
      </ChoiceRow>
      <div role="status">
        {missing.length === FORMATS.length && <small>{out.noVideo}</small>}
        {missing.length === 1 && <small>{out.noFormat(FORMAT_NAMES[missing[0] as VideoFormat])}</small>}
      </div>
      <ChoiceRow label={theme}>
        {THEMES.map((each) => (
          <Choice
            key={each}
            label={themeName[each]}
            isChosen={each === choices.theme}
            onChoose={() => onChoose({ theme: each })}
          />
        ))}
      </ChoiceRow>
      <ChoiceRow label={out.shown}>
        <Choice
          label={out.cursors}
          isChosen={choices.hasCursors}
          onChoose={() => onChoose({ hasCursors: !choices.hasCursors })}
        />
        <Choice
          label={out.longPauses}
          isChosen={choices.hasPauses}
          onChoose={() => onChoose({ hasPauses: !choices.hasPauses })}
        />
      </ChoiceRow>
    </>
  );
}

interface SideProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Side({ label, value, onChange }: SideProps) {
  return (
    <input
      type="number"
      className="inktape-field"
      aria-label={label}
      min={16}
      max={4096}
      step={2}
      value={value || ""}
      onChange={(event) => onChange(event.target.valueAsNumber || 0)}
    />
  );
}
