/** Who is there: initials to follow, the list of members, and the frame around a view that is somebody else's. */
export const peopleStyles = `
.inktape-people-corner { grid-area: people; position: relative; justify-self: end; align-self: start; display: flex; align-items: center; gap: 8px; pointer-events: auto; }
.inktape-people-toggle { min-inline-size: var(--_bar); min-block-size: var(--_bar); background: var(--_surface); border: 1px solid var(--_line); box-shadow: var(--_shadow); border-radius: var(--_radius); }
.inktape-members { display: flex; flex-direction: column; gap: 6px; inline-size: min(340px, 100cqi - 16px); padding: 10px; }
.inktape-members h2, .inktape-members h3 { margin: 0; padding: 2px 4px; font-size: 13px; font-weight: 600; line-height: 1.4; color: var(--_muted); }
.inktape-members h3 { font-size: 12px; border-block-start: 1px solid var(--_line); padding-block-start: 8px; }
.inktape-members ul { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: 2px; }
.inktape-members > .inktape-button { color: var(--_accent-text); border: 1px solid var(--_line); }
.inktape-member { display: flex; flex-wrap: wrap; align-items: center; gap: 4px; padding: 4px; border-radius: calc(var(--_radius) - 4px); }
.inktape-member > .inktape-person { flex: none; margin-inline-end: 6px; box-shadow: none; }
.inktape-member-name { flex: 1; min-inline-size: 0; line-height: 1.35; }
.inktape-member-name strong { display: block; font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.inktape-member-name small { display: flex; align-items: center; gap: 5px; min-block-size: 18px; font-size: 12px; color: var(--_muted); }
.inktape-member-name svg { inline-size: 14px; block-size: 14px; flex: none; color: var(--_accent-text); }
.inktape-member-name select {
  margin: 0; padding: 2px 4px; min-block-size: 24px; font: inherit; color: inherit;
  background: var(--_surface); border: 1px solid var(--_edge); border-radius: 6px; cursor: pointer;
}
.inktape-member-name select { margin-inline-start: -4px; }
.inktape-member-question { flex-basis: 100%; display: flex; flex-wrap: wrap; justify-content: end; gap: 6px; padding: 8px; border-radius: 8px; background: var(--_warn-soft); }
.inktape-member-question p { flex-basis: 100%; margin: 0; }
.inktape-follow-frame { position: absolute; inset: 0; z-index: 2; pointer-events: none; box-shadow: inset 0 0 0 3px var(--person); }
.inktape-follow {
  position: absolute; z-index: 4; inset-block-start: 64px; inset-inline: 12px; margin-inline: auto; inline-size: fit-content; max-inline-size: calc(100% - 24px);
  display: flex; align-items: center; gap: 8px; padding: 2px 4px; padding-inline-start: 12px; font-weight: 500; pointer-events: auto;
  background: var(--_surface); border: 1px solid var(--_line); border-radius: var(--_radius); box-shadow: var(--_shadow);
}
.inktape-follow[data-framed] { background: var(--person); color: var(--on-person); border-color: transparent; }
.inktape-follow span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.inktape-follow svg { inline-size: 17px; block-size: 17px; flex: none; }
.inktape-follow .inktape-button { min-block-size: 30px; color: inherit; text-decoration: underline; text-underline-offset: 3px; }
.inktape-follow[data-framed] .inktape-button:is(:hover, :focus-visible):not([aria-disabled="true"]) { background: color-mix(in srgb, var(--on-person) 18%, transparent); outline-color: currentColor; }
.inktape-children { position: absolute; inset: 0; z-index: 3; pointer-events: none; }
.inktape-children > * { pointer-events: auto; }
@container (max-width: 480px) {
  .inktape-people-corner > .inktape-people { display: none; }
  .inktape-people-toggle::after { content: attr(data-count); font-variant-numeric: tabular-nums; }
}
@container (max-width: 640px) { .inktape-follow { inset-block-start: 116px; } }
@media (pointer: coarse) { .inktape-member-name select { min-block-size: 36px; } }
`;
