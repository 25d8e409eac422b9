import { baseStyles } from "../styles/base.js";
import { tokenStyles } from "../styles/tokens.js";

export interface StylesProps {
  /** A name for the rules; the same name is put into a document once. */
  readonly name: string;
  readonly rules: string;
}

/** Puts a component's rules, and those that all share, into the document's head, so that an app imports no CSS. */
export function Styles({ name, rules }: StylesProps) {
  return (
    <>
      <style href="inktape" precedence="inktape">
        {tokenStyles + baseStyles}
      </style>
      <style href={`inktape-${name}`} precedence="inktape">
        {rules}
      </style>
    </>
  );
}
