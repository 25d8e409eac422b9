import { useMessages } from "../context.js";
import type { Messages } from "../messages/messages.js";
import { Dialog } from "../parts/dialog.js";
import { isMacLike, keyNames } from "../parts/key-names.js";
import { Styles } from "../parts/styles.js";
import type { ReplayKeyName } from "../replay-messages.js";
import { controlStyles } from "../styles/controls.js";
import { replayKeyStyles } from "../styles/replay-keys.js";

/** What keys do, by their name in the messages, and the keys as `aria-keyshortcuts` writes them. */
const KEYS: Readonly<Record<ReplayKeyName, readonly string[]>> = {
  play: ["Space", "K"],
  skip: ["ArrowLeft", "ArrowRight"],
  skipFar: ["J", "L", "Shift+ArrowLeft", "Shift+ArrowRight"],
  step: [",", "."],
  go: ["0–9"],
  ends: ["Home", "End"],
  markers: ["[", "]"],
  zoomTimeline: ["Plus", "-"],
  clip: ["I", "O"],
  rate: ["<", ">"],
  loop: ["R"],
  mute: ["M"],
  fullScreen: ["F"],
  fit: ["!"],
  sheet: ["?"],
};

/** What keys do that has its words from a control. */
const CONTROL_KEYS = ({ live, out }: Messages): readonly (readonly [string, readonly string[]])[] => [
  [live, ["Shift+L"]],
  [out.savePng, ["S"]],
  [out.copyPng, ["Shift+C"]],
  [out.video, ["Shift+S"]],
  [out.copyLink, ["U"]],
];

export interface KeySheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** All keys of a replay, and what they do. */
export function KeySheet({ isOpen, onClose }: KeySheetProps) {
  const messages = useMessages();
  const { replay, command } = messages;
  const named = (Object.keys(KEYS) as ReplayKeyName[]).map((name) => [replay.key[name], KEYS[name]] as const);
  const isMac = isMacLike();
  return (
    <>
      <Styles name="replay-keys" rules={controlStyles + replayKeyStyles} />
      <Dialog title={command.showShortcuts} isOpen={isOpen} onClose={onClose} className="inktape-sheet">
        <div className="inktape-sheet-parts" tabIndex={0} role="group" aria-label={command.showShortcuts}>
          <dl>
            {[...named, ...CONTROL_KEYS(messages)].map(([name, chords]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {chords.map((keys) => (
                    <kbd key={keys}>{keyNames(keys, isMac)}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </Dialog>
    </>
  );
}
