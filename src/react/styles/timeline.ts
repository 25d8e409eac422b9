/** The seek bar of a replay, and what stands around it. The drawing is 34 px high, as bar-drawing.tsx has it. */
export const timelineStyles = `
.inktape-timeline { display: grid; gap: 4px; min-inline-size: 0; margin-inline: 6px; }
.inktape-seek-place { position: relative; }
.inktape-seek { --top: 0px; position: relative; block-size: 40px; cursor: pointer; touch-action: none; user-select: none; -webkit-user-select: none; border-radius: 6px; }
.inktape .inktape-seek:focus-visible { outline: none; }
.inktape-seek:focus-visible .inktape-seek-thumb, .inktape-seek[data-away]:focus-visible .inktape-seek-rail { outline: 2px solid var(--_accent-text); outline-offset: 2px; }
.inktape-seek-rail { position: absolute; inset-inline: 0; inset-block-start: calc(var(--top) + 24px); block-size: 6px; border-radius: 3px; background: var(--_line); }
.inktape-seek-drawing { position: absolute; inset-inline-start: 0; inset-block-start: var(--top); inline-size: 100%; block-size: 34px; pointer-events: none; }
.inktape:dir(rtl) .inktape-seek-drawing, .inktape:dir(rtl) :is(.inktape-overview, .inktape-lanes) svg:not(.inktape-button svg) { transform: scaleX(-1); }
.inktape-seek-drawing[data-played] { clip-path: inset(0 calc(100% - var(--at, 0) * 100%) 0 0); fill: var(--_accent); }
.inktape-activity { fill: color-mix(in srgb, var(--_muted) 55%, var(--_surface)); }
[data-played] .inktape-activity { fill: var(--_accent); }
.inktape-buffered { fill: color-mix(in srgb, var(--_edge) 55%, var(--_line)); }
.inktape-pauses { fill: color-mix(in srgb, var(--_warn) 45%, var(--_surface)); }
.inktape-chapter-gaps { fill: var(--_surface); }
.inktape-markers { fill: var(--_text); stroke: var(--_surface); stroke-width: 1.5; paint-order: stroke; }
.inktape-pause {
  position: absolute; inset-block-start: var(--top); translate: -50% 0; padding: 0 4px; border-radius: 4px; background: var(--_surface); color: var(--_muted);
  font-size: 11px; line-height: 15px; white-space: nowrap; pointer-events: none;
}
.inktape:dir(rtl) .inktape-pause { translate: 50% 0; }
.inktape-seek-thumb {
  position: absolute; inset-block-start: calc(var(--top) + 19px); inset-inline-start: calc(var(--at, 0) * 100%); inline-size: 16px; block-size: 16px; margin-inline-start: -8px;
  border-radius: 50%; background: var(--_accent); border: 2px solid var(--_surface); box-shadow: 0 0 0 1px var(--_accent), var(--_shadow); pointer-events: none;
}
.inktape-seek[data-away] .inktape-seek-thumb { visibility: hidden; }
.inktape-hover {
  position: absolute; z-index: 5; inset-block-end: calc(100% + 4px); left: 0; padding: 5px 8px; border-radius: 8px; font-size: 12px; font-weight: 500; line-height: 1.3; text-align: center;
  white-space: nowrap; font-variant-numeric: tabular-nums; background: var(--_text); color: var(--_surface); pointer-events: none; max-inline-size: 240px;
}
.inktape-hover[hidden] { display: none; }
.inktape-hover small { display: block; overflow: hidden; text-overflow: ellipsis; font-size: 11px; font-weight: 400; opacity: 0.9; }
.inktape-preview { display: none; position: relative; inline-size: 192px; block-size: 108px; margin: -1px -4px 4px; border-radius: 5px; overflow: clip; background: var(--_surface); }
.inktape-hover[data-picture] .inktape-preview { display: block; }
.inktape-preview > div { position: absolute; left: 0; top: 0; width: 480px; height: 270px; transform: scale(0.4); transform-origin: 0 0; }
.inktape-preview > div[data-late] { opacity: 0.45; transition: opacity 150ms 150ms; }
.inktape-timeline-note { display: flex; align-items: center; justify-content: space-between; gap: 8px; margin: 0; color: var(--_danger); }
.inktape-chapter { min-inline-size: 0; max-inline-size: 200px; padding-inline: 4px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 500; }
.inktape-chapter::before { content: "·"; margin-inline-end: 8px; color: var(--_muted); }

.inktape-overview { display: flex; align-items: center; gap: 2px; }
.inktape-overview .inktape-button { min-inline-size: 32px; min-block-size: 28px; padding: 0 6px; }
.inktape-overview .inktape-button svg { inline-size: 16px; block-size: 16px; }
.inktape-overview-strip { position: relative; flex: 1; min-inline-size: 0; block-size: 22px; margin-inline-end: 4px; padding-block: 4px; border-radius: 5px; background: var(--_hover); cursor: grab; touch-action: none; overflow: clip; }
.inktape-overview-strip:active { cursor: grabbing; }
.inktape-overview-strip svg { display: block; inline-size: 100%; block-size: 14px; fill: color-mix(in srgb, var(--_muted) 70%, var(--_surface)); }
.inktape-overview-frame { position: absolute; inset-block: 0; border-radius: 5px; background: color-mix(in srgb, var(--_accent) 18%, transparent); box-shadow: inset 0 0 0 2px var(--_accent); pointer-events: none; }

.inktape-clip { position: absolute; inset: 0; pointer-events: none; }
.inktape-clip-part { position: absolute; inset-block: 0; border-radius: 4px; background: color-mix(in srgb, var(--_accent) 14%, transparent); border-block: 2px solid var(--_accent-text); }
.inktape-clip-handle {
  position: absolute; inset-block: 0; inline-size: 12px; margin-inline-start: -12px; border-start-start-radius: 6px; border-end-start-radius: 6px; background: var(--_accent); pointer-events: auto; cursor: ew-resize; touch-action: none;
}
.inktape-clip-handle[data-end="to"] { margin-inline-start: 0; border-radius: 0; border-start-end-radius: 6px; border-end-end-radius: 6px; }
.inktape-clip-handle::after { content: ""; position: absolute; inset: 12px 5px; border-radius: 1px; background: var(--_on-accent); }
.inktape-clip-handle::before { content: ""; position: absolute; inset: 0 -6px; }
.inktape-clip-bar { display: flex; align-items: center; gap: 8px; font-variant-numeric: tabular-nums; color: var(--_muted); }
.inktape-clip-bar svg { inline-size: 16px; block-size: 16px; }
.inktape-clip-bar .inktape-button { min-inline-size: 32px; min-block-size: 28px; }

.inktape-lanes { max-block-size: min(132px, 30cqb); overflow-y: auto; overscroll-behavior: contain; border-block-start: 1px solid var(--_line); }
.inktape-lanes ul { margin: 0; padding: 0; list-style: none; cursor: pointer; }
.inktape-lanes li { position: relative; display: grid; padding-block: 2px 3px; font-size: 11px; line-height: 15px; }
.inktape-lane-name { display: flex; align-items: center; gap: 6px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.inktape-lane-name::before { content: ""; flex: none; inline-size: 8px; block-size: 8px; border-radius: 50%; background: var(--person, var(--_muted)); }
.inktape-lanes svg { display: block; inline-size: 100%; block-size: 12px; fill: color-mix(in srgb, var(--person, var(--_muted)) 85%, var(--_text)); }
.inktape-lanes p { margin: 2px 0; color: var(--_muted); font-size: 12px; }
@media (pointer: coarse) {
  .inktape-seek { --top: 6px; block-size: 52px; }
  .inktape-overview-strip { block-size: 44px; padding-block: 15px; }
  .inktape-clip-handle::before { inset: 0 -32px 0 0; }
  .inktape-clip-handle[data-end="to"]::before { inset: 0 0 0 -32px; }
  .inktape-clip-bar .inktape-button, .inktape-overview .inktape-button { min-inline-size: 44px; min-block-size: 44px; }
}
@container (max-width: 680px) { .inktape-chapter { display: none; } }
@media (forced-colors: active) {
  .inktape-seek-drawing { forced-color-adjust: none; }
  .inktape-clip-part, .inktape-overview-frame { border: 2px solid Highlight; }
}
`;
