import vue from "@vitejs/plugin-vue";

const isCustomElement = (tag) => tag === "clause-explorer";

export default {
  build: { outDir: "out" },
  plugins: [vue({ template: { compilerOptions: { isCustomElement } } })],
};
