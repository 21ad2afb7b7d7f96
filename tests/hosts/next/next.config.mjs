// The build renders the pages on the server side, once, and exports them as files for any server.
const root = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
export default { output: "export", outputFileTracingRoot: root, turbopack: { root } };
