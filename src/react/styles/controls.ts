/** What floats: menus, panels beside buttons, dialogs, notices; and sliders and fields. */
export const controlStyles = `
.inktape-menu, .inktape-popover, .inktape-dialog {
  z-index: 6; pointer-events: auto; background: var(--_surface); color: var(--_text); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow);
  outline: none; animation: inktape-fade 120ms;
}
.inktape-menu {
  display: flex; flex-direction: column; min-inline-size: 208px; max-inline-size: min(320px, 100cqi); padding: 5px;
  max-block-size: var(--radix-dropdown-menu-content-available-height); overflow-y: auto; overscroll-behavior: contain;
}
.inktape-menu-item {
  display: flex; align-items: center; gap: 10px; flex: none; min-block-size: 34px; padding: 4px 10px 4px 8px; border-radius: calc(var(--_radius) - 5px);
  padding-inline: 8px 10px; font-weight: 450; line-height: 1.25; cursor: default; user-select: none; outline: none;
}
.inktape-menu-item[data-highlighted] { background: var(--_hover); }
.inktape-menu-item[data-state="open"] { background: var(--_hover); }
.inktape-menu-item[data-disabled] { color: var(--_edge); }
.inktape-menu-item[data-danger]:not([data-disabled]) { color: var(--_danger); }
.inktape-menu-item svg { display: block; flex: none; inline-size: 17px; block-size: 17px; }
.inktape-menu-icon { display: grid; inline-size: 17px; flex: none; color: var(--_muted); }
.inktape-menu-item[data-danger]:not([data-disabled]) .inktape-menu-icon, .inktape-menu-item[data-disabled] .inktape-menu-icon { color: inherit; }
.inktape-menu-item[role="menuitemradio"][data-state="checked"] { color: var(--_accent-text); background: var(--_accent-soft); }
.inktape-menu-item[role="menuitemradio"][data-state="checked"] .inktape-menu-icon { color: inherit; }
.inktape-menu-item kbd, .inktape-menu-more { margin-inline-start: auto; }
.inktape-menu-item:has(.inktape-menu-tick) > kbd { margin-inline-end: 0; }
.inktape-menu-tick { display: grid; color: var(--_accent-text); }
.inktape-menu-item > .inktape-menu-tick:not(kbd + *) { margin-inline-start: auto; }
.inktape-menu-item kbd { padding-inline-start: 16px; }
.inktape kbd { font: inherit; font-size: 12px; color: var(--_muted); white-space: nowrap; }
.inktape-menu-divider { block-size: 1px; margin: 5px 4px; flex: none; background: var(--_line); }
.inktape-menu-place { position: absolute; inline-size: 0; block-size: 0; margin: 0; padding: 0; border: 0; opacity: 0; pointer-events: none; }
.inktape:dir(rtl) :is(.inktape-menu-more, [data-directed]) { scale: -1 1; }

.inktape-popover { padding: 8px; max-inline-size: calc(100cqi - 16px); max-block-size: var(--radix-popover-content-available-height); overflow-y: auto; overscroll-behavior: contain; }
.inktape-veil { position: absolute; inset: 0; z-index: 6; background: rgb(10 12 20 / 0.4); animation: inktape-fade 120ms; }
.inktape-dialog {
  position: absolute; z-index: 7; inset: 0; margin: auto; inline-size: min(760px, 100% - 24px); block-size: fit-content; max-block-size: calc(100% - 24px);
  display: flex; flex-direction: column; overflow: clip;
}
.inktape .inktape-dialog:focus-visible { outline: none; }
.inktape-dialog header { display: flex; align-items: center; justify-content: space-between; gap: 12px; padding: 12px 12px 8px 20px; padding-inline: 20px 12px; }
.inktape-dialog h2 { margin: 0; font-size: 16px; font-weight: 600; line-height: 1.3; }
.inktape-sheet-parts { overflow-y: auto; padding: 0 20px 20px; columns: 300px 2; column-gap: 32px; }
.inktape-sheet-parts section { break-inside: avoid-column; margin-block-end: 16px; }
.inktape-sheet-parts section:last-child { break-inside: auto; }
.inktape-sheet-parts h3 { margin: 0 0 4px; font-size: 12px; font-weight: 600; color: var(--_muted); }
.inktape-sheet-parts dl { margin: 0; }
.inktape-sheet-parts dl > div { display: flex; justify-content: space-between; gap: 12px; padding: 4px 0; border-block-end: 1px solid var(--_line); break-inside: avoid; }
.inktape-sheet-parts dd { display: flex; flex-wrap: wrap; justify-content: end; align-items: start; gap: 4px; margin: 0; }
.inktape-sheet-parts kbd { display: inline-block; padding: 1px 7px; border: 1px solid var(--_line); border-radius: 6px; background: var(--_hover); color: var(--_text); }

.inktape-export { inline-size: min(440px, 100% - 24px); }
.inktape-export-row { display: flex; align-items: center; gap: 12px; margin: 0; padding: 4px 20px; border: 0; min-inline-size: 0; }
.inktape-export-row legend { float: inline-start; inline-size: 108px; flex: none; padding: 0; color: var(--_muted); }
@container (max-width: 440px) {
  .inktape-export-row { gap: 6px; }
  .inktape-export-row legend { inline-size: 84px; }
}
.inktape-export-row > div { display: flex; flex-wrap: wrap; gap: 4px; }
.inktape-export-row .inktape-button { padding-inline: 12px; }
.inktape-export-row .inktape-button[aria-disabled] { color: var(--_edge); }
.inktape-export footer { display: flex; align-items: center; justify-content: flex-end; flex-wrap: wrap; gap: 8px; padding: 12px 20px 20px; }
.inktape-export footer small { flex: 1 1 160px; color: var(--_muted); }
.inktape-export footer .inktape-button { padding-inline: 14px; gap: 8px; }

.inktape-notes {
  position: absolute; z-index: 5; inset-inline: 0; inset-block-end: var(--_notes-end, 64px); margin: 0 auto; padding: 0; inline-size: fit-content; max-inline-size: 100%;
  display: grid; gap: 8px; justify-items: center; list-style: none; outline: none; pointer-events: none;
}
.inktape-note {
  display: flex; align-items: center; gap: 10px; min-block-size: 44px; max-inline-size: min(460px, 100%); padding: 4px 6px 4px 14px; padding-inline: 14px 6px; pointer-events: auto;
  background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow); animation: inktape-fade 160ms; touch-action: pan-x;
}
.inktape-note[data-swipe="move"] { transform: translateY(var(--radix-toast-swipe-move-y)); }
.inktape-note > svg { flex: none; inline-size: 18px; block-size: 18px; color: var(--_good); }
.inktape-note[data-kind="failed"] > svg { color: var(--_danger); }
.inktape-note-text { line-height: 1.35; min-inline-size: 0; overflow-wrap: anywhere; }
.inktape-note .inktape-button { color: var(--_accent-text); }
.inktape-note .inktape-button:last-child { color: var(--_muted); }

.inktape-slider { position: relative; display: flex; align-items: center; flex: 1; min-inline-size: 0; block-size: 32px; touch-action: none; user-select: none; cursor: pointer; }
.inktape-slider-rail { position: relative; flex: 1; block-size: 4px; border-radius: 2px; background: var(--_line); overflow: clip; }
.inktape-slider-range { position: absolute; block-size: 100%; background: var(--_accent); }
.inktape-slider-thumb { display: block; inline-size: 16px; block-size: 16px; border-radius: 50%; background: var(--_surface); border: 2px solid var(--_accent); box-shadow: var(--_shadow); }
.inktape-slider[data-mixed] .inktape-slider-thumb { border-style: dashed; }
.inktape-field {
  flex: 1; min-inline-size: 0; min-block-size: 34px; padding: 0 8px; font: inherit; font-size: max(1em, 14px); color: inherit; background: var(--_surface);
  border: 1px solid var(--_edge); border-radius: calc(var(--_radius) - 5px);
}
@media (pointer: coarse) {
  .inktape-menu-item, .inktape-slider, .inktape-field { min-block-size: 44px; }
  .inktape-field { font-size: 16px; }
  .inktape-slider-thumb { inline-size: 24px; block-size: 24px; }
}
@media (forced-colors: active) {
  .inktape-menu-item[data-highlighted] { outline: 2px solid Highlight; outline-offset: -2px; }
  .inktape-slider-range { background: Highlight; }
  .inktape-tip { border: 1px solid; }
}
`;
