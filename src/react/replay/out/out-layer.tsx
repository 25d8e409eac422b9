import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { late, lateElement, useLate } from "../../parts/late.js";
import { useValue } from "../../use-store.js";
import type { Out } from "./out.js";

const OUT_FLOATING = late(async () => (await import("./out-floating.js")).OutFloating);

/** What comes up over a replay when something of it is saved: the dialog for videos, and what became of it. */
export function OutLayer({ out }: { readonly out: Out }) {
  const { partMissing, tryAgain } = useMessages();
  const notice = useValue(out.notice);
  const isVideoOpen = useValue(out.isVideoOpen);
  const missing = useValue(out.missing);
  const Floating = useLate(OUT_FLOATING, isVideoOpen || notice, (again) => out.missing.set(again));
  return (
    <>
      {lateElement(Floating, { out })}
      {missing && (
        <div className="inktape-toast" role="alert">
          <p className="inktape-badge" data-tone="warn">
            {partMissing}
            <Button
              label={tryAgain}
              onClick={() => {
                out.missing.set(null);
                missing();
              }}
            >
              {tryAgain}
            </Button>
          </p>
        </div>
      )}
    </>
  );
}
