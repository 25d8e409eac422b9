import {
  type CSSProperties,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import type { BoardView } from "../../canvas/board-view.js";
import type { Player } from "../../player/player.js";
import type { ReplayPlace } from "../../player/replay-link.js";
import type { ShapeDefinition } from "../../picture/custom/define-shape.js";
import { InktapeError } from "../../signal/errors.js";
import type { Store } from "../../store/store.js";
import { type ThemeSetting, useInktape } from "../context.js";
import { lateElement, useLate } from "../parts/late.js";
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
import { PlayerContext } from "../use-player.js";
import { usePlayerState } from "../use-player-state.js";
import { type UseReplayOptions, useReplay } from "../use-replay.js";
import { useTape } from "../use-tape.js";
import { useTheme } from "../use-theme.js";
import { runReplayCommand } from "./actions.js";
import { Corner } from "./corner.js";
import { CONTROLS, KEY_SHEET } from "./late-parts.js";
import { useNarration } from "./narration/use-narration.js";
import { FileProgress } from "./file/file-progress.js";
import { type RecordingFile, useRecordingFile } from "./file/recording-file.js";
import { momentFormat } from "./format-time.js";
import { useFullScreen } from "./full-screen.js";
import { useForkOffer } from "./live/fork-offer.js";
import { MediaLayer } from "./media/late-media.js";
import { useShownMedia } from "./media/shown-media.js";
import { OutLayer } from "./out/out-layer.js";
import { useOut } from "./out/use-out.js";
import { StartButton } from "./player-buttons.js";
import { Poster } from "./poster.js";
import { useRateKeeping, useRememberedRate } from "./remembered-rate.js";
import { replayCommandFor } from "./replay-keys.js";
import { ReplayNotices, ReplayScreen } from "./screens.js";
import { type ReplayComponents, ReplaySlot, ReplaySlots } from "./slots.js";
import { useStage } from "./use-stage.js";

export interface ReplayProps extends Omit<UseReplayOptions, "room"> {
  /** Whose recording is played. With `src` only a name for it: that of the file unless it says otherwise. */
  readonly room?: string | undefined;
  /**
   * An `.inktape` file to play, in place of a room's recording: its address on any web server, of which only what is
   * played is read, or a file that somebody chose. No transport is needed then.
   */
  readonly src?: RecordingFile | undefined;
  /** The provider's unless it says otherwise. */
  readonly theme?: ThemeSetting | undefined;
  readonly className?: string | undefined;
  readonly style?: CSSProperties | undefined;
  /** The kinds of shapes that the app has declared; the provider's unless it says otherwise. */
  readonly shapes?: readonly ShapeDefinition[] | undefined;
  /** IANA name of the zone in which moments are told; the person's own unless it says otherwise. */
  readonly timeZone?: string | undefined;
  /** Shown until the first picture is there: the address of a picture, or anything else. */
  readonly poster?: ReactNode;
  /** Tells people who listen what happens as it is played, until the viewer says otherwise. False unless it says otherwise. */
  readonly isNarrated?: boolean | undefined;
  /** False leaves all keys to the app. True unless it says otherwise. */
  readonly hasKeys?: boolean | undefined;
  /** Parts to leave out, replace or put something around; what stands there may ask {@link usePlayer}. */
  readonly components?: ReplayComponents | undefined;
  /** What an app can do with the replay; null while there is none. */
  readonly ref?: Ref<ReplayHandle> | undefined;
  /** Makes the links that are shared: the address of the page with the place in it, unless it says otherwise. */
  readonly linkTo?: ((place: ReplayPlace) => string) | undefined;
  /** Shown over the recording, with the hooks of the room as it is at the moment played. */
  readonly children?: ReactNode;
  /** Called when a recording's player and its view are there, again for every other room and range. */
  readonly onReady?: ((replay: ReplayHandle) => void) | undefined;
  /**
   * Called with the name of a room that somebody has made of the moment shown: lead them there. With it, and where the
   * transport can make rooms of recordings, people are offered to continue from what they see.
   */
  readonly onFork?: ((room: string) => void) | undefined;
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
  const file = useRecordingFile(props.src);
  const room = props.room ?? file?.name;
  if (room === undefined) {
    throw new InktapeError("bad-argument", "There is nothing to replay: give <Replay> a room, or a file as src.");
  }
  const source = { room, transport: file?.transport ?? props.transport };
  return (
    <EnsureProvider>
      <ReplayFrame
        key={attempt}
        {...props}
        {...source}
        onTryAgain={() => setAttempt(attempt + 1)}
        progress={file?.progress}
      />
    </EnsureProvider>
  );
}

const STYLES = { name: "replay", rules: replayStyles };

interface ReplayFrameProps extends ReplayProps {
  readonly room: string;
  readonly progress: Store<number | null> | undefined;
  readonly onTryAgain: () => void;
}

function ReplayFrame(props: ReplayFrameProps) {
  const { messages, theme: providedTheme } = useInktape();
  const setting = props.theme ?? providedTheme;
  const theme = useTheme(setting);
  const root = useRef<HTMLElement>(null);
  const [host, hostRef] = useHost<HTMLDivElement>();
  const format = useMemo(() => momentFormat(undefined, props.timeZone), [props.timeZone]);
  const fullScreen = useFullScreen(root);

  const shown = useShownMedia(props.media);
  const player = useReplay({ ...props, media: shown.media, rate: useRememberedRate(props.rate) });
  useRateKeeping(player, props.rate);
  const [isSheetOpen, setSheetOpen] = useState(false);
  const custom = useCustomShapes(props.shapes, props.onError);
  const room = useMemo(() => player && roomOfPlayer(player), [player]);
  const tape = useTape(props.room, props.transport);
  const assets = useAssets(props.room, props.transport);
  const stage = useStage({ player, host, theme, tape, assets, custom });
  const narration = useNarration(stage, props.isNarrated ?? false);
  const fork = useForkOffer(props);
  const out = useOut({ stage, assets, theme, room: props.room, from: props.from, to: props.to, linkTo: props.linkTo });
  const tellMissing = (tryAgain: () => void) => out.missing.set(tryAgain);
  const Controls = useLate(CONTROLS, true, tellMissing);
  const KeySheet = useLate(KEY_SHEET, isSheetOpen, tellMissing);
  const isPlayable = usePlayerState(player, (state) => !state.isEmpty && state.status !== "failed") ?? false;
  const isEnded = usePlayerState(player, (state) => state.status === "ended") ?? false;

  const handle = useMemo(() => stage && { player: stage.player, view: stage.view }, [stage]);
  useImperativeHandle(props.ref, () => handle as ReplayHandle, [handle]);
  const tellReady = useEvent((handle: ReplayHandle) => props.onReady?.(handle));
  useEffect(() => {
    if (handle) tellReady(handle);
  }, [handle, tellReady]);
  useKeys(root, (event) => {
    const command = replayCommandFor(event);
    if (!command || !stage || props.hasKeys === false) return false;
    if (command.type === "sheet") setSheetOpen(true);
    else if (command.type === "fit") stage.follower.follow();
    else if (command.type === "narrate") stage.isNarrated.set(!stage.isNarrated.get());
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
      <PlayerContext value={player}>
        <ReplaySlots components={props.components}>
          <div className="inktape-stage">
            <div ref={hostRef} className="inktape-canvas" role="img" aria-label={messages.canvas} />
            <Poster player={player} poster={props.poster} />
            {stage && isPlayable && <Corner stage={stage} theme={theme} format={format} />}
            <ReplaySlot name="Screen">
              <ReplayScreen
                player={player}
                format={format}
                from={props.from}
                to={props.to}
                onTryAgain={props.onTryAgain}
              />
            </ReplaySlot>
            {props.progress && <FileProgress progress={props.progress} />}
            {room && props.children !== undefined && (
              <RoomContext value={room}>
                <div className="inktape-children">{props.children}</div>
              </RoomContext>
            )}
            {player && isPlayable && (
              <ReplaySlot name="Media">
                <MediaLayer player={player} shown={shown} />
              </ReplaySlot>
            )}
            {player && isPlayable && (
              <ReplaySlot name="StartButton">
                <StartButton player={player} />
              </ReplaySlot>
            )}
            {player && isPlayable && (
              <ReplaySlot name="Notices">
                <ReplayNotices player={player} format={format} />
              </ReplaySlot>
            )}
          </div>
          {stage && isPlayable && (
            <ReplaySlot name="Controls">
              {lateElement(Controls, {
                ...{ stage, theme, format, fullScreen, fork, out },
                timeZone: props.timeZone,
                idleLimit: props.idleLimit ?? IDLE_LIMIT_MS,
              }) ?? <div className="inktape-player" />}
            </ReplaySlot>
          )}
          <OutLayer out={out} />
        </ReplaySlots>
      </PlayerContext>
      {narration}
      <LiveRegion text={isEnded ? messages.ended : ""} />
      {lateElement(KeySheet, { isOpen: isSheetOpen, onClose: () => setSheetOpen(false) })}
    </Frame>
  );
}
