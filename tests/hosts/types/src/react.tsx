import "clause-explorer";

export const page = (
  <clause-explorer lang="en" view="sector=finance" theme="auto" className="plan" once-change={({ detail }) => detail.count.toFixed()}>
    <p>The plan</p>
  </clause-explorer>
);

// @ts-expect-error
export const wrong = <clause-explorer theme="pink" />;
