/** The whiteboard's own: where its panels float, tools, style, pages, the text editor. */
export const whiteboardStyles = `
.inktape-overlay {
  position: absolute; inset: 12px; z-index: 3; display: grid; gap: 8px; pointer-events: none;
  grid-template: "top top top" auto ". . style" minmax(0, 1fr) "history dock zoom" auto / minmax(0, 1fr) auto minmax(0, 1fr);
}
.inktape-overlay { --_bar: 46px; }
.inktape-top { grid-area: top; display: flex; align-items: start; justify-content: space-between; gap: 8px; min-inline-size: 0; }
.inktape-top-start { display: flex; flex-wrap: wrap; gap: 8px; min-inline-size: 0; }
.inktape-top-end { display: flex; flex: none; align-items: center; gap: 8px; min-block-size: var(--_bar); }
.inktape-top .inktape-badge { min-block-size: var(--_bar); }
.inktape-history { grid-area: history; justify-self: start; align-self: end; }
.inktape-zoom { grid-area: zoom; justify-self: end; align-self: end; }
.inktape-dock { grid-area: dock; display: flex; flex-wrap: wrap; align-items: end; justify-content: center; gap: 8px; min-inline-size: 0; }
.inktape-way-back { grid-area: 2 / 1 / 3 / -1; justify-self: center; align-self: end; padding: 2px; }
.inktape-way-back .inktape-button { padding: 0 12px; color: var(--_muted); }
.inktape-words { display: grid; gap: 2px; }
.inktape-words .inktape-button { justify-content: start; }
.inktape-tools .inktape-button { min-inline-size: 40px; min-block-size: 40px; }
.inktape-tools .inktape-chevron { min-inline-size: 22px; padding: 0 2px; margin-inline-start: -2px; color: var(--_muted); }
.inktape-chevron svg { inline-size: 14px; block-size: 14px; }
.inktape-button[data-current] { background: var(--_accent); color: var(--_on-accent); }
.inktape-button[data-state="open"]:not([data-current]) { background: var(--_hover); }

.inktape-pages { min-inline-size: 0; }
.inktape-page-name { flex: 0 1 auto; max-inline-size: 240px; padding: 0 6px 0 10px; padding-inline: 10px 6px; }
.inktape-page-name span { min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; line-height: 1.3; }
.inktape-page-name small { font-size: 12px; font-weight: 450; color: var(--_muted); font-variant-numeric: tabular-nums; }
.inktape-page-name svg { inline-size: 15px; block-size: 15px; color: var(--_muted); }
.inktape-page-panel { inline-size: 300px; padding: 6px; }
.inktape-page-list { margin: 0; padding: 0; list-style: none; }
.inktape-page-row { position: relative; display: flex; align-items: center; gap: 8px; padding: 5px; border-radius: calc(var(--_radius) - 5px); }
.inktape-page-row[data-current] { background: var(--_accent-soft); }
.inktape-page-row[data-dragged] { opacity: 0.5; }
.inktape-page-row[data-drop]::after { content: ""; position: absolute; inset-inline: 4px; block-size: 2px; border-radius: 1px; background: var(--_accent-text); }
.inktape-page-row[data-drop="before"]::after { inset-block-start: -1px; }
.inktape-page-row[data-drop="after"]::after { inset-block-end: -1px; }
.inktape-page-choice {
  flex: 1; display: flex; align-items: center; gap: 6px; min-inline-size: 0; min-block-size: 44px; margin: 0; padding: 0 2px; border: 0; background: none; border-radius: 6px;
  font: inherit; font-weight: 500; color: inherit; text-align: start; cursor: pointer;
}
.inktape-page-choice::before { content: ""; position: absolute; inset: 0; border-radius: inherit; }
.inktape-page-choice[aria-current] { color: var(--_accent-text); }
.inktape-page-choice span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.inktape-page-choice svg { inline-size: 14px; block-size: 14px; flex: none; color: var(--_muted); }
.inktape-page-row > :is(.inktape-page-menu, .inktape-grip, .inktape-field) { position: relative; z-index: 1; }
@media (hover: hover) { .inktape-page-row:hover:not([data-current]) { background: var(--_hover); } }
.inktape-thumbnail { flex: none; display: grid; place-items: center; inline-size: 72px; block-size: 46px; overflow: clip; border: 1px solid var(--_line); border-radius: 6px; background: var(--_page, #fff); }
.inktape[data-theme="dark"] .inktape-thumbnail { --_page: #17191e; }
.inktape-thumbnail img { inline-size: 100%; block-size: 100%; object-fit: contain; }
.inktape-grip { display: grid; place-items: center; inline-size: 24px; block-size: 36px; margin-inline-start: -8px; color: var(--_muted); cursor: grab; touch-action: none; }
.inktape-grip svg { inline-size: 16px; block-size: 16px; }
.inktape-paper { display: flex; flex-wrap: wrap; gap: 2px 12px; padding: 6px 4px 2px; margin-block-start: 6px; border-block-start: 1px solid var(--_line); }
.inktape-paper .inktape-button { min-inline-size: 32px; min-block-size: 32px; padding: 0 4px; }

.inktape-style {
  grid-area: style; justify-self: end; align-self: start; display: flex; flex-direction: column; align-items: stretch; gap: 0; inline-size: 196px; max-block-size: 100%;
  overflow: hidden auto; overscroll-behavior: contain; scrollbar-width: thin; padding: 4px 8px;
}
.inktape-style > * { flex: none; padding-block: 5px; }
.inktape-style > * + * { border-block-start: 1px solid var(--_line); }
.inktape-style .inktape-button, .inktape-fill-color .inktape-choices .inktape-button { min-inline-size: 34px; min-block-size: 34px; padding: 0 5px; }
.inktape-choices { display: flex; flex-wrap: wrap; align-items: center; gap: 2px; }
.inktape-actions { display: grid; grid-template-columns: repeat(4, max-content); }
.inktape-style-row { display: flex; justify-content: space-between; }
.inktape-colors { display: grid; grid-template-columns: repeat(5, 1fr); justify-items: center; gap: 2px; }
.inktape-colors > .inktape-choices { display: contents; }
.inktape-swatch, .inktape-custom { display: block; inline-size: 20px; block-size: 20px; border-radius: 50%; box-shadow: inset 0 0 0 1px var(--_edge); background: var(--swatch); }
.inktape-custom { position: relative; place-self: center; margin: 0; background: var(--swatch, conic-gradient(#f2686b, #f5d153, #63c976, #4fb3f0, #a076e8, #f2686b)); cursor: pointer; }
.inktape-custom input { position: absolute; inset: -7px; inline-size: calc(100% + 14px); block-size: calc(100% + 14px); margin: 0; padding: 0; opacity: 0; cursor: pointer; }
.inktape-custom:focus-within { outline: 2px solid var(--_accent-text); outline-offset: 4px; }
.inktape-button:has(.inktape-swatch)[aria-checked="true"] { background: none; }
.inktape-button[aria-checked="true"] > .inktape-swatch, .inktape-custom[data-chosen] { box-shadow: inset 0 0 0 1px var(--_edge), 0 0 0 2px var(--_surface), 0 0 0 4px var(--_accent-text); }
.inktape-fill-color { display: grid; gap: 6px; }
.inktape-width { inline-size: 20px; border-radius: 10px; background: currentColor; }
.inktape-letter { font-weight: 600; line-height: 1; }
.inktape-opacity { display: flex; align-items: center; gap: 10px; padding-inline: 4px 0; }
.inktape-opacity > span:last-child { min-inline-size: 42px; text-align: end; font-size: 12px; color: var(--_muted); font-variant-numeric: tabular-nums; }
.inktape-rewind-button { min-block-size: var(--_bar); min-inline-size: var(--_bar); pointer-events: auto; background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow); }
.inktape-rec { --dot: var(--_danger); }
.inktape-connection[data-state="online"] { padding: 0; inline-size: 20px; justify-content: center; background: none; border-color: transparent; box-shadow: none; }
.inktape-connection[data-state="online"] > :last-child { position: absolute; clip-path: inset(50%); }
.inktape-text {
  position: absolute; z-index: 2; margin: 0; padding: 0; border: 0; resize: none; overflow: hidden; background: none; overflow-wrap: break-word;
  caret-color: var(--_accent-text); outline: 1px dashed var(--_accent-text); outline-offset: 4px; transform-origin: 0 0;
}
.inktape .inktape-text:focus-visible { outline: 1px dashed var(--_accent-text); outline-offset: 4px; }
@container (max-width: 1000px) {
  .inktape-overlay { inset: 8px; grid-template: "top top" auto ". style" minmax(0, 1fr) "history zoom" auto "dock dock" auto / minmax(0, 1fr) auto; }
  .inktape-overlay { --_notes-end: 112px; }
}
.inktape-overlay[data-compact] { grid-template: "top top" auto ". ." minmax(0, 1fr) "history zoom" auto "style style" auto "dock dock" auto / minmax(0, 1fr) auto; }
.inktape-overlay[data-compact] .inktape-tools { flex: 1; justify-content: space-between; }
.inktape-overlay[data-compact] .inktape-tools .inktape-button { min-inline-size: 44px; min-block-size: 44px; padding: 0; }
.inktape-overlay[data-compact] .inktape-tools .inktape-divider { display: none; }
.inktape-overlay[data-compact] .inktape-page-name { max-inline-size: 36cqi; }
.inktape-overlay[data-compact] .inktape-style {
  flex-flow: row wrap; justify-self: stretch; justify-content: center; gap: 2px 12px; inline-size: auto; max-block-size: 40cqb;
}
.inktape-overlay[data-compact] .inktape-style > * { border: 0; padding-block: 1px; }
.inktape-overlay[data-compact] .inktape-style .inktape-button { min-inline-size: 44px; min-block-size: 44px; padding: 0; }
.inktape-overlay[data-compact] .inktape-style .inktape-words .inktape-button { padding: 0 10px; }
.inktape-overlay[data-compact] .inktape-colors { grid-template-columns: repeat(5, minmax(44px, 1fr)); inline-size: 100%; gap: 0; }
.inktape-overlay[data-compact] .inktape-colors .inktape-button { min-inline-size: 0; inline-size: 100%; }
.inktape-overlay[data-compact] .inktape-custom { inline-size: 24px; block-size: 24px; }
.inktape-overlay[data-compact] .inktape-custom input { inset: -10px; inline-size: calc(100% + 20px); block-size: calc(100% + 20px); }
.inktape-overlay[data-compact] .inktape-swatch { inline-size: 24px; block-size: 24px; }
.inktape-overlay[data-compact] .inktape-connection[data-state="online"] { display: none; }
.inktape-overlay[data-compact] .inktape-opacity { flex: 1 1 160px; }
@container (max-width: 440px) {
  .inktape-rec { inline-size: 30px; background: none; border-color: transparent; box-shadow: none; justify-content: center; padding: 0; color: transparent; gap: 0; font-size: 0; }
}
@media (pointer: coarse) {
  .inktape-overlay { --_bar: 54px; }
  .inktape-tools .inktape-button { min-inline-size: 44px; min-block-size: 44px; }
  .inktape-overlay[data-compact] .inktape-tools .inktape-chevron { min-inline-size: 32px; }
  .inktape-style:not([data-compact] *) { inline-size: 252px; }
  .inktape-style .inktape-button, .inktape-paper .inktape-button, .inktape-fill-color .inktape-choices .inktape-button { min-inline-size: 44px; min-block-size: 44px; }
  .inktape-grip { inline-size: 36px; block-size: 44px; }
}
@container (max-height: 420px) { .inktape-screen[data-hint] { display: none; } }
`;
