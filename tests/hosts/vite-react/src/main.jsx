import "clause-explorer";
import "clause-explorer/clause-explorer.css";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";

function Page() {
  const [heard, setHeard] = useState("nothing");
  const [view, setView] = useState("sector=finance");
  return (
    <>
      <p id="heard">{heard}</p>
      <button id="set" onClick={() => setView("sector=tourism")}>Tourism</button>
      <clause-explorer lang="en" view={view} once-change={({ detail }) => setHeard(`${detail.count} ${detail.viewString}`)}>
        The plan
      </clause-explorer>
    </>
  );
}

createRoot(document.querySelector("#app")).render(<StrictMode><Page /></StrictMode>);
