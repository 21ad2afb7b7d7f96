// A folder of files for any server. The pages are rendered on the server side all the same, once, by the build.
export default { output: "export", outputFileTracingRoot: import.meta.dirname, turbopack: { root: import.meta.dirname } };
