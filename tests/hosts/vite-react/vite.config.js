export default {
  build: { outDir: "out" },
  esbuild: { jsx: "automatic" },
};
