import { type CSSProperties, type PointerEvent, useCallback, useEffect, useMemo } from "react";
import type { Player } from "../../../player/player.js";
import { blockKey } from "../../../tape/parts.js";
import type { TapeSource } from "../../../tape/tape-source.js";
import { useMessages } from "../../context.js";
import { useHost } from "../../parts/use-host.js";
import { usePlayerState } from "../../use-player-state.js";
import { useResource } from "../../use-resource.js";
import { useStore } from "../../use-store.js";
import type { MomentFormat } from "../format-time.js";
import { createLaneLoader } from "./lane-loader.js";
import { blocksIn, type Lane, laneColumns, lanesOf } from "./member-lanes.js";
import { shareAt } from "./pointer-share.js";
import { lengthOf, positionOf, shareOf, type TimeWindow } from "./time-window.js";
import { useLayout } from "./use-layout.js";
import { useWidth } from "./use-width.js";

export interface LanesProps {
  readonly player: Player;
  readonly tape: TapeSource;
  readonly format: MomentFormat;
}

const PITCH = 4;
const HEIGHT = 12;

/**
 * A row for each participant under the seek bar: when they were there, and when they did something. The first stands in
 * the index; the second is fetched for what the timeline shows, as long as that is not too much.
 */
export function Lanes({ player, tape, format }: LanesProps) {
  const { timeline, guest } = useMessages();
  const [list, setList] = useHost<HTMLUListElement>();
  const width = useWidth(list);
  const { window, recorded } = useLayout(player);
  const members = usePlayerState(player, (state) => state.members);
  const lanes = useMemo(() => lanesOf(members ?? [], recorded.range), [members, recorded]);
  const blocks = useMemo(() => blocksIn(player, recorded.blocks, window), [player, recorded, window]);

  const open = useCallback(() => {
    const made = createLaneLoader(tape);
    return { value: made, close: () => made.close() };
  }, [tape]);
  const loader = useResource(open);
  useEffect(() => loader?.want(blocks ?? []), [loader, blocks]);
  const loaded = useStore(loader?.loaded ?? null, (value) => ({ value }), null)?.value;
  const columns = useMemo(() => {
    const doings = (blocks ?? []).flatMap((ref) => loaded?.get(blockKey(ref)) ?? []);
    return laneColumns(player, lanes, doings, window, Math.floor(width / PITCH));
  }, [player, lanes, blocks, loaded, window, width]);

  const go = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || !list) return;
    void player.seek(positionOf(window, shareAt(list, event.clientX)));
  };
  return (
    <div className="inktape-lanes" role="group" aria-label={timeline.lanes}>
      <ul ref={setList} onPointerDown={go}>
        {lanes.map((lane, index) => {
          const name = lane.name || guest;
          const [first, last] = [lane.stays[0], lane.stays.at(-1)];
          return (
            <li key={lane.key} style={{ "--person": lane.color } as CSSProperties}>
              <span className="inktape-lane-name" aria-hidden="true">
                {name}
              </span>
              <span className="inktape-hidden">
                {first && last && timeline.laneOf(name, format.time(first.from), format.time(last.to))}
              </span>
              {width > 0 && (
                <svg viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
                  <path d={staysPath(player, lane, window, width)} opacity="0.35" />
                  <path d={doingsPath(columns[index])} />
                </svg>
              )}
            </li>
          );
        })}
      </ul>
      {blocks === null && <p role="status">{timeline.lanesTooFar}</p>}
    </div>
  );
}

function staysPath(player: Player, { stays }: Lane, window: TimeWindow, width: number): string {
  if (lengthOf(window) <= 0) return "";
  const place = (wall: Lane["stays"][number]["from"]) =>
    Math.max(0, Math.min(1, shareOf(window, player.positionAt(wall)))) * width;
  return stays
    .map(({ from, to }) => `M${place(from)} ${HEIGHT - 2}H${Math.max(place(to), place(from) + 1)}v2H${place(from)}z`)
    .join("");
}

/** The more was done the higher, by its binary digits as everywhere (tape/activity.ts). */
function doingsPath(columns: Uint32Array | undefined): string {
  let path = "";
  columns?.forEach((count, index) => {
    const tall = Math.min(HEIGHT, 2 + 2 * (32 - Math.clz32(count)));
    if (count > 0) path += `M${index * PITCH} ${HEIGHT}v${-tall}h${PITCH - 1}v${tall}z`;
  });
  return path;
}
