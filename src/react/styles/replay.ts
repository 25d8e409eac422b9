/** The player's own: the control bar and the seek bar. */
export const replayStyles = `
.inktape-replay { display: grid; grid-template-rows: minmax(0, 1fr) auto; }
.inktape-stage { position: relative; min-block-size: 0; overflow: clip; }
.inktape-stage .inktape-canvas { cursor: grab; }
.inktape-stage .inktape-canvas:active { cursor: grabbing; }
.inktape-poster { position: absolute; z-index: 1; inset: 0; display: grid; place-items: center; overflow: clip; }
.inktape-poster img { inline-size: 100%; block-size: 100%; object-fit: contain; }
.inktape-start {
  position: absolute; z-index: 2; inset: 0; margin: auto; display: grid; place-items: center; inline-size: 72px; block-size: 72px; padding: 0 0 0 4px;
  color: var(--_on-accent); background: var(--_accent); border: 0; border-radius: 50%; box-shadow: var(--_shadow); cursor: pointer;
}
.inktape-start svg { inline-size: 30px; block-size: 30px; }
.inktape-corner { position: absolute; z-index: 3; inset-block-start: 12px; inset-inline: 12px; display: flex; gap: 8px; align-items: start; justify-content: space-between; pointer-events: none; }
.inktape-corner > .inktape-people { margin-inline-start: auto; }
.inktape-toast { position: absolute; z-index: 3; inset-block-end: 12px; inset-inline: 12px; display: flex; flex-wrap: wrap; gap: 8px; justify-content: center; pointer-events: none; }
.inktape-player { position: relative; z-index: 4; display: grid; gap: 2px; padding: 10px 12px 8px; background: var(--_surface); border-block-start: 1px solid var(--_line); }
.inktape-row { display: flex; align-items: center; gap: 4px; min-inline-size: 0; }
.inktape-spring { flex: 1; }
.inktape-time { padding-inline: 8px; font-variant-numeric: tabular-nums; white-space: nowrap; font-weight: 500; }
.inktape-time span, .inktape-wall { color: var(--_muted); font-weight: 400; }
.inktape-wall { padding-inline: 8px; font-variant-numeric: tabular-nums; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-inline-size: 0; }
.inktape-live.inktape-live { color: var(--_danger); }
.inktape-live .inktape-dot { --dot: currentColor; }

.inktape-seek { position: relative; block-size: 24px; margin-inline: 6px; cursor: pointer; touch-action: none; border-radius: 6px; }
.inktape .inktape-seek:focus-visible { outline: none; }
.inktape-seek:focus-visible .inktape-seek-thumb { outline: 2px solid var(--_accent-text); outline-offset: 2px; }
.inktape-seek-rail { position: absolute; inset-inline: 0; inset-block: 9px; border-radius: 3px; background: var(--_line); overflow: clip; }
.inktape-seek-rail > * { position: absolute; inset-block: 0; }
.inktape-band { background: color-mix(in srgb, var(--_accent) 38%, var(--_line)); }
.inktape-played { inset-inline-start: 0; inline-size: 100%; background: var(--_accent); transform-origin: left; transform: scaleX(var(--at, 0)); }
.inktape:dir(rtl) .inktape-played { transform-origin: right; }
.inktape-seek-thumb {
  position: absolute; inset-block-start: 4px; inset-inline-start: calc(var(--at, 0) * 100%); inline-size: 16px; block-size: 16px; margin-inline-start: -8px;
  border-radius: 50%; background: var(--_accent); border: 2px solid var(--_surface); box-shadow: 0 0 0 1px var(--_accent), var(--_shadow); pointer-events: none;
}
.inktape-marker { position: absolute; inset-block: 5px; inline-size: 3px; margin-inline-start: -1.5px; border-radius: 2px; background: var(--_text); box-shadow: 0 0 0 1.5px var(--_surface); pointer-events: none; }
.inktape-hover { position: absolute; z-index: 5; inset-block-end: calc(100% + 4px); left: 0; padding: 5px 8px; border-radius: 7px; font-size: 12px; font-weight: 500; line-height: 1.3; text-align: center; white-space: nowrap; font-variant-numeric: tabular-nums; background: var(--_text); color: var(--_surface); pointer-events: none; visibility: hidden; }
.inktape-seek[data-hover] .inktape-hover { visibility: visible; }
.inktape-hover small { display: block; font-size: 11px; font-weight: 400; opacity: 0.85; }
@media (pointer: coarse) { .inktape-seek { block-size: 44px; } .inktape-seek-rail { inset-block: 19px; } .inktape-seek-thumb { inset-block-start: 14px; } .inktape-marker { inset-block: 15px; } }
@container (max-width: 680px) { .inktape-wall { display: none; } }
@container (max-width: 480px) { .inktape-player { padding-inline: 6px; } .inktape-time { padding-inline: 4px; } .inktape-optional { display: none; } }
`;
