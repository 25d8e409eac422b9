import FileText from "lucide-react/icons/file-text";
import ImageOff from "lucide-react/icons/image-off";
import { useMessages } from "../../context.js";
import { Button } from "../../parts/button.js";
import { useValue } from "../../use-store.js";
import type { PictureDesk } from "./picture-desk.js";
import { problemText } from "./problem-text.js";

/** Says which file was not taken, and how far a PDF is. */
export function PictureNotices({ desk }: { readonly desk: PictureDesk }) {
  const { picture: messages } = useMessages();
  const problem = useValue(desk.problem);
  const pdf = useValue(desk.pdf);
  return (
    <>
      {pdf && (
        <div className="inktape-badge" role="status">
          <FileText />
          <span>
            {messages.readingPdf(pdf.name)}
            {pdf.pages !== null && <small>{messages.pdfProgress(pdf.done + 1, pdf.pages)}</small>}
          </span>
          <Button label={messages.cancel} onClick={() => pdf.cancel()}>
            {messages.cancel}
          </Button>
        </div>
      )}
      {problem && (
        <div className="inktape-badge" data-tone="warn" role="alert">
          <ImageOff />
          <span>
            {messages.notTaken(problem.name)}
            <small>{problemText(messages, problem.code)}</small>
          </span>
          <Button label={messages.close} onClick={() => desk.forgetProblem()}>
            {messages.close}
          </Button>
        </div>
      )}
    </>
  );
}
