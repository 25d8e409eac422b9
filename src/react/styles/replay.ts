/** The player's own: the control bar and the seek bar. A bar that is still on its way takes the place that it will have. */
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
.inktape-replay-people { margin-inline-start: auto; display: flex; align-items: center; gap: 8px; }
.inktape-replay-people-toggle { min-inline-size: 40px; min-block-size: 40px; background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow); pointer-events: auto; }
.inktape-toast { position: absolute; z-index: 3; inset-block-end: 12px; inset-inline: 12px; display: flex; flex-wrap: wrap; gap: 8px; justify-content: center; pointer-events: none; }
.inktape-player { position: relative; z-index: 4; display: grid; gap: 2px; padding: 10px 12px 8px; background: var(--_surface); border-block-start: 1px solid var(--_line); }
.inktape-player:empty { block-size: 97px; }
@media (pointer: coarse) { .inktape-player:empty { block-size: 105px; } }
.inktape-row { display: flex; align-items: center; gap: 4px; min-inline-size: 0; }
.inktape-spring { flex: 1; }
.inktape-time { margin: 0; padding: 0 8px; min-block-size: 36px; border: 0; background: none; color: inherit; font: inherit; cursor: pointer; font-variant-numeric: tabular-nums; white-space: nowrap; font-weight: 500; }
.inktape-time span, .inktape-wall { color: var(--_muted); font-weight: 400; }
.inktape-wall { padding-inline: 8px; font-variant-numeric: tabular-nums; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; min-inline-size: 0; }
.inktape-live.inktape-live { color: var(--_danger); }
.inktape-live .inktape-dot { --dot: currentColor; }
@container (max-width: 680px) { .inktape-wall { display: none; } }
@container (max-width: 480px) { .inktape-player { padding-inline: 6px; } .inktape-time { padding-inline: 4px; } .inktape-optional { display: none; } }
@container (max-width: 440px) { .inktape-row { flex-wrap: wrap; justify-content: end; } }
`;
