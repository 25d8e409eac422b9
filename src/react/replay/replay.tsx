import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { BoardView } from "../../canvas/board-view.js";
import type { Player } from "../../player/player.js";
import type { ReplayPlace } from "../../player/replay-link.js";
import type { ShapeDefinition } from "../../picture/custom/define-shape.js";
import type { InktapeError } from "../../signal/errors.js";
import { type ThemeSetting, useInktape } from "../context.js";
import { LiveRegion } from "../parts/live-region.js";
import { Frame } from "../parts/frame.js";
import { useHost } from "../parts/use-host.js";
import { EnsureProvider } from "../provider.js";
import { RoomContext, roomOfPlayer } from "../room-context.js";
import { replayStyles } from "../styles/replay.js";
import { useAssets } from "../use-assets.js";
import { useCustomShapes } from "../use-custom-shapes.js";
import { useEvent } from "../use-event.js";
import { useKeys } from "../use-keys.js";
import { usePlayerState } from "../use-player-state.js";
import { type UseReplayOptions, useReplay } from "../use-replay.js";
import { useTape } from "../use-tape.js";
import { useTheme } from "../use-theme.js";
import { runReplayCommand } from "./actions.js";
import { Controls } from "./controls.js";
import { Corner } from "./corner.js";
import { momentFormat } from "./format-time.js";
import { useFullScreen } from "./full-screen.js";
import { OutLayer } from "./out/out-layer.js";
import { useOut } from "./out/use-out.js";
import { StartButton } from "./player-buttons.js";
import { replayCommandFor } from "./replay-keys.js";
import { ReplayNotices, ReplayScreen } from "./screens.js";
import { useStage } from "./use-stage.js";

export interface ReplayProps extends UseReplayOptions {
  /** The provider's unless it says otherwise. */
  readonly theme?: ThemeSetting | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** The kinds of shapes that the app has declared; the provider's unless it says otherwise. */
  readonly shapes?: readonly ShapeDefinition[] | undefined;
  /** IANA name of the zone in which moments are told; the person's own unless it says otherwise. */
  readonly timeZone?: string | undefined;
  /** Called when something of the app's own fails: a painter of a shape. */
  readonly onError?: ((error: InktapeError) => void) | undefined;
  /** Makes the links that are shared: the address of the page with the place in it, unless it says otherwise. */
  readonly linkTo?: ((place: ReplayPlace) => string) | undefined;
  /** Shown over the recording, with the hooks of the room as it is at the moment played. */
  readonly children?: ReactNode;
  /** Called when a recording's player and its view are there, again for every other room and range. */
  readonly onReady?: ((replay: ReplayHandle) => void) | undefined;
}

export interface ReplayHandle {
  readonly player: Player;
  readonly view: BoardView;
}

/** Pauses longer than this are shortened while pauses are skipped and the app names no limit. */
const IDLE_LIMIT_MS = 2000;

/**
 * Plays back what happened in a room. Fills the element around it.
 *
 * The view goes by itself to the page where people are busy, and is fitted to everything that is on that page at any
 * time up to the end of the range, so that it stands still while it plays; a viewer may roam, and come back.
 */
export function Replay(props: ReplayProps) {
  const [attempt, setAttempt] = useState(1);
  return (
    <EnsureProvider>
      <ReplayFrame key={attempt} {...props} onTryAgain={() => setAttempt(attempt + 1)} />
    </EnsureProvider>
  );
}

const STYLES = { name: "replay", rules: replayStyles };

function ReplayFrame(props: ReplayProps & { readonly onTryAgain: () => void }) {
  const { messages, theme: providedTheme } = useInktape();
  const setting = props.theme ?? providedTheme;
  const theme = useTheme(setting);
  const root = useRef<HTMLElement>(null);
  const [host, hostRef] = useHost<HTMLDivElement>();
  const format = useMemo(() => momentFormat(undefined, props.timeZone), [props.timeZone]);
  const fullScreen = useFullScreen(root);

  const player = useReplay(props);
  const custom = useCustomShapes(props.shapes, props.onError);
  const room = useMemo(() => player && roomOfPlayer(player), [player]);
  const tape = useTape(props.room, props.transport);
  const assets = useAssets(props.room, props.transport);
  const stage = useStage({ player, host, theme, tape, assets, custom });
  const out = useOut({ stage, assets, theme, room: props.room, from: props.from, to: props.to, linkTo: props.linkTo });
  const isPlayable = usePlayerState(player, (state) => !state.isEmpty && state.status !== "failed") ?? false;
  const isEnded = usePlayerState(player, (state) => state.status === "ended") ?? false;

  const tellReady = useEvent((handle: ReplayHandle) => props.onReady?.(handle));
  useEffect(() => {
    if (stage) tellReady({ player: stage.player, view: stage.view });
  }, [stage, tellReady]);
  useKeys(root, (event) => {
    const command = replayCommandFor(event);
    if (!command || !stage) return false;
    if (command.type === "fit") stage.follower.follow();
    else if (command.type === "fullScreen") fullScreen.toggle();
    else if (command.type === "out") out.run(command.what);
    else return runReplayCommand(stage.player, command);
    return true;
  });

  return (
    <Frame
      root={root}
      label={messages.replayOf(props.room)}
      styles={STYLES}
      theme={setting}
      className={`inktape-replay${props.className ? ` ${props.className}` : ""}`}
      style={props.style}
    >
      <div className="inktape-stage">
        <div ref={hostRef} className="inktape-canvas" role="img" aria-label={messages.canvas} />
        {stage && isPlayable && <Corner stage={stage} theme={theme} />}
        <ReplayScreen player={player} format={format} from={props.from} to={props.to} onTryAgain={props.onTryAgain} />
        {room && props.children !== undefined && (
          <RoomContext value={room}>
            <div className="inktape-children">{props.children}</div>
          </RoomContext>
        )}
        {player && isPlayable && <StartButton player={player} />}
        {player && isPlayable && <ReplayNotices player={player} format={format} />}
      </div>
      {stage && isPlayable && (
        <Controls
          {...{ stage, theme, format, fullScreen, out }}
          timeZone={props.timeZone}
          idleLimit={props.idleLimit ?? IDLE_LIMIT_MS}
        />
      )}
      <OutLayer out={out} />
      <LiveRegion text={isEnded ? messages.ended : ""} />
    </Frame>
  );
}
